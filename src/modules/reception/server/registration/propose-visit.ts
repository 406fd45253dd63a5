import type { Id } from '#kernel/ids.ts';
import { addMonths } from '#kernel/period.ts';
import type { Context } from '#platform/context/context.ts';
import { evaluatePolicy } from '#platform/decisions/decide-policy.ts';
import { isOpenAt } from '../../rules/opening-hours.ts';
import { dutyReceiver, nextInRotation } from '../../rules/rotation.ts';
import { possibleClauses } from '../../rules/possible-clauses.ts';
import { receiverPlan } from '../../rules/receiver-plan.ts';
import { sharesOf } from '../../rules/shares-of.ts';
import { type Parties, visitFactsOf } from '../../rules/visit-facts-of.ts';
import { type Asked, askPolicy, clauseText, namesOf, questionsOf } from '../ownership/ask-policy.ts';
import { requireSite } from './require-site.ts';
import { type Reading, readSituation } from './read-situation.ts';
import type { ProposeInput } from './visit-input.ts';

const VALID_FOR = ['validMonths', 'fileMonths'];

/** What the desk is shown while it types: who came before, who receives and why, what is still to be asked (RE-10, 21). */
export async function proposeVisit(ctx: Context, input: ProposeInput) {
  const site = await requireSite(ctx, input.site);
  const reading = await readSituation(ctx, site, input);
  const { facts, parties } = visitFactsOf(reading.situation);
  const [reception, ownership] = await Promise.all([askPolicy(ctx, site.pack, 'reception', facts, ctx.now), askPolicy(ctx, site.pack, 'ownership', facts, ctx.now)]);
  const next = await plannedReceiver(ctx, site.pack, reception, parties, reading);
  const withReceiver: Parties = { ...parties, receiver: next };
  const possible = possibleClauses(ownership.policy.compiled, ownership.facts, reading.onSite.today);
  const names = await namesOf(ctx, [next, parties.earlier, parties.designated, parties.introducer, ...parties.earlierAll, ...reading.found.map(({ receiverId }) => receiverId)]);
  const person = (id: Id | null) => (id === null ? null : { id, name: names.get(id) ?? '' });
  const months = VALID_FOR.map((key) => ownership.policy.compiled.parameters[key]).find((value) => typeof value === 'number') ?? null;
  return {
    isDayOpen: reading.onSite.isDayOpen,
    hours: { opensAt: site.opensAt, closesAt: site.closesAt, isOpen: isOpenAt(site, ctx.now) },
    customer: reading.customerId,
    found: reading.found.map(({ receiverId, arrivedAt: _at, ...visit }) => ({
      ...visit, receiver: person(receiverId),
      validUntil: (visit.isConfirmed || visit.arrivedOn === reading.onSite.today) && months !== null ? addMonths(visit.arrivedOn, months) : null,
    })),
    earlier: person(parties.earlier),
    introducer: person(parties.introducer),
    facts: reception.facts,
    questions: questionsOf(reception),
    proposal: proposalOf(reception, person(next)),
    ownership: possible.map(({ clause, results }) => ({
      clause, text: clauseText(ownership.policy, clause), owner: String(results['owner'] ?? ''),
      shares: sharesOf(results, withReceiver).shares.map((share) => ({ party: share.party, percent: share.percent, person: 'userId' in share ? person(share.userId) : null })),
    })),
  };
}

function proposalOf({ decision, policy }: Asked, receiver: { id: Id; name: string } | null) {
  if (decision.status !== 'decided') return null;
  return {
    clause: decision.clause, text: clauseText(policy, decision.clause), rule: String(decision.results['receiver'] ?? ''), receiver,
    isCounted: decision.results['isCounted'] === true, version: policy.number, activeFrom: new Date(policy.activeFrom).toISOString(),
  };
}

/** Who it will be as the board stands; the board itself decides when the visit is registered. */
async function plannedReceiver(ctx: Context, pack: string, { decision }: Asked, parties: Parties, { onSite }: Reading): Promise<Id | null> {
  if (decision.status !== 'decided') return null;
  const plan = receiverPlan(decision.results, parties, onSite.presentIds);
  if (plan === null) return decision.results['receiver'] === 'nobody' ? parties.designated : null;
  if (typeof plan.receiver === 'object') return plan.receiver.user;
  if (plan.receiver === 'duty') {
    const duty = (await evaluatePolicy(ctx, { policy: `${pack}.duty`, facts: { occasion: 'ownerAway' }, at: ctx.now })).decision;
    return dutyReceiver(onSite.people, duty.status === 'decided' && duty.results['order'] === 'lastInOrder' ? 'lastInOrder' : 'nextInRotation');
  }
  return nextInRotation(onSite.people)?.receiver ?? null;
}
