import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import { notify } from '#modules/notifications/server/notifications.public.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import { authorOf } from '#platform/context/author.ts';
import type { Context } from '#platform/context/context.ts';
import { decidePolicy, type RecordedDecision } from '#platform/decisions/decide-policy.ts';
import { followUpNotices } from '../../follow-up/follow-up.notices.ts';
import { lockCustomer, type Standing, standings } from './customer-standing.ts';

export interface Release {
  readonly customerId: Id;
  /** Released only if still with this person. */
  readonly ownerId?: Id;
  /** The owner or the manager gives the customer up, with the reason. */
  readonly note?: string;
  /** Counts days by this zone: the company's. */
  readonly timeZone: string;
}

/**
 * Moves a customer to the pool that fits, if the policy says so, as one transaction (UX-18): recorded decision, no owner,
 * no collaborators, audit, the former owner told. Answers false when the policy keeps the customer by now.
 */
export async function releaseCustomer(ctx: Context, release: Release): Promise<boolean> {
  const customer = await lockCustomer(ctx.db, release.customerId);
  if (customer === undefined) throw fail('record.not-found');
  if (customer.owner_id === null) throw fail('record.wrong-state');
  if (release.ownerId !== undefined && customer.owner_id !== release.ownerId) return false;
  const [standing] = await standings(ctx.db, ctx.now, release.timeZone, { id: release.customerId });
  if (standing === undefined) throw fail('record.invalid', { count: 1 }, [{ path: 'pool', code: 'not-found' }]);
  const facts = { ...standing.facts, isGivenUp: release.note !== undefined };
  const decided = await decidePolicy(ctx, { policy: `${standing.pack}.poolRelease`, facts, at: ctx.now }, { object: 'customer', id: customer.id }, { [customer.id]: customer.name });
  const { decision } = decided;
  if (decision.status !== 'decided' || decision.results['release'] !== true) return false;
  await moveToPool(ctx, standing, release, decided);
  return true;
}

async function moveToPool(ctx: Context, standing: Standing, release: Release, { id: decisionId, decision }: RecordedDecision): Promise<void> {
  if (decision.status !== 'decided') return;
  const now = ctx.now.toISOString();
  const by = authorOf(ctx);
  const poolId = decision.results['pool'] === 'company' ? (standing.companyPoolId ?? standing.poolId) : standing.poolId;
  const lockDays = Number(decision.results['lockOutDays'] ?? 0);
  const { version } = await ctx.db.one<{ version: number }>(sql`
    UPDATE customer SET owner_id = NULL, version = version + 1, updated_at = ${now}, updated_by = ${by} WHERE id = ${standing.id} RETURNING version`);
  // A stay that ended otherwise (a hand-over, a ruling) makes room for the new one.
  await ctx.db.run(sql`UPDATE pool_stay SET ended_at = ${now} WHERE customer_id = ${standing.id} AND ended_at IS NULL`);
  await ctx.db.run(sql`
    INSERT INTO pool_stay (id, customer_id, pool_id, former_owner_id, released_at, released_on, released_by, release_decision_id, release_clause, note, lock_days)
    VALUES (${ctx.newId()}, ${standing.id}, ${poolId}, ${standing.ownerId}, ${now}, ${localDate(ctx.now, release.timeZone)}, ${by}, ${decisionId}, ${decision.clause},
      ${release.note ?? null}, ${lockDays})`);
  await ctx.db.run(sql`DELETE FROM pool_warning WHERE customer_id = ${standing.id}`);
  await ctx.db.run(sql`DELETE FROM customer_holding WHERE customer_id = ${standing.id}`);
  // Whoever was let in by the former owner has no business with a customer who is free to be claimed.
  await ctx.db.run(sql`DELETE FROM record_share WHERE object = 'customer' AND record_id = ${standing.id}`);
  await writeAudit(ctx, [{
    action: 'pool-release', object: 'customer', recordId: standing.id, customerId: standing.id, version, changes: { owner: [standing.ownerId, null] },
    detail: { pool: poolId, clause: decision.clause, decision: decisionId, ...(release.note !== undefined && { note: release.note }) },
  }]);
  ctx.announce({ object: 'customer', id: standing.id, action: 'update', version, actorId: ctx.actor.userId, customerId: standing.id });
  if (standing.ownerId !== ctx.actor.userId) {
    await notify(ctx, { to: [standing.ownerId], kind: followUpNotices.released, params: { name: standing.name, clause: decision.clause }, link: '/pools' });
  }
}
