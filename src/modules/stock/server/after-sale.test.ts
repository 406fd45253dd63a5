import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp } from '#app/test-app.ts';
import { type DealEvent, addDealListener } from './deal-listeners.ts';
import { type SaleScene, expectMade, fileSale, makeScene, newCustomer, pay, signSale, unitAt } from './test-sale.ts';

let scene: SaleScene;
const events: DealEvent[] = [];
beforeAll(async () => {
  addDealListener({ onDealEvent: (_ctx, event) => Promise.resolve(void events.push(event)) });
  scene = await makeScene(await startTestApp({ clock: () => new Date('2026-03-02T02:00:00.000Z') }));
});
afterAll(() => scene.app.close());

const ask = (subscription: string, body: Record<string, unknown>) => scene.lin.post(`/stock/subscriptions/${subscription}/changes`, { reason: '客户要求', ...body });
const statusOf = async (unit: string) => (await scene.manager.get(`/stock/units/${unit}`)).body['status'];
const told = (kind: DealEvent['kind'], subscription: string) => events.filter((event) => event.kind === kind && event.subscriptionId === subscription);
const decisionOf = (id: unknown) => scene.app.services.database.one<{ clause: string; status: string }>(sql`SELECT clause, status FROM decision WHERE id = ${String(id)}`);

/** The manager's boss is the administrator: nobody else is above the salesperson here. */
async function settle(outcome: 'approve' | 'reject'): Promise<void> {
  const waiting = await scene.app.admin.get<{ data: { id: string }[] }>('/approvals?box=waiting');
  await expectMade(scene.app.admin.post(`/approvals/${waiting.body.data[0]?.id ?? ''}/${outcome}`, outcome === 'reject' ? { opinion: '再谈' } : {}));
}

test('exchange: a smaller, worse or cheaper unit is refused with the decision on record; a larger one takes the sale with it, to the cent', async () => {
  const old = unitAt(scene, 2, 2);
  const sale = await signSale(scene, old);
  const refused = await ask(sale.subscription, { kind: 'exchange', newSaleUnit: unitAt(scene, 2, 1) });
  expect(refused.body).toMatchObject({ status: 422, code: 'stock.refused', clause: '6.1' });
  expect(await decisionOf(refused.body['decision'])).toMatchObject({ clause: '6.1', status: 'decided' });
  expect((await scene.lin.get(`/after-sale-changes/${String(refused.body['id'])}`)).body).toMatchObject({ state: 'refused', clause: '6.1' });
  const cheaper = await ask(sale.subscription, { kind: 'exchange', newSaleUnit: unitAt(scene, 1, 2) });
  expect(cheaper.body).toMatchObject({ code: 'stock.refused', clause: '6.1' });
  const target = unitAt(scene, 2, 4);
  const price = (Number((await scene.lin.get(`/stock/units/${target}`)).body['price']) - 1000).toFixed(2);
  expect((await ask(sale.subscription, { kind: 'exchange', newSaleUnit: target })).body).toMatchObject({ outcome: 'allowed', state: 'done', clause: '6.1' });
  expect([await statusOf(old), await statusOf(target)]).toEqual(['available', 'signed']);
  expect((await scene.lin.get(`/deals/${sale.deal}`)).body).toMatchObject({ saleUnit: target, price: { amount: price } });
  const { plan } = (await scene.lin.get<{ plan: { amount: string }[] }>(`/stock/subscriptions/${sale.subscription}`)).body;
  expect(plan.reduce((sum, line) => sum + Math.round(Number(line.amount) * 100), 0)).toBe(Math.round(Number(price) * 100));
  expect(told('change', sale.subscription)).toMatchObject([{ dealId: sale.deal, saleUnitId: target, amount: price, change: { kind: 'exchange' } }]);
  expect(told('contract', sale.subscription)).toMatchObject([{ dealId: sale.deal, amount: sale.price, dealOn: '2026-03-02', ownerId: scene.lin.id }]);
});

test('rename: free before the contract; after it the transfer fee is due first, and finance’s receipt carries it out', async () => {
  const early = await fileSale(scene.lin, unitAt(scene, 3, 1), await newCustomer(scene.lin));
  expect((await ask(early.subscription, { kind: 'rename', buyers: '周女士' })).body).toMatchObject({ outcome: 'allowed', clause: '6.2*', fee: null });
  expect((await scene.lin.get(`/subscriptions/${early.subscription}`)).body['buyers']).toBe('周女士');
  const late = await signSale(scene, unitAt(scene, 3, 2));
  const heir = await newCustomer(scene.lin, '吴先生');
  const answer = await ask(late.subscription, { kind: 'rename', buyers: '吴先生', newCustomer: heir });
  const fee = (Math.round(Number(late.price) * 0.5) / 100).toFixed(2);
  expect(answer.body).toMatchObject({ outcome: 'fee', state: 'feeDue', clause: '6.2', fee });
  expect((await scene.lin.get(`/deals/${late.deal}`)).body['customer']).not.toBe(heir);
  expect((await pay(scene.finance, late.hold, 'transferFee', (Number(fee) - 0.01).toFixed(2))).body['code']).toBe('record.wrong-state');
  await expectMade(pay(scene.finance, late.hold, 'transferFee', fee));
  expect((await scene.lin.get(`/deals/${late.deal}`)).body['customer']).toBe(heir);
  expect(told('change', late.subscription)).toMatchObject([{ customerId: heir, change: { kind: 'rename' } }]);
  expect(told('payment', late.subscription)).toEqual([]);
});

test('default: no arrears is none; overdue up to two months gives the notice; a day more goes to approval as a breach and ends the sale', async () => {
  const paidUp = await signSale(scene, unitAt(scene, 5, 2));
  expect((await ask(paidUp.subscription, { kind: 'default' })).body).toMatchObject({ code: 'stock.refused', clause: '6.3*' });
  const late = await signSale(scene, unitAt(scene, 5, 3), '2026-01-02');
  expect((await ask(late.subscription, { kind: 'default' })).body).toMatchObject({ outcome: 'notice', clause: '6.3', state: 'done' });
  expect(await statusOf(unitAt(scene, 5, 3))).toBe('signed');
  const unit = unitAt(scene, 4, 1);
  const sale = await signSale(scene, unit, '2026-01-01');
  expect((await ask(sale.subscription, { kind: 'default' })).body).toMatchObject({ outcome: 'breach', clause: '6.3', state: 'approving' });
  expect((await ask(sale.subscription, { kind: 'default' })).body['code']).toBe('record.wrong-state');
  await settle('approve');
  expect(await statusOf(unit)).toBe('available');
  expect((await scene.lin.get(`/deals/${sale.deal}`)).body['state']).toBe('cancelled');
  expect(told('refund', sale.subscription)).toMatchObject([{ dealId: sale.deal, amount: sale.price, change: { kind: 'default' } }]);
});

test('refund before the contract: retention first, then approval; a refusal leaves the sale, an approval ends it and finance pays back no more than was paid', async () => {
  const unit = unitAt(scene, 4, 2);
  const sale = await fileSale(scene.lin, unit, await newCustomer(scene.lin));
  await expectMade(pay(scene.finance, sale.hold, 'reservationDeposit', '50000'));
  expect((await ask(sale.subscription, { kind: 'refund' })).body).toMatchObject({ outcome: 'retention', clause: '6.4', state: 'retention' });
  const insisting = { kind: 'refund', retention: '两次面谈，客户资金另有用途' };
  expect((await ask(sale.subscription, insisting)).body).toMatchObject({ outcome: 'approval', clause: '6.4*', state: 'approving' });
  await settle('reject');
  expect(await statusOf(unit)).toBe('reserved');
  expect((await pay(scene.finance, sale.hold, 'refund', '50000')).body['code']).toBe('record.wrong-state');
  await expectMade(ask(sale.subscription, insisting));
  await settle('approve');
  expect(await statusOf(unit)).toBe('available');
  expect((await pay(scene.finance, sale.hold, 'refund', '50000.01')).body['code']).toBe('record.invalid');
  await expectMade(pay(scene.finance, sale.hold, 'refund', '50000'));
  expect(told('refund', sale.subscription)).toMatchObject([{ dealId: null }]);
  expect(told('payment', sale.subscription)).toMatchObject([{ amount: '-50000.00' }]);
});

test('refund after the contract is refused; an exception goes to approval only', async () => {
  const unit = unitAt(scene, 4, 3);
  const sale = await signSale(scene, unit);
  expect((await ask(sale.subscription, { kind: 'refund', retention: '谈过' })).body).toMatchObject({ status: 422, code: 'stock.refused', clause: '6.4' });
  expect((await ask(sale.subscription, { kind: 'refund', isException: true })).body).toMatchObject({ outcome: 'approval', clause: '6.4*' });
  expect(await statusOf(unit)).toBe('signed');
  await settle('approve');
  expect(await statusOf(unit)).toBe('available');
});

test('a change of somebody else’s sale is not found', async () => {
  const sale = await fileSale(scene.lin, unitAt(scene, 5, 1), await newCustomer(scene.lin));
  expect((await scene.zhao.post(`/stock/subscriptions/${sale.subscription}/changes`, { kind: 'rename', reason: '不是我的', buyers: 'X' })).status).toBe(404);
});
