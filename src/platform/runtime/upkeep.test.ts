import { afterAll, beforeAll, expect, test } from 'vitest';
import sql from 'sql-template-tag';
import { type TestApp, startTestApp } from '#app/test-app.ts';

let app: TestApp;
let now = Date.parse('2026-03-02T01:00:00Z');
beforeAll(async () => { app = await startTestApp({ clock: () => new Date(now) }); });
afterAll(() => app.close());

test('old sign-in attempts, sessions and kept answers go by themselves while the server runs (PL-4)', async () => {
  const { database, jobs } = app.services;
  await app.admin.post('/customers', { name: '长青化工', kind: 'company' }, { 'idempotency-key': crypto.randomUUID() });
  await app.anonymous().post('/auth/login', { username: 'nobody', password: 'wrong-password-here' });
  const left = () => database.one<{ keys: number; attempts: number; sessions: number }>(sql`
    SELECT (SELECT count(*)::int FROM idempotency_key) AS keys, (SELECT count(*)::int FROM attempt) AS attempts, (SELECT count(*)::int FROM session) AS sessions`);
  const before = await left();
  expect(before.keys).toBeGreaterThan(0);
  expect(before.attempts).toBeGreaterThan(0);
  expect(before.sessions).toBe(1);
  now += 3 * 86_400_000;
  jobs.wake();
  await expect.poll(left, { timeout: 60_000 }).toMatchObject({ keys: before.keys, attempts: 0, sessions: 1 });
  now += 120 * 86_400_000;
  jobs.wake();
  await expect.poll(left, { timeout: 60_000 }).toEqual({ keys: 0, attempts: 0, sessions: 0 });
});
