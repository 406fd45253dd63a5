import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, startTestApp } from '#app/test-app.ts';
import type { Id } from '#kernel/ids.ts';
import type { PolicyModel } from '#meta/decisions/decision-model.ts';
import { simulatePolicy } from '#platform/decisions/simulate.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import { loadDemo } from './load-demo.ts';

const now = new Date('2026-11-20T03:00:00Z');
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ clock: () => now });
  await runAction(app.services, { actor: systemActor(app.services) }, (ctx) => loadDemo(ctx, app.services, { customers: 60, contacts: 90, activities: 200 }));
}, 300_000);
afterAll(() => app.close());

const sixtyForty = new Map([['earlierShare', '60'], ['receiverShare', '40']]);
const one = <R>(query: ReturnType<typeof sql>): Promise<R> => app.services.database.one<R>(query);
const counted = async (query: ReturnType<typeof sql>): Promise<number> => (await one<{ count: number }>(query)).count;

test('twelve people, first on the list of people to try', async () => {
  const { body } = await app.anonymous().get<{ people: { username: string; title: string; roles: string[] }[] }>('/setup');
  const office = body.people.slice(0, 13).filter(({ username }) => /^(site|seller)\./.test(username));
  expect(office).toHaveLength(12);
  expect(office.every(({ roles, title }) => roles.length === 1 && title.length > 3)).toBe(true);
});

test('three buildings, 240 units, all with a price of the list', async () => {
  expect(await counted(sql`SELECT count(*)::int FROM building`)).toBe(3);
  expect(await counted(sql`SELECT count(*)::int FROM sale_unit WHERE list_price > 0 AND price_list_id IS NOT NULL`)).toBe(240);
});

test('visits, calls and deals of half a year', async () => {
  const visits = await counted(sql`SELECT count(*)::int FROM visit_registration`);
  expect(visits).toBeGreaterThan(650);
  expect(visits).toBeLessThan(950);
  expect(await counted(sql`SELECT count(*)::int FROM visit_registration WHERE status = 'confirmed' AND confirmed_at IS NOT NULL`)).toBeGreaterThan(visits * 0.97);
  expect(await counted(sql`SELECT count(*)::int FROM call_registration`)).toBe(400);
  const deals = await counted(sql`SELECT count(*)::int FROM deal`);
  expect(deals).toBeGreaterThanOrEqual(90);
  expect(deals).toBeLessThanOrEqual(140);
  expect(await counted(sql`SELECT count(*)::int FROM receipt r JOIN app_user u ON u.id = r.booked_by_id WHERE u.username <> 'site.finance'`)).toBe(0);
});

test('the evening records of the last two weeks are closed and hold the day; a department head has today’s referrals', async () => {
  expect(await counted(sql`SELECT count(*)::int FROM evening_record WHERE status = 'closed' AND day BETWEEN '2026-11-06' AND '2026-11-19' AND notes <> ''`)).toBe(14);
  expect(await counted(sql`
    SELECT count(*)::int FROM evening_record e WHERE jsonb_array_length(e.content->'visits') <>
      (SELECT count(*) FROM visit_registration v WHERE v.site_id = e.site_id AND v.arrived_on = e.day)`)).toBe(0);
  expect(await counted(sql`SELECT count(*)::int FROM staff_referral WHERE agreed_on = '2026-11-20' AND approval = 'waiting'`)).toBe(4);
});

test('each clause of the ownership table decided at least twice', async () => {
  const rows = await app.services.database.rows<{ clause: string; cases: number }>(sql`
    SELECT d.clause, count(DISTINCT d.subject_id)::int AS cases FROM decision d JOIN policy p ON p.id = d.policy_id WHERE p.key = 'site-rotation.ownership' GROUP BY d.clause`);
  const cases = new Map(rows.map((row) => [row.clause, row.cases]));
  const clauses = ['3.1', '3.6', '3.7g', '3.7h', '3.7i', '3.7j', '3.10a', '3.10b', '3.10c', '5.1', '5.1*', '5.2', '5.2*', '5.3', '5.4', '6.1-2', '6.1-3', '6.1-4', '6.1-5', '6.2', '7.1', '7.3', '7.4', '7.5a', '7.5b', '7.5c', '7.6', '7.7'];
  expect(clauses.filter((clause) => (cases.get(clause) ?? 0) < 2)).toEqual([]);
});

test('the ledger balances, every deal is divided whole, all months but the last are closed, that one waits for finance', async () => {
  expect(await counted(sql`SELECT count(*)::int FROM (SELECT 1 FROM commission_entry GROUP BY journal_id HAVING sum(amount) <> 0) x`)).toBe(0);
  expect(await counted(sql`SELECT count(*)::int FROM commission_entry`)).toBeGreaterThan(200);
  expect(await counted(sql`
    SELECT count(*)::int FROM commission_deal d WHERE d.is_signed AND jsonb_array_length(d.shares) > 0
      AND (SELECT sum((s ->> 'percent')::numeric) FROM jsonb_array_elements(d.shares) s) <> 100`)).toBe(0);
  const closed = await app.services.database.rows<{ month: string; statements: number }>(sql`
    SELECT s.month, (SELECT count(*)::int FROM commission_statement t WHERE t.settlement_id = s.id) AS statements FROM commission_settlement s WHERE s.state = 'closed'`);
  expect(closed.map(({ month }) => month).toSorted()).toEqual(['2026-05', '2026-06', '2026-07', '2026-08', '2026-09']);
  expect(Math.min(...closed.map(({ statements }) => statements))).toBeGreaterThan(1);
  expect(await one(sql`SELECT closed_through, open_month FROM commission_book`)).toEqual({ closed_through: '2026-09', open_month: '2026-11' });
  expect(await one(sql`SELECT s.month, a.state AS status FROM commission_settlement s JOIN approval a ON a.subject_id = s.id WHERE s.state = 'confirmed'`)).toEqual({ month: '2026-10', status: 'open' });
  expect(await counted(sql`SELECT count(*)::int FROM commission_statement_seen`)).toBeGreaterThan(20);
});

test('after-sale changes in each state, penalties with their clause, and a plan that waits for approval', async () => {
  const changes = await app.services.database.rows<{ kind: string; state: string }>(sql`SELECT kind, state FROM after_sale_change ORDER BY created_at, id`);
  expect(changes.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
    'exchange done', 'exchange refused', 'rename done', 'refund refused', 'refund done', 'rename feeDue', 'default done', 'refund approving',
  ]);
  const penalties = await app.services.database.rows<{ state: string; isOfDeal: boolean }>(sql`SELECT state, deal_id IS NOT NULL AS "isOfDeal" FROM commission_penalty ORDER BY created_at`);
  expect(penalties).toEqual([{ state: 'approved', isOfDeal: false }, { state: 'approved', isOfDeal: true }, { state: 'rejected', isOfDeal: false }, { state: 'proposed', isOfDeal: false }]);
  expect(await counted(sql`SELECT count(*)::int FROM commission_plan_version WHERE status = 'submitted'`)).toBe(1);
});

test('two disputes are open, and the commission of both deals is frozen', async () => {
  expect(await counted(sql`SELECT count(*)::int FROM dispute WHERE status = 'open'`)).toBe(2);
  expect(await counted(sql`SELECT count(*)::int FROM commission_deal c JOIN dispute d ON d.deal_id = c.contract_id WHERE c.frozen_reason IS NOT NULL AND d.status = 'open'`)).toBe(2);
  expect(await counted(sql`SELECT count(DISTINCT deal_id)::int FROM commission_entry WHERE state = 'frozen' AND amount > 0`)).toBe(2);
});

test('3.7i changed to 60/40 in a draft: the simulation lists exactly the deals that it divided', async () => {
  const { id, model } = await one<{ id: Id; model: PolicyModel }>(sql`
    SELECT p.id, v.model FROM policy p JOIN policy_version v ON v.policy_id = p.id WHERE p.key = 'site-rotation.ownership' AND v.status = 'approved'`);
  const draft: PolicyModel = {
    ...model,
    tables: model.tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) => (row.clause === '3.7i' ? { ...row, results: row.results.map((cell, place) => sixtyForty.get(table.outputs[place]?.name ?? '') ?? cell) } : row)),
    })),
  };
  const { changes } = await simulatePolicy(app.services.database, id, draft, { from: new Date('2026-05-01T00:00:00Z'), to: now });
  const deals = await app.services.database.rows<{ id: Id }>(sql`SELECT case_id AS id FROM commission_deal WHERE clause = '3.7i' AND is_signed`);
  expect(deals.length).toBeGreaterThan(5);
  expect(changes.map(({ subject }) => subject.id).toSorted()).toEqual(deals.map((deal) => deal.id).toSorted());
  expect(changes.every(({ before, after }) => before.results?.['earlierShare'] === 50 && after.results?.['earlierShare'] === 60)).toBe(true);
});

test('today: the board is open with people receiving, called, waiting and away; units are held', async () => {
  const day = await one<{ id: Id }>(sql`SELECT id FROM roster_day WHERE status = 'open' AND day = '2026-11-20'`);
  const states = await app.services.database.rows<{ state: string }>(sql`SELECT DISTINCT state FROM turn WHERE roster_day_id = ${day.id} ORDER BY state`);
  expect(states.map(({ state }) => state)).toEqual(['assigned', 'ended', 'receiving']);
  expect(await counted(sql`SELECT count(*)::int FROM roster_person WHERE roster_day_id = ${day.id} AND away_state = 'onBusiness' AND is_confirmed`)).toBe(1);
  expect(await counted(sql`SELECT count(*)::int FROM unit_hold WHERE state = 'active' AND expires_at > ${now.toISOString()}`)).toBeGreaterThanOrEqual(6);
  expect(await counted(sql`SELECT count(*)::int FROM sale_unit WHERE status = 'reserved'`)).toBeGreaterThanOrEqual(5);
  expect(await counted(sql`SELECT count(*)::int FROM unit_hold WHERE state = 'active' AND expires_at <= ${now.toISOString()}`)).toBe(0);
});

test('follow-up falls due today, and the public pool has customers', async () => {
  expect(await counted(sql`SELECT count(*)::int FROM follow_up_sheet WHERE (since AT TIME ZONE 'Asia/Shanghai')::date + within_days = '2026-11-20'`)).toBeGreaterThanOrEqual(6);
  expect(await counted(sql`SELECT count(*)::int FROM pool_stay WHERE ended_at IS NULL`)).toBeGreaterThanOrEqual(8);
  expect(await counted(sql`SELECT count(*)::int FROM pool_stay WHERE claimed_by IS NOT NULL`)).toBe(3);
});
