import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestApp, startTestApp } from '#app/test-app.ts';
import { runSaleMatrix } from './sale-probes.ts';
import { saleMonth } from './sale-world.ts';

let app: TestApp;
beforeAll(async () => { app = await startTestApp({ clock: () => new Date(`${saleMonth}-02T02:00:00Z`) }); });
afterAll(() => app.close());

it('every way to a sale, a dispute and its commission, for every role: own, of the unit, foreign (SEC-12)', async () => {
  const { violations, cells } = await runSaleMatrix(app);
  expect(violations).toEqual([]);
  expect(cells).toBeGreaterThan(1_500);
}, 600_000);
