import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { PolicyModel } from '#meta/decisions/decision-model.ts';
import type { Context } from '#platform/context/context.ts';
import { simulatePolicy, type Simulation } from '#platform/decisions/simulate.ts';

/** What the open draft, or a version by its number, would have answered otherwise in a period. Errors: record.not-found. */
export async function simulateDraft(ctx: Context, key: string, period: { readonly from: Date; readonly to: Date }, number?: number): Promise<Simulation> {
  const version = await ctx.db.maybe<{ policyId: Id; model: PolicyModel }>(sql`
    SELECT p.id AS "policyId", v.model FROM policy p JOIN policy_version v ON v.policy_id = p.id
    WHERE p.key = ${key} AND (v.number = ${number ?? null}::int OR (${number ?? null}::int IS NULL AND v.status IN ('draft', 'submitted')))`);
  if (version === undefined) throw fail('record.not-found');
  return simulatePolicy(ctx.db, version.policyId, version.model, period);
}
