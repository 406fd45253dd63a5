import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { addMoney, type Money, parseMoney, subtractMoney } from '#kernel/money.ts';
import type { Context } from '#platform/context/context.ts';
import type { Share } from '../../rules/deal-ledger.ts';
import type { DealEvent, DealShares } from './deal-event.ts';

/** A deal as its events left it. */
export interface DealRow {
  readonly id: Id;
  readonly siteId: Id;
  readonly customerId: Id | null;
  readonly caseId: Id | null;
  readonly label: string;
  readonly product: string | null;
  readonly dealOn: string;
  readonly currency: string;
  readonly price: string | null;
  readonly received: string;
  readonly isSigned: boolean;
  readonly isRefunded: boolean;
  readonly frozenReason: string | null;
  readonly planVersionId: Id | null;
  readonly shares: readonly Share[];
  readonly decisionId: Id | null;
  readonly clause: string | null;
}

export const dealColumns = sql`id, site_id AS "siteId", customer_id AS "customerId", case_id AS "caseId", label, product, deal_on AS "dealOn", currency, price, received,
  is_signed AS "isSigned", is_refunded AS "isRefunded", frozen_reason AS "frozenReason", plan_version_id AS "planVersionId", shares, decision_id AS "decisionId", clause`;

/** Errors: record.not-found. */
export async function readDeal(ctx: Pick<Context, 'db'>, id: Id): Promise<DealRow> {
  const deal = await ctx.db.maybe<DealRow>(sql`SELECT ${dealColumns} FROM commission_deal WHERE id = ${id}`);
  if (deal === undefined) throw fail('record.not-found');
  return deal;
}

/** A deal by its own id or its contract's, with the site whose book must be locked. Errors: record.not-found. */
export async function findDeal(ctx: Pick<Context, 'db'>, id: Id): Promise<{ readonly id: Id; readonly siteId: Id }> {
  const found = await ctx.db.maybe<{ id: Id; siteId: Id }>(sql`SELECT id, site_id AS "siteId" FROM commission_deal WHERE id = ${id} OR contract_id = ${id}`);
  if (found === undefined) throw fail('record.not-found');
  return found;
}

/** The deal with an event applied; the site's book must be locked. */
export async function applyEvent(ctx: Context, event: DealEvent, shares: DealShares): Promise<DealRow> {
  const { currency } = event.amount;
  await ctx.db.run(sql`
    INSERT INTO commission_deal (id, site_id, customer_id, case_id, label, product, deal_on, currency)
    VALUES (${event.dealId}, ${event.site.id}, ${event.customerId}, ${event.caseId}, ${event.label}, ${event.product}, ${event.dealOn}, ${currency}) ON CONFLICT (id) DO NOTHING`);
  const deal = await readDeal(ctx, event.dealId);
  if (deal.currency !== currency) throw fail('request.invalid', {}, [{ path: 'amount.currency', code: 'invalid' }]);
  const after = { ...deal, ...moneyAfter(deal, event), planVersionId: deal.dealOn === event.dealOn ? deal.planVersionId : null };
  await ctx.db.run(sql`
    UPDATE commission_deal SET customer_id = ${event.customerId}, case_id = ${event.caseId}, label = ${event.label}, product = ${event.product}, deal_on = ${event.dealOn},
      price = ${after.price}, received = ${after.received}, is_signed = ${after.isSigned}, is_refunded = ${after.isRefunded}, plan_version_id = ${after.planVersionId},
      shares = ${JSON.stringify(shares.shares)}::jsonb, decision_id = ${shares.decisionId}, clause = ${shares.clause}
    WHERE id = ${deal.id}`);
  return readDeal(ctx, deal.id);
}

type DealMoney = Pick<DealRow, 'price' | 'received' | 'isSigned' | 'isRefunded'>;

function moneyAfter(deal: DealRow, { kind, amount, received: known }: DealEvent): DealMoney {
  const { price, received, isSigned, isRefunded } = deal;
  const held: Money = { amount: received, currency: deal.currency };
  if (kind === 'contract') return { price: amount.amount, received: known ?? received, isSigned: true, isRefunded: false };
  if (kind === 'change') return { price: amount.amount, received, isSigned, isRefunded };
  if (kind === 'refund') return { price, received: subtractMoney(held, amount).amount, isSigned, isRefunded: true };
  if (kind === 'fact') return { price, received, isSigned, isRefunded };
  return { price, received: addMoney(held, amount).amount, isSigned, isRefunded };
}

/** An amount as the database has it, in the currency's own decimals. */
export const moneyOf = (amount: string, currency: string): Money => parseMoney(amount.replace(/\.0+$/, ''), currency) ?? { amount, currency };
