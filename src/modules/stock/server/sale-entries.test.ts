import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp } from '#app/test-app.ts';
import { type SaleScene, draftFor, expectMade, makeScene, newCustomer, pay, unitAt } from './test-sale.ts';

interface Entry {
  readonly action: string;
  readonly changes: readonly { readonly field: string; readonly from: unknown; readonly to: unknown }[];
}

let scene: SaleScene;
beforeAll(async () => {
  scene = await makeScene(await startTestApp({ clock: () => new Date('2026-03-02T02:00:00.000Z') }));
});
afterAll(() => scene.app.close());

/** Newest first. */
const historyOf = async (path: string): Promise<readonly Entry[]> => (await scene.app.admin.get<{ data: Entry[] }>(`${path}/history`)).body.data;
const fieldsOf = (entry: Entry | undefined): readonly string[] => (entry?.changes ?? []).map(({ field }) => field).toSorted();

test('a unit corrected to what it is already leaves no entry; one that differs leaves what differs', async () => {
  const unit = unitAt(scene, 1, 1);
  const before = (await scene.manager.get(`/sale-units/${unit}`)).body;
  const facts = { code: before['code'], floor: before['floor'], position: before['position'], layout: before['layout'] ?? null, area: before['area'], grade: before['grade'] };
  await expectMade(scene.manager.call('PUT', `/stock/units/${unit}`, facts));
  const first = await historyOf(`/sale-units/${unit}`);
  const { version } = (await scene.manager.get(`/sale-units/${unit}`)).body;
  await expectMade(scene.manager.call('PUT', `/stock/units/${unit}`, facts));
  expect(await historyOf(`/sale-units/${unit}`)).toEqual(first);
  expect((await scene.manager.get(`/sale-units/${unit}`)).body['version']).toBe(version);
  await expectMade(scene.manager.call('PUT', `/stock/units/${unit}`, { ...facts, layout: '四室两厅' }));
  const [newest, ...rest] = await historyOf(`/sale-units/${unit}`);
  expect(newest?.changes).toMatchObject([{ field: 'layout', to: '四室两厅' }]);
  expect(rest).toEqual(first);
});

test('a sale leaves an entry for each step on each record that it touches', async () => {
  const unit = unitAt(scene, 1, 2);
  const hold = String((await expectMade(scene.lin.post('/stock/holds', { saleUnit: unit, customer: await newCustomer(scene.lin), kind: 'reservation' })))['id']);
  const price = String((await scene.lin.get(`/stock/units/${unit}`)).body['price']);
  const subscription = String((await expectMade(scene.lin.post(`/stock/holds/${hold}/subscription`, draftFor(price))))['id']);
  await expectMade(scene.lin.post(`/stock/subscriptions/${subscription}/sign`));
  await expectMade(pay(scene.finance, hold, 'reservationDeposit', '50000.00'));
  const deal = String((await expectMade(scene.lin.post(`/stock/subscriptions/${subscription}/contract`, { contractNumber: 'HT-002', dealOn: '2026-03-02' })))['id']);
  const stepsOf = async (path: string) => (await historyOf(path)).toReversed().map((entry) => `${entry.action}: ${entry.action === 'create' ? '' : fieldsOf(entry).join()}`);
  expect(await stepsOf(`/sale-units/${unit}`)).toEqual([
    'create: ', 'update: holdUntil,status', 'update: holdUntil,status', 'update: holdUntil', 'update: holdUntil', 'update: status',
  ]);
  expect(await stepsOf(`/unit-holds/${hold}`)).toEqual(['create: ', 'update: expiresAt', 'update: expiresAt', 'update: endedAt,state']);
  expect(await stepsOf(`/subscriptions/${subscription}`)).toEqual(['create: ', 'update: signedAt,state', 'update: state']);
  expect(await stepsOf(`/deals/${deal}`)).toEqual(['create: ']);
});
