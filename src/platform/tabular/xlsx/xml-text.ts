const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

// Trap: these parts come from outside. No pattern here may run past the next `<`, or a part full of unclosed tags would
// cost the square of its length (SEC-21).

/** Text of an XML node or attribute: entities and the `_x000D_` escapes of OOXML. */
export function decodeXmlText(raw: string): string {
  let text = raw;
  if (text.includes('&')) text = text.replace(/&(#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z]{2,4});/gi, entityText);
  if (text.includes('_x')) {
    text = text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
  return text;
}

/** The decoded value of an attribute in the inside of a tag such as ` r="A1" t='s'`; undefined when absent. */
export function attributeOf(attributes: string, name: string): string | undefined {
  for (const quote of ['"', "'"]) {
    const at = attributes.indexOf(` ${name}=${quote}`);
    if (at < 0) continue;
    const start = at + name.length + 3;
    const end = attributes.indexOf(quote, start);
    if (end >= 0) return decodeXmlText(attributes.slice(start, end));
  }
  return undefined;
}

/** The insides of all tags of a local name, whatever their prefix; for small parts, not for sheets. */
export function tagsOf(xml: string, localName: string): string[] {
  const pattern = new RegExp(`<(?:[\\w.-]+:)?${localName}(\\s(?:"[^"<]*"|'[^'<]*'|[^"'<>])*)?>`, 'g');
  return [...xml.matchAll(pattern)].map((match) => (match[1] ?? '').replace(/\s+/g, ' '));
}

/** Text of all `<t>` in a string item, without the reading aids (`rPh`) that East Asian Excel adds. */
export function stringItemText(xml: string): string {
  let text = '';
  let isReading = false;
  for (const match of withoutCdata(xml).matchAll(/<(\/?)(?:[\w.-]+:)?(t|rPh)((?:\s[^<>]*)?\/?)>([^<]*)/g)) {
    const [, slash, tag, attributes, content] = match;
    if (tag === 'rPh') isReading = slash === '';
    else if (slash === '' && !isReading && attributes?.endsWith('/') !== true) text += decodeXmlText(content ?? '');
  }
  return text;
}

function withoutCdata(xml: string): string {
  const open = '<![CDATA[';
  let text = '';
  let at = 0;
  for (let start = xml.indexOf(open); start >= 0; start = xml.indexOf(open, at)) {
    const end = xml.indexOf(']]>', start);
    if (end < 0) break;
    text += xml.slice(at, start) + escaped(xml.slice(start + open.length, end));
    at = end + 3;
  }
  return text + xml.slice(at);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function entityText(whole: string, reference: string): string {
  if (!reference.startsWith('#')) return named[reference] ?? whole;
  const isHex = reference[1] === 'x' || reference[1] === 'X';
  const code = isHex ? Number.parseInt(reference.slice(2), 16) : Number.parseInt(reference.slice(1), 10);
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
