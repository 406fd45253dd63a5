import { afterAll, beforeAll, expect, test } from 'vitest';
import sql from 'sql-template-tag';
import { organisationModule } from '#modules/organisation/server/organisation.module.ts';
import { identityModule } from './identity.module.ts';
import { type TestServer, setUp, startTestServer } from './test-server.ts';

let app: TestServer;
beforeAll(async () => {
  app = await startTestServer([identityModule, organisationModule]);
  await setUp(app);
});
afterAll(() => app.stop());

const SAMPLES = 60;
const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

test('a wrong password and an unknown name look and last the same (SEC-4)', async () => {
  const times = { admin: [] as number[], nobody: [] as number[] };
  const bodies = new Set<string>();
  for (let i = 0; i < SAMPLES; i += 1) {
    for (const username of i % 2 === 0 ? (['admin', 'nobody'] as const) : (['nobody', 'admin'] as const)) {
      await app.services.database.run(sql`DELETE FROM attempt`);
      const browser = app.browser(`10.${i}.0.1`);
      const start = performance.now();
      const { status, body } = await browser.call('POST', '/auth/login', { username, password: `wrong password ${i}` });
      times[username].push(performance.now() - start);
      const { requestId: _requestId, ...rest } = body;
      bodies.add(JSON.stringify([status, rest]));
    }
  }
  expect(bodies.size).toBe(1);
  expect(median(times.admin)).toBeGreaterThan(5);
  expect(Math.abs(median(times.admin) - median(times.nobody))).toBeLessThan(5);
});
