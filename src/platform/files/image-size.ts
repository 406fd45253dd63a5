export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** Width and height as the head of a picture claims them, without decoding it; undefined when it does not say. */
export function imageSize(mime: string, head: Buffer): PixelSize | undefined {
  try {
    return readers[mime]?.(head);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const readers: Readonly<Record<string, (head: Buffer) => PixelSize | undefined>> = {
  'image/png': (b) => ({ width: b.readUInt32BE(16), height: b.readUInt32BE(20) }),
  'image/gif': (b) => ({ width: b.readUInt16LE(6), height: b.readUInt16LE(8) }),
  'image/jpeg': jpegSize,
  'image/webp': webpSize,
  'image/heic': heicSize,
};

/** The first start-of-frame segment; 0xC4, 0xC8 and 0xCC are none. */
function jpegSize(b: Buffer): PixelSize | undefined {
  let at = 2;
  while (at + 9 < b.length) {
    if (b[at] !== 0xff) return undefined;
    const marker = b[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { height: b.readUInt16BE(at + 5), width: b.readUInt16BE(at + 7) };
    const isBare = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
    at += isBare ? 2 : 2 + b.readUInt16BE(at + 2);
  }
  return undefined;
}

function webpSize(b: Buffer): PixelSize | undefined {
  const form = b.toString('latin1', 12, 16);
  if (form === 'VP8X') return { width: b.readUIntLE(24, 3) + 1, height: b.readUIntLE(27, 3) + 1 };
  if (form === 'VP8 ') return { width: b.readUInt16LE(26) & 0x3fff, height: b.readUInt16LE(28) & 0x3fff };
  if (form !== 'VP8L') return undefined;
  const bits = b.readUInt32LE(21);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

/** The largest of the image spatial extents: a picture from a telephone is stored in tiles, and as a whole. */
function heicSize(b: Buffer): PixelSize | undefined {
  let best: PixelSize | undefined;
  for (let at = b.indexOf('ispe'); at >= 0; at = b.indexOf('ispe', at + 4)) {
    const size = { width: b.readUInt32BE(at + 8), height: b.readUInt32BE(at + 12) };
    if (!best || size.width * size.height > best.width * best.height) best = size;
  }
  return best;
}
