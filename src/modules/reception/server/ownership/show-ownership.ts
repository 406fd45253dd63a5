import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import type { FactValues } from '#meta/decisions/decision-model.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import { fail } from '#kernel/failure.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import { possibleClauses } from '../../rules/possible-clauses.ts';
import { ownersOf, sharesOf } from '../../rules/shares-of.ts';
import type { Parties } from '../../rules/visit-facts-of.ts';
import { askPolicy, clauseText, namesOf, questionsOf } from './ask-policy.ts';
import { type OwnershipCase, casesOf, loadCase } from './ownership-case.ts';
import { type LearntFact, learntOf } from './record-fact.ts';

const idsOf = ({ earlier, receiver, designated, assistant, introducer, earlierAll }: Parties): (Id | null)[] => [earlier, receiver, designated, assistant, introducer, ...earlierAll];

/** What the customer page shows: owner, parties, shares as they stand today, what was learnt, with the decisions. */
export async function showOwnership(ctx: Context, customerId: Id) {
  const def = ctx.registry.object('customer');
  if (!def) throw fail('record.not-found');
  await requireRecord(ctx, def, 'read', customerId);
  const cases = await casesOf(ctx, customerId);
  return { data: await Promise.all(cases.map((one) => showCase(ctx, one))) };
}

async function showCase(ctx: Context, one: OwnershipCase) {
  const site = await ctx.db.one<{ name: string; timeZone: string }>(sql`SELECT name, time_zone AS "timeZone" FROM site WHERE id = ${one.siteId}`);
  const facts = await ctx.db.rows<{ id: Id; at: string; actor: string | null; facts: FactValues; reason: string | null; decision: Id | null; clause: string | null }>(sql`
    SELECT f.id, f.at, u.name AS actor, f.facts, f.reason, f.decision_id AS decision, d.clause FROM ownership_fact f LEFT JOIN app_user u ON u.id = f.actor_id
    LEFT JOIN decision d ON d.id = f.decision_id WHERE f.case_id = ${one.id} ORDER BY f.at DESC, f.id DESC`);
  const names = await namesOf(ctx, [...one.ownerIds, ...idsOf(one.parties), ...(one.ruling?.shares ?? []).map((share) => ('userId' in share ? share.userId : null))]);
  const answer = await answerFor(ctx, one, one.facts, one.parties, names);
  const person = (id: Id | null) => (id === null ? null : { id, name: names.get(id) ?? '' });
  return {
    id: one.id, site: { id: one.siteId, name: site.name }, openedAt: one.openedAt, visitedOn: localDate(new Date(one.openedAt), site.timeZone), state: one.state, decision: one.decisionId, clause: one.clause,
    owners: one.ownerIds.map((id) => ({ id, name: names.get(id) ?? '' })),
    parties: Object.entries(one.parties).flatMap(([party, id]: [string, Id | null | readonly Id[]]) => (typeof id === 'string' ? [{ party, person: person(id) }] : [])),
    ...answer, ruling: one.ruling?.reason ?? null,
    canRecord: ctx.actor.grants.get('visitRegistration')?.has('update') === true,
    learnt: facts.map((fact) => ({ ...fact, at: isoTime(fact.at), facts: Object.entries(fact.facts).map(([name, value]) => ({ name, value: value === null ? null : String(value) })) })),
  };
}

/** The answer to facts as they are or might be: decided with shares, or what to ask and what may come of it (RE-21). */
async function answerFor(ctx: Context, one: OwnershipCase, facts: FactValues, parties: Parties, names: ReadonlyMap<Id, string>) {
  const asked = await askPolicy(ctx, one.pack, 'ownership', facts, new Date(one.openedAt));
  const { policy, decision } = asked;
  const lines = (results: FactValues) => sharesOf(results, parties).shares.map((share) => ({ party: share.party, percent: share.percent, person: 'userId' in share ? { id: share.userId, name: names.get(share.userId) ?? '' } : null }));
  const arrivedOn = typeof facts['arrivedOn'] === 'string' ? facts['arrivedOn'] : one.openedAt.slice(0, 10);
  const possible = decision.status === 'needs-facts' ? possibleClauses(policy.compiled, asked.facts, arrivedOn) : [];
  const ruled = one.state === 'ruled' && one.ruling !== null ? one.ruling.shares.map((share) => ({ party: share.party, percent: share.percent, person: 'userId' in share ? { id: share.userId, name: names.get(share.userId) ?? '' } : null })) : null;
  return {
    questions: questionsOf(asked),
    answer: decision.status === 'decided' ? { clause: decision.clause, text: clauseText(policy, decision.clause), owner: String(decision.results['owner'] ?? ''), shares: ruled ?? lines(decision.results) } : null,
    possible: possible.map(({ clause, results }) => ({ clause, text: clauseText(policy, clause), owner: String(results['owner'] ?? ''), shares: lines(results) })),
  };
}

/** The answer if this were learnt, and the questions that still matter; nothing is written. */
export async function tryFact(ctx: Context, caseId: Id, learnt: LearntFact) {
  const one = await loadCase(ctx, caseId);
  const { facts, parties } = await learntOf(ctx, one, learnt);
  const names = await namesOf(ctx, idsOf(parties));
  const answer = await answerFor(ctx, { ...one, state: 'decided' }, { ...one.facts, ...facts }, parties, names);
  const owners = answer.answer === null ? [] : ownersOf(answer.answer.owner, parties);
  return { ...answer, owners: owners.map((id) => ({ id, name: names.get(id) ?? '' })) };
}
