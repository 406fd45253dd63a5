import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fail } from '#kernel/failure.ts';

const MB = 1024 * 1024;
/** Where imported files lie; the name is generated, never the person's (SEC-21). */
export const importPath = (dataDir: string, storeKey: string): string => path.join(dataDir, 'imports', storeKey);

/** Streams an upload to the disk; never more than the limit, never held in memory. */
export async function receiveFile(body: Readable, dataDir: string, storeKey: string, megabytes: number): Promise<{ size: number; sha256: string }> {
  const target = importPath(dataDir, storeKey);
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  let size = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      hash.update(chunk);
      if (size > megabytes * MB) done(fail('file.too-large', { max: megabytes }));
      else done(null, chunk);
    },
  });
  try {
    await pipeline(body, meter, createWriteStream(target, { mode: 0o600 }));
  } catch (error) {
    await rm(target, { force: true });
    throw error;
  }
  return { size, sha256: hash.digest('hex') };
}
