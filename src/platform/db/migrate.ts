import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';

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

/**
 * Brings the database to the newest version, each migration in its own transaction; several servers that start
 * together wait for one another. Refuses a database that is newer than this program (PL-5).
 */
export async function migrate(pool: pg.Pool, options: { readonly to?: number } = {}): Promise<MigrateResult> {
  const migrations = await readMigrations();
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await client.query(
      'CREATE TABLE IF NOT EXISTS schema_migration (version int PRIMARY KEY, name text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())',
    );
    const { rows } = await client.query<{ version: number }>('SELECT version FROM schema_migration ORDER BY version');
    const done = new Set(rows.map((row) => row.version));
    const newest = Math.max(0, ...migrations.map((m) => m.version));
    const ahead = Math.max(0, ...done);
    if (ahead > newest) throw new Error(`database version ${ahead} is newer than this program (${newest}); update Zhike / 数据库版本较新，请先升级知客`);
    const applied: number[] = [];
    for (const migration of migrations) {
      if (done.has(migration.version) || migration.version > (options.to ?? Infinity)) continue;
      await apply(client, migration);
      applied.push(migration.version);
    }
    return { applied, version: Math.max(ahead, ...applied, 0) };
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [LOCK]).catch(() => undefined);
    client.release();
  }
}

async function apply(client: pg.PoolClient, migration: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(migration.sql);
    await client.query('INSERT INTO schema_migration (version, name) VALUES ($1, $2)', [migration.version, migration.name]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw new Error(`migration ${migration.name} failed: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
