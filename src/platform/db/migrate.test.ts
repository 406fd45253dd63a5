import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { StartError } from '../config/start-error.ts';
import { migrate, readMigrations } from './migrate.ts';
import { type TestDatabase, createTestDatabase } from './test-database.ts';

let base: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  base = await createTestDatabase();
  pool = new pg.Pool({ connectionString: base.url, max: 4 });
});
afterAll(async () => {
  await pool.end();
  await base.drop();
});

const plant = async (version: number, sql: string) => [...(await readMigrations()), { version, name: `${version}-planted`, sql }];

test('a backup is asked for before the migrations of a database that holds something, and only when there are some (PL-5)', async () => {
  const asked: number[][] = [];
  const beforeUpgrade = (from: number, to: number) => { asked.push([from, to]); return Promise.resolve(); };
  const { version } = await migrate(pool, { beforeUpgrade });
  expect(asked).toEqual([]);
  const migrations = await plant(8000, 'CREATE TABLE planted (n int)');
  await expect(migrate(pool, { migrations, beforeUpgrade: () => Promise.reject(new Error('no room')) })).rejects.toThrow('no room');
  expect((await pool.query("SELECT to_regclass('planted') AS t")).rows).toEqual([{ t: null }]);
  expect((await migrate(pool, { migrations, beforeUpgrade })).applied).toEqual([8000]);
  expect(asked).toEqual([[version, 8000]]);
});

test('a newer database is refused in words that say what to do', async () => {
  const failed: unknown = await migrate(pool).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(StartError);
  expect(String(failed)).toMatch(/较新的知客（含版本 8000，本程序到 \d+）.*没有启动[\s\S]*comes from a newer Zhike/);
});

test('a migration that would have to wait for a table gives way to those behind it, and gets its turn (REL-11)', async () => {
  const holder = await pool.connect();
  await holder.query('BEGIN; SELECT * FROM planted');
  const running = migrate(pool, { migrations: await plant(8001, 'ALTER TABLE planted ADD COLUMN more int').then(async (all) => [...all, { version: 8000, name: 'x', sql: '' }]) });
  const isWaiting = async () => (await pool.query("SELECT 1 FROM pg_locks WHERE relation = 'planted'::regclass AND mode = 'AccessExclusiveLock' AND NOT granted")).rowCount;
  try {
    // Twice: it asks again after it gave way.
    for (let turn = 0; turn < 2; turn += 1) {
      await expect.poll(isWaiting, { interval: 5 }).toBe(1);
      // Stands behind the waiting migration, and would stand there for as long as the holder does.
      await pool.query('SELECT count(*) FROM planted');
    }
  } finally {
    await holder.query('COMMIT');
    holder.release();
  }
  expect((await running).applied).toEqual([8001]);
});
