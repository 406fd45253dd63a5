import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { FactValues } from '#meta/decisions/decision-model.ts';
import { giveCustomer } from '#modules/customers/server/customers.public.ts';
import { authorOf } from '#platform/context/author.ts';
import type { Context } from '#platform/context/context.ts';
import { ownersOf, sharesOf } from '../../rules/shares-of.ts';
import type { Parties } from '../../rules/visit-facts-of.ts';
import { askPolicy, namesOf, recordPolicy } from './ask-policy.ts';
import { type OwnershipCase, OWNERSHIP_CASE, insertCase, saveCase, standingCase } from './ownership-case.ts';
import { tellOwnership } from './ownership-listeners.ts';

type Answer = Pick<OwnershipCase, 'ownerIds' | 'state' | 'decisionId' | 'clause'>;

/** Decides a case at the instant of its visit and puts the decision on record, as soon as the facts suffice (PL-41). */
async function decideCase(ctx: Context, one: OwnershipCase): Promise<Answer> {
  const at = new Date(one.openedAt);
  const { decision } = await askPolicy(ctx, one.pack, 'ownership', one.facts, at);
  const { receiver } = one.parties;
  if (decision.status === 'needs-facts') return { ownerIds: receiver === null ? [] : [receiver], state: 'open', decisionId: null, clause: null };
  const names = await namesOfParties(ctx, one.parties);
  const recorded = await recordPolicy(ctx, { pack: one.pack, point: 'ownership', facts: one.facts, at }, { object: OWNERSHIP_CASE, id: one.id }, names);
  if (recorded.decision.status !== 'decided') return { ownerIds: [], state: 'ruling', decisionId: recorded.id, clause: null };
  const { results, clause } = recorded.decision;
  const isOpen = results['owner'] === 'ruling' || results['owner'] === 'drawn';
  return { ownerIds: ownersOf(results['owner'], one.parties), state: isOpen ? 'ruling' : 'decided', decisionId: recorded.id, clause };
}

/** Who the parties were, by name, so that the decision reads well for ever. */
export async function namesOfParties(ctx: Context, parties: Parties): Promise<Record<string, string>> {
  const names = await namesOf(ctx, [parties.earlier, parties.receiver, parties.designated, parties.assistant, parties.introducer, ...parties.earlierAll]);
  const entries = Object.entries(parties).flatMap(([party, id]: [string, Id | null | readonly Id[]]): [string, string][] => {
    const ids = typeof id === 'string' ? [id] : id ?? [];
    return ids.length === 0 ? [] : [[party, ids.map((each) => names.get(each) ?? '').join('、')]];
  });
  return Object.fromEntries(entries);
}

export interface FoundingVisit {
  readonly registrationId: Id;
  readonly siteId: Id;
  readonly customerId: Id;
  readonly pack: string;
  readonly arrivedAt: string;
  readonly facts: FactValues;
  readonly parties: Parties;
}

/** True when the case gives everything to one person. */
async function isWhole(ctx: Context, one: OwnershipCase): Promise<boolean> {
  if (one.state !== 'decided') return false;
  const { decision } = await askPolicy(ctx, one.pack, 'ownership', one.facts, new Date(one.openedAt));
  return decision.status === 'decided' && sharesOf(decision.results, one.parties).shares.length === 1;
}

/**
 * Opens the case of a visit (RE-20). A return to the owner of a case whose commission is divided or still open founds
 * nothing new: that case stands, since a later courtesy visit takes nothing from anybody.
 */
export async function openCase(ctx: Context, visit: FoundingVisit): Promise<OwnershipCase> {
  const standing = await standingCase(ctx, visit.siteId, visit.customerId);
  const { decision } = await askPolicy(ctx, visit.pack, 'ownership', visit.facts, new Date(visit.arrivedAt));
  const isReturn = decision.status === 'decided' && decision.results['owner'] === 'earlier' && decision.results['earlierShare'] === 100;
  if (standing && isReturn && visit.parties.earlier !== null && standing.ownerIds.includes(visit.parties.earlier) && !(await isWhole(ctx, standing))) return standing;
  const made: OwnershipCase = {
    id: ctx.newId(), siteId: visit.siteId, customerId: visit.customerId, pack: visit.pack, registrationId: visit.registrationId, openedAt: visit.arrivedAt,
    facts: visit.facts, parties: visit.parties, ownerIds: [], state: 'open', decisionId: null, clause: null, ruling: null, replacedBy: null,
  };
  const decided = { ...made, ...(await decideCase(ctx, made)) };
  await insertCase(ctx, decided, standing);
  await settleOwner(ctx, decided);
  return decided;
}

/** Decides a case anew with what was learnt; the fact and the decision stay on record. */
export async function redecide(ctx: Context, before: OwnershipCase, learnt: { readonly facts: FactValues; readonly parties: Parties; readonly reason: string | null }): Promise<OwnershipCase> {
  const changed: OwnershipCase = { ...before, facts: { ...before.facts, ...learnt.facts }, parties: learnt.parties, ruling: null };
  const decided = { ...changed, ...(await decideCase(ctx, changed)) };
  await ctx.db.run(sql`
    INSERT INTO ownership_fact (id, case_id, facts, parties, reason, decision_id, at, actor_id)
    VALUES (${ctx.newId()}, ${before.id}, ${JSON.stringify(learnt.facts)}::jsonb, ${JSON.stringify(learnt.parties)}::jsonb, ${learnt.reason}, ${decided.decisionId},
      ${ctx.now.toISOString()}, ${authorOf(ctx)})`);
  await saveCase(ctx, decided);
  await settleOwner(ctx, decided);
  return decided;
}

/** The customer file follows the case: its owner looks after it; where nobody owns it alone, the receiver does. */
async function settleOwner(ctx: Context, decided: OwnershipCase): Promise<void> {
  const [first] = decided.ownerIds;
  const { receiver } = decided.parties;
  // Both together: whoever received looks after the file.
  const ownerId = decided.ownerIds.length > 1 && receiver !== null && decided.ownerIds.includes(receiver) ? receiver : first ?? receiver;
  if (ownerId !== null && ownerId !== undefined) await giveCustomer(ctx, decided.customerId, ownerId, { case: decided.id });
  await tellOwnership(ctx, { caseId: decided.id, customerId: decided.customerId, siteId: decided.siteId });
}

