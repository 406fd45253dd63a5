import { z } from 'zod';
import { ByteReader } from './byte-reader.ts';
import { manifestShape } from './backup-manifest.ts';

/** One part of an archive: a head, then bytes. The manifest comes first, `end` last. */
export const entryHead = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('manifest'), manifest: manifestShape }),
  z.strictObject({ kind: z.literal('secret') }),
  z.strictObject({ kind: z.literal('table'), name: z.string() }),
  z.strictObject({ kind: z.literal('file'), path: z.string() }),
  /** Follows a file's bytes. */
  z.strictObject({ kind: z.literal('checksum'), sha256: z.string(), size: z.number() }),
  z.strictObject({ kind: z.literal('end'), tables: z.number(), files: z.number() }),
]);

export type EntryHead = z.infer<typeof entryHead>;

export interface Entry {
  readonly head: EntryHead;
  /** Must be read to its end before the next entry is asked for. */
  readonly body: AsyncIterable<Buffer>;
}

function framed(bytes: Buffer): Buffer[] {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return [length, bytes];
}

/** One entry as it is stored: head and body in frames with their length, a zero length at the end. */
export async function* writeEntry(
  head: EntryHead, body: AsyncIterable<Buffer> | Iterable<Buffer> = [],
): AsyncGenerator<Buffer> {
  yield* framed(Buffer.from(JSON.stringify(head)));
  for await (const chunk of body) if (chunk.length > 0) yield* framed(chunk);
  yield Buffer.alloc(4);
}

/** The entries in order; ends after `end`, throws when the stream ends before. */
export async function* readEntries(source: AsyncIterable<Buffer>): AsyncGenerator<Entry, void> {
  const reader = new ByteReader(source);
  const frame = async (): Promise<Buffer> => reader.read((await reader.read(4)).readUInt32BE());
  for (;;) {
    const head = entryHead.parse(JSON.parse((await frame()).toString('utf8')));
    yield { head, body: frames(frame) };
    if (head.kind === 'end') return;
  }
}

async function* frames(next: () => Promise<Buffer>): AsyncGenerator<Buffer> {
  for (;;) {
    const chunk = await next();
    if (chunk.length === 0) return;
    yield chunk;
  }
}

/** All bytes of a small body. */
export async function collect(body: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}
