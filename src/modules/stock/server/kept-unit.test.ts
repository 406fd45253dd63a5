import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp } from '#app/test-app.ts';
import { type SaleScene, expectMade, makeScene, newCustomer, signSale, unitAt } from './test-sale.ts';

let scene: SaleScene;
beforeAll(async () => {
  scene = await makeScene(await startTestApp({ clock: () => new Date('2026-03-02T02:00:00.000Z') }));
});
afterAll(() => scene.app.close());

const unit = async (id: string, person = scene.manager) => (await person.get(`/stock/units/${id}`)).body;
const ask = (subscription: string, newSaleUnit: string) => scene.lin.post(`/stock/subscriptions/${subscription}/changes`, { kind: 'exchange', reason: '换到另一侧', newSaleUnit });

/** The manager's boss is the administrator: nobody else is above the salesperson here. */
async function settle(outcome: 'approve' | 'reject'): Promise<void> {
  const waiting = await scene.app.admin.get<{ data: { id: string }[] }>('/approvals?box=waiting');
  await expectMade(scene.app.admin.post(`/approvals/${waiting.body.data[0]?.id ?? ''}/${outcome}`, outcome === 'reject' ? { opinion: '再谈' } : {}));
}

/** A signed sale and a unit of the same area, grade and price: an exchange that the policy leaves to an approval. */
async function twins(floor: number) {
  const [old, target] = [unitAt(scene, floor, 2), unitAt(scene, floor + 1, 2)];
  const price = String((await unit(old))['price']);
  await expectMade(scene.manager.post('/stock/price-lists', { project: scene.project.id, name: '同价', effectiveOn: '2026-03-02', lines: [{ unit: target, price }] }));
  return { old, target, sale: await signSale(scene, old) };
}

test('an exchange that waits for approval keeps its new unit from everybody; refused, the unit is for sale again', async () => {
  const { old, target, sale } = await twins(1);
  expect((await ask(sale.subscription, target)).body).toMatchObject({ outcome: 'approval', state: 'approving', clause: '6.1*' });
  expect(await unit(target, scene.lin)).toMatchObject({ status: 'held', hold: null, actions: [], exchange: { subscription: { id: sale.subscription } } });
  expect(await unit(target, scene.zhao)).toMatchObject({ exchange: { subscription: null } });
  const other = await newCustomer(scene.zhao);
  const taken = await scene.zhao.post('/stock/holds', { saleUnit: target, customer: other, kind: 'holding' });
  expect(taken.body).toMatchObject({ code: 'stock.unit-taken', by: null, until: null });
  expect(taken.text).toContain('另一位客户');
  const second = await signSale(scene, unitAt(scene, 1, 1));
  expect((await ask(second.subscription, target)).body['code']).toBe('record.wrong-state');
  await settle('reject');
  expect([(await unit(old))['status'], (await unit(target))['status']]).toEqual(['signed', 'available']);
  await expectMade(scene.zhao.post('/stock/holds', { saleUnit: target, customer: other, kind: 'holding' }));
});

test('approved, the sale moves into the unit that was kept for it', async () => {
  const { old, target, sale } = await twins(3);
  await expectMade(ask(sale.subscription, target));
  await settle('approve');
  expect([(await unit(old))['status'], (await unit(target))['status']]).toEqual(['available', 'signed']);
  expect((await scene.lin.get(`/deals/${sale.deal}`)).body['saleUnit']).toBe(target);
});

const find = async (person: typeof scene.lin, q: string) =>
  (await person.get<{ data: { object: string; title: string }[] }>(`/search?q=${encodeURIComponent(q)}`)).body.data.map(({ object, title }) => `${object} ${title}`);

test('units, holds, subscriptions, deals and receipts are found by their numbers, by those who may read them', async () => {
  const sale = await signSale(scene, unitAt(scene, 6, 3));
  const one = async (path: string) => (await scene.lin.get<Record<string, string>>(path)).body;
  const [subscription, deal, hold] = [await one(`/subscriptions/${sale.subscription}`), await one(`/deals/${sale.deal}`), await one(`/unit-holds/${sale.hold}`)];
  expect(hold['number']).toMatch(/^DD-2026-\d{6}$/);
  const receipts = await scene.lin.get<{ data: { number: string; saleUnit: string }[] }>('/receipts?limit=50');
  const receipt = receipts.body.data.find((each) => each.saleUnit === unitAt(scene, 6, 3))?.number ?? '';
  expect(await find(scene.zhao, '1-603')).toEqual(['saleUnit 1-603']);
  for (const [object, number = ''] of [['subscription', subscription['number']], ['deal', deal['number']], ['unitHold', hold['number']], ['receipt', receipt]] as const) {
    expect(await find(scene.lin, number)).toContain(`${object} ${number}`);
    expect(await find(scene.zhao, number)).toEqual([]);
  }
  expect(await find(scene.lin, subscription['number']?.slice(-6) ?? '')).toContain(`subscription ${subscription['number']}`);
  expect(await find(scene.lin, 'HT-001')).toContain(`deal ${deal['number']}`);
  expect(await find(scene.lin, '李先生')).toContain(`subscription ${subscription['number']}`);
});

const facts = { code: '1-701', floor: 7, position: 1, layout: '三室', area: 96.8, grade: 3 };

test('a manager adds units with and without a price and corrects one until somebody holds it; a salesperson does neither', async () => {
  const building = scene.project.buildingIds[0];
  const body = { building, listName: '新增房源', units: [{ ...facts, price: '1000000' }, { ...facts, code: '1-702', position: 2, price: null }] };
  expect((await scene.lin.post('/stock/units', body)).status).toBe(403);
  expect((await expectMade(scene.manager.post('/stock/units', body)))['count']).toBe(2);
  expect((await scene.manager.post('/stock/units', body)).body).toMatchObject({ code: 'record.duplicate', errors: [{ path: 'code' }] });
  const { units } = (await scene.manager.get<{ units: { id: string; code: string; price: string | null }[] }>(`/stock/board/${scene.project.id}`)).body;
  const [priced, bare] = ['1-701', '1-702'].map((code) => units.find((each) => each.code === code));
  expect([priced?.price, bare?.price]).toEqual(['1000000.00', null]);
  expect(await unit(priced?.id ?? '')).toMatchObject({ unitPrice: '10330.58', priceList: '新增房源', actions: ['hold', 'price', 'correct', 'withdraw'] });
  expect((await unit(bare?.id ?? ''))['actions']).toEqual(['price', 'correct', 'withdraw']);
  const correct = (person: typeof scene.lin, area: number) => person.call('PUT', `/stock/units/${priced?.id ?? ''}`, { ...facts, area });
  expect((await correct(scene.lin, 100)).status).toBe(403);
  expect((await correct(scene.manager, 100)).status).toBe(204);
  expect(await unit(priced?.id ?? '')).toMatchObject({ area: 100, price: '1000000.00', unitPrice: '10000.00' });
  await expectMade(scene.lin.post('/stock/holds', { saleUnit: priced?.id, customer: await newCustomer(scene.lin), kind: 'holding' }));
  expect((await correct(scene.manager, 90)).body['code']).toBe('record.wrong-state');
});

test('a subscription takes the customer’s own phone where none is given, and says so where there is none', async () => {
  const file = async (phone: string | undefined, place: number) => {
    const customer = String((await expectMade(scene.lin.post('/customers', { kind: 'person', name: `周${place}`, ...(phone && { phone }), _acceptDuplicate: true })))['id']);
    const saleUnit = unitAt(scene, 5, place);
    const hold = String((await expectMade(scene.lin.post('/stock/holds', { saleUnit, customer, kind: 'reservation' })))['id']);
    const price = String((await unit(saleUnit))['price']);
    const body = { buyers: '周女士', discount: '0', deposit: '20000', address: '香港中路 10 号', postcode: '266071', instalments: [{ dueOn: '2026-05-01', label: '全款', amount: price }] };
    return scene.lin.post(`/stock/holds/${hold}/subscription`, body);
  };
  const made = await expectMade(file('13912345678', 3));
  expect((await scene.lin.get(`/subscriptions/${String(made['id'])}`)).body['phone']).toMatch(/5678/);
  expect((await file(undefined, 4)).body).toMatchObject({ code: 'record.invalid', errors: [{ path: 'phone' }] });
});
