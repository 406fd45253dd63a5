import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPerson } from '#app/test-app.ts';
import { type TestDesk, doStep, made, openTestDesk, takeIn } from '#modules/service/server/test-desk.ts';

type Person = TestPerson & { readonly id: string };

let desk: TestDesk;
let worker: Person;
let depot: string;
let van: string;
let valve: string;
let hose: string;

const makeOne = async (path: string, body: Readonly<Record<string, unknown>>) => String((await made(desk.supervisor.post(path, body)))['id']);
const change = (kind: string, store: string, lines: readonly (readonly [string, string])[], more = {}) =>
  desk.supervisor.post('/fieldwork/stock/changes', { kind, store, lines: lines.map(([part, quantity]) => ({ part, quantity })), ...more });

beforeAll(async () => {
  desk = await openTestDesk();
  worker = await desk.app.person({ username: 'worker1', name: '石磊', roles: ['fieldWorker'], unit: await desk.unitOf('工程部') });
  depot = await makeOne('/part-stores', { name: '总仓', kind: 'depot' });
  van = await makeOne('/part-stores', { name: '一号车', kind: 'van', worker: worker.id });
  valve = await makeOne('/parts', { code: 'F-01', name: '角阀', measure: '个', price: { amount: '18.35', currency: 'CNY' }, lowAt: 5 });
  hose = await makeOne('/parts', { code: 'F-02', name: '软管', measure: '米', price: { amount: '4.99', currency: 'CNY' } });
}, 120_000);
afterAll(() => desk.close());

interface Stock { readonly parts: readonly { readonly id: string; readonly total: string; readonly isLow: boolean; readonly stock: readonly { readonly store: string; readonly quantity: string }[] }[] }
const lying = async (part: string, store: string) => (await made(desk.supervisor.get('/fieldwork/stock')) as unknown as Stock).parts.find(({ id }) => id === part)?.stock.find((each) => each.store === store)?.quantity ?? '0';

async function doneOrder(parts: readonly unknown[]): Promise<{ readonly id: string; readonly caseId: string }> {
  const caseId = await takeIn(desk, '报修', { place: '3 号楼' });
  const { data } = await made(desk.supervisor.get('/order-checklists')) as { data: { id: string }[] };
  const window = { from: '2026-03-03T01:00:00Z', to: '2026-03-03T02:00:00Z' };
  const id = String((await made(desk.supervisor.post('/fieldwork/orders', { case: caseId, kind: 'repair', subject: '换角阀', checklist: data[0]?.id, dispatch: { worker: worker.id, ...window, isOverlapAccepted: true } })))['id']);
  const sheet = await made(worker.get(`/fieldwork/orders/${id}/sheet`)) as { items: { key: string }[]; van: { part: string; quantity: string }[] };
  expect(sheet.van.map(({ part }) => part).toSorted()).toEqual([valve, hose].toSorted());
  const answers = sheet.items.map(({ key }) => ({ key, value: 'no', comment: '演练', photos: [] }));
  await made(worker.post(`/fieldwork/orders/${id}/report`, { key: desk.app.services.newId(), outcome: 'done', result: '已换', answers, parts, signature: null, unsignedFor: '不在家' }));
  return { id, caseId };
}

test('received, moved and counted: the stock is the sum of its moves, and nothing is moved that is not there', async () => {
  expect((await change('receive', depot, [[valve, '20'], [hose, '100.5']])).status).toBe(204);
  expect((await change('transfer', depot, [[valve, '6'], [hose, '12.125']], { to: van })).status).toBe(204);
  expect([await lying(valve, depot), await lying(valve, van), await lying(hose, van)]).toEqual(['14', '6', '12.125']);
  const short = await change('transfer', depot, [[hose, '1'], [valve, '14.001']], { to: van });
  expect([short.status, short.body['code'], short.body['title']]).toEqual([409, 'fieldwork.short', '角阀只有 14，请改数量或先入库。']);
  expect(await lying(hose, van)).toBe('12.125');
  expect((await change('count', depot, [[valve, '13.5'], [hose, '88.375']], { note: '月末盘点' })).status).toBe(204);
  expect(await lying(valve, depot)).toBe('13.5');
  expect((await change('receive', depot, [[valve, '0']])).status).toBe(400);
  expect((await worker.post('/fieldwork/stock/changes', { kind: 'receive', store: van, lines: [{ part: valve, quantity: '1' }] })).status).toBe(403);
  const sums = await desk.app.services.database.rows(sql`
    SELECT 1 FROM part_stock s JOIN (SELECT store_id, part_id, sum(quantity) AS total FROM part_move GROUP BY store_id, part_id) m USING (store_id, part_id) WHERE s.quantity <> m.total`);
  expect(sums).toEqual([]);
});

test('what an order used leaves the van at its price of that day, exact to the fen, and is part of what its cause costs', async () => {
  const { id, caseId } = await doneOrder([{ part: valve, name: '角阀', quantity: '3' }, { part: hose, name: '软管', quantity: '1.335' }, { part: null, name: '生料带', quantity: '1' }]);
  // 3 × 18.35 = 55.05; 1.335 × 4.99 = 6.66165, which is 6.66.
  expect(await made(desk.supervisor.get(`/fieldwork/orders/${id}/sheet`))).toMatchObject({
    partsCost: '61.71', parts: [{ name: '角阀', quantity: '3', measure: '个', cost: '55.05' }, { name: '软管', quantity: '1.335', cost: '6.66' }, { name: '生料带', quantity: '1', measure: null, cost: null }],
  });
  expect([await lying(valve, van), await lying(hose, van)]).toEqual(['3', '10.79']);
  const cause = Object.values(desk.causes)[1];
  await made(desk.supervisor.post(`/service/cases/${caseId}/remedies`, { kind: 'gift', amount: '20', note: null }));
  await made(doStep(desk.supervisor, caseId, 'repair', { cause, result: '已换角阀' }));
  const causes = await made(desk.supervisor.get('/service/causes?from=2026-03-01&to=2026-03-31')) as { data: { id: string; cost: string }[] };
  expect(causes.data.find((row) => row.id === cause)?.cost).toBe('81.71');
});

test('used beyond what is there: the work is reported, the stock tells the gap', async () => {
  await doneOrder([{ part: valve, name: '角阀', quantity: '5' }]);
  expect(await lying(valve, van)).toBe('-2');
  const moves = await made(desk.supervisor.get(`/fieldwork/parts/${valve}/moves`)) as { data: { kind: string; quantity: string; order: string | null }[] };
  expect(moves.data[0]).toMatchObject({ kind: 'use', quantity: '-5', order: expect.stringContaining('FD-') as string });
});
