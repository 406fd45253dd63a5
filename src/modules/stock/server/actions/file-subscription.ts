import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import type { Context } from '#platform/context/context.ts';
import { changeRecord, insertRecord, objectDef } from '#platform/records/action-records.ts';
import { type Instalment, minus, planTotal } from '../../rules/payment-plan.ts';
import { tellDeal } from '../deal-listeners.ts';
import { renderSubscription } from '../documents/subscription-text.ts';
import { writePlan } from '../payment-plans.ts';
import { type SubscriptionRow, type UnitRow, lockHold, lockSubscription, lockUnit, moveUnit, subscriptionOf } from '../sale-rows.ts';

export interface SubscriptionDraft {
  readonly buyers: string;
  /** CNY texts with two decimals. */
  readonly discount: string;
  readonly deposit: string;
  /** Without one the customer's own, which the salesperson may see masked only. */
  readonly phone?: string | undefined;
  readonly address: string;
  readonly postcode: string;
  readonly instalments: readonly Instalment[];
}

const cny = (amount: string) => ({ amount, currency: 'CNY' });

/** Price and plan, checked to the cent. Errors: stock.instalments, record.invalid. */
function checkedPrice(unit: UnitRow, draft: SubscriptionDraft): string {
  const price = minus(unit.price ?? '0.00', draft.discount);
  const wrong = (path: string, max: string) => fail('record.invalid', { count: 1 }, [{ path, code: 'too-big', params: { max } }]);
  if (Number(price) <= 0) throw wrong('discount', unit.price ?? '0.00');
  if (Number(minus(price, draft.deposit)) < 0) throw wrong('deposit', price);
  const sum = planTotal(draft.instalments);
  if (sum !== price) throw fail('stock.instalments', { sum, price }, [{ path: 'instalments', code: 'invalid' }]);
  return price;
}

const valuesOf = (unit: UnitRow, { buyers, discount, deposit, phone, address, postcode }: SubscriptionDraft, price: string) => ({
  buyers, ...(phone !== undefined && { phone }), address, postcode, area: Number(unit.area), listPrice: cny(unit.price ?? '0.00'), discount: cny(discount), price: cny(price), deposit: cny(deposit),
});

/**
 * Files the subscription of a unit that the caller's customer holds (RE-41): stock control was asked by the hold itself.
 * Errors: record.wrong-state (no hold in force, filed already), stock.instalments, record.invalid.
 */
export async function fileSubscription(ctx: Context, holdId: Id, draft: SubscriptionDraft): Promise<{ readonly id: Id }> {
  await requireRecord(ctx, objectDef(ctx, 'unitHold'), 'update', holdId);
  const hold = await lockHold(ctx, holdId);
  if (hold.state !== 'active' || (await subscriptionOf(ctx, holdId))) throw fail('record.wrong-state');
  const unit = await lockUnit(ctx, hold.saleUnitId);
  const price = checkedPrice(unit, draft);
  const phone = draft.phone ?? (await phoneOf(ctx, hold.customerId));
  const id = await insertRecord(ctx, 'subscription', {
    values: { ...valuesOf(unit, { ...draft, phone }, price), customer: hold.customerId, project: unit.projectId, saleUnit: unit.id, state: 'filed', owner: hold.ownerId },
    columns: { hold_id: holdId },
  });
  await writePlan(ctx, id, draft.instalments);
  return { id };
}

/** Errors: record.invalid where the customer has none. */
async function phoneOf(ctx: Context, customer: Id): Promise<string> {
  const found = await ctx.db.maybe<{ phone: string | null }>(sql`SELECT phone FROM customer WHERE id = ${customer}`);
  if (found?.phone == null) throw fail('record.invalid', { count: 1 }, [{ path: 'phone', code: 'required' }]);
  return found.phone;
}

/** Corrects a subscription until it is signed; without a phone the former one stays. Errors: record.wrong-state afterwards (P14-9: nothing is altered). */
export async function changeSubscription(ctx: Context, id: Id, draft: SubscriptionDraft): Promise<void> {
  const { unit } = await lockFiled(ctx, id, 'filed');
  await changeRecord(ctx, 'subscription', id, valuesOf(unit, draft, checkedPrice(unit, draft)));
  await writePlan(ctx, id, draft.instalments);
}

/** Hold, unit and subscription under their locks, in the one order that all actions keep. */
async function lockFiled(ctx: Context, id: Id, state: SubscriptionRow['state']) {
  await requireRecord(ctx, objectDef(ctx, 'subscription'), 'update', id);
  const { holdId } = await ctx.db.one<{ holdId: Id }>(sql`SELECT hold_id AS "holdId" FROM subscription WHERE id = ${id}`);
  const hold = await lockHold(ctx, holdId);
  const unit = await lockUnit(ctx, hold.saleUnitId);
  const subscription = await lockSubscription(ctx, id);
  if (subscription.state !== state) throw fail('record.wrong-state');
  return { hold, unit, subscription };
}

/** Both have signed: from now on its wording is fixed (P14-9-10). Errors: record.wrong-state. */
export async function signSubscription(ctx: Context, id: Id): Promise<void> {
  const { hold, unit } = await lockFiled(ctx, id, 'filed');
  const wording = await renderSubscription(ctx, id);
  await changeRecord(ctx, 'subscription', id, { state: 'signed', signedAt: ctx.now.toISOString() }, { wording });
  if (unit.status === 'reserved') await keepUntilContract(ctx, hold.id, unit.id);
}

/** Signed and paid for: no clock runs any more, what is late now is a default (RE-42). */
export async function keepUntilContract(ctx: Context, holdId: Id, unitId: Id): Promise<void> {
  await changeRecord(ctx, 'unitHold', holdId, { expiresAt: null }, { may_extend: false });
  await changeRecord(ctx, 'saleUnit', unitId, { holdUntil: null });
}

/**
 * The contract is signed: the deal is made and told (RE-42). `dealOn` at most today.
 * Errors: record.wrong-state (not signed, deposit not booked by finance), record.invalid.
 */
export async function signContract(ctx: Context, id: Id, { contractNumber, dealOn }: { readonly contractNumber: string; readonly dealOn: string }): Promise<{ readonly id: Id }> {
  const { hold, unit, subscription } = await lockFiled(ctx, id, 'signed');
  if (dealOn > localDate(ctx.now, ctx.timeZone)) throw fail('record.invalid', { count: 1 }, [{ path: 'dealOn', code: 'invalid' }]);
  await moveUnit(ctx, unit, 'sign');
  await changeRecord(ctx, 'unitHold', hold.id, { state: 'sold', expiresAt: null, endedAt: ctx.now.toISOString() });
  await changeRecord(ctx, 'subscription', id, { state: 'contracted' });
  const dealId = await insertRecord(ctx, 'deal', {
    values: {
      customer: subscription.customerId, project: unit.projectId, saleUnit: unit.id, subscription: id, state: 'signed', contractNumber, dealOn,
      price: { amount: subscription.price, currency: subscription.currency }, owner: subscription.ownerId,
    },
  });
  await tellDeal(ctx, {
    kind: 'contract', dealId, subscriptionId: id, customerId: subscription.customerId, siteId: unit.siteId, projectId: unit.projectId, saleUnitId: unit.id,
    ownerId: subscription.ownerId, amount: subscription.price, currency: subscription.currency, dealOn, at: ctx.now.toISOString(),
  });
  return { id: dealId };
}

/** The unit is handed over. Errors: record.wrong-state. */
export async function deliverUnit(ctx: Context, dealId: Id): Promise<void> {
  await requireRecord(ctx, objectDef(ctx, 'deal'), 'update', dealId);
  const { unitId, state } = await ctx.db.one<{ unitId: Id; state: string }>(sql`SELECT sale_unit_id AS "unitId", state FROM deal WHERE id = ${dealId} FOR UPDATE`);
  if (state !== 'signed') throw fail('record.wrong-state');
  await moveUnit(ctx, await lockUnit(ctx, unitId), 'deliver');
  await changeRecord(ctx, 'deal', dealId, { state: 'delivered' });
}
