import { isAscii, isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import iconv from 'iconv-lite';
import type { TextEncodingName } from './table-types.ts';

const scanChunkBytes = 1024 * 1024;

/**
 * Encoding of a text file from its first bytes (up to 256 kB are enough): byte order mark, UTF-16 by its zero bytes,
 * valid UTF-8 (a character cut at the end is no fault), else GB18030 (CU-12). A sample cannot know what follows it:
 * `scanTextFile` reads to the end.
 */
export function detectEncoding(firstBytes: Buffer): TextEncodingName {
  const marked = encodingOfMark(firstBytes);
  if (marked !== undefined) return marked.encoding;
  const wide = utf16ByZeroBytes(firstBytes);
  if (wide !== undefined) return wide;
  const whole = firstBytes.subarray(0, firstBytes.length - unfinishedUtf8Bytes(firstBytes));
  return isUtf8(whole) || isMostlyUtf8(whole) ? 'utf-8' : 'gb18030';
}

export type TextScan = {
  encoding: TextEncodingName;
  /** Bytes of the byte order mark. */
  markBytes: number;
  /** Lines outside quotes, blank ones included; undefined for UTF-16. */
  lines: number | undefined;
  /** Zero bytes in a file that is not UTF-16: not text. */
  hasZeroBytes: boolean;
};

/** Reads the whole file once: a table may be plain ASCII for megabytes before its first Chinese character. */
export async function scanTextFile(path: string): Promise<TextScan> {
  const file = await open(path, 'r');
  try {
    const chunk = Buffer.allocUnsafe(scanChunkBytes);
    const first = chunk.subarray(0, (await file.read(chunk, 0, chunk.length, 0)).bytesRead);
    const mark = encodingOfMark(first);
    const known = mark?.encoding ?? utf16ByZeroBytes(first);
    const markBytes = mark?.bytes ?? 0;
    if (known === 'utf-16le' || known === 'utf-16be') {
      return { encoding: known, markBytes, lines: undefined, hasZeroBytes: false };
    }
    const lines = new LineCounter();
    let encoding: TextEncodingName = 'utf-8';
    let isDecided = known !== undefined;
    let hasUtf8 = false;
    let held = 0;
    let position = 0;
    for (;;) {
      const { bytesRead } = await file.read(chunk, held, chunk.length - held, position);
      if (bytesRead === 0) break;
      position += bytesRead;
      lines.add(chunk.subarray(held, held + bytesRead));
      const data = chunk.subarray(0, held + bytesRead);
      held = isDecided ? 0 : unfinishedUtf8Bytes(data);
      const whole = data.subarray(0, data.length - held);
      if (!isDecided && !isUtf8(whole)) {
        encoding = isMostlyUtf8(whole) ? 'utf-8' : 'gb18030';
        isDecided = true;
        held = 0;
      }
      hasUtf8 ||= !isDecided && !isAscii(whole);
      if (held > 0) data.copy(chunk, 0, data.length - held);
    }
    // The file ends inside a would-be UTF-8 character: a cut file if there was other UTF-8, else two GB18030 bytes.
    if (!isDecided && held > 0 && !hasUtf8) encoding = 'gb18030';
    return { encoding, markBytes, lines: lines.total(), hasZeroBytes: lines.hasZeroBytes };
  } finally {
    await file.close();
  }
}

export type TextDecoding = { write(bytes: Uint8Array): string; end(): string };

/** A decoder for a stream of chunks; bytes that mean nothing become U+FFFD. */
export function textDecoding(encoding: TextEncodingName): TextDecoding {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(encoding);
  } catch {
    // A Node built with small ICU knows no GB18030.
    const fallback = iconv.getDecoder(encoding);
    return { write: (bytes) => fallback.write(Buffer.from(bytes)), end: () => fallback.end() ?? '' };
  }
  return { write: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
}

function encodingOfMark(bytes: Buffer): { encoding: TextEncodingName; bytes: number } | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', bytes: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', bytes: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', bytes: 2 };
  if (bytes[0] === 0x84 && bytes[1] === 0x31 && bytes[2] === 0x95 && bytes[3] === 0x33) {
    return { encoding: 'gb18030', bytes: 4 };
  }
  return undefined;
}

/** Text of tables holds line ends, digits or delimiters: in UTF-16 one byte of each of these is zero. */
function utf16ByZeroBytes(bytes: Buffer): TextEncodingName | undefined {
  const pairs = Math.min(bytes.length, 65_536) >> 1;
  let low = 0;
  let high = 0;
  for (let i = 0; i < pairs * 2; i += 2) {
    if (bytes[i] === 0 && bytes[i + 1] !== 0) high += 1;
    else if (bytes[i + 1] === 0 && bytes[i] !== 0) low += 1;
  }
  const needed = Math.max(2, pairs * 0.02);
  if (low >= needed && high <= low * 0.2) return 'utf-16le';
  if (high >= needed && low <= high * 0.2) return 'utf-16be';
  return undefined;
}

/** How many bytes at the end begin a UTF-8 character that is not complete. */
function unfinishedUtf8Bytes(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return utf8Length(byte) > back ? back : 0;
  }
  return 0;
}

function utf8Length(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  if (lead >= 0xf0 && lead <= 0xf4) return 4;
  return 1;
}

/** One damaged byte in a long UTF-8 file must not turn all of its Chinese into GB18030. */
function isMostlyUtf8(bytes: Buffer): boolean {
  let good = 0;
  let bad = 0;
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) {
      i += 1;
      continue;
    }
    const length = utf8Length(lead);
    let at = 1;
    while (at < length && ((bytes[i + at] ?? 0) & 0xc0) === 0x80) at += 1;
    if (length > 1 && at === length) good += 1;
    else bad += 1;
    i += at;
  }
  return good > bad * 20;
}

/** Counts at the byte level: neither a quote nor a line feed is ever part of a UTF-8 or GB18030 character. */
class LineCounter {
  hasZeroBytes = false;
  private lines = 0;
  private isQuoted = false;
  private last = 0x0a;

  add(bytes: Buffer): void {
    let { isQuoted, lines } = this;
    const { length } = bytes;
    for (let i = 0; i < length; i += 1) {
      const byte = bytes[i];
      if (byte === 0x22) isQuoted = !isQuoted;
      else if (byte === 0x0a && !isQuoted) lines += 1;
    }
    this.isQuoted = isQuoted;
    this.lines = lines;
    this.last = bytes[length - 1] ?? this.last;
    this.hasZeroBytes ||= bytes.includes(0);
  }

  total(): number {
    return this.lines + (this.last === 0x0a ? 0 : 1);
  }
}
