/** An element to be written: attributes that are undefined are left out, texts are children. */
export interface XmlNode {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly children: readonly (XmlNode | string)[];
}

type Child = XmlNode | string | null;

/** Builds an element; children that are null are left out. */
export function node(tag: string, attributes: Readonly<Record<string, string | undefined>> = {}, children: readonly Child[] = []): XmlNode {
  return { tag, attributes, children: children.filter((child) => child !== null) };
}

/** What XML 1.0 cannot hold at all. */
const impossible = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
export const cleanText = (text: string): string => text.replace(impossible, '');

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\t': '&#9;', '\n': '&#10;', '\r': '&#13;' };
const escapeAttribute = (text: string) => cleanText(text).replace(/[&<>"\t\n\r]/g, (sign) => signs[sign] ?? sign);
const escapeBody = (text: string) => cleanText(text).replace(/[&<>\r]/g, (sign) => signs[sign] ?? sign);

/** The document, indented; an element that holds text stands on one line, so that its blanks are its own. */
export function writeXml(root: XmlNode): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeNode(root, '')}\n`;
}

function writeNode({ tag, attributes, children }: XmlNode, indent: string): string {
  const written = Object.entries(attributes).map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeAttribute(value)}"`));
  const open = `${indent}<${tag}${written.join('')}`;
  if (children.length === 0) return `${open}/>`;
  if (children.some((child) => typeof child === 'string')) {
    return `${open}>${children.map((child) => (typeof child === 'string' ? escapeBody(child) : writeNode(child, ''))).join('')}</${tag}>`;
  }
  return [`${open}>`, ...children.map((child) => (typeof child === 'string' ? child : writeNode(child, `${indent}  `))), `${indent}</${tag}>`].join('\n');
}
