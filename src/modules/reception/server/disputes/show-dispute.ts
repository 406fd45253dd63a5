import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import type { FactValues } from '#meta/decisions/decision-model.ts';
import { openApprovalOf } from '#modules/approvals/server/approvals.public.ts';
import { allowedIds } from '#platform/access/allowed-ids.ts';
import { seesFields } from '#platform/access/told-fields.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import type { Answered } from '#platform/http/answer.ts';
import { type Share, sharesOf } from '../../rules/shares-of.ts';
import { askPolicy, clauseText, factsThatMatter, namesOf, questionsOf } from '../ownership/ask-policy.ts';
import { type OwnershipCase, loadCase } from '../ownership/ownership-case.ts';
import { type ContestedDeal, contestedDeals, factsOfDeals } from './contested-deals.ts';
import { DISPUTE, shareName } from './dispute-approval.ts';
import { type DisputeRow, disputeFor, isParty } from './dispute-row.ts';
import type { disputeFileAnswer } from './disputes.answers.ts';
import { readEvidence } from './read-evidence.ts';

type Shown = Answered<typeof disputeFileAnswer>;

/** The case file (RE-22): both sides, evidence, what the rule says to the facts, the ruling, and what the reader may do. */
export async function showDispute(ctx: Context, id: Id): Promise<Shown> {
  const row = await disputeFor(ctx, id, 'read');
  const one = await loadCase(ctx, row.caseId);
  const people = [...one.ownerIds, ...row.ownerIds, ...Object.values(one.parties).flat(), ...(row.shares ?? []).map((share) => ('userId' in share ? share.userId : null))];
  const names = await namesOf(ctx, people);
  const named = (user: Id) => ({ id: user, name: names.get(user) ?? '' });
  const dueOn = localDate(new Date(Date.parse(row.dueAt) - 1), ctx.timeZone);
  const shown = shownIn(ctx, names);
  const deals = await contestedDeals(ctx, row);
  return {
    id: row.id, version: row.version, customer: { id: row.customerId, name: row.subject }, site: { id: row.siteId, name: row.site }, status: row.status, dueOn,
    isOverdue: (row.status === 'open' || row.status === 'proposed') && Date.parse(row.dueAt) <= ctx.now.getTime(), createdAt: isoTime(row.createdAt), settledAt: row.settledAt === null ? null : isoTime(row.settledAt),
    claimant: { id: row.claimantId, name: row.claimant }, respondent: { id: row.respondentId, name: row.respondent }, claim: seesFields(ctx, DISPUTE, 'claim') ? row.claim : '', reply: row.reply, owners: one.ownerIds.map(named), deals: deals.map(shownDeal),
    rule: await ruleOf(ctx, { row, one, deals }, shown), evidence: row.evidence ?? (await readEvidence(ctx, row)),
    ruling: row.outcome === null || row.record === null ? null : { outcome: row.outcome, record: seesFields(ctx, DISPUTE, 'record') ? row.record : '', owners: row.ownerIds.map(named), shares: (row.shares ?? []).map(shown) },
    approval: row.status === 'proposed' ? ((await openApprovalOf(ctx, { object: DISPUTE, id: row.id }))?.id ?? null) : null, actions: await actionsOf(ctx, row),
  };
}

type ShownShare = Shown['rule']['shares'][number];

const shownIn = (ctx: Context, names: ReadonlyMap<Id, string>) => (share: Share): ShownShare => {
  const name = shareName(share, names);
  return { name: typeof name === 'string' ? name : name[ctx.locale], user: 'userId' in share ? share.userId : null, fund: 'fund' in share ? share.fund : null, percent: share.percent };
};

/** A deal without the decision behind it. */
export const shownDeal = ({ decisionId: _decision, clause: _clause, ...deal }: ContestedDeal): Shown['deals'][number] =>
  ({ ...deal, closedMonths: [...deal.closedMonths], confirmedMonths: [...deal.confirmedMonths] });

/** Days and deals are on record: nobody disputes them here. */
const recordedFacts: ReadonlySet<string> = new Set(['arrivedOn', 'earlierRegisteredOn', 'isDealOnSpot', 'isDealSameDay']);

interface Asked { readonly row: DisputeRow; readonly one: OwnershipCase; readonly deals: readonly ContestedDeal[] }

/** The facts of the case, what its deals say for themselves, and what both sides agreed on. */
export function disputedFacts(ctx: Pick<Context, 'timeZone'>, { row, one, deals }: Asked): FactValues {
  const arrivedOn = one.facts['arrivedOn'];
  return { ...factsOfDeals(deals, typeof arrivedOn === 'string' ? arrivedOn : localDate(new Date(one.openedAt), ctx.timeZone)), ...one.facts, ...row.facts };
}

async function ruleOf(ctx: Context, asking: Asked, shown: (share: Share) => ShownShare): Promise<Shown['rule']> {
  const { row, one, deals } = asking;
  const asked = await askPolicy(ctx, one.pack, 'ownership', disputedFacts(ctx, asking), new Date(one.openedAt));
  const { decision } = asked;
  if (decision.status !== 'decided') return { decision: null, clause: null, text: null, shares: [], questions: questionsOf(asked), isOpen: true, facts: [] };
  // Why answers by a record of the same clause: of the agreed facts, else of the deal, else of the case.
  const onRecord = [row, ...deals, one].find((each) => each.decisionId !== null && each.clause === decision.clause);
  return {
    decision: onRecord?.decisionId ?? null, clause: decision.clause, text: clauseText(asked.policy, decision.clause), shares: sharesOf(decision.results, one.parties).shares.map(shown), questions: [], isOpen: false,
    facts: factsThatMatter(asked).filter((each) => !recordedFacts.has(each.fact)),
  };
}

async function actionsOf(ctx: Context, row: DisputeRow): Promise<Shown['actions']> {
  if (row.status !== 'open') return [];
  const def = ctx.registry.object('dispute');
  const mayJudge = def !== undefined && !isParty(ctx, row) && (await allowedIds(ctx, def, 'update', [row.id])).has(row.id);
  return [
    ...(ctx.actor.selves.includes(row.respondentId) ? (['reply'] as const) : []), ...(ctx.actor.selves.includes(row.claimantId) ? (['withdraw'] as const) : []),
    ...(mayJudge ? (['evaluate', 'propose'] as const) : []),
  ];
}
