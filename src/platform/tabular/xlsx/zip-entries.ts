import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { TableError, tableLimits } from '../table-types.ts';

export type ZipEntry = {
  name: string;
  method: number;
  compressedBytes: number;
  /** As the archive claims; `inflateEntry` holds it to that. */
  bytes: number;
  headerOffset: number;
  isEncrypted: boolean;
};

const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50, end64: 0x06064b50 } as const;
const maxEntries = 10_000;
const maxDirectoryBytes = 8 * 1024 * 1024;

/**
 * The parts of a zip archive by name, read from its directory without unpacking anything. Refuses at once what claims
 * to grow too large (SEC-21): `zip-bomb`; `damaged` when the directory is not whole.
 */
export async function readZipDirectory(path: string): Promise<Map<string, ZipEntry>> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const { offset, bytes, count } = await findDirectory(file, size);
    if (count > maxEntries || bytes > maxDirectoryBytes) throw new TableError('zip-bomb');
    if (offset + bytes > size) throw new TableError('damaged');
    const directory = await readExactly(file, offset, bytes);
    const entries = new Map<string, ZipEntry>();
    let position = 0;
    let total = 0;
    for (let i = 0; i < count; i += 1) {
      const { entry, next } = directoryEntry(directory, position);
      position = next;
      total += entry.bytes;
      refuseBomb(entry, total);
      entries.set(entry.name, entry);
    }
    return entries;
  } finally {
    await file.close();
  }
}

/** The unpacked bytes of one part as a stream; stops with `zip-bomb` as soon as they exceed what the archive claims. */
export async function* inflateEntry(path: string, entry: ZipEntry): AsyncGenerator<Buffer, void, undefined> {
  if (entry.isEncrypted) throw new TableError('encrypted');
  if (entry.method !== 0 && entry.method !== 8) throw new TableError('damaged');
  if (entry.compressedBytes === 0) return;
  const start = await dataOffset(path, entry);
  const source = createReadStream(path, { start, end: start + entry.compressedBytes - 1, highWaterMark: 128 * 1024 });
  const inflate = createInflateRaw({ chunkSize: 128 * 1024 });
  const stream = entry.method === 0 ? source : inflate;
  // Errors of both streams surface in the loop; without a callback they would be unhandled.
  if (stream === inflate) pipeline(source, inflate, () => undefined);
  let bytes = 0;
  try {
    for await (const chunk of stream) {
      if (!Buffer.isBuffer(chunk)) continue;
      bytes += chunk.length;
      if (bytes > entry.bytes) throw new TableError('zip-bomb');
      yield chunk;
    }
  } catch (error) {
    throw error instanceof TableError ? error : new TableError('damaged', { cause: error });
  } finally {
    inflate.destroy();
    source.destroy();
  }
  if (bytes < entry.bytes) throw new TableError('damaged');
}

/** A small part as text. */
export async function readEntryText(path: string, entry: ZipEntry): Promise<string> {
  if (entry.bytes > tableLimits.partBytes) throw new TableError('zip-bomb');
  const chunks: Buffer[] = [];
  for await (const chunk of inflateEntry(path, entry)) chunks.push(chunk);
  return new TextDecoder().decode(Buffer.concat(chunks));
}

function refuseBomb(entry: ZipEntry, total: number): void {
  const isDense = entry.bytes > tableLimits.ratioFromBytes && entry.bytes > entry.compressedBytes * tableLimits.ratio;
  if (isDense || total > tableLimits.workbookBytes) throw new TableError('zip-bomb');
}

async function findDirectory(
  file: FileHandle,
  size: number,
): Promise<{ offset: number; bytes: number; count: number }> {
  const tailBytes = Math.min(size, 65_557 + 20);
  const tail = await readExactly(file, size - tailBytes, tailBytes);
  for (let i = tail.length - 22; i >= 0; i -= 1) {
    if (tail.readUInt32LE(i) !== signatures.end) continue;
    const count = tail.readUInt16LE(i + 10);
    const bytes = tail.readUInt32LE(i + 12);
    const offset = tail.readUInt32LE(i + 16);
    if (count !== 0xffff && bytes !== 0xffffffff && offset !== 0xffffffff) return { offset, bytes, count };
    if (i < 20) throw new TableError('damaged');
    const record = await readExactly(file, safeInteger(tail, i - 20 + 8), 56);
    if (record.readUInt32LE(0) !== signatures.end64) throw new TableError('damaged');
    return { offset: safeInteger(record, 48), bytes: safeInteger(record, 40), count: safeInteger(record, 32) };
  }
  throw new TableError('damaged');
}

function directoryEntry(directory: Buffer, at: number): { entry: ZipEntry; next: number } {
  if (at + 46 > directory.length || directory.readUInt32LE(at) !== signatures.central) throw new TableError('damaged');
  const nameBytes = directory.readUInt16LE(at + 28);
  const extraBytes = directory.readUInt16LE(at + 30);
  const next = at + 46 + nameBytes + extraBytes + directory.readUInt16LE(at + 32);
  if (next > directory.length) throw new TableError('damaged');
  const extra = directory.subarray(at + 46 + nameBytes, at + 46 + nameBytes + extraBytes);
  const wide = wideSizes(extra);
  const size = (field: number): number => {
    const value = directory.readUInt32LE(at + field);
    return value === 0xffffffff ? wide() : value;
  };
  // The order of the 64-bit fields is unpacked, packed, offset.
  const bytes = size(24);
  const compressedBytes = size(20);
  const headerOffset = size(42);
  return {
    entry: {
      name: directory.toString('utf8', at + 46, at + 46 + nameBytes).replaceAll('\\', '/'),
      method: directory.readUInt16LE(at + 10),
      compressedBytes,
      bytes,
      headerOffset,
      isEncrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
    },
    next,
  };
}

/** Hands out the 64-bit numbers of the ZIP64 extra field one after the other. */
function wideSizes(extra: Buffer): () => number {
  let at = 0;
  let end = 0;
  for (let i = 0; i + 4 <= extra.length; i += 4 + extra.readUInt16LE(i + 2)) {
    if (extra.readUInt16LE(i) !== 1) continue;
    at = i + 4;
    end = Math.min(extra.length, at + extra.readUInt16LE(i + 2));
    break;
  }
  return () => {
    if (at + 8 > end) throw new TableError('damaged');
    at += 8;
    return safeInteger(extra, at - 8);
  };
}

async function dataOffset(path: string, entry: ZipEntry): Promise<number> {
  const file = await open(path, 'r');
  try {
    const header = await readExactly(file, entry.headerOffset, 30);
    if (header.readUInt32LE(0) !== signatures.local) throw new TableError('damaged');
    return entry.headerOffset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  } finally {
    await file.close();
  }
}

async function readExactly(file: FileHandle, position: number, bytes: number): Promise<Buffer> {
  const buffer = Buffer.alloc(bytes);
  const { bytesRead } = await file.read(buffer, 0, bytes, position);
  if (bytesRead < bytes) throw new TableError('damaged');
  return buffer;
}

function safeInteger(buffer: Buffer, at: number): number {
  const value = buffer.readBigUInt64LE(at);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new TableError('damaged');
  return Number(value);
}
