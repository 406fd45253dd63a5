import { createHash } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { ensureDataDir } from '#platform/config/data-dir.ts';
import { StartError } from '#platform/config/start-error.ts';
import { migrate, readMigrations } from '#platform/db/migrate.ts';
import type { ArchiveKey } from './archive-cipher.ts';
import { collect, type Entry, readEntries } from './archive-entries.ts';
import { type Manifest, PLAIN_TEXT } from './backup-manifest.ts';
import { closeTables, loadTable, openTables, verifyTables } from './load-tables.ts';
import { openArchive } from './verify-backup.ts';

export interface RestoreOptions {
  readonly file: string;
  /** An empty database. */
  readonly databaseUrl: string;
  /** Receives `files`, and `secret` when the archive holds it; neither may exist yet. */
  readonly dataDir: string;
  readonly key: ArchiveKey;
  /** Writes the former secret, without which encrypted fields stay unreadable, into the data folder. Default: yes. */
  readonly keepSecret?: boolean;
}

export interface RestoreReport {
  readonly createdAt: string;
  readonly version: number;
  readonly tables: readonly { name: string; rows: number }[];
  readonly files: number;
  /** True: the former secret now lies in the data folder. */
  readonly hasSecret: boolean;
}

/**
 * Restores an archive into an empty database and data folder: migrations up to the archive's version, all tables in
 * one transaction, files; then compares counts and checksums (PL-5, REL-10). On any difference nothing is kept of the
 * tables and files. Throws a StartError that says what to do.
 */
export async function restoreBackup(options: RestoreOptions): Promise<RestoreReport> {
  ensureDataDir(options.dataDir);
  await refuseUsedFolder(options.dataDir);
  const pool = new pg.Pool({ connectionString: options.databaseUrl, max: 1 });
  pool.on('error', () => undefined);
  const draft = path.join(options.dataDir, 'files.restoring');
  try {
    await refuseUsedDatabase(pool);
    await rm(draft, { recursive: true, force: true });
    return await restoreInto(pool, options, draft);
  } finally {
    await rm(draft, { recursive: true, force: true });
    await pool.end();
  }
}

async function restoreInto(pool: pg.Pool, options: RestoreOptions, draft: string): Promise<RestoreReport> {
  const entries = readEntries(openArchive(options.file, options.key));
  const first = (await entries.next()).value;
  if (first?.head.kind !== 'manifest') throw incomplete();
  await collect(first.body);
  const { manifest } = first.head;
  await migrateTo(pool, manifest);
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(PLAIN_TEXT);
    const aside = await openTables(client, manifest);
    const rest = await takeEntries(client, manifest, entries, draft);
    await verifyTables(client, manifest);
    await closeTables(client, manifest, aside);
    await pauseJobs(client);
    const former = rest.secret ?? ('secret' in options.key ? options.key.secret : undefined);
    const secret = options.keepSecret === false ? undefined : former;
    await putInPlace(options.dataDir, draft, secret);
    await client.query('commit');
    await client.query('analyze');
    const tables = manifest.tables.map((table) => ({ name: table.name, rows: Number(table.rows) }));
    const { createdAt, version } = manifest;
    return { createdAt, version, tables, files: rest.files, hasSecret: secret !== undefined };
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

/**
 * Work that was under way at the time of the backup may be done since, or concern the outside: it waits for a person who
 * starts it again on the page of background jobs (REL-10). What the system repeats by itself goes on.
 */
async function pauseJobs(client: pg.ClientBase): Promise<void> {
  const { rowCount } = await client.query("select where to_regclass('job') is not null");
  if (rowCount === 0) return;
  await client.query(`
    update job set state = 'cancelled', finished_at = now(), error = '已从备份恢复，任务暂停；确认后可重试。 / Paused by a restore; retry it when it is still wanted.'
    where state in ('waiting', 'running') and (key is null or key not like 'every:%')`);
}

async function migrateTo(pool: pg.Pool, { version, migrations }: Manifest): Promise<void> {
  const known = new Set((await readMigrations()).map((one) => one.version));
  if ((migrations ?? [version]).every((one) => known.has(one))) {
    await migrate(pool, migrations === undefined ? { to: version } : { only: migrations });
    return;
  }
  throw new StartError(
    `备份来自较新的知客（数据库版本 ${version}）。请先升级程序再恢复。`,
    `The backup comes from a newer Zhike (database version ${version}). Upgrade the program, then restore.`,
  );
}

interface Rest {
  readonly files: number;
  readonly secret: Buffer | undefined;
}

async function takeEntries(
  client: pg.ClientBase, manifest: Manifest, entries: AsyncIterable<Entry>, draft: string,
): Promise<Rest> {
  let tables = 0;
  let files = 0;
  let secret: Buffer | undefined;
  let sum = '';
  for await (const { head, body } of entries) {
    if (head.kind === 'table') {
      const table = manifest.tables.find((one) => one.name === head.name);
      if (table === undefined) throw incomplete();
      await loadTable(client, table, body);
      tables += 1;
    } else if (head.kind === 'file') {
      sum = await writeDraft(draft, head.path, body);
      files += 1;
    } else {
      const bytes = await collect(body);
      if (head.kind === 'secret') secret = bytes;
      if (head.kind === 'checksum' && head.sha256 !== sum) throw incomplete();
      if (head.kind === 'end' && head.tables === tables && head.files === files && tables === manifest.tables.length) {
        return { files, secret };
      }
    }
  }
  throw incomplete();
}

async function writeDraft(draft: string, name: string, body: AsyncIterable<Buffer>): Promise<string> {
  const target = path.resolve(draft, name);
  if (!target.startsWith(draft + path.sep)) throw incomplete();
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  const watched = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of body) {
      hash.update(chunk);
      yield chunk;
    }
  };
  await pipeline(watched(), createWriteStream(target, { mode: 0o600, flush: true }));
  return hash.digest('hex');
}

async function putInPlace(dataDir: string, draft: string, secret: Buffer | undefined): Promise<void> {
  const files = path.join(dataDir, 'files');
  if (existsSync(draft)) {
    await rm(files, { recursive: true, force: true });
    await rename(draft, files);
  }
  if (secret === undefined) return;
  const text = `${secret.toString('utf8')}\n`;
  await writeFile(path.join(dataDir, 'secret'), text, { mode: 0o600, flush: true });
}

async function refuseUsedFolder(dataDir: string): Promise<void> {
  const files = await readdir(path.join(dataDir, 'files')).catch(() => []);
  if (files.length === 0 && !existsSync(path.join(dataDir, 'secret'))) return;
  throw new StartError(
    `${dataDir} 中已有文件或 secret。请恢复到空的数据文件夹（ZHIKE_DATA_DIR）。`,
    `${dataDir} already holds files or a secret. Restore into an empty data folder (ZHIKE_DATA_DIR).`,
  );
}

async function refuseUsedDatabase(pool: pg.Pool): Promise<void> {
  const { rowCount } = await pool.query(
    "select from pg_tables where schemaname = 'public' and tablename <> 'schema_migration' limit 1",
  );
  if (rowCount === 0) return;
  throw new StartError(
    '数据库中已有数据。请恢复到空的数据库或空的数据文件夹。',
    'The database holds data. Restore into an empty database or data folder.',
  );
}

function incomplete(): StartError {
  return new StartError('备份文件内容不一致。请使用另一份备份。', 'The contents of the backup do not agree. Use another one.');
}
