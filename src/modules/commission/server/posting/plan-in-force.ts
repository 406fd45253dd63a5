import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import type { PlanTerms } from '../../rules/plan-terms.ts';

export interface PlanInForce {
  readonly versionId: Id;
  readonly planId: Id;
  readonly name: string;
  readonly number: number;
  readonly activeFrom: string;
  readonly terms: PlanTerms;
}

const columns = sql`v.id AS "versionId", p.id AS "planId", p.name, v.number, v.active_from AS "activeFrom", v.terms`;

/** The plan that a deal's day chooses (RE-31): the site's own before the company's; undefined when there is none. */
export const planFor = (ctx: Pick<Context, 'db'>, siteId: Id, day: string): Promise<PlanInForce | undefined> => ctx.db.maybe<PlanInForce>(sql`
  SELECT ${columns} FROM commission_plan p JOIN commission_plan_version v ON v.plan_id = p.id
  WHERE (p.site_id = ${siteId} OR p.site_id IS NULL) AND v.status = 'approved' AND v.active_from <= ${day}
  ORDER BY p.site_id NULLS LAST, v.active_from DESC, v.number DESC LIMIT 1`);

export const planVersion = (ctx: Pick<Context, 'db'>, versionId: Id): Promise<PlanInForce> => ctx.db.one<PlanInForce>(sql`
  SELECT ${columns} FROM commission_plan_version v JOIN commission_plan p ON p.id = v.plan_id WHERE v.id = ${versionId}`);
