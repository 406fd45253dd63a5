export interface TnefContent {
  readonly attachments: readonly { readonly name: string; readonly content: Buffer }[];
  /** Plain text of the body; null when it has none. */
  readonly text: string | null;
}

const SIGNATURE = 0x223e9f78;
const ATT_BODY = 0x0002800c;
const ATT_RENDER = 0x00069002;
const ATT_DATA = 0x0006800f;
const ATT_TITLE = 0x00018010;
const ATT_PROPS = 0x00069005;
const MSG_PROPS = 0x00069003;
const MAX_ATTACHMENTS = 100;
const PR_BODY = 0x1000;
const PR_RTF = 0x1009;
const PR_LONG_NAME = 0x3707;
const PR_DATA = 0x3701;

/** The bytes of one MAPI property list by its id; stops at the first thing that it does not understand. */
function readProperties(data: Buffer): Map<number, { type: number; value: Buffer }> {
  const found = new Map<number, { type: number; value: Buffer }>();
  let at = 4;
  const count = data.length >= 4 ? data.readUInt32LE(0) : 0;
  for (let n = 0; n < Math.min(count, 2_000) && at + 4 <= data.length; n += 1) {
    const type = data.readUInt16LE(at);
    const id = data.readUInt16LE(at + 2);
    at += 4;
    if (id >= 0x8000) at = skipName(data, at);
    const step = readValue(data, at, type);
    if (step === undefined) break;
    found.set(id, { type, value: step.value });
    at = step.next;
  }
  return found;
}

/** Named properties carry a GUID and a number or a name. */
function skipName(data: Buffer, at: number): number {
  if (at + 24 > data.length) return data.length;
  const isNumber = data.readUInt32LE(at + 16) === 0;
  if (isNumber) return at + 24;
  return at + 24 + padded(data.readUInt32LE(at + 20));
}

const padded = (length: number): number => Math.ceil(length / 4) * 4;

const FIXED: Readonly<Record<number, number>> = { 0x0002: 4, 0x0003: 4, 0x0004: 4, 0x000a: 4, 0x000b: 4, 0x0005: 8, 0x0006: 8, 0x0007: 8, 0x0014: 8, 0x0040: 8, 0x0048: 16 };

function readValue(data: Buffer, at: number, type: number): { value: Buffer; next: number } | undefined {
  const isMany = (type & 0x1000) !== 0;
  const base = type & 0x0fff;
  const fixed = FIXED[base];
  if (fixed !== undefined && !isMany) return at + fixed > data.length ? undefined : { value: data.subarray(at, at + fixed), next: at + fixed };
  if (at + 4 > data.length) return undefined;
  const count = data.readUInt32LE(at);
  if (fixed !== undefined) return at + 4 + count * fixed > data.length ? undefined : { value: Buffer.alloc(0), next: at + 4 + count * fixed };
  let place = at + 4;
  let first: Buffer | undefined;
  for (let n = 0; n < Math.min(count, 1_000); n += 1) {
    if (place + 4 > data.length) return undefined;
    const length = data.readUInt32LE(place);
    if (place + 4 + length > data.length) return undefined;
    first ??= data.subarray(place + 4, place + 4 + length);
    place += 4 + padded(length);
  }
  return { value: first ?? Buffer.alloc(0), next: place };
}

const wordsOf = (property: { type: number; value: Buffer } | undefined): string | null =>
  property === undefined ? null : (property.type === 0x001f ? property.value.toString('utf16le') : decodeBytes(property.value)).replace(/\0+$/, '');

function decodeBytes(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/**
 * Takes apart a winmail.dat (MS-OXTNEF): attachments, and the plain body; a body in compressed RTF is given as an
 * attachment. Undefined when it is none. What is cut off ends the reading; what was read until then is kept.
 */
export function readTnef(data: Buffer): TnefContent | undefined {
  if (data.length < 6 || data.readUInt32LE(0) !== SIGNATURE) return undefined;
  const attachments: { name: string; content: Buffer }[] = [];
  let text: string | null = null;
  let current: { name: string; content: Buffer | undefined } | undefined;
  const flush = () => {
    if (current?.content && attachments.length < MAX_ATTACHMENTS) attachments.push({ name: current.name || `attachment-${attachments.length + 1}`, content: current.content });
    current = undefined;
  };
  for (let at = 6; at + 11 <= data.length;) {
    const attribute = data.readUInt32LE(at + 1);
    const length = data.readUInt32LE(at + 5);
    const value = data.subarray(at + 9, at + 9 + length);
    if (value.length < length) break;
    at += 9 + length + 2;
    if (attribute === ATT_RENDER) {
      flush();
      current = { name: '', content: undefined };
    } else if (attribute === ATT_BODY) text = decodeBytes(value).replace(/\0+$/, '');
    else if (attribute === MSG_PROPS) {
      const properties = readProperties(value);
      text ??= wordsOf(properties.get(PR_BODY));
      const rtf = properties.get(PR_RTF);
      if (rtf) attachments.push({ name: 'body.rtf.lzfu', content: rtf.value });
    } else if (current) readAttachment(current, attribute, value);
  }
  flush();
  return { attachments, text };
}

function readAttachment(current: { name: string; content: Buffer | undefined }, attribute: number, value: Buffer): void {
  if (attribute === ATT_TITLE) current.name ||= decodeBytes(value).replace(/\0+$/, '');
  if (attribute === ATT_DATA) current.content = value;
  if (attribute !== ATT_PROPS) return;
  const properties = readProperties(value);
  current.name = wordsOf(properties.get(PR_LONG_NAME)) ?? current.name;
  current.content ??= properties.get(PR_DATA)?.value;
}
