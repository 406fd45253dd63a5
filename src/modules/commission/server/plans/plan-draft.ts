import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import { authorOf } from '#platform/context/author.ts';
import type { Context } from '#platform/context/context.ts';
import { faultsOf, type PlanTerms } from '../../rules/plan-terms.ts';
import { requireSite } from '../settlement/confirm-month.ts';
import { repostUnplanned } from './repost-unplanned.ts';

interface OpenVersion {
  readonly id: Id;
  readonly siteId: Id | null;
  readonly number: number;
  readonly status: 'draft' | 'submitted';
  readonly version: number;
  readonly activeFrom: string | null;
  readonly submittedBy: Id | null;
  readonly terms: PlanTerms;
}

/** A plan of the whole company is drafted by whoever approves; a site's also by its managers. Errors: record.not-found. */
async function requireScope(ctx: Context, siteId: Id | null): Promise<void> {
  if (siteId !== null) await requireSite(ctx, siteId);
  else if (!ctx.actor.rights.has('commission.approve')) throw fail('record.not-found');
}

async function lockOpen(ctx: Context, planId: Id): Promise<OpenVersion> {
  const found = await ctx.db.maybe<OpenVersion>(sql`
    SELECT v.id, p.site_id AS "siteId", v.number, v.status, v.version, v.active_from AS "activeFrom", v.submitted_by AS "submittedBy", v.terms
    FROM commission_plan_version v JOIN commission_plan p ON p.id = v.plan_id WHERE v.plan_id = ${planId} AND v.status IN ('draft', 'submitted') FOR UPDATE OF v`);
  if (found === undefined) throw fail('record.not-found');
  await requireScope(ctx, found.siteId);
  return found;
}

const noteDown = (ctx: Context, action: string, planId: Id, detail: Record<string, unknown>) => writeAudit(ctx, [{ action, object: 'commissionPlan', recordId: planId, detail }]);

const refuseFaulty = (terms: PlanTerms): void => {
  const faults = faultsOf(terms);
  if (faults.length > 0) throw fail('request.invalid', {}, faults);
};

/** A new plan with its first draft; one for each site and one for all others. Errors: record.duplicate, record.not-found. */
export async function createPlan(ctx: Context, plan: { readonly name: string; readonly siteId: Id | null; readonly terms: PlanTerms }): Promise<Id> {
  await requireScope(ctx, plan.siteId);
  refuseFaulty(plan.terms);
  const id = ctx.newId();
  const now = ctx.now.toISOString();
  const added = await ctx.db.run(sql`
    INSERT INTO commission_plan (id, name, site_id, created_at, created_by) VALUES (${id}, ${plan.name}, ${plan.siteId}, ${now}, ${authorOf(ctx)}) ON CONFLICT DO NOTHING`);
  if (added === 0) throw fail('record.duplicate');
  await addDraft(ctx, id, 1, plan.terms);
  await noteDown(ctx, 'create', id, { name: plan.name, site: plan.siteId });
  return id;
}

const addDraft = (ctx: Context, planId: Id, number: number, terms: PlanTerms) => ctx.db.run(sql`
  INSERT INTO commission_plan_version (id, plan_id, number, status, terms, created_at, created_by)
  VALUES (${ctx.newId()}, ${planId}, ${number}, 'draft', ${JSON.stringify(terms)}::jsonb, ${ctx.now.toISOString()}, ${authorOf(ctx)})`);

/** A draft that begins as the newest approved version. Errors: record.duplicate while one is open, record.not-found. */
export async function startPlanDraft(ctx: Context, planId: Id): Promise<number> {
  const plan = await ctx.db.maybe<{ siteId: Id | null }>(sql`SELECT site_id AS "siteId" FROM commission_plan WHERE id = ${planId} FOR UPDATE`);
  if (plan === undefined) throw fail('record.not-found');
  await requireScope(ctx, plan.siteId);
  const versions = await ctx.db.rows<{ number: number; status: string; terms: PlanTerms }>(sql`SELECT number, status, terms FROM commission_plan_version WHERE plan_id = ${planId} ORDER BY number DESC`);
  const base = versions.find((each) => each.status === 'approved') ?? versions[0];
  if (base === undefined) throw fail('record.not-found');
  if (versions.some((each) => each.status === 'draft' || each.status === 'submitted')) throw fail('record.duplicate');
  const number = (versions[0]?.number ?? 0) + 1;
  await addDraft(ctx, planId, number, base.terms);
  await noteDown(ctx, 'draft', planId, { number });
  return number;
}

/** Errors: record.stale, record.wrong-state, request.invalid for terms that cannot work. */
export async function savePlanDraft(ctx: Context, planId: Id, change: { readonly terms: PlanTerms; readonly version: number }): Promise<number> {
  const open = await lockOpen(ctx, planId);
  if (open.status !== 'draft') throw fail('record.wrong-state');
  if (open.version !== change.version) throw fail('record.stale', {}, [], { current: { version: open.version, terms: open.terms }, yours: { terms: change.terms } });
  refuseFaulty(change.terms);
  await ctx.db.run(sql`UPDATE commission_plan_version SET terms = ${JSON.stringify(change.terms)}::jsonb, version = version + 1 WHERE id = ${open.id}`);
  await noteDown(ctx, 'update', planId, { number: open.number, before: open.terms, after: change.terms });
  return open.version + 1;
}

/** Gives the open version up, also while it waits for approval. Answers which version it was. */
export async function withdrawPlanDraft(ctx: Context, planId: Id): Promise<Id> {
  const open = await lockOpen(ctx, planId);
  await ctx.db.run(sql`UPDATE commission_plan_version SET status = 'withdrawn', version = version + 1 WHERE id = ${open.id}`);
  await noteDown(ctx, 'withdraw', planId, { number: open.number });
  return open.id;
}

/**
 * Hands a draft in. Later versions begin today at the earliest, so that deals made stay as they are; the first one may
 * begin in the past. Answers the version. Errors: record.wrong-state, request.invalid for a day that has passed.
 */
export async function submitPlanDraft(ctx: Context, planId: Id, { activeFrom, note }: { readonly activeFrom: string; readonly note: string }): Promise<Id> {
  const open = await lockOpen(ctx, planId);
  if (open.status !== 'draft') throw fail('record.wrong-state');
  await refusePast(ctx, planId, activeFrom);
  await ctx.db.run(sql`
    UPDATE commission_plan_version SET status = 'submitted', active_from = ${activeFrom}, note = ${note}, submitted_at = ${ctx.now.toISOString()}, submitted_by = ${authorOf(ctx)}, version = version + 1 WHERE id = ${open.id}`);
  await noteDown(ctx, 'submit', planId, { number: open.number, activeFrom });
  return open.id;
}

async function refusePast(ctx: Context, planId: Id, activeFrom: string): Promise<void> {
  const { latest } = await ctx.db.one<{ latest: string | null }>(sql`SELECT max(active_from)::text AS latest FROM commission_plan_version WHERE plan_id = ${planId} AND status = 'approved'`);
  const earliest = latest === null ? '0001-01-01' : [localDate(ctx.now, ctx.timeZone), latest].toSorted().at(-1) ?? latest;
  if (activeFrom < earliest || activeFrom === latest) throw fail('request.invalid', {}, [{ path: 'activeFrom', code: 'too-small', params: { min: earliest } }]);
}

/** Approves what was handed in, by somebody else than who did. Errors: record.wrong-state, auth.forbidden. */
export async function approvePlan(ctx: Context, planId: Id): Promise<Id> {
  const open = await lockOpen(ctx, planId);
  if (open.status !== 'submitted' || open.activeFrom === null) throw fail('record.wrong-state');
  if (open.submittedBy === ctx.actor.userId && !ctx.actor.roles.includes('administrator')) throw fail('auth.forbidden', { right: 'commission.approve' });
  await refusePast(ctx, planId, open.activeFrom);
  await ctx.db.run(sql`UPDATE commission_plan_version SET status = 'approved', approved_at = ${ctx.now.toISOString()}, approved_by = ${authorOf(ctx)}, version = version + 1 WHERE id = ${open.id}`);
  await noteDown(ctx, 'approve', planId, { number: open.number, activeFrom: open.activeFrom });
  await repostUnplanned(ctx, open.siteId);
  return open.id;
}

/** Back to the draft, with the reason in the trail. Errors: record.wrong-state. */
export async function returnPlan(ctx: Context, planId: Id, reason: string): Promise<Id> {
  const open = await lockOpen(ctx, planId);
  if (open.status !== 'submitted') throw fail('record.wrong-state');
  await ctx.db.run(sql`UPDATE commission_plan_version SET status = 'draft', version = version + 1 WHERE id = ${open.id}`);
  await noteDown(ctx, 'return', planId, { number: open.number, reason });
  return open.id;
}
