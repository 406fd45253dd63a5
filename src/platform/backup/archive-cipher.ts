import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, scryptSync } from 'node:crypto';
import { z } from 'zod';
import { StartError } from '#platform/config/start-error.ts';
import { ByteReader } from './byte-reader.ts';

/** What opens an archive: a passphrase, or the company's secret. */
export type ArchiveKey = { readonly passphrase: string } | { readonly secret: Buffer };

const MAGIC = 'ZHIKE BACKUP 1\n';
const PIECE = 1024 * 1024;
const TAG = 16;
// 128 MB and about half a second: one passphrase is tried once a restore, a guesser pays it for every try.
const SCRYPT = { N: 131072, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };

const headerShape = z.strictObject({
  key: z.enum(['passphrase', 'secret']),
  salt: z.string(),
  /** Seven bytes, the same for every piece of one archive; a counter and an end mark complete the nonce. */
  nonce: z.string(),
});

/**
 * Encrypts a stream by AES-256-GCM in pieces of 1 MB (SEC-34). The pieces are numbered and the last one is marked, so
 * that an archive which was cut, reordered or mixed does not open.
 */
export async function* encryptArchive(source: AsyncIterable<Buffer>, key: ArchiveKey): AsyncGenerator<Buffer> {
  const header = {
    key: 'passphrase' in key ? ('passphrase' as const) : ('secret' as const),
    salt: randomBytes(16).toString('base64'),
    nonce: randomBytes(7).toString('base64'),
  };
  const head = Buffer.from(`${MAGIC}${JSON.stringify(header)}\n`);
  const secretKey = deriveKey(key, header.salt);
  yield head;
  let count = 0;
  const seal = (piece: Buffer, isLast: boolean): Buffer => {
    const cipher = createCipheriv('aes-256-gcm', secretKey, nonceOf(header.nonce, count, isLast));
    cipher.setAAD(head);
    count += 1;
    const body = Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(body.length);
    return Buffer.concat([length, body]);
  };
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const chunk of source) {
    waiting.push(chunk);
    size += chunk.length;
    if (size <= PIECE) continue;
    const all = Buffer.concat(waiting);
    let from = 0;
    // Something always stays behind for the last, marked piece.
    for (; all.length - from > PIECE; from += PIECE) yield seal(all.subarray(from, from + PIECE), false);
    waiting = [all.subarray(from)];
    size = all.length - from;
  }
  yield seal(Buffer.concat(waiting), true);
}

/** The reverse. Throws a StartError for a wrong key and for a damaged or incomplete archive. */
export async function* decryptArchive(source: AsyncIterable<Buffer>, key: ArchiveKey): AsyncGenerator<Buffer> {
  const reader = new ByteReader(source);
  const magic = await reader.read(MAGIC.length).catch(() => Buffer.alloc(0));
  if (magic.toString() !== MAGIC) throw new StartError('这不是知客的备份文件。', 'This is no backup of Zhike.');
  const text = await reader.readLine();
  const header = headerShape.parse(JSON.parse(text));
  if ((header.key === 'passphrase') !== ('passphrase' in key)) throw wrongKind(header.key);
  const head = Buffer.from(`${MAGIC}${text}\n`);
  const secretKey = deriveKey(key, header.salt);
  for (let count = 0; ; count += 1) {
    const length = (await reader.read(4).catch(damaged)).readUInt32BE();
    if (length < TAG || length > PIECE + TAG) damaged();
    const body = await reader.read(length).catch(damaged);
    const isLast = await reader.isAtEnd();
    const decipher = createDecipheriv('aes-256-gcm', secretKey, nonceOf(header.nonce, count, isLast));
    decipher.setAAD(head);
    decipher.setAuthTag(body.subarray(length - TAG));
    const piece = decipher.update(body.subarray(0, length - TAG));
    try {
      decipher.final();
    } catch (error) {
      if (count === 0) throw wrongKey(error);
      damaged(error);
    }
    yield piece;
    if (isLast) return;
  }
}

function nonceOf(prefix: string, count: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  Buffer.from(prefix, 'base64').copy(nonce, 0, 0, 7);
  nonce.writeUInt32BE(count, 7);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

function deriveKey(key: ArchiveKey, salt: string): Buffer {
  const bytes = Buffer.from(salt, 'base64');
  return 'passphrase' in key
    ? scryptSync(key.passphrase.normalize('NFKC'), bytes, 32, SCRYPT)
    : Buffer.from(hkdfSync('sha256', key.secret, bytes, 'zhike backup', 32));
}

function wrongKind(kind: 'passphrase' | 'secret'): StartError {
  return kind === 'passphrase'
    ? new StartError(
        '此备份由口令加密。请用 --passphrase-file 给出口令文件。',
        'This backup is locked by a passphrase. Give its file with --passphrase-file.',
      )
    : new StartError(
        '此备份由系统密钥加密。请设置 ZHIKE_SECRET，或用 --secret-file 给出原数据文件夹中的 secret 文件。',
        'This backup is locked by the secret. Set ZHIKE_SECRET, or give the file "secret" of the former data folder '
          + 'with --secret-file.',
      );
}

function wrongKey(cause: unknown): StartError {
  return new StartError(
    '口令或密钥不正确，或备份文件已损坏。',
    'The passphrase or secret is wrong, or the backup is damaged.',
    { cause },
  );
}

function damaged(cause?: unknown): never {
  throw new StartError('备份文件已损坏或不完整。请使用另一份备份。', 'The backup is damaged or incomplete. Use another one.', { cause });
}
