import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { StartError } from '#platform/config/start-error.ts';
import { type ArchiveKey, decryptArchive } from './archive-cipher.ts';
import { collect, readEntries } from './archive-entries.ts';
import type { Manifest } from './backup-manifest.ts';
import { countLines } from './count-lines.ts';

export interface VerifyOptions {
  readonly file: string;
  readonly key: ArchiveKey;
  readonly onRows?: (rows: number) => void;
  readonly signal?: AbortSignal;
}

/** The entries of an archive's bytes, decrypted and unpacked. */
export async function* openArchive(file: string, key: ArchiveKey): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  const done = pipeline(Readable.from(decryptArchive(createReadStream(file), key)), gunzip);
  // The reader below sees the same failure; this keeps it from counting as unhandled.
  done.catch(() => undefined);
  for await (const chunk of gunzip) yield Buffer.from(chunk);
  await done;
}

/**
 * Reads a finished archive back whole: it opens with the key, nothing is cut or altered, every table has as many rows
 * as the database had, every file its SHA-256. Only a restore proves more (REL-10). Throws a StartError.
 */
export async function verifyBackup({ file, key, onRows, signal }: VerifyOptions): Promise<Manifest> {
  let manifest: Manifest | undefined;
  const rows = new Map<string, number>();
  let sum = '';
  let files = 0;
  for await (const { head, body } of readEntries(openArchive(file, key))) {
    signal?.throwIfAborted();
    if (head.kind === 'manifest') manifest = head.manifest;
    if (head.kind === 'table') {
      let count = 0;
      for await (const chunk of body) {
        const more = countLines(chunk);
        count += more;
        onRows?.(more);
      }
      rows.set(head.name, count);
    } else if (head.kind === 'file') {
      const hash = createHash('sha256');
      for await (const chunk of body) hash.update(chunk);
      sum = hash.digest('hex');
      files += 1;
    } else await collect(body);
    if (head.kind === 'checksum' && head.sha256 !== sum) throw wrong();
    if (head.kind === 'end' && (head.files !== files || head.tables !== rows.size)) throw wrong();
  }
  if (manifest === undefined || manifest.tables.some((table) => Number(table.rows) !== rows.get(table.name))) throw wrong();
  return manifest;
}

const wrong = (): StartError =>
  new StartError('备份写完后核对不一致，已删除。请检查磁盘后再备份。', 'The finished backup did not agree with what was saved and was deleted. Check the disk, then back up again.');
