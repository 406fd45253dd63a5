/** A picture without what says where, when and by whom it was taken; undefined for one that is not what it claims to be. */
export function stripPicture(mime: string, bytes: Buffer): Buffer | undefined {
  try {
    return strippers[mime]?.(bytes);
  } catch (error) {
    // Lengths that lead beyond the end.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const strippers: Readonly<Record<string, (bytes: Buffer) => Buffer | undefined>> = { 'image/jpeg': stripJpeg, 'image/png': stripPng, 'image/gif': stripGif, 'image/webp': stripWebp };

const SCAN = 0xda;
const END = 0xd9;
/** Restarts and stuffed bytes belong to the scan. */
const isInScan = (marker: number): boolean => marker === 0x00 || (marker >= 0xd0 && marker <= 0xd7);

/** Tables, frames and scans stay; of the application segments JFIF and the colour transform; comments, EXIF, XMP and what lies behind the end go. */
function stripJpeg(b: Buffer): Buffer | undefined {
  if (b.readUInt16BE(0) !== 0xffd8) return undefined;
  const kept: Buffer[] = [b.subarray(0, 2)];
  let turned: number | undefined;
  let at = 2;
  while (at < b.length) {
    if (b.readUInt8(at) !== 0xff) return undefined;
    const marker = b.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === END) return Buffer.concat([...kept.slice(0, 1), ...(turned === undefined ? [] : [orientation(turned)]), ...kept.slice(1), b.subarray(at, at + 2)]);
    const end = at + 2 + b.readUInt16BE(at + 2);
    if (end > b.length) return undefined;
    if (marker === 0xe1) turned ??= orientationOf(b.subarray(at + 4, end));
    const isApplication = marker >= 0xe0 && marker <= 0xef;
    const isKept = !isApplication ? marker !== 0xfe : marker === 0xe0 || marker === 0xee;
    if (isKept) kept.push(b.subarray(at, end));
    at = end;
    if (marker !== SCAN) continue;
    const next = endOfScan(b, at);
    kept.push(b.subarray(at, next));
    at = next;
  }
  return undefined;
}

function endOfScan(b: Buffer, from: number): number {
  for (let at = from; at + 1 < b.length; at += 1) if (b[at] === 0xff && b[at + 1] !== 0xff && !isInScan(b[at + 1] ?? 0)) return at;
  return b.length;
}

/** How a picture is turned, 2 to 8; without it a portrait would lie on its side. */
function orientationOf(exif: Buffer): number | undefined {
  if (exif.toString('latin1', 0, 6) !== 'Exif\0\0' || exif.length < 14) return undefined;
  const tiff = exif.subarray(6);
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const [u16, u32] = isLittle ? [(at: number) => tiff.readUInt16LE(at), (at: number) => tiff.readUInt32LE(at)] : [(at: number) => tiff.readUInt16BE(at), (at: number) => tiff.readUInt32BE(at)];
  try {
    const table = u32(4);
    for (let entry = 0; entry < u16(table); entry += 1) {
      const at = table + 2 + entry * 12;
      const value = u16(at) === 0x0112 ? u16(at + 8) : 0;
      if (value >= 2 && value <= 8) return value;
    }
  } catch (error) {
    // A broken table says nothing.
    if (!(error instanceof RangeError)) throw error;
  }
  return undefined;
}

/** An EXIF segment that says how the picture is turned, and nothing else. */
function orientation(turned: number): Buffer {
  const segment = Buffer.from('ffe100224578696600004d4d002a00000008000101120003000000010000000000000000', 'hex');
  segment.writeUInt16BE(turned, 28);
  return segment;
}

/** What is needed to draw it; text, time, EXIF, and what lies behind the end go. */
const PNG_KEPT = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'pHYs', 'bKGD', 'acTL', 'fcTL', 'fdAT']);

function stripPng(b: Buffer): Buffer | undefined {
  if (b.toString('hex', 0, 8) !== '89504e470d0a1a0a') return undefined;
  const kept = [b.subarray(0, 8)];
  for (let at = 8; at < b.length;) {
    const name = b.toString('latin1', at + 4, at + 8);
    const end = at + 12 + b.readUInt32BE(at);
    if (end > b.length) return undefined;
    if (PNG_KEPT.has(name)) kept.push(b.subarray(at, end));
    if (name === 'IEND') return Buffer.concat(kept);
    at = end;
  }
  return undefined;
}

/** Comments and applications go, but the one that says how often it is repeated. */
function stripGif(b: Buffer): Buffer | undefined {
  if (!/^GIF8[79]a$/.test(b.toString('latin1', 0, 6))) return undefined;
  const tableOf = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));
  let at = 13 + tableOf(b.readUInt8(10));
  const kept = [b.subarray(0, at)];
  const endOfBlocks = (from: number): number => {
    let end = from;
    while (b.readUInt8(end) !== 0) end += b.readUInt8(end) + 1;
    return end + 1;
  };
  while (at < b.length) {
    const kind = b.readUInt8(at);
    if (kind === 0x3b) return Buffer.concat([...kept, b.subarray(at, at + 1)]);
    if (kind !== 0x2c && kind !== 0x21) return undefined;
    const label = b.readUInt8(at + 1);
    const end = kind === 0x2c ? endOfBlocks(at + 11 + tableOf(b.readUInt8(at + 9))) : endOfBlocks(at + 2);
    const isRepeat = label === 0xff && b.toString('latin1', at + 3, at + 14) === 'NETSCAPE2.0';
    if (kind === 0x2c || label === 0xf9 || isRepeat) kept.push(b.subarray(at, end));
    at = end;
  }
  return undefined;
}

const WEBP_KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF']);

function stripWebp(b: Buffer): Buffer | undefined {
  if (b.toString('latin1', 0, 4) !== 'RIFF' || b.toString('latin1', 8, 12) !== 'WEBP') return undefined;
  const whole = Math.min(b.length, 8 + b.readUInt32LE(4));
  const kept: Buffer[] = [];
  for (let at = 12; at + 8 <= whole;) {
    const name = b.toString('latin1', at, at + 4);
    const size = b.readUInt32LE(at + 4);
    const end = at + 8 + size + (size % 2);
    if (at + 8 + size > b.length) return undefined;
    if (WEBP_KEPT.has(name)) {
      const part = Buffer.from(b.subarray(at, Math.min(end, b.length)));
      // Its flags say that ICC, EXIF and XMP follow: they do not any more.
      if (name === 'VP8X') part.writeUInt8(part.readUInt8(8) & ~0x2c, 8);
      kept.push(part);
    }
    at = end;
  }
  if (kept.length === 0) return undefined;
  const body = Buffer.concat(kept);
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([head, body]);
}
