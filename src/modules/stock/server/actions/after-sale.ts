import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { multiplyMoney } from '#kernel/money.ts';
import { localDate } from '#kernel/period.ts';
import type { FactValues } from '#meta/decisions/decision-model.ts';
import { requestApproval } from '#modules/approvals/server/approvals.public.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import type { Context } from '#platform/context/context.ts';
import { insertRecord, objectDef } from '#platform/records/action-records.ts';
import { oldestUnpaid } from '../../rules/payment-plan.ts';
import { afterSaleApproval } from '../after-sale-approval.ts';
import { type UnitRow, askStock, lockUnit, paidFor } from '../sale-rows.ts';
import { readPlan } from '../payment-plans.ts';
import { type SaleRows, carryOut, lockChange, lockSale } from './after-sale-effects.ts';
import { keepUnit } from './keep-unit.ts';

export interface ChangeWish {
  readonly kind: 'exchange' | 'rename' | 'default' | 'refund';
  readonly reason: string;
  readonly newSaleUnit?: Id | undefined;
  readonly newCustomer?: Id | undefined;
  readonly buyers?: string | undefined;
  /** What was tried to keep the customer. */
  readonly retention?: string | undefined;
  readonly isException?: boolean | undefined;
}

export interface ChangeAnswer {
  readonly id: Id;
  readonly state: string;
  readonly outcome: string;
  readonly clause: string | null;
  readonly decision: Id;
  /** CNY text; null without one. */
  readonly fee: string | null;
}

/** Policy outcome → where the change stands next. */
const states: Readonly<Record<string, string>> = {
  allowed: 'done', fee: 'feeDue', retention: 'retention', approval: 'approving', notice: 'done', breach: 'approving', refused: 'refused',
};

/**
 * Asks for an after-sale change (RE-42): the policy decides, its decision and clause stay on record even when it
 * refuses. Errors: record.not-found, record.wrong-state (no sale under way, a change open already, new unit not for sale).
 */
export async function askForChange(ctx: Context, subscriptionId: Id, wish: ChangeWish): Promise<ChangeAnswer> {
  await requireRecord(ctx, objectDef(ctx, 'subscription'), 'update', subscriptionId);
  if (wish.newCustomer !== undefined) await requireRecord(ctx, objectDef(ctx, 'customer'), 'read', wish.newCustomer);
  const sale = await lockSale(ctx, subscriptionId);
  const isOpen = await ctx.db.maybe(sql`SELECT 1 FROM after_sale_change WHERE subscription_id = ${subscriptionId} AND state IN ('approving', 'feeDue')`);
  if (sale.subscription.state === 'cancelled' || isOpen || sale.unit.status === 'delivered') throw fail('record.wrong-state');
  const target = await targetOf(ctx, wish);
  const id = ctx.newId();
  const facts = await factsOf(ctx, sale, wish, target);
  const { id: decision, decision: answer } = await askStock(ctx, sale.unit, 'afterSale', facts, { object: 'afterSaleChange', id });
  if (answer.status !== 'decided') throw fail('record.wrong-state');
  const outcome = String(answer.results['outcome']);
  const { feePercent } = answer.results;
  const fee = typeof feePercent === 'number' ? multiplyMoney({ amount: sale.subscription.price, currency: 'CNY' }, (feePercent / 100).toFixed(6)).amount : null;
  const state = states[outcome] ?? 'refused';
  await writeChange(ctx, sale, { id, wish, decision, clause: answer.clause, fee, state });
  await followOutcome(ctx, id, sale, { outcome, target });
  return { id, state, outcome, clause: answer.clause, decision, fee };
}

/** The unit to change into. Errors: record.invalid without one, record.wrong-state when it is not for sale. */
async function targetOf(ctx: Context, wish: ChangeWish): Promise<UnitRow | undefined> {
  if (wish.kind !== 'exchange') return undefined;
  if (wish.newSaleUnit === undefined) throw fail('record.invalid', { count: 1 }, [{ path: 'newSaleUnit', code: 'required' }]);
  await requireRecord(ctx, objectDef(ctx, 'saleUnit'), 'read', wish.newSaleUnit);
  const unit = await lockUnit(ctx, wish.newSaleUnit);
  if (unit.status !== 'available' || unit.price === null) throw fail('record.wrong-state');
  return unit;
}

const stepOf = (from: number, to: number): 'up' | 'same' | 'down' => (to > from ? 'up' : to < from ? 'down' : 'same');

async function factsOf(ctx: Context, { hold, unit, subscription }: SaleRows, wish: ChangeWish, target: UnitRow | undefined): Promise<FactValues> {
  const asOf = localDate(ctx.now, ctx.timeZone);
  const listed = Number(subscription.price) + Number(subscription.discount);
  return {
    change: wish.kind, isContractSigned: subscription.dealId !== null, asOf, isRetentionTried: (wish.retention ?? '').trim() !== '', isException: wish.isException === true,
    oldestDueOn: oldestUnpaid(await readPlan(ctx, subscription.id), await paidFor(ctx, hold.id), asOf),
    ...(target && { areaStep: stepOf(Number(unit.area), Number(target.area)), gradeStep: stepOf(unit.grade, target.grade), amountStep: stepOf(listed, Number(target.price)) }),
  };
}

interface NewChange {
  readonly id: Id;
  readonly wish: ChangeWish;
  readonly decision: Id;
  readonly clause: string;
  readonly fee: string | null;
  readonly state: string;
}

async function writeChange(ctx: Context, { unit, subscription }: SaleRows, { id, wish, decision, clause, fee, state }: NewChange): Promise<void> {
  await insertRecord(ctx, 'afterSaleChange', {
    id,
    values: {
      kind: wish.kind, customer: subscription.customerId, project: unit.projectId, saleUnit: unit.id, state, subscription: subscription.id, newSaleUnit: wish.kind === 'exchange' ? (wish.newSaleUnit ?? null) : null,
      newCustomer: wish.newCustomer ?? null, buyers: wish.buyers ?? null, reason: wish.reason, retention: wish.retention ?? null, clause,
      fee: fee === null ? null : { amount: fee, currency: 'CNY' }, owner: subscription.ownerId,
    },
    columns: { decision_id: decision },
  });
}

async function followOutcome(ctx: Context, id: Id, { subscription }: SaleRows, { outcome, target }: { readonly outcome: string; readonly target: UnitRow | undefined }): Promise<void> {
  if (outcome === 'approval' || outcome === 'breach') {
    if (target) await keepUnit(ctx, target.id);
    await requestApproval(ctx, { kind: afterSaleApproval, subject: { object: 'afterSaleChange', id }, amount: subscription.price });
    return;
  }
  const change = outcome === 'allowed' ? await lockChange(ctx, id) : undefined;
  if (change) await carryOut(ctx, change);
}
