import sql from 'sql-template-tag';
import { type Failure, fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { addDays, localDate } from '#kernel/period.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';
import { decidePolicy } from '#platform/decisions/decide-policy.ts';
import { daysBetween, lockCustomer } from './customer-standing.ts';
import { followUpTexts } from '../../follow-up/follow-up.texts.ts';
import { poolsInReach } from './pool-reach.ts';

interface Stay {
  readonly id: Id; readonly customer_id: Id; readonly pool_id: Id; readonly pack: string; readonly former_owner_id: Id | null;
  readonly released_on: string; readonly lock_days: number; readonly ended_at: string | null;
}

/**
 * Takes a customer out of a pool for oneself, or for somebody else (managers). Exact under parallel claims: a person's
 * claims come one after the other, and a customer goes to the first. Errors: record.wrong-state when somebody was
 * faster. What a clause refuses is not thrown but answered (policy.refused with the clause and until when, UX-15): the
 * attempt and its decision stay on record.
 */
export async function claimCustomer(ctx: Context, stayId: Id, to: Id, timeZone: string): Promise<{ readonly customer: Id } | { readonly refusal: Failure }> {
  // One line of claims a person: quota and capacity are counted without anybody in between.
  const claimer = await ctx.db.maybe<{ unit_id: Id | null }>(sql`SELECT unit_id FROM app_user WHERE id = ${to} AND is_active AND deleted_at IS NULL FOR UPDATE`);
  if (claimer === undefined) throw fail('record.invalid', { count: 1 }, [{ path: 'to', code: 'not-found' }]);
  const stay = await ctx.db.maybe<Stay>(sql`
    SELECT s.id, s.customer_id, s.pool_id, p.pack, s.former_owner_id, s.released_on, s.lock_days, s.ended_at
    FROM pool_stay s JOIN pool p ON p.id = s.pool_id AND ${poolsInReach(ctx)} WHERE s.id = ${stayId} FOR UPDATE OF s`);
  if (stay === undefined) throw fail('record.not-found');
  const customer = await lockCustomer(ctx.db, stay.customer_id);
  if (customer === undefined) throw fail('record.not-found');
  if (stay.ended_at !== null || customer.owner_id !== null) throw fail('record.wrong-state');
  const today = localDate(ctx.now, timeZone);
  const decided = await decideClaim(ctx, stay, to, today, customer.name);
  if (!decided.isAllowed) {
    await noteRefusal(ctx, stay, { to, today, ...decided });
    return { refusal: decided.refusal };
  }
  await endStay(ctx, stay, { to, unit: claimer.unit_id, today, ...decided });
  return { customer: stay.customer_id };
}

type Decided = { readonly decisionId: Id; readonly clause: string } & ({ readonly isAllowed: true } | { readonly isAllowed: false; readonly until: string | null; readonly refusal: Failure });

async function decideClaim(ctx: Context, stay: Stay, to: Id, today: string, name: string): Promise<Decided> {
  const { claims, holdings } = await ctx.db.one<{ claims: number; holdings: number }>(sql`
    SELECT (SELECT count(*)::int FROM pool_stay WHERE claimed_by = ${to} AND ended_on = ${today}) AS claims,
      (SELECT count(*)::int FROM customer WHERE owner_id = ${to} AND deleted_at IS NULL) AS holdings`);
  const facts = {
    claimsToday: claims, holdings, isFormerOwner: stay.former_owner_id === to, daysSinceRelease: Math.max(0, daysBetween(stay.released_on, today)), lockOutDays: stay.lock_days,
  };
  const { id, decision, policy } = await decidePolicy(ctx, { policy: `${stay.pack}.poolClaim`, facts, at: ctx.now }, { object: 'customer', id: stay.customer_id }, { [stay.customer_id]: name });
  if (decision.status !== 'decided') throw fail('policy.not-in-force', { policy: `${stay.pack}.poolClaim`, at: today });
  if (decision.results['allowed'] === true) return { decisionId: id, clause: decision.clause, isAllowed: true };
  const { reason } = decision.results;
  const until = reason === 'lockedOut' ? addDays(stay.released_on, stay.lock_days) : reason === 'quota' ? addDays(today, 1) : undefined;
  const clause = policy.compiled.model.clauses.find((each) => each.key === decision.clause);
  const next = until === undefined ? followUpTexts.t(ctx.locale, 'pool.nextCapacity') : followUpTexts.t(ctx.locale, 'pool.nextFrom', { day: until });
  const refusal = fail('policy.refused', { clause: decision.clause, text: clause?.text[ctx.locale] ?? '', next }, [], { reason, clause: decision.clause, ...(until !== undefined && { until }) });
  return { decisionId: id, clause: decision.clause, isAllowed: false, until: until ?? null, refusal };
}

interface Refused { readonly to: Id; readonly today: string; readonly decisionId: Id; readonly clause: string; readonly until: string | null }

/** One line a day for whoever asks again and again. */
async function noteRefusal(ctx: Context, stay: Stay, { to, today, decisionId, clause, until }: Refused): Promise<void> {
  await ctx.db.run(sql`
    INSERT INTO pool_refusal (id, customer_id, pool_id, stay_id, claimant_id, asked_by, refused_at, refused_on, clause, decision_id, until)
    VALUES (${ctx.newId()}, ${stay.customer_id}, ${stay.pool_id}, ${stay.id}, ${to}, ${ctx.actor.userId}, ${ctx.now.toISOString()}, ${today}, ${clause}, ${decisionId}, ${until})
    ON CONFLICT (stay_id, claimant_id, refused_on, clause) DO UPDATE SET attempts = pool_refusal.attempts + 1, refused_at = excluded.refused_at`);
  await writeAudit(ctx, [{ action: 'pool-claim', object: 'customer', recordId: stay.customer_id, customerId: stay.customer_id, isOk: false, detail: { pool: stay.pool_id, to, clause, decision: decisionId } }]);
}

interface Claim { readonly to: Id; readonly unit: Id | null; readonly today: string; readonly decisionId: Id; readonly clause: string }

async function endStay(ctx: Context, stay: Stay, { to, unit, today, decisionId, clause }: Claim): Promise<void> {
  const now = ctx.now.toISOString();
  await ctx.db.run(sql`
    UPDATE pool_stay SET ended_at = ${now}, ended_on = ${today}, claimed_by = ${to}, claim_decision_id = ${decisionId}, claim_clause = ${clause} WHERE id = ${stay.id}`);
  const { version } = await ctx.db.one<{ version: number }>(sql`
    UPDATE customer SET owner_id = ${to}, unit_id = coalesce(${unit}::uuid, unit_id), version = version + 1, updated_at = ${now}, updated_by = ${ctx.actor.userId}
    WHERE id = ${stay.customer_id} RETURNING version`);
  await ctx.db.run(sql`
    INSERT INTO customer_holding (customer_id, owner_id, since) VALUES (${stay.customer_id}, ${to}, ${now})
    ON CONFLICT (customer_id) DO UPDATE SET owner_id = excluded.owner_id, since = excluded.since`);
  await ctx.db.run(sql`UPDATE follow_up_sheet SET since = ${now} WHERE customer_id = ${stay.customer_id}`);
  // What the former owner still had to do is the new owner's.
  await ctx.db.run(sql`
    UPDATE activity SET owner_id = ${to}, unit_id = coalesce(${unit}::uuid, unit_id), version = version + 1, updated_at = ${now}, updated_by = ${ctx.actor.userId}
    WHERE customer_id = ${stay.customer_id} AND status = 'open' AND deleted_at IS NULL AND owner_id = ${stay.former_owner_id}`);
  await writeAudit(ctx, [{
    action: 'pool-claim', object: 'customer', recordId: stay.customer_id, customerId: stay.customer_id, version, changes: { owner: [null, to] },
    detail: { pool: stay.pool_id, clause, decision: decisionId },
  }]);
  ctx.announce({ object: 'customer', id: stay.customer_id, action: 'update', version, actorId: ctx.actor.userId, customerId: stay.customer_id });
}
