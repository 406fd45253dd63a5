import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import type { Context } from '#platform/context/context.ts';
import { insertRecord } from '#platform/records/action-records.ts';
import { minus } from '../../rules/payment-plan.ts';
import { type DealEvent, tellDeal } from '../deal-listeners.ts';
import { type HoldRow, type SubscriptionRow, type UnitRow, lockHold, lockUnit, lastSubscriptionOf, moveUnit, paidFor, subscriptionOf } from '../sale-rows.ts';
import { finishRename } from './after-sale-effects.ts';
import { keepUntilContract } from './file-subscription.ts';
import { askHold, renewHold } from './hold-unit.ts';

export type ReceiptKind = 'holdingDeposit' | 'reservationDeposit' | 'instalment' | 'transferFee' | 'refund';

export interface Payment {
  readonly hold: Id;
  readonly kind: ReceiptKind;
  /** CNY text above zero; a refund is booked as what leaves the house. */
  readonly amount: string;
  readonly method: string;
  readonly receivedOn: string;
  readonly payer: string;
  readonly note?: string | undefined;
}

interface Sale {
  readonly hold: HoldRow;
  readonly unit: UnitRow;
  readonly subscription: SubscriptionRow | undefined;
}

/** Only a role that books payments in its own words, never one that may everything, and never the seller (RE-41, SEC). */
async function requireFinance(ctx: Context, hold: HoldRow): Promise<void> {
  const may = await ctx.db.maybe(sql`
    SELECT 1 FROM user_role ur JOIN role_grant g ON g.role = ur.role WHERE ur.user_id = ${ctx.actor.userId} AND g.object = 'receipt' AND g.action = 'create' LIMIT 1`);
  if (!may || hold.ownerId === ctx.actor.userId) throw fail('auth.forbidden', { right: 'receipt.create' });
}

/** The next number of the site and year: the row lock holds others back until this one is certain, so there is no gap. */
async function nextNumber(ctx: Context, unit: UnitRow): Promise<{ readonly number: string; readonly placeId: Id }> {
  const year = Number(localDate(ctx.now, ctx.timeZone).slice(0, 4));
  const placeId = unit.siteId ?? unit.projectId;
  const { last } = await ctx.db.one<{ last: number }>(sql`
    INSERT INTO receipt_series (place_id, year, last) VALUES (${placeId}, ${year}, 1) ON CONFLICT (place_id, year) DO UPDATE SET last = receipt_series.last + 1 RETURNING last`);
  return { number: `${unit.projectCode}-${year}-${String(last).padStart(6, '0')}`, placeId };
}

/** Books a payment and issues its receipt (RE-41). Errors: auth.forbidden, record.wrong-state, record.invalid (a refund beyond what was paid). */
export async function bookReceipt(ctx: Context, payment: Payment): Promise<{ readonly id: Id; readonly number: string }> {
  const hold = await lockHold(ctx, payment.hold);
  await requireFinance(ctx, hold);
  const unit = await lockUnit(ctx, hold.saleUnitId);
  const sale: Sale = { hold, unit, subscription: await subscriptionFor(ctx, hold) };
  await requireFits(ctx, sale, payment);
  const amount = payment.kind === 'refund' ? minus('0.00', payment.amount) : payment.amount;
  const receipt = await writeReceipt(ctx, sale, { ...payment, amount });
  await afterBooking(ctx, sale, { kind: payment.kind, amount, receiptId: receipt.id });
  return receipt;
}

/** While a sale is under way its subscription; afterwards the one that it was, so that a refund finds its deal. */
const subscriptionFor = (ctx: Context, hold: HoldRow): Promise<SubscriptionRow | undefined> =>
  hold.state === 'active' || hold.state === 'sold' ? subscriptionOf(ctx, hold.id) : lastSubscriptionOf(ctx, hold.id);

async function requireFits(ctx: Context, { hold, subscription }: Sale, { kind, amount }: Payment): Promise<void> {
  const isOver = hold.state === 'expired' || hold.state === 'released';
  const fits = {
    holdingDeposit: hold.state === 'active', reservationDeposit: hold.state === 'active', instalment: hold.state === 'sold' && subscription?.dealId != null,
    transferFee: subscription !== undefined && !isOver, refund: isOver,
  }[kind];
  if (!fits) throw fail('record.wrong-state');
  if (kind !== 'refund') return;
  const paid = await paidFor(ctx, hold.id);
  if (Number(minus(paid, amount)) < 0) throw fail('record.invalid', { count: 1 }, [{ path: 'amount', code: 'too-big', params: { max: paid } }]);
}

async function writeReceipt(
  ctx: Context, { hold, unit, subscription }: Sale, payment: Omit<Payment, 'hold'>, reverses: Id | null = null,
): Promise<{ readonly id: Id; readonly number: string }> {
  const { number, placeId } = await nextNumber(ctx, unit);
  const { kind, amount, method, receivedOn, payer, note } = payment;
  const id = await insertRecord(ctx, 'receipt', {
    values: {
      number, customer: hold.customerId, project: unit.projectId, saleUnit: unit.id, subscription: subscription?.id ?? null, kind, method, receivedOn, payer, note: note ?? null,
      amount: { amount, currency: 'CNY' }, bookedBy: ctx.actor.userId, reverses, owner: hold.ownerId,
    },
    columns: { place_id: placeId, hold_id: hold.id },
  });
  return { id, number };
}

interface Booked {
  readonly kind: ReceiptKind;
  /** Negative for a reversal or a refund. */
  readonly amount: string;
  readonly receiptId: Id;
}

/** What money does: the deposit in full reserves the unit, and taken back it no longer does. */
async function afterBooking(ctx: Context, sale: Sale, booked: Booked): Promise<void> {
  const { hold, unit, subscription } = sale;
  if (booked.kind === 'transferFee') {
    if (Number(booked.amount) > 0 && subscription) await finishRename(ctx, subscription.id, booked.amount);
    return;
  }
  if (hold.state === 'active') await followDeposit(ctx, sale);
  const dealId = subscription?.dealId ?? null;
  const event: DealEvent = {
    kind: booked.kind === 'holdingDeposit' || booked.kind === 'reservationDeposit' ? 'deposit' : 'payment', dealId, subscriptionId: subscription?.id ?? null, receiptId: booked.receiptId,
    customerId: hold.customerId, siteId: unit.siteId, projectId: unit.projectId, saleUnitId: unit.id, ownerId: hold.ownerId,
    amount: booked.amount, currency: 'CNY', dealOn: subscription?.dealOn ?? localDate(ctx.now, ctx.timeZone), at: ctx.now.toISOString(),
  };
  await tellDeal(ctx, event);
}

async function followDeposit(ctx: Context, { hold, unit, subscription }: Sale): Promise<void> {
  const paid = await paidFor(ctx, hold.id);
  const { id, kind, extensions } = hold;
  const reservation = subscription?.deposit ?? (await askHold(ctx, unit, { id, kind: 'reservation', isPaid: true, extensions: 0 })).deposit;
  const isReserved = Number(minus(paid, reservation)) >= 0;
  if (isReserved && unit.status === 'held') {
    await moveUnit(ctx, unit, 'pay', hold.expiresAt);
    await renewHold(ctx, unit, hold, { kind: 'reservation', isPaid: true, extensions: 0 });
    if (subscription?.state === 'signed') await keepUntilContract(ctx, id, unit.id);
    return;
  }
  if (!isReserved && unit.status === 'reserved') await moveUnit(ctx, unit, 'unpay', hold.expiresAt);
  const isPaid = Number(minus(paid, hold.deposit)) >= 0;
  if (!isReserved) await renewHold(ctx, unit, hold, { kind: unit.status === 'reserved' ? 'holding' : kind, isPaid, extensions });
}

interface Former {
  readonly holdId: Id;
  readonly kind: ReceiptKind;
  readonly amount: string;
  readonly method: string;
  readonly payer: string;
  readonly number: string;
  readonly reversesId: Id | null;
}

/** Takes a receipt back by another one with its own number (RE-41). Errors: record.not-found, auth.forbidden, record.wrong-state (a reversal, or reversed already). */
export async function reverseReceipt(ctx: Context, id: Id, reason: string): Promise<{ readonly id: Id; readonly number: string }> {
  const found = await ctx.db.maybe<Former>(sql`
    SELECT r.hold_id AS "holdId", r.kind, r.amount, r.method, r.payer, r.number, r.reverses_id AS "reversesId"
    FROM receipt r WHERE r.id = ${id}`);
  if (!found) throw fail('record.not-found');
  const hold = await lockHold(ctx, found.holdId);
  await requireFinance(ctx, hold);
  const isTaken = await ctx.db.maybe(sql`SELECT 1 FROM receipt WHERE reverses_id = ${id}`);
  if (found.reversesId !== null || isTaken) throw fail('record.wrong-state');
  const unit = await lockUnit(ctx, hold.saleUnitId);
  const sale: Sale = { hold, unit, subscription: await subscriptionFor(ctx, hold) };
  const { kind, method, payer, number } = found;
  const amount = minus('0.00', found.amount);
  const receipt = await writeReceipt(ctx, sale, { kind, amount, method, payer, receivedOn: localDate(ctx.now, ctx.timeZone), note: `${number}：${reason}` }, id);
  await afterBooking(ctx, sale, { kind, amount, receiptId: receipt.id });
  return receipt;
}
