import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { addMoney, compareMoney, type Money, subtractMoney, zeroMoney } from '#kernel/money.ts';
import type { Context } from '#platform/context/context.ts';
import { commissionOf } from '../../rules/commission-amount.ts';
import { type Account, accountKey, divide } from '../../rules/deal-ledger.ts';
import type { PlanTerms } from '../../rules/plan-terms.ts';
import { isReadable } from '../entries/in-scope.ts';
import { dealColumns, type DealRow, moneyOf } from '../posting/deal-row.ts';
import { planFor, planVersion } from '../posting/plan-in-force.ts';
import { pricedDeal } from '../posting/repost-deal.ts';
import { planTerms } from './list-plans.ts';

export interface PersonImpact {
  readonly key: string;
  readonly ownerId: Id | null;
  readonly account: Account['kind'];
  readonly name: string | null;
  readonly before: string;
  readonly after: string;
  readonly difference: string;
  readonly currency: string;
}

type Sums = Map<string, { account: Account; before: Money; after: Money }>;

/**
 * What a version of a plan would have paid on the deals of a period, beside what they pay now, per person (RE-31). Only
 * deals of sites in the caller's scope. Errors: record.not-found.
 */
export async function simulatePlan(ctx: Context, planId: Id, number: number, period: { readonly from: string; readonly to: string }) {
  const { terms, siteId } = await planTerms(ctx, planId, number);
  const deals = await ctx.db.rows<DealRow>(sql`
    SELECT ${dealColumns} FROM commission_deal WHERE is_signed AND NOT is_refunded AND deal_on BETWEEN ${period.from} AND ${period.to}
      AND (${siteId}::uuid IS NULL OR site_id = ${siteId})
      AND site_id IN (SELECT b.site_id FROM (SELECT *, site_id AS id, NULL::uuid AS owner_id FROM commission_book) b WHERE ${isReadable(ctx, 'b')}) ORDER BY id LIMIT 20000`);
  const volumes = volumesOf(deals);
  const sums: Sums = new Map();
  let changed = 0;
  for (const deal of deals) {
    const now = deal.planVersionId === null ? await planFor(ctx, deal.siteId, deal.dealOn) : await planVersion(ctx, deal.planVersionId);
    const before = amountOf(now?.terms, deal, volumes);
    const after = amountOf(terms, deal, volumes);
    if (before.amount !== after.amount) changed += 1;
    collect(sums, deal, before, after);
  }
  return { deals: deals.length, changed, people: await named(ctx, sums) };
}

const monthKey = (deal: DealRow): string => `${deal.siteId} ${deal.dealOn.slice(0, 7)} ${deal.currency}`;

function volumesOf(deals: readonly DealRow[]): Map<string, Money> {
  const volumes = new Map<string, Money>();
  for (const deal of deals) {
    const price = moneyOf(deal.price ?? '0', deal.currency);
    volumes.set(monthKey(deal), addMoney(volumes.get(monthKey(deal)) ?? zeroMoney(deal.currency), price));
  }
  return volumes;
}

function amountOf(terms: PlanTerms | undefined, deal: DealRow, volumes: ReadonlyMap<string, Money>): Money {
  const { currency } = deal;
  if (terms === undefined || deal.shares.length === 0) return zeroMoney(currency);
  const isReached = terms.target !== null && compareMoney(volumes.get(monthKey(deal)) ?? zeroMoney(currency), { amount: terms.target.monthly, currency }) >= 0;
  return commissionOf(terms, pricedDeal(deal), isReached).earned;
}

function collect(sums: Sums, deal: DealRow, before: Money, after: Money): void {
  if (deal.shares.length === 0) return;
  const [was, will] = [divide(before, deal.shares), divide(after, deal.shares)];
  was.forEach(({ account, amount }, index) => {
    const key = `${accountKey(account)} ${deal.currency}`;
    const known = sums.get(key) ?? { account, before: zeroMoney(deal.currency), after: zeroMoney(deal.currency) };
    sums.set(key, { account, before: addMoney(known.before, amount), after: addMoney(known.after, will[index]?.amount ?? zeroMoney(deal.currency)) });
  });
}

async function named(ctx: Context, sums: Sums): Promise<PersonImpact[]> {
  const ids = [...sums.values()].flatMap(({ account }) => (account.userId === null ? [] : [account.userId]));
  const people = await ctx.db.rows<{ id: Id; name: string }>(sql`SELECT id, name FROM app_user WHERE id = ANY(${ids}::uuid[])`);
  const names = new Map(people.map((person) => [person.id, person.name]));
  return [...sums].map(([key, { account, before, after }]) => ({
    key, ownerId: account.userId, account: account.kind, name: account.userId === null ? null : (names.get(account.userId) ?? null),
    before: before.amount, after: after.amount, difference: subtractMoney(after, before).amount, currency: before.currency,
  })).toSorted((a, b) => Number(b.difference) - Number(a.difference) || a.key.localeCompare(b.key));
}
