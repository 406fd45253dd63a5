import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type TestApp, startTestApp } from '#app/test-app.ts';
import { runSaleMatrix } from './sale-probes.ts';
import { saleMonth } from './sale-world.ts';

// The protection is taken out: everybody may see every row for which they have any grant.
vi.mock('#platform/access/record-predicate.ts', async (importOriginal) => {
  const original = await importOriginal<Record<string, unknown>>();
  return { ...original, recordPredicate: () => 'true' };
});

let app: TestApp;
beforeAll(async () => { app = await startTestApp({ clock: () => new Date(`${saleMonth}-02T02:00:00Z`) }); });
afterAll(() => app.close());

it('the matrix of sales fails when the access predicate is taken out', async () => {
  const { violations } = await runSaleMatrix(app, ['salesperson', 'salesManager']);
  for (const way of ['read', 'list', 'history', 'sale', 'file', 'why', 'deal ledger', 'account', 'figure']) {
    expect(violations.filter((violation) => violation.includes(` ${way} foreign: `)), way).not.toEqual([]);
  }
}, 600_000);
