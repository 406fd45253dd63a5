import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestApp, startTestApp } from '#app/test-app.ts';
import { type SaleFields, canariesOfSale, makeSaleFields, rooms, runSaleFields, saleChannels } from './sale-fields.ts';
import { saleMonth } from './sale-world.ts';

let app: TestApp;
let world: SaleFields;
beforeAll(async () => {
  app = await startTestApp({ clock: () => new Date(`${saleMonth}-02T02:00:00Z`) });
  world = await makeSaleFields(app);
});
afterAll(() => app.close());

const anyCanary = canariesOfSale[0] ?? expect.unreachable();

it('the rooms tell the values while nothing is hidden, or their silence would prove nothing', async () => {
  const texts = await Promise.all(rooms.map(async (room) => [room.name, (await room.ask(world, anyCanary)).text] as const));
  expect(texts.filter(([, text]) => !canariesOfSale.some(({ mark }) => text.includes(mark))).map(([name]) => name)).toEqual([]);
});

it('every hidden field of a sale × every channel: as if it were not declared (SEC-13)', async () => {
  const { violations, cells } = await runSaleFields(world, 'hidden');
  expect(violations).toEqual([]);
  expect(cells).toBe(canariesOfSale.length * saleChannels.length);
}, 600_000);

it('every masked field of a sale × every channel: the raw value is in no answer (SEC-27)', async () => {
  expect((await runSaleFields(world, 'masked')).violations).toEqual([]);
}, 600_000);
