import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EmbeddedServer, startEmbedded } from './embedded-server.ts';
import { assertUsableServer, objectionTo } from './usable-server.ts';

let folder = '';
let server: EmbeddedServer;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'zhike-usable-'));
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
  server = await startEmbedded({ dataDir: path.join(folder, 'data'), log: quiet });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function within<T>(database: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server.url.replace(/\/zhike(?=\?|$)/, `/${database}`) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const plainC = "template template0 locale_provider libc lc_collate 'C' lc_ctype 'C'";
const create = (sql: string): Promise<unknown> => within('postgres', (client) => client.query(sql));

test('our own server passes and nothing is left behind', async () => {
  await within('zhike', async (client) => {
    await assertUsableServer(client);
    expect((await client.query("select from pg_extension where extname = 'pg_trgm'")).rowCount).toBe(0);
  });
});

test('a database whose LC_CTYPE is C is refused: its search would find no Chinese', async () => {
  await create(`create database blind ${plainC} encoding 'UTF8'`);
  await expect(within('blind', assertUsableServer)).rejects.toThrow('LC_CTYPE');
});

test('a database in another encoding is refused', async () => {
  await create(`create database latin ${plainC} encoding 'LATIN1'`);
  await expect(within('latin', assertUsableServer)).rejects.toThrow('UTF8');
});

test('a version before 15 and a missing extension are refused, 15 is not', () => {
  const facts = { version: 150001, encoding: 'UTF8', available: true, installed: false };
  expect(objectionTo(facts)).toBeUndefined();
  expect(objectionTo({ ...facts, version: 140011 })?.en).toContain('this is 14');
  expect(objectionTo({ ...facts, available: false })?.en).toContain('pg_trgm');
});
