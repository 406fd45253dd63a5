import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';
import { decidePolicy } from '#platform/decisions/decide-policy.ts';
import { daysBetween, lastReached, standings } from '../pools/customer-standing.ts';
import type { prospectClasses } from './follow-up.answers.ts';

export type ProspectClass = (typeof prospectClasses)[number];

/** The pack whose rhythm counts: that of the pool which fits, else the first in use that has one. */
export async function followUpPack(ctx: Pick<Context, 'db' | 'now'>, customer: Id, timeZone: string): Promise<string> {
  const [standing] = await standings(ctx.db, ctx.now, timeZone, { id: customer });
  if (standing !== undefined) return standing.pack;
  const first = await ctx.db.maybe<{ key: string }>(sql`
    SELECT k.key FROM policy_pack k JOIN policy p ON p.pack_id = k.id AND p.point = 'followUp' JOIN policy_version v ON v.policy_id = p.id AND v.status = 'approved'
    WHERE v.active_from <= ${ctx.now.toISOString()} ORDER BY k.created_at, k.key LIMIT 1`);
  if (first === undefined) throw fail('policy.not-in-force', { policy: 'followUp', at: ctx.now.toISOString() });
  return first.key;
}

/** Opens the sheet of a customer or changes their class; the rhythm is a recorded decision (RE-23). */
export async function setClass(ctx: Context, customerId: Id, wanted: ProspectClass, timeZone: string): Promise<void> {
  const customer = await ctx.db.maybe<{ name: string; reached_at: string | null }>(sql`
    SELECT c.name, ${lastReached(ctx.now)} AS reached_at FROM customer c WHERE c.id = ${customerId} AND c.deleted_at IS NULL FOR UPDATE OF c`);
  if (customer === undefined) throw fail('record.not-found');
  const before = await ctx.db.maybe<{ prospect_class: string; since: string }>(sql`SELECT prospect_class, since FROM follow_up_sheet WHERE customer_id = ${customerId}`);
  const pack = await followUpPack(ctx, customerId, timeZone);
  const today = localDate(ctx.now, timeZone);
  const from = [customer.reached_at, before?.since].flatMap((text) => (text == null ? [] : [localDate(new Date(text), timeZone)])).toSorted().at(-1) ?? today;
  const facts = { prospectClass: wanted, daysSinceReached: Math.max(0, daysBetween(from, today)) };
  const { id, decision } = await decidePolicy(ctx, { policy: `${pack}.followUp`, facts, at: ctx.now }, { object: 'customer', id: customerId }, { [customerId]: customer.name });
  if (decision.status !== 'decided') throw fail('policy.not-in-force', { policy: `${pack}.followUp`, at: today });
  const now = ctx.now.toISOString();
  const within = Math.max(0, Number(decision.results['contactWithinDays'] ?? 0));
  const warn = Math.min(within, Math.max(0, Number(decision.results['warnAfterDays'] ?? within)));
  await ctx.db.run(sql`
    INSERT INTO follow_up_sheet (customer_id, prospect_class, within_days, warn_days, pack, decision_id, clause, since, set_by, updated_at)
    VALUES (${customerId}, ${wanted}, ${within}, ${warn}, ${pack}, ${id}, ${decision.clause}, ${now}, ${ctx.actor.userId}, ${now})
    ON CONFLICT (customer_id) DO UPDATE SET prospect_class = excluded.prospect_class, within_days = excluded.within_days, warn_days = excluded.warn_days, pack = excluded.pack,
      decision_id = excluded.decision_id, clause = excluded.clause, set_by = excluded.set_by, updated_at = excluded.updated_at`);
  await writeAudit(ctx, [{
    action: 'follow-up-class', object: 'customer', recordId: customerId, customerId, changes: { prospectClass: [before?.prospect_class ?? null, wanted] }, detail: { decision: id, clause: decision.clause },
  }]);
}

/** Closes the sheet: no rhythm any more. */
export async function closeSheet(ctx: Context, customerId: Id): Promise<void> {
  const before = await ctx.db.maybe<{ prospect_class: string }>(sql`DELETE FROM follow_up_sheet WHERE customer_id = ${customerId} RETURNING prospect_class`);
  if (before === undefined) return;
  await writeAudit(ctx, [{ action: 'follow-up-class', object: 'customer', recordId: customerId, customerId, changes: { prospectClass: [before.prospect_class, null] } }]);
}
