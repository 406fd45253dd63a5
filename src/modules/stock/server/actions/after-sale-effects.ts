import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import type { Context } from '#platform/context/context.ts';
import { changeRecord } from '#platform/records/action-records.ts';
import { minus, plus } from '../../rules/payment-plan.ts';
import { type DealEvent, tellDeal } from '../deal-listeners.ts';
import { type HoldRow, type SubscriptionRow, type UnitRow, lockHold, lockSubscription, lockUnit, moveUnit } from '../sale-rows.ts';
import { readPlan, writePlan } from '../payment-plans.ts';
import { endHold } from './hold-unit.ts';
import { isKept } from './keep-unit.ts';

export interface ChangeRow {
  readonly id: Id;
  readonly kind: 'exchange' | 'rename' | 'default' | 'refund';
  readonly state: string;
  readonly subscriptionId: Id;
  readonly newSaleUnitId: Id | null;
  readonly newCustomerId: Id | null;
  readonly buyers: string | null;
  readonly fee: string | null;
  readonly decisionId: Id;
}

const columns = sql`id, kind, state, subscription_id AS "subscriptionId", new_sale_unit_id AS "newSaleUnitId", new_customer_id AS "newCustomerId", buyers, fee, decision_id AS "decisionId"`;

/** A change under its lock; undefined when there is none. */
export const lockChange = (ctx: Context, id: Id): Promise<ChangeRow | undefined> =>
  ctx.db.maybe<ChangeRow>(sql`SELECT ${columns} FROM after_sale_change WHERE id = ${id} FOR UPDATE`);

export interface SaleRows {
  readonly hold: HoldRow;
  readonly unit: UnitRow;
  readonly subscription: SubscriptionRow;
}

/** Hold, unit and subscription under their locks, in the one order that all actions keep. Errors: record.not-found. */
export async function lockSale(ctx: Context, subscriptionId: Id): Promise<SaleRows> {
  const found = await ctx.db.maybe<{ holdId: Id }>(sql`SELECT hold_id AS "holdId" FROM subscription WHERE id = ${subscriptionId}`);
  if (!found) throw fail('record.not-found');
  const hold = await lockHold(ctx, found.holdId);
  const unit = await lockUnit(ctx, hold.saleUnitId);
  return { hold, unit, subscription: await lockSubscription(ctx, subscriptionId) };
}

/** Carries a change out; the unit and the deal follow and the listeners hear of it. Errors: record.wrong-state when the sale or the new unit moved on. */
export async function carryOut(ctx: Context, change: ChangeRow): Promise<void> {
  const sale = await lockSale(ctx, change.subscriptionId);
  if (sale.subscription.state === 'cancelled') throw fail('record.wrong-state');
  if (change.kind === 'exchange') await exchangeUnit(ctx, change, sale);
  else if (change.kind === 'rename') await renameBuyer(ctx, change, sale);
  else await dissolve(ctx, change, sale);
  await changeRecord(ctx, 'afterSaleChange', change.id, { state: 'done' });
}

const told = (ctx: Context, change: ChangeRow, { unit, subscription }: SaleRows): Omit<DealEvent, 'kind'> => ({
  dealId: subscription.dealId, subscriptionId: subscription.id, customerId: change.newCustomerId ?? subscription.customerId, siteId: unit.siteId, projectId: unit.projectId,
  saleUnitId: unit.id, ownerId: subscription.ownerId, amount: subscription.price, currency: subscription.currency,
  dealOn: subscription.dealOn ?? localDate(ctx.now, ctx.timeZone), at: ctx.now.toISOString(), change: { id: change.id, kind: change.kind, decisionId: change.decisionId },
});

/** The new unit takes the old one's place in the sale; the last instalment takes the difference, so that the plan sums again. */
async function exchangeUnit(ctx: Context, change: ChangeRow, sale: SaleRows): Promise<void> {
  if (change.newSaleUnitId === null) throw fail('record.wrong-state');
  const { hold, unit: old, subscription } = sale;
  const unit = await lockUnit(ctx, change.newSaleUnitId);
  // Kept for this change since it was sent for approval, otherwise still for sale.
  const isFree = unit.status === 'available' || (change.state === 'approving' && (await isKept(ctx, unit)));
  if (!isFree || unit.price === null) throw fail('record.wrong-state');
  const price = minus(unit.price, subscription.discount);
  const difference = minus(price, subscription.price);
  await changeRecord(ctx, 'saleUnit', unit.id, { status: old.status, holdUntil: hold.expiresAt });
  await moveUnit(ctx, old, old.status === 'signed' ? 'cancel' : 'release');
  await changeRecord(ctx, 'unitHold', hold.id, { saleUnit: unit.id });
  const money = (amount: string) => ({ amount, currency: subscription.currency });
  await changeRecord(ctx, 'subscription', subscription.id, { saleUnit: unit.id, area: Number(unit.area), listPrice: money(unit.price), price: money(price) });
  const plan = await readPlan(ctx, subscription.id);
  await writePlan(ctx, subscription.id, plan.map((each, index) => (index === plan.length - 1 ? { ...each, amount: plus(each.amount, difference) } : each)));
  if (subscription.dealId !== null) await changeRecord(ctx, 'deal', subscription.dealId, { saleUnit: unit.id, price: money(price) });
  await tellDeal(ctx, { kind: 'change', ...told(ctx, change, { hold, unit, subscription: { ...subscription, price } }) });
}

async function renameBuyer(ctx: Context, change: ChangeRow, sale: SaleRows): Promise<void> {
  const { hold, subscription } = sale;
  const customer = change.newCustomerId ?? subscription.customerId;
  await changeRecord(ctx, 'subscription', subscription.id, { customer, ...(change.buyers !== null && { buyers: change.buyers }) });
  await changeRecord(ctx, 'unitHold', hold.id, { customer });
  if (subscription.dealId !== null) await changeRecord(ctx, 'deal', subscription.dealId, { customer });
  await tellDeal(ctx, { kind: 'change', ...told(ctx, change, sale) });
}

/** Refund or breach: the sale ends, the unit is for sale again; finance pays back what the company owes. */
async function dissolve(ctx: Context, change: ChangeRow, sale: SaleRows): Promise<void> {
  await endHold(ctx, sale.hold, 'released');
  if (sale.subscription.dealId !== null) await changeRecord(ctx, 'deal', sale.subscription.dealId, { state: 'cancelled' });
  await tellDeal(ctx, { kind: 'refund', ...told(ctx, change, sale) });
}

/** Finance has the transfer fee: the rename that waited for it is carried out. Errors: record.wrong-state when none waits or the fee falls short. */
export async function finishRename(ctx: Context, subscriptionId: Id, paid: string): Promise<void> {
  const change = await ctx.db.maybe<ChangeRow>(sql`SELECT ${columns} FROM after_sale_change WHERE subscription_id = ${subscriptionId} AND state = 'feeDue' FOR UPDATE`);
  if (!change || Number(minus(paid, change.fee ?? '0.00')) < 0) throw fail('record.wrong-state');
  await carryOut(ctx, change);
}
