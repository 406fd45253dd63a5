import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#app/test-app.ts';
import { openDay } from '#modules/reception/server/reception.public.ts';
import { makeTestSite } from '../harness/reception-site.ts';

let app: TestApp;
beforeAll(async () => { app = await startTestApp({ isDurable: true }); });
afterAll(() => app.close());

/** Runs arrivals in a process of their own and kills it after so many; answers the arrivals that it said were committed. */
async function killedAfter(site: string, arrivals: number): Promise<string[]> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', path.join(import.meta.dirname, 'reception-program.ts')], {
    cwd: path.resolve(import.meta.dirname, '../..'), stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, FAULT_URL: app.services.database.pool.options.connectionString, FAULT_SITE: site, FAULT_DIR: tmpdir() },
  });
  const said: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    said.push(line.replace('assigned ', ''));
    if (said.length === arrivals) child.kill('SIGKILL');
  });
  await once(child, 'close');
  return said;
}

test('killed in the middle of arrivals: each turn is whole or not there, and the rotation goes on (REL-9)', async () => {
  const site = await makeTestSite(app, 40);
  await site.act((ctx) => openDay(ctx, site.id));
  const said: string[] = [];
  for (const arrivals of [15, 40, 25]) said.push(...(await killedAfter(site.id, arrivals)));
  const turns = await app.services.database.rows<{ registration: string; entries: number; logs: number; notices: number }>(sql`
    SELECT t.registration_id AS registration, (SELECT count(*) FROM turn_entry e WHERE e.turn_id = t.id AND e.kind = 'counted')::int AS entries,
      (SELECT count(*) FROM roster_log l WHERE l.detail->>'turn' = t.id::text AND l.action = 'turn.assigned')::int AS logs,
      (SELECT count(*) FROM audit_entry a WHERE a.action = 'board.turn.assigned' AND a.detail->>'turn' = t.id::text)::int AS notices
    FROM turn t WHERE t.site_id = ${site.id}`);
  expect(said.length).toBeGreaterThanOrEqual(80);
  for (const registration of said) expect(turns.filter((each) => each.registration === registration)).toHaveLength(1);
  for (const { entries, logs, notices } of turns) expect([entries, logs, notices]).toEqual([1, 1, 1]);
  // At most what the eight desks had under way at each of the three deaths was committed unheard.
  expect(turns.length - said.length).toBeLessThanOrEqual(24);
  const board = await site.manager.get<{ people: { consumed: number; receptions: number }[] } & Record<string, unknown>>(`/sites/${site.id}/board`);
  for (const { consumed, receptions } of board.body.people) expect(consumed).toBeGreaterThanOrEqual(receptions);
  console.info(`killed 3 times: ${said.length} arrivals heard, ${turns.length} turns stored`);
}, 300_000);
