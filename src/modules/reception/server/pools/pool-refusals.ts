import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { PolicyModel } from '#meta/decisions/decision-model.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import type { Answered } from '#platform/http/answer.ts';
import { shownName } from './list-pools.ts';
import { mayManageUnit, poolsInReach } from './pool-reach.ts';
import type { refusalsAnswer } from './pools.answers.ts';

const DAYS_MS = 90 * 86_400_000;

interface Row {
  readonly id: Id; readonly name: string; readonly kind: string; readonly claimantId: Id; readonly claimant: string; readonly at: string; readonly clause: string;
  readonly until: string | null; readonly attempts: number; readonly model: PolicyModel | null;
}

/** Who wanted whom and was refused, for the manager of the pool (UX-18). Errors: record.not-found, auth.forbidden. */
export async function poolRefusals(ctx: Context, poolId: Id): Promise<Answered<typeof refusalsAnswer>> {
  const pool = await ctx.db.maybe<{ unit_id: Id | null }>(sql`SELECT p.unit_id FROM pool p WHERE p.id = ${poolId} AND ${poolsInReach(ctx)}`);
  if (pool === undefined) throw fail('record.not-found');
  if (!mayManageUnit(ctx, pool.unit_id)) throw fail('auth.forbidden', { right: 'pools.manage' });
  const rows = await ctx.db.rows<Row>(sql`
    SELECT r.id, c.name, c.kind, r.claimant_id AS "claimantId", u.name AS claimant, r.refused_at AS at, r.clause, r.until, r.attempts, v.model
    FROM pool_refusal r JOIN customer c ON c.id = r.customer_id JOIN app_user u ON u.id = r.claimant_id
    LEFT JOIN decision d ON d.id = r.decision_id LEFT JOIN policy_version v ON v.id = d.policy_version_id
    WHERE r.pool_id = ${poolId} AND r.refused_at >= ${new Date(ctx.now.getTime() - DAYS_MS).toISOString()} ORDER BY r.refused_at DESC, r.id LIMIT 100`);
  return {
    data: rows.map((row) => ({
      id: row.id, customer: shownName(row), claimant: { id: row.claimantId, name: row.claimant }, at: isoTime(row.at), clause: row.clause, until: row.until, attempts: row.attempts,
      clauseText: row.model?.clauses.find((each) => each.key === row.clause)?.text[ctx.locale] ?? '',
    })),
  };
}
