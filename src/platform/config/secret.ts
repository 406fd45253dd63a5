import { randomBytes } from 'node:crypto';
import { chmodSync, closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { ensureDataDir } from '#platform/config/data-dir.ts';
import { StartError } from '#platform/config/start-error.ts';
import type { Config } from '#platform/config/config.ts';

/**
 * The master secret, at least 32 bytes: ZHIKE_SECRET, else the file `secret` of the data folder, made with mode 0600
 * when absent (PL-2). Derive keys from it (HKDF with a purpose); do not use it as a key itself.
 * The text of the file put into ZHIKE_SECRET gives the same bytes.
 */
export function loadSecret(config: Pick<Config, 'secret' | 'dataDir'>): Buffer {
  if (config.secret !== undefined) return Buffer.from(config.secret, 'utf8');
  const file = path.join(config.dataDir, 'secret');
  const text = readSecret(file) ?? createSecret(file);
  const secret = Buffer.from(text, 'utf8');
  if (secret.length < 32) {
    throw new StartError(
      `密钥文件 ${file} 不完整（不足 32 字节）。请从备份恢复，或设置 ZHIKE_SECRET。`,
      `The secret in ${file} is incomplete (less than 32 bytes). Restore it from a backup or set ZHIKE_SECRET.`,
    );
  }
  return secret;
}

function readSecret(file: string): string | undefined {
  try {
    const text = readFileSync(file, 'utf8').trim();
    // Copying a folder may have loosened the mode.
    if (process.platform !== 'win32') chmodSync(file, 0o600);
    return text;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new StartError(`无法读取密钥文件 ${file}。`, `Cannot read the secret in ${file}.`, { cause: error });
  }
}

/** Written aside and linked into place: whoever comes second takes the first one's secret, and none is half written. */
function createSecret(file: string): string {
  ensureDataDir(path.dirname(file));
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  const descriptor = openSync(draft, 'wx', 0o600);
  const text = randomBytes(48).toString('base64url');
  writeSync(descriptor, `${text}\n`);
  fsyncSync(descriptor);
  closeSync(descriptor);
  try {
    linkSync(draft, file);
    return text;
  } catch (error) {
    const existing = readSecret(file);
    if (existing !== undefined) return existing;
    throw new StartError(`无法写入密钥文件 ${file}。`, `Cannot write the secret to ${file}.`, { cause: error });
  } finally {
    rmSync(draft, { force: true });
  }
}
