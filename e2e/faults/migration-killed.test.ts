import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EmbeddedServer, startEmbedded } from '#platform/db/embedded/embedded-server.ts';
import { type Migration, migrate, readMigrations } from '#platform/db/migrate.ts';
import { withDatabaseName } from '#platform/db/test-database.ts';

/** More for a measurement: `ZHIKE_TEST_ROWS=1000000`. */
const ROWS = Number(process.env['ZHIKE_TEST_ROWS'] ?? 10_000);
const FROM = 3;
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const folder = mkdtempSync(path.join(tmpdir(), 'zhike-upgrade-'));
let server: EmbeddedServer;
let migrations: Migration[];
const urlOf = (name: string): string => withDatabaseName(server.url, name);

/** After the house's own: one for a big table as such have to be written, in steps that hold no lock for long. */
const bigOne: Migration = {
  version: 9000, name: '9000-big',
  sql: `-- online
-- step
ALTER TABLE customer ADD COLUMN IF NOT EXISTS planted_mark text
-- step repeat
UPDATE customer SET planted_mark = md5(name)
  WHERE id IN (SELECT id FROM customer WHERE planted_mark IS NULL LIMIT 5000 FOR UPDATE SKIP LOCKED)
-- step
CREATE INDEX CONCURRENTLY IF NOT EXISTS customer_planted_mark ON customer (planted_mark)`,
};

async function query<R extends pg.QueryResultRow>(database: string, text: string): Promise<R[]> {
  const client = new pg.Client({ connectionString: urlOf(database) });
  await client.connect();
  try {
    return (await client.query<R>(text)).rows;
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  server = await startEmbedded({ dataDir: path.join(folder, 'data'), log: quiet });
  migrations = [...(await readMigrations()), bigOne];
  await query('postgres', 'CREATE DATABASE former');
  const pool = new pg.Pool({ connectionString: urlOf('former'), max: 1 });
  await migrate(pool, { to: FROM });
  await pool.end();
  await query('former', `
    INSERT INTO customer (id, kind, name, name_sort, name_key, code, stage, phone, search_text, search_key, search_phone, created_at, updated_at)
      SELECT gen_random_uuid(), 'company', '客户' || n || '有限公司', 'kehu' || n, '客户' || n, 'KH-' || n, 'potential', '+8613' || lpad(n::text, 9, '0'),
        '客户' || n || '有限公司', 'kehu' || n, lpad(n::text, 9, '0'), now(), now() FROM generate_series(1, ${ROWS}) n;
    INSERT INTO audit_entry (id, at, actor_kind, actor_name, action, object)
      SELECT gen_random_uuid(), now(), 'user', '张三', 'create', 'customer' FROM generate_series(1, ${ROWS}) n`);
  await query('postgres', 'CREATE DATABASE straight TEMPLATE former');
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

function startMigration(database: string): { child: ChildProcess; ended: Promise<boolean>; said: () => string } {
  const file = path.join(folder, 'migrations.json');
  writeFileSync(file, JSON.stringify(migrations));
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', path.join(import.meta.dirname, 'migrate-program.ts')], {
    cwd: path.resolve(import.meta.dirname, '../..'), stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, MIGRATE_URL: urlOf(database), MIGRATE_FILE: file },
  });
  let text = '';
  child.stderr?.on('data', (chunk: Buffer) => { text += chunk.toString(); });
  const ended = new Promise<boolean>((resolve) => { child.once('exit', (code) => resolve(code === 0)); });
  return { child, ended, said: () => text };
}

/** People who work meanwhile: one write after the other; the longest that one had to wait, in ms. */
async function workDuring(database: string, ended: Promise<unknown>): Promise<{ longest: number; writes: number }> {
  const client = new pg.Client({ connectionString: urlOf(database) });
  await client.connect();
  const result = { longest: 0, writes: 0 };
  const over = new AbortController();
  void ended.then(() => over.abort());
  while (!over.signal.aborted) {
    const start = performance.now();
    await client.query("UPDATE customer SET notes = 'x' WHERE code = 'KH-7'");
    result.longest = Math.max(result.longest, performance.now() - start);
    result.writes += 1;
    await wait(20);
  }
  await client.end();
  return result;
}

/** The structure and the contents, whatever the order of rows. */
const contents = (database: string) => query(database, `
  SELECT (SELECT string_agg(table_name || '.' || column_name || ' ' || data_type, ',' ORDER BY table_name, column_name)
      FROM information_schema.columns WHERE table_schema = 'public') AS columns,
    (SELECT string_agg(indexname || indexdef, ',' ORDER BY indexname) FROM pg_indexes WHERE schemaname = 'public') AS indexes,
    (SELECT count(*)::int FROM pg_index WHERE NOT indisvalid) AS unfinished,
    (SELECT string_agg(version::text, ',' ORDER BY version) FROM schema_migration) AS versions,
    (SELECT count(*) || ' ' || sum(hashtextextended((to_jsonb(c) - 'notes')::text, 0)::numeric) FROM customer c) AS customers,
    (SELECT count(*) || ' ' || sum(hashtextextended((to_jsonb(a) - 'xid')::text, 0)::numeric) FROM audit_entry a) AS entries`);

test('an upgrade of a full database, killed midway three times, ends as if it had never been, and nobody waits above 2 s (REL-11)', async () => {
  const straight = startMigration('straight');
  const began = performance.now();
  const { longest, writes } = await workDuring('straight', straight.ended);
  const whole = performance.now() - began;
  expect(await straight.ended, straight.said()).toBe(true);
  // On a machine that is slow as a whole everything takes longer, and a wait stays a small part of it.
  expect(longest).toBeLessThan(Math.max(2_000, whole / 3));
  const reached: string[] = [];
  for (const share of [0.35, 0.6, 0.85]) {
    const killed = startMigration('former');
    await Promise.race([wait(whole * share), killed.ended]);
    killed.child.kill('SIGKILL');
    await killed.ended;
    reached.push(String((await query<{ v: number | null }>('former', 'SELECT max(version) AS v FROM schema_migration'))[0]?.v));
  }
  const last = startMigration('former');
  expect(await last.ended, last.said()).toBe(true);
  expect(await contents('former')).toEqual(await contents('straight'));
  expect((await contents('former'))[0]).toMatchObject({ unfinished: 0 });
  console.log(`REL-11: ${ROWS} customers and entries, upgrade ${Math.round(whole)} ms, ${writes} writes meanwhile, the longest waited ${Math.round(longest)} ms; killed at versions ${reached.join(', ')}`);
});
