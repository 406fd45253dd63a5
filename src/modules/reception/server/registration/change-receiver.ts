import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { FactValues } from '#meta/decisions/decision-model.ts';
import type { Context } from '#platform/context/context.ts';
import { nobody, type Parties } from '../../rules/visit-facts-of.ts';
import { askPolicy, recordPolicy } from '../ownership/ask-policy.ts';
import { namesOfParties } from '../ownership/decide-ownership.ts';
import { loadCase } from '../ownership/ownership-case.ts';
import { recordOwnershipFact } from '../ownership/record-fact.ts';
import { readSite } from '../sites/read-site.ts';
import { refuseTurn, reverseTurn } from '../turns/give-back-turn.ts';
import { turnsOf } from '../turns/turn-steps.ts';
import type { TurnEvent } from '../turns/turn-listeners.ts';
import { readOnSite } from './on-site.ts';
import { assignReceiver, clauseOf } from './register-visit.ts';
import { requireVisit } from './visit-scope.ts';

export interface ChangeInput {
  readonly matter: 'refusal' | 'midwayDesignation';
  readonly answers: FactValues;
  readonly askedFor?: Id | undefined;
  readonly reason: string;
}

interface VisitRow { readonly siteId: Id; readonly visitor: string; readonly receiverId: Id | null; readonly caseId: Id | null }

/**
 * The visitor wants somebody else midway (3.10, 5.2): reception and ownership are decided anew, the former turn counts
 * as the policy says. Errors: policy.facts-missing, record.wrong-state, those of the board.
 */
export async function changeReceiver(ctx: Context, id: Id, input: ChangeInput): Promise<{ receiver: Id | null; clause: string | null; decision: Id; ownership: Id }> {
  await requireVisit(ctx, 'update', id);
  const visit = await ctx.db.maybe<VisitRow>(sql`SELECT site_id AS "siteId", visitor, receiver_id AS "receiverId", case_id AS "caseId" FROM visit_registration WHERE id = ${id} AND deleted_at IS NULL`);
  if (!visit || visit.caseId === null) throw fail('record.not-found');
  const site = await readSite(ctx, visit.siteId);
  const before = await loadCase(ctx, visit.caseId, true);
  const onSite = await readOnSite(ctx, site);
  const former = before.parties.receiver ?? visit.receiverId;
  const parties: Parties = { ...nobody, earlier: former, designated: input.askedFor ?? null };
  const facts: FactValues = { ...before.facts, ...input.answers, matter: input.matter };
  // The answer about ownership is asked first: one question for both, nothing half done.
  const ownership = await askPolicy(ctx, site.pack, 'ownership', facts, new Date(before.openedAt));
  if (ownership.decision.status === 'needs-facts') throw fail('policy.facts-missing', { policy: `${site.pack}.ownership` }, ownership.decision.missing.map((path) => ({ path: `facts.${path}`, code: 'required' })));
  const recorded = await recordPolicy(ctx, { pack: site.pack, point: 'reception', facts, at: ctx.now }, { object: 'visitRegistration', id }, await namesOfParties(ctx, parties));
  const results = recorded.decision.status === 'decided' ? recorded.decision.results : {};
  let receiver = former;
  changing.add(ctx);
  if (results['receiver'] !== 'current') {
    await closeFormer(ctx, id, { reason: input.reason, decisionId: recorded.id, isIdle: results['formerTurn'] === 'priorityNext' });
    const turn = await assignReceiver(ctx, { site, id, input: { visitor: visit.visitor }, reading: { onSite }, recorded, parties, without: former });
    receiver = turn?.userId ?? null;
    await ctx.db.run(sql`UPDATE visit_registration SET turn_id = ${turn?.turnId ?? null} WHERE id = ${id}`);
  }
  const isDesignated = input.matter === 'midwayDesignation';
  const one = await recordOwnershipFact(ctx, before.id, {
    facts: { ...input.answers, matter: input.matter }, reason: input.reason,
    parties: { earlier: former, receiver: isDesignated ? former : receiver, designated: input.askedFor ?? null },
  });
  return { receiver, clause: clauseOf(recorded), decision: recorded.id, ownership: one.id };
}

/** Changes that this module makes itself: the listener leaves them alone. */
const changing = new WeakSet<Context>();

/** The board gave a registered visitor to somebody else (passed on, refused there): registration and case follow. */
export async function followTurn(ctx: Context, event: TurnEvent): Promise<void> {
  if (event.kind !== 'assigned' || changing.has(ctx)) return;
  const visit = await ctx.db.maybe<VisitRow>(sql`SELECT site_id AS "siteId", visitor, receiver_id AS "receiverId", case_id AS "caseId" FROM visit_registration WHERE id = ${event.registrationId} AND deleted_at IS NULL`);
  if (!visit) return;
  await ctx.db.run(sql`
    UPDATE visit_registration SET turn_id = ${event.turnId}, receiver_id = CASE WHEN status = 'confirmed' THEN receiver_id ELSE ${event.userId} END,
      is_counted = CASE WHEN status = 'confirmed' THEN is_counted ELSE ${event.isCounted} END, owner_id = ${event.userId} WHERE id = ${event.registrationId}`);
  if (visit.caseId === null) return;
  const one = await loadCase(ctx, visit.caseId);
  if (one.replacedBy !== null || one.registrationId !== event.registrationId || one.parties.receiver === event.userId) return;
  const founded = await ctx.db.maybe<{ facts: FactValues }>(sql`SELECT d.facts FROM turn t JOIN decision d ON d.id = t.decision_id WHERE t.id = ${event.turnId}`);
  const isRefusal = founded?.facts['matter'] === 'refusal';
  await recordOwnershipFact(ctx, one.id, {
    facts: isRefusal ? founded.facts : {},
    parties: { receiver: event.userId, ...(isRefusal && { earlier: one.parties.receiver }), ...(one.parties.assistant !== null && { assistant: event.userId }) },
  });
}

async function closeFormer(ctx: Context, registrationId: Id, { reason, decisionId, isIdle }: { readonly reason: string; readonly decisionId: Id; readonly isIdle: boolean }): Promise<void> {
  const turn = (await turnsOf(ctx, registrationId)).at(-1);
  if (!turn) return;
  if (turn.state === 'assigned' || turn.state === 'receiving') await refuseTurn(ctx, { turnId: turn.id, reason, decisionId, isIdle });
  else if (isIdle && turn.isCounted) await reverseTurn(ctx, { turnId: turn.id, reason, decisionId });
}
