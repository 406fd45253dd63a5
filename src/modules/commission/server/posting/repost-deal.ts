import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { compareMoney } from '#kernel/money.ts';
import type { Context } from '#platform/context/context.ts';
import { commissionOf, type CommissionAmount } from '../../rules/commission-amount.ts';
import { type AccountKind, type Balance, type EntryState, differenceLines, divide } from '../../rules/deal-ledger.ts';
import { type DealRow, dealColumns, moneyOf } from './deal-row.ts';
import { type PlanInForce, planFor, planVersion } from './plan-in-force.ts';
import { type JournalReason, type PostedLine, postJournal } from './post-lines.ts';
import { type SiteBook, postingMonth } from './site-book.ts';

interface BalanceRow {
  readonly kind: AccountKind;
  readonly userId: Id | null;
  readonly state: EntryState;
  readonly amount: string;
  readonly month: string;
}

export type MonthBalance = Balance & { readonly month: string };

/** What the ledger holds of a deal, by account, state and month; penalties apart. */
export async function balancesOf(ctx: Context, deal: Pick<DealRow, 'id' | 'currency'>): Promise<MonthBalance[]> {
  const rows = await ctx.db.rows<BalanceRow>(sql`
    SELECT account AS kind, owner_id AS "userId", state, month, sum(amount)::text AS amount FROM commission_entry
    WHERE deal_id = ${deal.id} AND penalty_id IS NULL GROUP BY account, owner_id, state, month ORDER BY month, account, owner_id, state`);
  return rows.map(({ kind, userId, state, month, amount }) => ({ account: { kind, userId }, state, month, amount: moneyOf(amount, deal.currency) }));
}

export interface Cause {
  readonly reason: JournalReason;
  readonly eventId?: Id;
  /** ISO date of what happened. */
  readonly on: string;
}

/**
 * Brings the ledger to what the deal's facts, plan and shares say now, by posting the difference only (RE-30). The
 * site's book must be locked. Answers the journal's id, null when nothing changed.
 */
export async function repostDeal(ctx: Context, book: SiteBook, deal: DealRow, cause: Cause): Promise<Id | null> {
  const plan = await planOf(ctx, deal);
  const isTargetReached = plan !== undefined && (await hasReachedTarget(ctx, deal, plan));
  const commission = plan === undefined || deal.shares.length === 0 ? undefined : commissionOf(plan.terms, pricedDeal(deal), isTargetReached);
  const claims = commission === undefined ? [] : divide(commission.earned, deal.shares);
  const month = postingMonth(book, cause.on);
  const lines = differenceLines(await balancesOf(ctx, deal), claims, deal.currency, deal.frozenReason !== null)
    .map((line): PostedLine => ({ ...line, month, ...aboutDeal(deal) }));
  return postJournal(ctx, book, { reason: cause.reason, ...(cause.eventId !== undefined && { eventId: cause.eventId }), dealId: deal.id, lines, working: workingOf(deal, plan, commission, isTargetReached) });
}

/** What every entry of a deal carries. */
export const aboutDeal = (deal: DealRow): Pick<PostedLine, 'dealId' | 'penaltyId' | 'customerId' | 'subject' | 'decisionId' | 'clause'> => ({
  dealId: deal.id, penaltyId: null, customerId: deal.customerId, subject: deal.label, decisionId: deal.decisionId, clause: deal.clause,
});

export const pricedDeal = (deal: DealRow) => ({
  price: deal.price === null ? null : moneyOf(deal.price, deal.currency), received: moneyOf(deal.received, deal.currency),
  product: deal.product, isSigned: deal.isSigned, isRefunded: deal.isRefunded,
});

/** Chosen once by the deal's day: a later version never touches the deal, also when it is worked out again. */
async function planOf(ctx: Context, deal: DealRow): Promise<PlanInForce | undefined> {
  if (deal.planVersionId !== null) return planVersion(ctx, deal.planVersionId);
  const plan = await planFor(ctx, deal.siteId, deal.dealOn);
  if (plan && deal.isSigned) await ctx.db.run(sql`UPDATE commission_deal SET plan_version_id = ${plan.versionId} WHERE id = ${deal.id}`);
  return plan;
}

/** Whether the team signed enough in the deal's month. */
async function hasReachedTarget(ctx: Context, deal: DealRow, { terms }: PlanInForce): Promise<boolean> {
  if (terms.target === null) return false;
  const { volume } = await ctx.db.one<{ volume: string }>(sql`
    SELECT coalesce(sum(price), 0)::text AS volume FROM commission_deal
    WHERE site_id = ${deal.siteId} AND currency = ${deal.currency} AND is_signed AND NOT is_refunded
      AND date_trunc('month', deal_on) = date_trunc('month', ${deal.dealOn}::date)`);
  return compareMoney(moneyOf(volume, deal.currency), { amount: terms.target.monthly, currency: deal.currency }) >= 0;
}

/** The other deals of the month are looked at again when a plan pays more beyond a target. */
export async function repostNeighbours(ctx: Context, book: SiteBook, deal: DealRow, on: string): Promise<void> {
  const plan = await planOf(ctx, deal);
  if (plan === undefined || plan.terms.target === null) return;
  const others = await ctx.db.rows<DealRow>(sql`
    SELECT ${dealColumns} FROM commission_deal WHERE site_id = ${deal.siteId} AND id <> ${deal.id} AND is_signed
      AND date_trunc('month', deal_on) = date_trunc('month', ${deal.dealOn}::date) ORDER BY id`);
  for (const other of others) await repostDeal(ctx, book, other, { reason: 'target', on });
}

/** The numbers behind a journal, kept as they were (PL-41). */
function workingOf(deal: DealRow, plan: PlanInForce | undefined, commission: CommissionAmount | undefined, isTargetReached: boolean): Record<string, unknown> {
  const { price, received, currency, product, dealOn, shares } = deal;
  return {
    price, received, currency, product, dealOn, shares,
    ...(plan && { plan: { id: plan.planId, name: plan.name, number: plan.number, activeFrom: plan.activeFrom, accrual: plan.terms.accrual, isTargetReached } }),
    ...(commission && { full: commission.full.amount, earned: commission.earned.amount, steps: commission.steps }),
  };
}
