import type { Id } from '#kernel/ids.ts';
import type { FactValues } from '#meta/decisions/decision-model.ts';
import type { Context } from '#platform/context/context.ts';

/** An amount with two decimals; only what the reader may see of the ledger. */
export interface SeenAmount { readonly amount: string; readonly currency: string }

/** A deal of an ownership case, and what has become of its commission (RE-22). */
export interface ContestedDeal {
  readonly id: Id;
  readonly label: string;
  readonly link: string | null;
  /** ISO day. */
  readonly dealOn: string;
  readonly isSigned: boolean;
  /** Closed on the day of the visit, before anybody recognised the earlier salesperson (3.7h). */
  readonly isOnSpot: boolean;
  readonly decisionId: Id | null;
  readonly clause: string | null;
  readonly isFrozen: boolean;
  readonly frozen: SeenAmount | null;
  /** Paid out already: a dispute does not hold it back. */
  readonly settled: SeenAmount | null;
  /** Months (YYYY-MM) that were closed with this deal, and those that the manager confirmed and finance has not closed. */
  readonly closedMonths: readonly string[];
  readonly confirmedMonths: readonly string[];
}

type Source = (ctx: Context, about: { readonly caseId: Id; readonly dealId: Id | null }) => Promise<readonly ContestedDeal[]>;
const sources: Source[] = [];

/** For the module above that knows deals and their commission. Called once at load. */
export const addContestedDeals = (source: Source): void => void sources.push(source);

/** The deal that a dispute names, or every deal of its case, oldest first. */
export const contestedDeals = async (ctx: Context, about: { readonly caseId: Id; readonly dealId: Id | null }): Promise<ContestedDeal[]> =>
  (await Promise.all(sources.map((source) => source(ctx, about)))).flat();

/** What the deals say for themselves, so that nobody is asked (RE-21); nothing while deals of one case disagree. */
export function factsOfDeals(deals: readonly ContestedDeal[], arrivedOn: string): FactValues {
  const [first] = deals.filter((deal) => deal.isSigned);
  if (first === undefined || deals.some((deal) => deal.isSigned && deal.isOnSpot !== first.isOnSpot)) return {};
  return { isDealOnSpot: first.isOnSpot, isDealSameDay: first.dealOn === arrivedOn };
}
