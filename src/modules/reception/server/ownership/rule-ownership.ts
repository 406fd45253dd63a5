import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { giveCustomer } from '#modules/customers/server/customers.public.ts';
import type { Share } from '../../rules/shares-of.ts';
import { loadCase, saveCase } from './ownership-case.ts';
import { tellOwnership } from './ownership-listeners.ts';

const HUNDRED = 100;
const CLOSE = 1e-9;

/**
 * Settles a case in writing where no clause decides, or after a dispute (7.7, 4, RE-22). The caller has asked for the
 * approval. Errors: record.not-found, record.invalid when the shares are not 100 % together.
 */
export async function ruleOwnership(
  ctx: Context, caseId: Id, ruling: { readonly ownerIds: readonly Id[]; readonly shares: readonly Share[]; readonly reason: string; readonly decisionId?: Id | null },
): Promise<void> {
  const before = await loadCase(ctx, caseId, true);
  const { ownerIds, shares, reason, decisionId = before.decisionId } = ruling;
  const total = shares.reduce((sum, share) => sum + share.percent, 0);
  if (Math.abs(total - HUNDRED) > CLOSE) throw fail('record.invalid', { count: 1 }, [{ path: 'shares', code: 'invalid' }]);
  await saveCase(ctx, { ...before, ownerIds, state: 'ruled', decisionId, ruling: { shares, reason } });
  await ctx.db.run(sql`
    INSERT INTO ownership_fact (id, case_id, facts, parties, reason, decision_id, at, actor_id)
    VALUES (${ctx.newId()}, ${caseId}, ${JSON.stringify({ settlement: 'ruling' })}::jsonb, ${JSON.stringify(before.parties)}::jsonb, ${reason}, ${decisionId}, ${ctx.now.toISOString()},
      ${ctx.actor.kind === 'system' ? null : ctx.actor.userId})`);
  if (ownerIds[0] !== undefined) await giveCustomer(ctx, before.customerId, ownerIds[0], { case: caseId });
  await tellOwnership(ctx, { caseId, customerId: before.customerId, siteId: before.siteId });
}
