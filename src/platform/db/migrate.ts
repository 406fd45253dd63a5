import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { StartError } from '../config/start-error.ts';
import { inOneTransaction, onlineSteps, runSteps } from './migrate-steps.ts';

const FOLDER = fileURLToPath(new URL('../../../migrations/', import.meta.url));
const LOCK = 7_413_001;

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/** The migrations in the folder, by number. */
export async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(FOLDER)).filter((name) => /^\d{4}-.*\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => ({
      version: Number(name.slice(0, 4)),
      name,
      sql: await readFile(`${FOLDER}${name}`, 'utf8'),
    })),
  );
}

export interface MigrateResult {
  readonly applied: number[];
  readonly version: number;
}

export interface MigrateOptions {
  /** The last version to apply; the newest when absent. */
  readonly to?: number;
  /** Only these versions: numbers are given by subject, so that a later one may be applied before an earlier one. */
  readonly only?: readonly number[];
  /** What to apply instead of the folder's. */
  readonly migrations?: readonly Migration[];
  /** Called before the first migration of a database that already has some; one server calls it, the others wait. */
  readonly beforeUpgrade?: (from: number, to: number) => Promise<void>;
}

/**
 * Brings the database to the newest version, each migration in its own transaction or in repeatable steps
 * (migrate-steps.ts); several servers that start together wait for one another. Throws a StartError for a database
 * that is newer than this program (PL-5).
 */
export async function migrate(pool: pg.Pool, options: MigrateOptions = {}): Promise<MigrateResult> {
  const migrations = options.migrations ?? (await readMigrations());
  const client = await pool.connect();
  // A lost connection fails the statement; without a listener it would end the process.
  const ignore = () => undefined;
  client.on('error', ignore);
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await client.query(
      'CREATE TABLE IF NOT EXISTS schema_migration (version int PRIMARY KEY, name text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())',
    );
    const { rows } = await client.query<{ version: number }>('SELECT version FROM schema_migration ORDER BY version');
    const done = new Set(rows.map((row) => row.version));
    const newest = Math.max(0, ...migrations.map((m) => m.version));
    const ahead = Math.max(0, ...done);
    const known = new Set(migrations.map((one) => one.version));
    const strange = [...done].filter((version) => !known.has(version));
    if (strange.length > 0) throw tooNew(Math.max(...strange), newest);
    const pending = migrations.filter((one) => !done.has(one.version) && one.version <= (options.to ?? Infinity) && (options.only?.includes(one.version) ?? true));
    if (done.size > 0 && pending.length > 0) await options.beforeUpgrade?.(ahead, Math.max(...pending.map((one) => one.version)));
    for (const migration of pending) await apply(client, migration);
    const applied = pending.map((one) => one.version);
    return { applied, version: Math.max(ahead, ...applied, 0) };
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [LOCK]).catch(() => undefined);
    client.off('error', ignore);
    client.release();
  }
}

function tooNew(found: number, known: number): StartError {
  return new StartError(
    `数据库来自较新的知客（含版本 ${found}，本程序到 ${known}），为免损坏数据，没有启动。请使用较新的知客，或把旧版本的备份恢复到空的数据文件夹。`,
    `The database comes from a newer Zhike (it has version ${found}, this program goes up to ${known}); it was not started, so that nothing is damaged. `
      + 'Use the newer Zhike, or restore a backup of the older version into an empty data folder.',
  );
}

async function apply(client: pg.PoolClient, migration: Migration): Promise<void> {
  const steps = onlineSteps(migration.sql);
  const record = () => client.query('INSERT INTO schema_migration (version, name) VALUES ($1, $2)', [migration.version, migration.name]);
  try {
    if (steps !== undefined) {
      await runSteps(client, steps);
      await record();
      return;
    }
    await inOneTransaction(client, async () => {
      await client.query(migration.sql);
      await record();
    });
  } catch (error) {
    throw new Error(`migration ${migration.name} failed: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
