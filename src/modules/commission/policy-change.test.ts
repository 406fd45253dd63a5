import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PolicyModel } from '#meta/decisions/decision-model.ts';
import { installPack } from '#modules/policies/server/policies.public.ts';
import { receptionPacks } from '#modules/reception/reception.packs.ts';
import type { Context } from '#platform/context/context.ts';
import { decidePolicy } from '#platform/decisions/decide-policy.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import { TEST_PASSWORD, type TestApp, startTestApp } from '../../app/test-app.ts';
import { impactOf } from './server/entries/impact-of.ts';
import { approvePlan, createPlan, submitPlanDraft } from './server/plans/plan-draft.ts';
import type { DealEvent, DealEventKind, DealShares } from './server/posting/deal-event.ts';
import { postDealEvent } from './server/posting/post-deal-event.ts';

let app: TestApp;
let site: DealEvent['site'];
let people: { earlier: string; receiver: string };

const inContext = <R>(work: (ctx: Context) => Promise<R>): Promise<R> => runAction(app.services, { actor: systemActor(app.services) }, work);
const facts = { matter: 'visit', cameBefore: true, designation: 'none', remembers: false, isDealOnSpot: false };

/** What the policy in force on the visit's day says of a customer recognised within the month (3.7i). */
async function sharesOn(ctx: Context, caseId: string, day: string): Promise<DealShares> {
  const { id, decision } = await decidePolicy(ctx, {
    policy: 'site-rotation.ownership', at: new Date(`${day}T04:00:00Z`), facts: { ...facts, earlierRegisteredOn: day, arrivedOn: day, recognisedOn: `${day.slice(0, 8)}25` },
  }, { object: 'ownershipCase', id: caseId });
  if (decision.status !== 'decided') return expect.unreachable();
  const part = (party: 'earlier' | 'receiver') => ({ party, account: { kind: 'person' as const, userId: people[party] }, percent: String(decision.results[`${party}Share`]) });
  return { decisionId: id, clause: decision.clause, shares: [part('earlier'), part('receiver')] };
}

const post = (kind: DealEventKind, dealId: string, caseId: string, day: string, amount = '1000000.00') => inContext(async (ctx) => postDealEvent(ctx, {
  id: ctx.newId(), kind, dealId, label: 'B-2-0501', customerId: null, caseId, site, product: null, dealOn: day, on: day, amount: { amount, currency: 'CNY' },
}, await sharesOn(ctx, caseId, day)));

const heldBy = async (dealId: string, owner: string): Promise<string> => (await app.services.database.one<{ sum: string }>(sql`
  SELECT sum(amount)::text AS sum FROM commission_entry WHERE deal_id = ${dealId} AND owner_id = ${owner}`)).sum;

/** The next version of a policy, in force from a day on. */
const changeFrom = (day: string, change: (model: PolicyModel) => PolicyModel) => inContext(async (ctx) => {
  const { policyId, model } = await ctx.db.one<{ policyId: string; model: PolicyModel }>(sql`
    SELECT p.id AS "policyId", v.model FROM policy p JOIN policy_version v ON v.policy_id = p.id WHERE p.key = 'site-rotation.ownership' AND v.status = 'approved'`);
  await ctx.db.run(sql`
    INSERT INTO policy_version (id, policy_id, number, status, model, active_from, created_at, updated_at)
    VALUES (${ctx.newId()}, ${policyId}, 2, 'approved', ${JSON.stringify(change(model))}, ${`${day}T00:00:00+08:00`}, now(), now())`);
});

const to4060 = (model: PolicyModel): PolicyModel => ({
  ...model, tables: model.tables.map((table) => ({ ...table, rows: table.rows.map((row) => (row.clause === '3.7i' ? { ...row, results: row.results.map((cell) => cell.replace(/^50$/, '60')) } : row)) })),
});

/** Both halves are 50 in the shipped table; the first one, the earlier's, becomes 40. */
const earlierFirst = (model: PolicyModel): PolicyModel => ({
  ...model, tables: model.tables.map((table) => ({
    ...table, rows: table.rows.map((row) => (row.clause === '3.7i' ? { ...row, results: row.results.map((cell, index) => (index === row.results.indexOf('60') ? '40' : cell)) } : row)),
  })),
});

beforeAll(async () => {
  app = await startTestApp({ clock: () => new Date('2026-03-10T02:00:00Z') });
  await app.admin.post('/auth/confirm', { password: TEST_PASSWORD });
  const { id: root } = await app.services.database.one<{ id: string }>(sql`SELECT id FROM org_unit WHERE parent_id IS NULL`);
  people = { earlier: (await app.person({ username: 'earlier', roles: ['salesperson'] })).id, receiver: (await app.person({ username: 'receiver', roles: ['salesperson'] })).id };
  site = { id: app.services.newId(), name: '城东', unitId: root, pack: 'site-rotation' };
  await inContext(async (ctx) => {
    await installPack(ctx, receptionPacks.find((each) => each.key === 'site-rotation') ?? expect.unreachable());
    const plan = await createPlan(ctx, { name: '公司方案', siteId: null, terms: { accrual: 'contract', rates: [{ product: null, rate: { kind: 'percent', percent: '1' } }], target: null } });
    await submitPlanDraft(ctx, plan, { activeFrom: '2026-01-01', note: '首版' });
    await approvePlan(ctx, plan);
  });
});
afterAll(() => app.close());

it('3.7i from 50/50 to 40/60 from next month: old deals keep 50/50, also when worked out again; new ones follow', async () => {
  const [old, oldCase, fresh, freshCase] = Array.from({ length: 4 }, () => app.services.newId()) as [string, string, string, string];
  await post('contract', old, oldCase, '2026-03-05');
  expect([await heldBy(old, people.earlier), await heldBy(old, people.receiver)]).toEqual(['5000.00', '5000.00']);

  await changeFrom('2026-04-01', (model) => earlierFirst(to4060(model)));
  expect((await post('fact', old, oldCase, '2026-03-05')).journalId).toBeNull();
  await post('change', old, oldCase, '2026-03-05', '1200000.00');
  expect([await heldBy(old, people.earlier), await heldBy(old, people.receiver)]).toEqual(['6000.00', '6000.00']);

  await post('contract', fresh, freshCase, '2026-04-05');
  expect([await heldBy(fresh, people.earlier), await heldBy(fresh, people.receiver)]).toEqual(['4000.00', '6000.00']);

  const impact = await inContext((ctx) => impactOf(ctx, [{ caseId: oldCase, before: { earlierShare: 50, receiverShare: 50 }, after: { earlierShare: 40, receiverShare: 60 } }]));
  expect(impact.toSorted((a, b) => Number(a.amount) - Number(b.amount))).toMatchObject([{ name: 'earlier', amount: '-1200.00' }, { name: 'receiver', amount: '1200.00' }]);
});
