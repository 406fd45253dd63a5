import { afterAll, beforeAll, expect, test } from 'vitest';
import sql from 'sql-template-tag';
import { organisationModule } from '#modules/organisation/server/organisation.module.ts';
import { isPassword } from './credentials/passwords.ts';
import { identityModule } from './identity.module.ts';
import { type TestServer, setUp, startTestServer } from './test-server.ts';

let app: TestServer;
beforeAll(async () => {
  app = await startTestServer([identityModule, organisationModule]);
  await setUp(app);
});
afterAll(() => app.stop());

const SAMPLES = 24;
/** The quarter of the tries that was disturbed least. */
const calm = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 4)] ?? 0;

// Work, not time: what a stranger could measure follows from it, and a busy machine does not change it.
const worked = async <R>(work: number[], act: () => Promise<R>): Promise<R> => {
  const start = process.cpuUsage();
  const result = await act();
  const { user, system } = process.cpuUsage(start);
  work.push(user + system);
  return result;
};

// By turns and against one another: whatever else the machine does hits all alike.
test('a wrong password and an unknown name look the same and cost the same work (SEC-4)', async () => {
  const work = { admin: [] as number[], nobody: [] as number[] };
  const hashing: number[] = [];
  const bodies = new Set<string>();
  for (let i = 0; i < SAMPLES; i += 1) {
    for (const username of i % 2 === 0 ? (['admin', 'nobody'] as const) : (['nobody', 'admin'] as const)) {
      await app.services.database.run(sql`DELETE FROM attempt`);
      const browser = app.browser(`10.${i}.0.1`);
      const { status, body } = await worked(work[username], () => browser.call('POST', '/auth/login', { username, password: `wrong password ${i}` }));
      const { requestId: _requestId, ...rest } = body;
      bodies.add(JSON.stringify([status, rest]));
    }
    await worked(hashing, () => isPassword('wrong', undefined));
  }
  expect(bodies.size).toBe(1);
  const [known, unknown, hash] = [calm(work.admin), calm(work.nobody), calm(hashing)];
  expect(Math.min(known, unknown), JSON.stringify({ known, unknown, hash })).toBeGreaterThan(hash * 0.6);
  expect(Math.max(known / unknown, unknown / known), JSON.stringify({ known, unknown, hash })).toBeLessThan(1.4);
});
