import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import { type Ownership, ownershipOf, readSite, standingOwnership } from '#modules/reception/server/reception.public.ts';
import type { DealEvent as StockEvent } from '#modules/stock/server/stock.public.ts';
import type { Context } from '#platform/context/context.ts';
import type { Share } from '../../rules/deal-ledger.ts';
import type { DealEvent } from './deal-event.ts';
import { decideShares, undivided } from './decide-shares.ts';
import { freezeIfContested } from './hear-dispute.ts';
import { postDealEvent } from './post-deal-event.ts';

interface Known {
  readonly caseId: Id | null;
  readonly isSigned: boolean;
  readonly isOnSpot: boolean;
  readonly shares: readonly Share[];
  readonly decisionId: Id | null;
  readonly clause: string | null;
}

/**
 * What the stock room tells, as an event of the ledger. The subscription is the deal from the first deposit on. Shares
 * are decided once, with the contract: a change of name or unit afterwards moves nobody (7.6). A project without a site
 * and money before a subscription have no commission.
 */
export async function hearStock(ctx: Context, told: StockEvent): Promise<void> {
  const { siteId, subscriptionId } = told;
  if (siteId === null || subscriptionId === null) return;
  const known = await ctx.db.maybe<Known>(sql`
    SELECT case_id AS "caseId", is_signed AS "isSigned", is_on_spot AS "isOnSpot", shares, decision_id AS "decisionId", clause FROM commission_deal WHERE id = ${subscriptionId}`);
  const site = await readSite(ctx, siteId);
  const isContract = told.kind === 'contract';
  const ownership = await ownershipFor(ctx, told, siteId, known?.caseId ?? null);
  const caseId = ownership?.caseId ?? known?.caseId ?? null;
  const isOnSpot = isContract ? ownership?.facts['arrivedOn'] === told.dealOn && (ownership.facts['recognisedOn'] ?? null) === null : (known?.isOnSpot ?? false);
  const shares = isContract ? await decideShares(ctx, caseId, { dealOn: told.dealOn, isDealOnSpot: isOnSpot }, told.ownerId) : (known ?? undivided);
  const unit = await ctx.db.one<{ code: string; layout: string | null }>(sql`SELECT code, layout FROM sale_unit WHERE id = ${told.saleUnitId}`);
  await postDealEvent(ctx, {
    id: ctx.newId(), kind: told.kind, dealId: subscriptionId, label: unit.code, product: unit.layout, customerId: told.customerId, caseId,
    site: { id: site.id, name: site.name, unitId: site.unitId, pack: site.pack }, dealOn: told.dealOn, on: localDate(new Date(told.at), site.timeZone),
    amount: amountOf(told), ...(isContract && { received: await receivedFor(ctx, subscriptionId) }),
  }, shares);
  if (!isContract) return;
  await ctx.db.run(sql`UPDATE commission_deal SET contract_id = ${told.dealId}, is_on_spot = ${isOnSpot} WHERE id = ${subscriptionId}`);
  await freezeIfContested(ctx, subscriptionId, caseId);
}

/**
 * Whose customer it is: by the visits up to the contract, also where one after the deposit founded another case; and
 * afterwards by the case that divided the deal. The one who came counts, whoever the contract names (7.6).
 */
async function ownershipFor(ctx: Context, { kind, customerId }: StockEvent, siteId: Id, knownCase: Id | null): Promise<Ownership | undefined> {
  if (knownCase === null) return ownershipOf(ctx, { siteId, customerId });
  return kind === 'contract' ? standingOwnership(ctx, knownCase) : undefined;
}

/** Stock tells the money of a refund as payments of their own. */
const amountOf = ({ kind, amount, currency }: StockEvent): DealEvent['amount'] => ({ amount: kind === 'refund' ? '0.00' : amount, currency });

/** A holding deposit is paid before there is a subscription; fees are no part of the price. */
const receivedFor = async (ctx: Context, subscriptionId: Id): Promise<string> => (await ctx.db.one<{ amount: string }>(sql`
  SELECT coalesce(sum(r.amount), 0)::text AS amount FROM receipt r JOIN subscription s ON s.hold_id = r.hold_id WHERE s.id = ${subscriptionId} AND r.kind <> 'transferFee'`)).amount;
