import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type TestApp, startTestApp } from '#app/test-app.ts';
import { type SaleFields, canariesOfSale, makeSaleFields, runSaleFields } from './sale-fields.ts';
import { saleMonth } from './sale-world.ts';

// The protection is taken out: every field is shown in full to everybody.
vi.mock('#platform/access/field-access.ts', async (importOriginal) => {
  const original = await importOriginal<{ visibleFields: unknown }>();
  const full = { view: 'full', edit: true };
  return { ...original, fieldAccessOf: () => full, visibleFields: (_actor: unknown, def: { fields: unknown[] }) => def.fields };
});

let app: TestApp;
let world: SaleFields;
beforeAll(async () => {
  app = await startTestApp({ clock: () => new Date(`${saleMonth}-02T02:00:00Z`) });
  world = await makeSaleFields(app);
});
afterAll(() => app.close());

it('the field matrix of sales fails for every field when the field rights are taken out', async () => {
  const { violations } = await runSaleFields(world, 'hidden');
  for (const { object, field } of canariesOfSale) expect(violations.filter((each) => each.startsWith(`hidden ${object}.${field} `)), `${object}.${field}`).not.toEqual([]);
  for (const room of ['unit', 'board', 'sale', 'payments', 'dispute file', 'account', 'figure', 'team', 'deal ledger', 'why', 'settlement']) {
    expect(violations.filter((each) => each.includes(` in ${room}: `)), room).not.toEqual([]);
  }
}, 600_000);
