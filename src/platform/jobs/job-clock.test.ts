import { pino } from 'pino';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { type Database, openDatabase } from '../db/database.ts';
import { type TestDatabase, createTestDatabase } from '../db/test-database.ts';
import { makeJobs } from './job-worker.ts';
import type { Jobs } from './jobs.ts';

const HOUR = 3_600_000;
let base: TestDatabase;
let database: Database;
let now = Date.parse('2026-03-02T01:00:00Z');
const runs: string[] = [];
const servers: Jobs[] = [];

beforeAll(async () => {
  base = await createTestDatabase();
  database = openDatabase({ url: base.url, max: 6 });
  for (const name of ['a', 'b']) {
    const jobs = makeJobs();
    jobs.define({ name: 'hourly', handler: () => { runs.push(name); return Promise.resolve('done'); } });
    jobs.every('hourly', 3_600);
    await jobs.start({ database, databaseUrl: base.url, clock: () => new Date(now), newId, log: pino({ level: 'silent' }), isDiskLow: () => false });
    servers.push(jobs);
  }
});
afterAll(async () => {
  for (const jobs of servers) await jobs.stop();
  await database.close();
  await base.drop();
});

/** Until both servers saw the clock: one run waits, none is due, and none waits for a time the clock was ahead. */
const settle = () => expect.poll(async () => {
  for (const jobs of servers) jobs.wake();
  const at = new Date(now).toISOString();
  return database.one<{ n: number; due: number; ahead: number }>(sql`
    SELECT count(*)::int AS n, (count(*) FILTER (WHERE run_at <= ${at}))::int AS due,
      (count(*) FILTER (WHERE run_at > ${at}::timestamptz + interval '1 hour'))::int AS ahead
    FROM job WHERE name = 'hourly' AND state IN ('waiting', 'running')`);
}, { timeout: 60_000, interval: 20 }).toEqual({ n: 1, due: 0, ahead: 0 });

/** Moves the clock and answers how often the job ran. */
async function jump(ms: number): Promise<number> {
  const before = runs.length;
  now += ms;
  await settle();
  return runs.length - before;
}

test('of two servers one runs it; every jump of the clock leaves one run due, none lost and none repeated (REL-6)', async () => {
  await settle();
  expect(runs).toHaveLength(1);
  expect(await jump(HOUR - 1_000)).toBe(0);
  expect(await jump(1_000)).toBe(1);
  expect(await jump(2 * HOUR)).toBe(1);
  expect(await jump(-2 * HOUR)).toBe(0);
  expect(await jump(HOUR)).toBe(1);
  expect(await jump(72 * HOUR)).toBe(1);
  expect(await jump(-72 * HOUR)).toBe(0);
  expect(await jump(HOUR)).toBe(1);
});

test('a repeated job that somebody cancelled comes back', async () => {
  await database.run(sql`UPDATE job SET state = 'cancelled' WHERE name = 'hourly' AND state = 'waiting'`);
  now += 10_000;
  await settle();
  expect(await jump(HOUR)).toBe(1);
});

test('a pause after an error is no longer than it should be when the clock was set back', async () => {
  const id = newId();
  await database.run(sql`INSERT INTO job (id, name, state, attempts, error, run_at, created_at)
    VALUES (${id}, 'other', 'waiting', 1, 'x', ${new Date(now + 72 * HOUR).toISOString()}, now())`);
  now -= 10_000;
  await expect.poll(async () => {
    for (const jobs of servers) jobs.wake();
    const row = await database.one<{ at: string }>(sql`SELECT run_at AS at FROM job WHERE id = ${id}`);
    return new Date(row.at).getTime();
  }, { timeout: 60_000, interval: 20 }).toBeLessThanOrEqual(now + 300_000);
});
