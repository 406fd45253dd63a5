import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp } from '#app/test-app.ts';
import { expireHolds } from './expire-holds.ts';
import { type SaleScene, draftFor, expectMade, fileSale, makeScene, newCustomer, pay, signSale, unitAt } from './test-sale.ts';

let now = new Date('2026-03-02T02:00:00.000Z');
let scene: SaleScene;
beforeAll(async () => {
  scene = await makeScene(await startTestApp({ clock: () => now }));
});
afterAll(() => scene.app.close());

const statusOf = async (unit: string) => (await scene.manager.get(`/stock/units/${unit}`)).body['status'];
const noticesOf = (user: string, kind: string) => scene.app.services.database.rows(sql`SELECT id FROM notification WHERE user_id = ${user} AND kind = ${kind}`);

test('two holds at the same instant: one succeeds, the other hears until when, and by whom only if that customer is theirs to see', async () => {
  const unit = unitAt(scene, 1, 1);
  const mine = await newCustomer(scene.lin, '陈小姐');
  const others = await newCustomer(scene.zhao, '王先生');
  const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => (index % 2 === 0 ? scene.lin : scene.zhao).post('/stock/holds', { saleUnit: unit, customer: index % 2 === 0 ? mine : others, kind: 'holding' })));
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409, 409, 409, 409, 409, 409]);
  const isLin = answers.findIndex(({ status }) => status === 201) % 2 === 0;
  const holder = isLin ? { person: scene.lin, name: '陈小姐' } : { person: scene.zhao, name: '王先生' };
  const other = isLin ? { person: scene.zhao, customer: others } : { person: scene.lin, customer: mine };
  const known = await holder.person.post('/stock/holds', { saleUnit: unit, customer: isLin ? mine : others, kind: 'holding' });
  expect(known.body).toMatchObject({ code: 'stock.unit-taken', by: { name: holder.name }, until: '2026-03-02T06:00:00.000Z' });
  const unknown = await other.person.post('/stock/holds', { saleUnit: unit, customer: other.customer, kind: 'holding' });
  expect(unknown.body).toMatchObject({ code: 'stock.unit-taken', by: null, until: '2026-03-02T06:00:00.000Z' });
  expect(unknown.body['title']).toBe('1-101 已由另一位客户保留至 2026-03-02 14:00，请另选房源，或到期后再试。');
  expect(unknown.text).not.toContain(holder.name);
  expect(await scene.app.services.database.rows(sql`SELECT id FROM unit_hold WHERE sale_unit_id = ${unit}`)).toHaveLength(1);
});

test('a hold warns before, ends once however often and in parallel the job runs, and never comes back when the clock goes back', async () => {
  const unit = unitAt(scene, 1, 2);
  const hold = String((await expectMade(scene.lin.post('/stock/holds', { saleUnit: unit, customer: await newCustomer(scene.lin), kind: 'holding' })))['id']);
  const began = now;
  now = new Date('2026-03-02T04:30:00.000Z');
  await Promise.all([expireHolds(scene.app.services), expireHolds(scene.app.services)]);
  expect(await statusOf(unit)).toBe('held');
  const warnings = await noticesOf(scene.lin.id, 'stock.expiring');
  expect(warnings.length).toBeGreaterThan(0);
  now = new Date('2026-03-02T08:00:00.000Z');
  const runs = await Promise.all([expireHolds(scene.app.services), expireHolds(scene.app.services), expireHolds(scene.app.services)]);
  expect(runs.reduce((sum, run) => sum + run.expired, 0)).toBe(2);
  now = began;
  expect(await expireHolds(scene.app.services)).toMatchObject({ expired: 0 });
  expect(await statusOf(unit)).toBe('available');
  expect((await scene.lin.get(`/unit-holds/${hold}`)).body['state']).toBe('expired');
  const history = await scene.manager.get<{ data: { changes: { field: string }[] }[] }>(`/sale-units/${unit}/history`);
  expect(history.body.data.filter((entry) => entry.changes.some((change) => change.field === 'status'))).toHaveLength(2 + 1);
});

test('a paid hold is kept longer and extended once, not twice', async () => {
  const unit = unitAt(scene, 1, 3);
  const hold = String((await expectMade(scene.lin.post('/stock/holds', { saleUnit: unit, customer: await newCustomer(scene.lin), kind: 'holding' })))['id']);
  expect((await scene.lin.post(`/stock/holds/${hold}/extend`)).body['code']).toBe('record.wrong-state');
  await expectMade(pay(scene.finance, hold, 'holdingDeposit', '5000'));
  expect((await scene.lin.get(`/stock/units/${unit}`)).body['heldUntil']).toBe('2026-03-04T02:00:00.000Z');
  expect((await scene.zhao.post(`/stock/holds/${hold}/extend`)).status).toBe(404);
  await expectMade(scene.lin.post(`/stock/holds/${hold}/extend`));
  expect((await scene.lin.post(`/stock/holds/${hold}/extend`)).body['code']).toBe('record.wrong-state');
  expect((await scene.lin.post(`/stock/holds/${hold}/release`)).body['code']).toBe('record.wrong-state');
});

test('instalments sum to the cent, and a cent too much or too little is refused', async () => {
  const unit = unitAt(scene, 1, 4);
  const hold = String((await expectMade(scene.lin.post('/stock/holds', { saleUnit: unit, customer: await newCustomer(scene.lin), kind: 'reservation' })))['id']);
  const price = String((await scene.lin.get(`/stock/units/${unit}`)).body['price']);
  for (const off of [0.01, -0.01]) {
    const draft = draftFor(price);
    const [first, last] = draft.instalments;
    const answer = await scene.lin.post(`/stock/holds/${hold}/subscription`, { ...draft, instalments: [first, { ...last, amount: (Number(last?.amount) + off).toFixed(2) }] });
    expect(answer.body).toMatchObject({ status: 400, code: 'stock.instalments' });
  }
  await expectMade(scene.lin.post(`/stock/holds/${hold}/subscription`, draftFor(price)));
  expect((await scene.lin.post(`/stock/holds/${hold}/subscription`, draftFor(price))).body['code']).toBe('record.wrong-state');
});

test('only finance books: not the seller, not a manager, not the administrator, and the database says so too', async () => {
  const sale = await fileSale(scene.lin, unitAt(scene, 2, 1), await newCustomer(scene.lin));
  for (const person of [scene.lin, scene.zhao, scene.manager, scene.app.admin]) {
    expect((await pay(person, sale.hold, 'reservationDeposit', '50000')).body['code']).toBe('auth.forbidden');
  }
  const insert = (by: string) => scene.app.services.database.run(sql`
    INSERT INTO receipt (id, number, place_id, customer_id, project_id, sale_unit_id, hold_id, kind, amount, amount_currency, method, received_on, payer, booked_by_id, owner_id, created_at, updated_at)
    SELECT gen_random_uuid(), 'X', h.project_id, h.customer_id, h.project_id, h.sale_unit_id, h.id, 'holdingDeposit', 1, 'CNY', 'cash', '2026-03-02', 'X', ${by}, h.owner_id, now(), now() FROM unit_hold h WHERE h.id = ${sale.hold}`);
  await expect(insert(scene.lin.id)).rejects.toThrow('only finance');
  await expect(insert(scene.manager.id)).rejects.toThrow('only finance');
  const receipt = await expectMade(pay(scene.finance, sale.hold, 'reservationDeposit', '50000'));
  await expect(scene.app.services.database.run(sql`DELETE FROM receipt WHERE id = ${String(receipt['id'])}`)).rejects.toThrow('reversed');
  await expect(scene.app.services.database.run(sql`UPDATE receipt SET amount = 1 WHERE id = ${String(receipt['id'])}`)).rejects.toThrow('reversed');
});

test('receipt numbers have no gap, in parallel and after refusals; a reversal is a receipt of its own and takes the reservation back', async () => {
  const sale = await fileSale(scene.lin, unitAt(scene, 2, 2), await newCustomer(scene.lin));
  const small = Array.from({ length: 6 }, (_, index) => (index === 2 ? pay(scene.finance, sale.hold, 'refund', '1') : pay(scene.finance, sale.hold, 'reservationDeposit', '10000')));
  const answers = await Promise.all(small);
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(5);
  expect(await statusOf(unitAt(scene, 2, 2))).toBe('reserved');
  const last = answers.findLast(({ status }) => status === 201)?.body['id'];
  await expectMade(scene.finance.post(`/stock/receipts/${String(last)}/reverse`, { reason: '刷卡失败' }));
  expect(await statusOf(unitAt(scene, 2, 2))).toBe('held');
  expect((await scene.finance.post(`/stock/receipts/${String(last)}/reverse`, { reason: '再冲' })).body['code']).toBe('record.wrong-state');
  const numbers = await scene.app.services.database.rows<{ number: string }>(sql`SELECT number FROM receipt ORDER BY number`);
  expect(numbers.map(({ number }) => number)).toEqual(numbers.map((_, index) => `YQL-2026-${String(index + 1).padStart(6, '0')}`));
});

test('the states of a sale up to the handover; the contract needs signature and deposit; what is signed is not altered', async () => {
  const unit = unitAt(scene, 2, 3);
  const sale = await fileSale(scene.lin, unit, await newCustomer(scene.lin));
  const contract = () => scene.lin.post(`/stock/subscriptions/${sale.subscription}/contract`, { contractNumber: 'HT-009', dealOn: '2026-03-02' });
  expect((await contract()).body['code']).toBe('record.wrong-state');
  await expectMade(scene.lin.post(`/stock/subscriptions/${sale.subscription}/sign`));
  expect((await contract()).body['code']).toBe('record.wrong-state');
  const price = String((await scene.lin.get(`/stock/units/${unit}`)).body['price']);
  expect((await scene.lin.call('PUT', `/stock/subscriptions/${sale.subscription}`, draftFor(price, { buyers: '别人' }))).body['code']).toBe('record.wrong-state');
  await expect(scene.app.services.database.run(sql`UPDATE subscription SET wording = 'x' WHERE id = ${sale.subscription}`)).rejects.toThrow('fixed');
  await expectMade(pay(scene.finance, sale.hold, 'reservationDeposit', '50000'));
  now = new Date('2026-04-20T02:00:00.000Z');
  await expireHolds(scene.app.services);
  now = new Date('2026-03-02T02:00:00.000Z');
  expect(await statusOf(unit)).toBe('reserved');
  const deal = String((await expectMade(contract()))['id']);
  expect(await statusOf(unit)).toBe('signed');
  await expectMade(pay(scene.finance, sale.hold, 'instalment', '250000.10'));
  expect((await scene.zhao.post(`/stock/deals/${deal}/deliver`)).status).toBe(404);
  await expectMade(scene.lin.post(`/stock/deals/${deal}/deliver`));
  expect(await statusOf(unit)).toBe('delivered');
});

test('a price list is in force from its day on, and does not touch what is held', async () => {
  const [free, held] = [unitAt(scene, 3, 1), unitAt(scene, 3, 2)];
  await expectMade(scene.lin.post('/stock/holds', { saleUnit: held, customer: await newCustomer(scene.lin), kind: 'holding' }));
  const before = String((await scene.lin.get(`/stock/units/${held}`)).body['price']);
  const list = { project: scene.project.id, name: '三月调价', effectiveOn: '2026-03-02', lines: [{ unit: free, price: '900000' }, { unit: held, price: '900000' }] };
  expect((await scene.lin.post('/stock/price-lists', list)).status).toBe(403);
  await expectMade(scene.app.admin.post('/stock/price-lists', list));
  await expectMade(scene.app.admin.post('/stock/price-lists', { ...list, name: '六月调价', effectiveOn: '2026-06-01', lines: [{ unit: free, price: '950000' }] }));
  expect((await scene.lin.get(`/stock/units/${free}`)).body).toMatchObject({ price: '900000.00', priceList: '三月调价' });
  expect((await scene.lin.get(`/stock/units/${held}`)).body['price']).toBe(before);
});

test('a deal appears in the register of contracts, and only the owner and those above see it', async () => {
  const sale = await signSale(scene, unitAt(scene, 3, 3));
  expect((await scene.lin.get(`/deals/${sale.deal}`)).body).toMatchObject({ state: 'signed', price: { amount: sale.price, currency: 'CNY' } });
  expect((await scene.zhao.get(`/deals/${sale.deal}`)).status).toBe(404);
  expect((await scene.finance.get(`/deals/${sale.deal}`)).status).toBe(200);
});
