import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, withDatabaseName } from './test-database.ts';
import type { TestDatabase } from './test-database.ts';

let first: TestDatabase;
let second: TestDatabase;
beforeAll(async () => {
  [first, second] = await Promise.all([createTestDatabase(), createTestDatabase({ isDurable: true })]);
});
afterAll(() => Promise.all([first.drop(), second.drop()]));

async function ask(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<unknown[]>({ text, rowMode: 'array' });
    return rows.flat();
  } finally {
    await client.end();
  }
}

test('each database is migrated and its own', async () => {
  expect(first.url).not.toBe(second.url);
  expect(await ask(first.url, 'SELECT count(*) > 0 FROM schema_migration')).toEqual([true]);
  await ask(first.url, 'CREATE TABLE only_here (id int)');
  expect(await ask(second.url, `SELECT to_regclass('only_here')`)).toEqual([null]);
});

test('only on a durable database a commit waits for the disk, unless a named server decides', async () => {
  const isNamed = process.env['ZHIKE_TEST_DATABASE_URL'] !== undefined;
  for (const setting of ['synchronous_commit', 'fsync', 'full_page_writes']) {
    const found = await Promise.all([first, second].map(({ url }) => ask(url, `SHOW ${setting}`)));
    expect(found, setting).toEqual([[isNamed ? 'on' : 'off'], ['on']]);
  }
});

test('a dropped database is gone', async () => {
  const third = await createTestDatabase();
  await third.drop();
  await expect(ask(third.url, 'SELECT 1')).rejects.toThrow('does not exist');
});

test('another database of the same server, over a socket and over TCP', () => {
  const socket = 'postgresql://postgres:p%2Fw@/zhike?host=%2Ftmp%2Fz';
  expect(withDatabaseName(socket, 'x')).toBe('postgresql://postgres:p%2Fw@/x?host=%2Ftmp%2Fz');
  expect(withDatabaseName('postgres://u:p@db:5432/zhike', 'x')).toBe('postgres://u:p@db:5432/x');
});
