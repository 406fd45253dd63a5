import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestApp, type TestPerson, startTestApp } from '#app/test-app.ts';
import { runFollowUpRound } from '../follow-up/follow-up-round.ts';
import { addDealFacts } from './deal-facts.ts';
import { runPoolRound } from './pool-round.ts';

type Person = TestPerson & { readonly id: string };
interface Row { id: string; name: string; region: string | null; class: string | null; clause: string; isMine: boolean; lockedUntil: string | null }

/** As a module above that knows contracts with a term. */
const contractEnds = new Map<string, string>();
addDealFacts((_db, customers) => Promise.resolve(new Map(customers.flatMap((id) => {
  const contractEndsOn = contractEnds.get(id);
  return contractEndsOn === undefined ? [] : [[id, { lastDealOn: contractEndsOn, contractEndsOn }] as const];
}))));

const DAY = 86_400_000;
let offset = 0;
let app: TestApp;
let manager: Person;
let mei: Person;
let bo: Person;
let outsider: Person;
let pool: string;
let serial = 0;
const day = (n: number) => { offset += n * DAY; };

beforeAll(async () => {
  app = await startTestApp({ clock: () => new Date(Date.now() + offset) });
  const company = await app.services.database.one<{ id: string }>(sql`SELECT id FROM org_unit WHERE parent_id IS NULL`);
  const unit = async (name: string) => String((await app.admin.post('/org-units', { name, kind: 'department', parent: company.id })).body.id);
  const here = await unit('湖畔项目部');
  const there = await unit('山语项目部');
  manager = await app.person({ username: 'manager', name: '秦岚', roles: ['salesManager'], unit: here });
  mei = await app.person({ username: 'mei', name: '梅', roles: ['salesperson'], unit: here });
  bo = await app.person({ username: 'bo', name: '博', roles: ['salesperson'], unit: here });
  outsider = await app.person({ username: 'outsider', roles: ['salesperson'], unit: there });
  await app.admin.patch(`/org-units/${here}`, { manager: manager.id });
  expect((await app.admin.post('/policy-packs/install', { key: 'first-visit' })).status).toBeLessThan(300);
  pool = String((await manager.post('/pools', { name: '湖畔公海', unit: here, pack: 'first-visit' })).body.id);
  expect(pool).toMatch(/-/);
});
afterAll(() => app.close());

async function again(...people: TestPerson[]): Promise<void> {
  for (const each of people) {
    const name = each === mei ? 'mei' : each === bo ? 'bo' : each === manager ? 'manager' : 'outsider';
    if ((await each.get('/auth/me')).status !== 200) await each.post('/auth/login', { username: name, password: 'Heron-on-the-lake-7391' });
  }
}

async function customer(of: Person, more: Record<string, unknown> = {}): Promise<string> {
  serial += 1;
  const made = await of.post('/customers', { kind: 'person', name: `方测试${serial}`, phone: `1380000${String(1000 + serial)}`, address: { region: '370211' }, _acceptDuplicate: true, ...more });
  expect(made.status).toBe(201);
  return String(made.body.id);
}
const ownerOf = async (id: string) => (await app.services.database.one<{ owner_id: string | null }>(sql`SELECT owner_id FROM customer WHERE id = ${id}`)).owner_id;
const inPool = async (who: TestPerson): Promise<Row[]> => (await who.get<{ data: Row[] }>(`/pools/${pool}/customers`)).body.data;
const stayOf = async (id: string) => (await app.services.database.one<{ id: string }>(sql`SELECT id FROM pool_stay WHERE customer_id = ${id} AND ended_at IS NULL`)).id;
const stays = async (id: string) => app.services.database.rows(sql`SELECT id FROM pool_stay WHERE customer_id = ${id}`);
const round = () => runPoolRound(app.services);

async function givenUp(of: Person): Promise<string> {
  const id = await customer(of);
  expect((await of.post(`/customers/${id}/pool-release`, { reason: '多次联系无意向' })).body).toEqual({ isReleased: true });
  return id;
}

it('releases whom nobody reached, warned before, attempts not counting, once in parallel rounds', async () => {
  const kept = await customer(mei);
  const lost = await customer(mei);
  for (const id of [kept, lost]) expect((await mei.call('PUT', `/customers/${id}/follow-up-sheet`, { class: 'B' })).status).toBe(204);
  await round();
  day(28);
  await again(mei);
  expect((await mei.post('/activities', { kind: 'call', subject: '没接', customer: lost, outcome: 'attempted', status: 'done' })).status).toBe(201);
  expect((await mei.post('/activities', { kind: 'call', subject: '聊了', customer: kept, outcome: 'reached', status: 'done' })).status).toBe(201);
  expect(await round()).toEqual({ released: 0, warned: 1 });
  day(2);
  expect(await round()).toEqual({ released: 0, warned: 0 });
  day(1);
  const both = await Promise.all([round(), round()]);
  expect(both[0].released + both[1].released).toBe(1);
  expect([await ownerOf(kept), await ownerOf(lost)]).toEqual([mei.id, null]);
  expect(await stays(lost)).toHaveLength(1);
  await again(mei, bo);
  expect((await mei.get(`/customers/${lost}`)).status).toBe(404);
  const [row] = await inPool(bo);
  expect(row).toMatchObject({ name: '方**', class: 'B', clause: 'G2', isMine: false });
  expect(row?.region).toContain('青岛');
  expect(JSON.stringify(row)).not.toContain('1380000');
});

it('a clock that runs ahead and comes back releases nobody unwarned and makes nobody wait for ever', async () => {
  const id = await customer(mei);
  await round();
  const before = offset;
  day(400);
  await round();
  expect(await ownerOf(id)).toBe(mei.id);
  offset = before;
  await round();
  expect(await ownerOf(id)).toBe(mei.id);
  day(58);
  await round();
  expect(await ownerOf(id)).toBe(mei.id);
  day(3);
  await round();
  expect(await ownerOf(id)).toBeNull();
  await again(mei, bo, manager, outsider);
});

it('a contract with a term that ended and was not renewed leads to the pool, although there was a deal', async () => {
  const [ended, running] = [await customer(mei), await customer(mei)];
  const on = (days: number) => new Date(Date.now() + offset + days * DAY).toISOString().slice(0, 10);
  contractEnds.set(ended, on(-20));
  contractEnds.set(running, on(200));
  await round();
  expect(await ownerOf(ended)).toBe(mei.id);
  day(12);
  await round();
  day(4);
  await round();
  expect([await ownerOf(ended), await ownerOf(running)]).toEqual([null, mei.id]);
  expect((await app.services.database.one<{ release_clause: string }>(sql`SELECT release_clause FROM pool_stay WHERE customer_id = ${ended}`)).release_clause).toBe('G4');
  await again(mei, bo, manager, outsider);
});

it('one customer, many hands: exactly one gets them, with a recorded decision', async () => {
  const id = await givenUp(mei);
  const stay = await stayOf(id);
  const answers = await Promise.all([bo, manager, bo, manager, bo].map((who) => who.post(`/pool-stays/${stay}/claim`)));
  expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409, 409]);
  expect([bo.id, manager.id]).toContain(await ownerOf(id));
  const decided = await app.services.database.rows<{ clause: string }>(sql`SELECT clause FROM decision WHERE subject_id = ${id} ORDER BY decided_at, id`);
  expect(decided.map((each) => each.clause)).toEqual(['G1', 'G12']);
});

it('the quota of a day holds under parallel claims and says until when', async () => {
  day(1);
  await again(mei, bo);
  const ids = await Promise.all(Array.from({ length: 9 }, () => givenUp(mei)));
  const all = await Promise.all(ids.map(async (id) => bo.post<{ code: string; clause: string; until: string; title: string }>(`/pool-stays/${await stayOf(id)}/claim`)));
  expect(all.filter((answer) => answer.status === 200)).toHaveLength(5);
  const refused = all.filter((answer) => answer.status !== 200);
  expect(new Set(refused.map((answer) => `${answer.status} ${answer.body.code} ${answer.body.clause}`))).toEqual(new Set(['409 policy.refused G10']));
  expect(refused[0]?.body.title).toContain(refused[0]?.body.until ?? '-');
  day(1);
  await again(bo);
  const left = (await Promise.all(ids.map(async (id) => ((await ownerOf(id)) === null ? id : undefined)))).filter((id) => id !== undefined);
  expect((await bo.post(`/pool-stays/${await stayOf(left[0] ?? '')}/claim`)).status).toBe(200);
});

it('the former owner waits; others and, after it, they too may claim; given back they begin anew', async () => {
  await again(mei, bo, manager);
  const id = await givenUp(mei);
  const stay = await stayOf(id);
  const mine = (await inPool(mei)).find((row) => row.id === stay);
  expect(mine).toMatchObject({ isMine: true });
  const refused = await mei.post<{ clause: string; until: string }>(`/pool-stays/${stay}/claim`);
  expect(refused.body).toMatchObject({ clause: 'G9', until: mine?.lockedUntil });
  expect((await manager.post(`/pool-stays/${stay}/claim`, { to: mei.id })).status).toBe(409);
  const asked = await manager.get<{ data: { customer: string; claimant: { id: string }; clause: string; clauseText: string; until: string | null; attempts: number }[] }>(`/pools/${pool}/refusals`);
  expect(asked.body.data[0]).toMatchObject({ customer: '方**', claimant: { id: mei.id }, clause: 'G9', clauseText: '原负责人在锁定期内不能领回该客户。', until: mine?.lockedUntil, attempts: 2 });
  expect((await app.services.database.rows(sql`SELECT 1 FROM decision WHERE subject_id = ${id} AND clause = 'G9'`))).toHaveLength(2);
  expect((await mei.get(`/pools/${pool}/refusals`)).status).toBe(403);
  day(30);
  await again(mei);
  expect((await mei.post(`/pool-stays/${stay}/claim`)).status).toBe(200);
  await round();
  expect(await ownerOf(id)).toBe(mei.id);
});

it('pools of other units, other people’s customers and settings are out of reach', async () => {
  await again(mei, bo, outsider, manager);
  const id = await givenUp(mei);
  expect((await outsider.get(`/pools/${pool}/customers`)).status).toBe(404);
  expect((await outsider.post(`/pool-stays/${await stayOf(id)}/claim`)).status).toBe(404);
  expect((await outsider.get<{ data: unknown[] }>('/pools')).body.data).toEqual([]);
  expect((await bo.post('/pools', { name: '私海', unit: null, pack: 'first-visit' })).status).toBe(403);
  expect((await manager.post('/pools', { name: '全公司', unit: null, pack: 'first-visit' })).status).toBe(403);
  expect((await bo.post(`/pool-stays/${await stayOf(id)}/claim`, { to: mei.id })).status).toBe(403);
  const foreign = await customer(mei);
  expect((await bo.post(`/customers/${foreign}/pool-release`, { reason: '试试看' })).status).toBe(404);
});

it('the day’s round tells each person once, whatever the clock does', async () => {
  await again(mei);
  const id = await customer(mei);
  await mei.call('PUT', `/customers/${id}/follow-up-sheet`, { class: 'A' });
  day(4);
  await again(mei, manager);
  // The server's own job may have been first: told below says that one of them did it.
  await Promise.all([runFollowUpRound(app.services), runFollowUpRound(app.services)]);
  offset -= 3_600_000;
  await runFollowUpRound(app.services);
  const told = await app.services.database.rows<{ user_id: string; kind: string; n: number }>(sql`
    SELECT user_id, kind, count(*)::int AS n FROM notification WHERE kind LIKE 'reception.followUp%' AND created_at > ${new Date(Date.now() + offset - DAY).toISOString()} GROUP BY 1, 2`);
  expect(told.filter((each) => each.user_id === manager.id && each.kind === 'reception.followUpOverdue')).toMatchObject([{ n: 1 }]);
  expect(told.every((each) => each.n === 1)).toBe(true);
  const overdue = await manager.get<{ data: { customer: { id: string }; state: string; clause: string }[]; overdue: number }>('/follow-ups?who=all&state=overdue');
  expect(overdue.body.data).toContainEqual(expect.objectContaining({ customer: expect.objectContaining({ id }), state: 'overdue', clause: '4(1)' }));
  await again(bo);
  expect((await bo.get<{ total: number }>('/follow-ups?who=all&state=all')).body.total).toBe(0);
  expect((await mei.post('/activities', { kind: 'call', subject: '通了', customer: id, outcome: 'reached', status: 'done' })).status).toBe(201);
  const after = await mei.get<{ data: { customer: { id: string } }[] }>('/follow-ups?state=due');
  expect(after.body.data.map((row) => row.customer.id)).not.toContain(id);
});
