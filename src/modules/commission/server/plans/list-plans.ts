import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import type { PlanTerms } from '../../rules/plan-terms.ts';

export interface PlanVersionLine {
  readonly number: number;
  readonly status: 'draft' | 'submitted' | 'approved' | 'withdrawn';
  readonly terms: PlanTerms;
  readonly note: string;
  readonly activeFrom: string | null;
  readonly version: number;
  readonly submittedBy: string | null;
  readonly approvedBy: string | null;
  readonly deals: number;
}

interface PlanLine {
  readonly id: Id;
  readonly name: string;
  readonly siteId: Id | null;
  readonly siteName: string | null;
}

/** All plans; terms are no secret within the company's management. */
export async function listPlans(ctx: Context) {
  const plans = await ctx.db.rows<PlanLine>(sql`
    SELECT p.id, p.name, p.site_id AS "siteId", b.site_name AS "siteName" FROM commission_plan p LEFT JOIN commission_book b ON b.site_id = p.site_id ORDER BY p.site_id NULLS FIRST, p.name`);
  return Promise.all(plans.map(async (plan) => ({ ...plan, versions: await versionsOf(ctx, plan.id) })));
}

const versionsOf = (ctx: Context, planId: Id): Promise<PlanVersionLine[]> => ctx.db.rows<PlanVersionLine>(sql`
  SELECT v.number, v.status, v.terms, v.note, v.active_from::text AS "activeFrom", v.version, s.name AS "submittedBy", a.name AS "approvedBy",
    (SELECT count(*)::int FROM commission_deal d WHERE d.plan_version_id = v.id) AS deals
  FROM commission_plan_version v LEFT JOIN app_user s ON s.id = v.submitted_by LEFT JOIN app_user a ON a.id = v.approved_by WHERE v.plan_id = ${planId} ORDER BY v.number DESC`);

/** The terms of one version and the site it is for. Errors: record.not-found. */
export async function planTerms(ctx: Context, planId: Id, number: number): Promise<{ readonly terms: PlanTerms; readonly siteId: Id | null }> {
  const found = await ctx.db.maybe<{ terms: PlanTerms; siteId: Id | null }>(sql`
    SELECT v.terms, p.site_id AS "siteId" FROM commission_plan_version v JOIN commission_plan p ON p.id = v.plan_id WHERE p.id = ${planId} AND v.number = ${number}`);
  if (found === undefined) throw fail('record.not-found');
  return found;
}
