import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { allowedIds, requireRecord } from '#platform/access/allowed-ids.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import { changeRecord, insertRecord, objectDef } from '#platform/records/action-records.ts';
import { type HoldRow, type UnitRow, askStock, lockHold, lockUnit, moveUnit, paidFor, subscriptionOf } from '../sale-rows.ts';
import { keptFor } from '../queries/kept-for.ts';
import { dropWaitingExchange } from './keep-unit.ts';

export interface HoldWish {
  readonly saleUnit: Id;
  readonly customer: Id;
  readonly kind: 'holding' | 'reservation';
}

/** What the policy says of a hold: until when, for how much. */
interface HoldTerms {
  readonly decisionId: Id;
  readonly expiresAt: string;
  readonly warnAt: string;
  readonly deposit: string;
  readonly mayExtend: boolean;
}

const HOUR = 3_600_000;

interface HoldQuestion {
  readonly id: Id;
  readonly kind: 'holding' | 'reservation';
  readonly isPaid: boolean;
  readonly extensions: number;
}

/** Asks the `hold` policy. Errors: policy.not-in-force, policy.faulty when it gives no hours. */
export async function askHold(ctx: Context, unit: UnitRow, { id, ...question }: HoldQuestion): Promise<HoldTerms> {
  const { id: decisionId, decision } = await askStock(ctx, unit, 'hold', { ...question, price: Number(unit.price ?? 0) }, { object: 'unitHold', id });
  const results = decision.status === 'decided' ? decision.results : {};
  const { hours, warnHours, deposit, mayExtend } = results;
  if (typeof hours !== 'number' || hours <= 0) throw fail('policy.faulty', { policy: `${unit.pack}.hold`, place: 'hours', message: String(hours) });
  const until = ctx.now.getTime() + hours * HOUR;
  const warn = until - (typeof warnHours === 'number' ? warnHours : 0) * HOUR;
  return {
    decisionId, expiresAt: new Date(until).toISOString(), warnAt: new Date(warn).toISOString(),
    deposit: (typeof deposit === 'number' ? deposit : 0).toFixed(2), mayExtend: mayExtend === true,
  };
}

/**
 * Holds a unit for one customer (RE-40). Two at the same instant: one succeeds, the other hears until when.
 * Errors: record.not-found, stock.unit-taken, record.wrong-state (sold, withdrawn, without price).
 */
export async function holdUnit(ctx: Context, { saleUnit, customer, kind }: HoldWish): Promise<{ readonly id: Id; readonly expiresAt: string; readonly decision: Id; readonly deposit: string }> {
  await requireRecord(ctx, objectDef(ctx, 'customer'), 'read', customer);
  await requireRecord(ctx, objectDef(ctx, 'saleUnit'), 'read', saleUnit);
  const unit = await lockUnit(ctx, saleUnit);
  if (unit.status === 'held' || unit.status === 'reserved') throw await takenBy(ctx, unit);
  if (unit.status !== 'available' || unit.price === null) throw fail('record.wrong-state');
  const id = ctx.newId();
  const terms = await askHold(ctx, unit, { id, kind, isPaid: false, extensions: 0 });
  await insertRecord(ctx, 'unitHold', {
    id,
    values: { kind, customer, project: unit.projectId, saleUnit, state: 'active', deposit: { amount: terms.deposit, currency: unit.currency }, expiresAt: terms.expiresAt, extensions: 0 },
    columns: { decision_id: terms.decisionId, warn_at: terms.warnAt, may_extend: terms.mayExtend },
  });
  await moveUnit(ctx, unit, 'hold', terms.expiresAt);
  return { id, expiresAt: terms.expiresAt, decision: terms.decisionId, deposit: terms.deposit };
}

/** Who has it: by name to whoever may read that customer, otherwise another customer (RE-40). */
async function takenBy(ctx: Context, unit: UnitRow) {
  const hold = await ctx.db.maybe<{ customerId: Id; customer: string; expiresAt: string | null }>(sql`
    SELECT h.customer_id AS "customerId", c.name AS customer, h.expires_at AS "expiresAt" FROM unit_hold h JOIN customer c ON c.id = h.customer_id
    WHERE h.sale_unit_id = ${unit.id} AND h.state = 'active'`);
  const exchange = hold ? undefined : await keptFor(ctx, unit.id);
  const has = hold ?? (exchange && { ...exchange, expiresAt: null });
  if (!has) return fail('record.wrong-state');
  const isSeen = (await allowedIds(ctx, objectDef(ctx, 'customer'), 'read', [has.customerId])).has(has.customerId);
  const until = has.expiresAt === null ? null : isoTime(has.expiresAt);
  const words = ctx.locale === 'en' ? { another: 'another customer', contract: 'the contract', exchange: 'the exchange is decided' } : { another: '另一位客户', contract: '签约', exchange: '换房批复' };
  const end = until === null ? (exchange ? words.exchange : words.contract) : new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: ctx.timeZone }).format(new Date(until));
  return fail('stock.unit-taken', { unit: unit.code, by: isSeen ? has.customer : words.another, until: end }, [], { by: isSeen ? { id: has.customerId, name: has.customer } : null, until });
}

/** Extends a hold once, where the policy allows it. Errors: record.not-found, auth.forbidden, record.wrong-state. */
export async function extendHold(ctx: Context, id: Id): Promise<{ readonly expiresAt: string }> {
  await requireRecord(ctx, objectDef(ctx, 'unitHold'), 'update', id);
  const hold = await lockHold(ctx, id);
  if (hold.state !== 'active' || !hold.mayExtend || hold.expiresAt === null) throw fail('record.wrong-state');
  const unit = await lockUnit(ctx, hold.saleUnitId);
  const { expiresAt } = await renewHold(ctx, unit, hold, { kind: hold.kind, isPaid: true, extensions: hold.extensions + 1 });
  return { expiresAt };
}

/** The policy is asked again, and the hold runs from now by its answer. */
export async function renewHold(ctx: Context, unit: UnitRow, hold: HoldRow, question: Omit<HoldQuestion, 'id'>): Promise<HoldTerms> {
  const terms = await askHold(ctx, unit, { id: hold.id, ...question });
  await changeRecord(ctx, 'unitHold', hold.id, { kind: question.kind, expiresAt: terms.expiresAt, extensions: question.extensions }, {
    decision_id: terms.decisionId, warn_at: terms.warnAt, warned_at: null, may_extend: terms.mayExtend,
  });
  await changeRecord(ctx, 'saleUnit', unit.id, { holdUntil: terms.expiresAt });
  return terms;
}

/** Gives a unit free. Errors: record.wrong-state when money was paid: that takes a refund. */
export async function releaseHold(ctx: Context, id: Id): Promise<void> {
  await requireRecord(ctx, objectDef(ctx, 'unitHold'), 'update', id);
  const hold = await lockHold(ctx, id);
  if (hold.state !== 'active' || Number(await paidFor(ctx, id)) > 0) throw fail('record.wrong-state');
  await endHold(ctx, hold, 'released');
}

/** Ends a hold: the unit is for sale again, a subscription on it is cancelled. */
export async function endHold(ctx: Context, hold: HoldRow, state: 'released' | 'expired'): Promise<UnitRow> {
  const unit = await lockUnit(ctx, hold.saleUnitId);
  const subscription = await subscriptionOf(ctx, hold.id);
  if (subscription) {
    await dropWaitingExchange(ctx, subscription.id);
    await changeRecord(ctx, 'subscription', subscription.id, { state: 'cancelled' });
  }
  await changeRecord(ctx, 'unitHold', hold.id, { state, endedAt: ctx.now.toISOString() });
  await moveUnit(ctx, unit, unit.status === 'signed' ? 'cancel' : 'release');
  return unit;
}
