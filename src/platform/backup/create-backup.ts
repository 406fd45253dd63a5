import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { StartError } from '#platform/config/start-error.ts';
import { type ArchiveKey, encryptArchive } from './archive-cipher.ts';
import { writeEntry } from './archive-entries.ts';
import { countLines } from './count-lines.ts';
import { type Manifest, PLAIN_TEXT, quoted, readManifest } from './backup-manifest.ts';

export interface BackupOptions {
  readonly databaseUrl: string;
  /** Its folder `files` is part of the backup. */
  readonly dataDir: string;
  readonly outFile: string;
  /** The company's secret. With a passphrase it travels inside, else it locks the archive and must be kept apart. */
  readonly secret: Buffer;
  readonly passphrase?: string;
  readonly now: Date;
  /** Rows written since the last call, and how many there will be. */
  readonly onRows?: (rows: number, total: number) => void;
  /** Ends the work; nothing is left behind. */
  readonly signal?: AbortSignal;
}

export interface BackupReport {
  readonly file: string;
  readonly bytes: number;
  readonly version: number;
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
  /** False: the secret must be kept apart, the archive cannot be opened without it. */
  readonly holdsSecret: boolean;
}

/**
 * Writes an encrypted archive of the database, as of one moment, and of the files, while the server goes on working
 * (PL-5, SEC-34). The file appears under its name only when it is complete.
 */
export async function createBackup(options: BackupOptions): Promise<BackupReport> {
  const client = new pg.Client({ connectionString: options.databaseUrl, application_name: 'zhike backup' });
  client.on('error', () => undefined);
  await client.connect();
  const draft = `${options.outFile}.part`;
  try {
    await ensureFolder(path.dirname(options.outFile));
    await client.query('begin isolation level repeatable read read only');
    await client.query(PLAIN_TEXT);
    await refuseEmpty(client);
    const manifest = await readManifest(client, options.now);
    const counted = { files: 0 };
    const { passphrase, secret } = options;
    const key: ArchiveKey = passphrase === undefined ? { secret } : { passphrase };
    await pipeline(
      Readable.from(content(client, manifest, options, counted)),
      createGzip({ level: 4 }),
      (source: AsyncIterable<Buffer>) => encryptArchive(source, key),
      createWriteStream(draft, { mode: 0o600 }),
      options.signal === undefined ? {} : { signal: options.signal },
    );
    await client.query('commit');
    const bytes = await settle(draft, options.outFile);
    const rows = manifest.tables.reduce((sum, table) => sum + Number(table.rows), 0);
    const { version, tables } = manifest;
    const holdsSecret = passphrase !== undefined;
    return { file: options.outFile, bytes, version, tables: tables.length, rows, files: counted.files, holdsSecret };
  } finally {
    await rm(draft, { force: true });
    await client.end();
  }
}

/** Step by step: Node's own `recursive` never ends in folders that refuse with ENOENT, such as /proc. */
async function ensureFolder(folder: string): Promise<void> {
  const make = () => mkdir(folder, { mode: 0o700 });
  await make().catch(async (error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || path.dirname(folder) === folder) throw error;
    await ensureFolder(path.dirname(folder));
    await make();
  });
}

async function refuseEmpty(client: pg.ClientBase): Promise<void> {
  const { rowCount } = await client.query("select where to_regclass('schema_migration') is not null");
  if (rowCount === 1) return;
  throw new StartError('数据库是空的，没有可备份的数据。', 'The database is empty: there is nothing to back up.');
}

/** On disk before it gets its name: a backup that a power cut empties is worse than none. */
async function settle(draft: string, file: string): Promise<number> {
  const handle = await open(draft, 'r+');
  try {
    await handle.sync();
    return (await handle.stat()).size;
  } finally {
    await handle.close();
    await rename(draft, file);
  }
}

async function* content(
  client: pg.Client, manifest: Manifest, options: BackupOptions, counted: { files: number },
): AsyncGenerator<Buffer> {
  const total = manifest.tables.reduce((sum, table) => sum + Number(table.rows), 0);
  yield* writeEntry({ kind: 'manifest', manifest });
  if (options.passphrase !== undefined) yield* writeEntry({ kind: 'secret' }, [options.secret]);
  for (const { name, columns } of manifest.tables) {
    const query = `copy (select ${columns.map(quoted).join(', ')} from ${quoted(name)}) to stdout`;
    yield* writeEntry({ kind: 'table', name }, counting(client.query(copyTo(query)), (rows) => options.onRows?.(rows, total)));
  }
  for await (const file of filesBelow(path.join(options.dataDir, 'files'), '')) {
    if (yield* fileEntries(path.join(options.dataDir, 'files', file), file)) counted.files += 1;
  }
  yield* writeEntry({ kind: 'end', tables: manifest.tables.length, files: counted.files });
}

async function* counting(source: AsyncIterable<Buffer>, tell: (rows: number) => void): AsyncGenerator<Buffer> {
  for await (const chunk of source) {
    tell(countLines(chunk));
    yield chunk;
  }
}

/** Two entries: the bytes, and their checksum. False when the file was deleted meanwhile. */
async function* fileEntries(file: string, name: string): AsyncGenerator<Buffer, boolean> {
  const handle = await open(file, 'r').catch(() => undefined);
  if (handle === undefined) return false;
  const hash = createHash('sha256');
  let size = 0;
  const watched = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of createReadStream(file, { fd: handle })) {
      const bytes = Buffer.from(chunk);
      hash.update(bytes);
      size += bytes.length;
      yield bytes;
    }
  };
  yield* writeEntry({ kind: 'file', path: name }, watched());
  yield* writeEntry({ kind: 'checksum', sha256: hash.digest('hex'), size });
  return true;
}

/** Paths of all files below a folder, with forward slashes on every system. */
async function* filesBelow(root: string, below: string): AsyncGenerator<string> {
  const entries = await readdir(path.join(root, below), { withFileTypes: true }).catch(() => []);
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) yield* filesBelow(root, name);
    else if (entry.isFile()) yield name;
  }
}
