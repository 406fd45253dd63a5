import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import type { FactValues } from '#meta/decisions/decision-model.ts';
import type { Context } from '#platform/context/context.ts';
import { type Share, sharesOf } from '../../rules/shares-of.ts';
import type { Parties } from '../../rules/visit-facts-of.ts';
import { recordPolicy } from './ask-policy.ts';
import { namesOfParties } from './decide-ownership.ts';
import { type OwnershipCase, OWNERSHIP_CASE, loadCase, standingCase } from './ownership-case.ts';

export interface Ownership {
  readonly caseId: Id;
  readonly ownerIds: readonly Id[];
  readonly parties: Parties;
  readonly facts: FactValues;
  readonly state: OwnershipCase['state'];
  readonly decisionId: Id | null;
  readonly clause: string | null;
}

/** Whose customer somebody is at a site (RE-20); undefined where no visit founded anything. */
export async function ownershipOf(ctx: Pick<Context, 'db'>, { siteId, customerId }: { readonly siteId: Id; readonly customerId: Id }): Promise<Ownership | undefined> {
  const one = await standingCase(ctx, siteId, customerId);
  return one && { caseId: one.id, ownerIds: one.ownerIds, parties: one.parties, facts: one.facts, state: one.state, decisionId: one.decisionId, clause: one.clause };
}

/** The case that stands today in place of an earlier one, of whoever is its customer; a rename of the sale changes nothing (7.6). Errors: record.not-found. */
export const standingOwnership = async (ctx: Pick<Context, 'db'>, caseId: Id): Promise<Ownership | undefined> => ownershipOf(ctx, await loadCase(ctx, caseId));

export interface Deal {
  /** The day of the deal at the site, ISO. */
  readonly dealOn: string;
  /** Closed on the spot, before anybody recognised the earlier salesperson (3.7h). */
  readonly isDealOnSpot: boolean;
}

export interface SharesAnswer {
  readonly decisionId: Id | null;
  readonly clause: string | null;
  /** Percentages of the whole commission in the order that breaks ties (RE-30); empty while a ruling is awaited. */
  readonly shares: readonly Share[];
  readonly isByRuling: boolean;
}

/** Facts at the deal: what has not been recognised by then counts as not recognised. */
export function dealFacts(one: OwnershipCase, deal: Deal, timeZone: string): FactValues {
  const arrivedOn = one.facts['arrivedOn'] ?? localDate(new Date(one.openedAt), timeZone);
  return { recognisedOn: null, ...one.facts, isDealOnSpot: one.facts['isDealOnSpot'] ?? deal.isDealOnSpot, isDealSameDay: deal.dealOn === arrivedOn };
}

/**
 * Who gets what of a deal's commission, by the policy of the visit's day, on record (RE-20, 30). Errors:
 * policy.facts-missing, record.invalid when a party of the decision is not known.
 */
export async function sharesFor(ctx: Context, caseId: Id, deal: Deal): Promise<SharesAnswer> {
  const one = await loadCase(ctx, caseId);
  if (one.state === 'ruled' && one.ruling !== null) return { decisionId: one.decisionId, clause: one.clause, shares: one.ruling.shares, isByRuling: true };
  const { time_zone: timeZone } = await ctx.db.one<{ time_zone: string }>(sql`SELECT time_zone FROM site WHERE id = ${one.siteId}`);
  const facts = dealFacts(one, deal, timeZone);
  const recorded = await recordPolicy(ctx, { pack: one.pack, point: 'ownership', facts, at: new Date(one.openedAt) }, { object: OWNERSHIP_CASE, id: one.id }, await namesOfParties(ctx, one.parties));
  const { decision, id } = recorded;
  if (decision.status !== 'decided') return { decisionId: id, clause: null, shares: [], isByRuling: true };
  const { shares, missing } = sharesOf(decision.results, one.parties);
  if (missing.length > 0) throw fail('record.invalid', { count: missing.length }, missing.map((party) => ({ path: `parties.${party}`, code: 'required' })));
  return { decisionId: id, clause: decision.clause, shares, isByRuling: shares.length === 0 };
}
