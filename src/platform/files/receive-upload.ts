import { createHash } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { fail } from '#kernel/failure.ts';
import { TestFileWatch } from './malware-scan.ts';

export interface Draft {
  readonly path: string;
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly isTestFile: boolean;
}

/** Without a byte for so long the upload is given up. */
const SILENCE_MS = 60_000;

const toBytes = (chunk: unknown): Buffer => (Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk)));

/** Where uploads lie until they are judged: beside the store's folders, so that moving them is one step. */
export const draftsFolder = (filesFolder: string): string => path.join(filesFolder, 'incoming');

/** Writes a stream to a draft of at most `maxBytes`; leaves nothing behind when it throws. Memory stays flat. */
export async function receiveUpload(source: Readable, folder: string, name: string, maxBytes: number): Promise<Draft> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const target = path.join(folder, `${name}.part`);
  const file = await open(target, 'wx', 0o600);
  const hash = createHash('sha256');
  const watch = new TestFileWatch();
  const silence = setTimeout(() => source.destroy(new Error('the upload fell silent')), SILENCE_MS);
  let size = 0;
  try {
    // Not destroyed when refused: that would cut the line before the refusal is sent.
    for await (const chunk of source.iterator({ destroyOnReturn: false })) {
      silence.refresh();
      const bytes = toBytes(chunk);
      size += bytes.length;
      if (size > maxBytes) throw fail('file.too-large', { max: Math.round(maxBytes / 1024 / 1024) });
      hash.update(bytes);
      watch.take(bytes);
      await file.writeFile(bytes);
    }
    return { path: target, size, sha256: hash.digest('hex'), isTestFile: watch.isFound };
  } catch (error) {
    await rm(target, { force: true });
    throw error;
  } finally {
    clearTimeout(silence);
    await file.close();
  }
}
