import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { makeVisitor } from '#modules/customers/server/customers.public.ts';
import type { Context } from '#platform/context/context.ts';
import type { RecordedDecision } from '#platform/decisions/decide-policy.ts';
import { insertRow, recordWrite } from '#platform/records/write-record.ts';
import { isOpenAt } from '../../rules/opening-hours.ts';
import { type ReceiverPlan, receiverPlan } from '../../rules/receiver-plan.ts';
import { type Parties, visitFactsOf } from '../../rules/visit-facts-of.ts';
import { namesOfParties, openCase } from '../ownership/decide-ownership.ts';
import { recordPolicy } from '../ownership/ask-policy.ts';
import type { Site } from '../sites/read-site.ts';
import { assignTurn, type AssignedTurn } from '../turns/assign-turn.ts';
import { attachReferral } from '../referrals/confirm-referral.ts';
import { type Reading, readSituation } from './read-situation.ts';
import { requireSite } from './require-site.ts';
import type { RegisterInput } from './visit-input.ts';
import { visitDef } from './visit-scope.ts';

export interface Registered {
  readonly id: Id;
  readonly customer: Id;
  readonly receiver: Id | null;
  readonly isCounted: boolean;
  readonly turn: Id | null;
  readonly decision: Id;
  readonly clause: string | null;
  readonly ownership: Id;
}

/**
 * Registers an arrival (RE-10), outside the opening hours with the reason: registration, customer, reception on record, turn, ownership case, in one transaction.
 * Errors: policy.facts-missing (with what is to be asked), record.duplicate (another desk was first), and those of the
 * board where nobody can receive.
 */
export async function registerVisit(ctx: Context, input: RegisterInput): Promise<Registered> {
  const site = await requireSite(ctx, input.site);
  requireHours(ctx, site, input);
  const tail = (input.phone ?? input.visitor).normalize('NFKC').replace(/\D/g, '').slice(-4) || input.visitor;
  // Two desks with the same number wait for each other here, and the second one sees the first one's registration.
  await ctx.db.run(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`visit ${site.id} ${tail}`}, 0))`);
  const reading = await readSituation(ctx, site, input);
  requireSeen(reading, input);
  requireRelated(reading, input);
  const { facts, parties } = visitFactsOf(reading.situation);
  const id = ctx.newId();
  const recorded = await recordPolicy(ctx, { pack: site.pack, point: 'reception', facts, at: ctx.now }, { object: 'visitRegistration', id }, await namesOfParties(ctx, parties));
  const turn = await assignReceiver(ctx, { site, id, input, reading, recorded, parties });
  const receiver = turn?.userId ?? input.receiver ?? (resultOf(recorded, 'receiver') === 'nobody' ? parties.designated : null);
  const customerId = reading.customerId ?? (await makeVisitor(ctx, { name: input.visitor, phone: reading.phone.e164, ownerId: receiver, source: 'visit' }));
  const arrival: Arrival = { id, site, input, reading, recorded, receiver, customerId, turn, facts };
  await insertVisit(ctx, arrival);
  if (reading.referralId !== null) await attachReferral(ctx, reading.referralId, { registrationId: id, customerId });
  const isDuty = turn?.kind === 'duty';
  const one = await openCase(ctx, {
    registrationId: id, siteId: site.id, customerId, pack: site.pack, arrivedAt: ctx.now.toISOString(), facts,
    parties: { ...parties, receiver, assistant: isDuty ? receiver : null },
  });
  await ctx.db.run(sql`UPDATE visit_registration SET case_id = ${one.id} WHERE id = ${id}`);
  ctx.announce({ object: 'site', id: site.id, action: 'board' });
  return { id, customer: customerId, receiver, isCounted: turn?.isCounted ?? false, turn: turn?.turnId ?? null, decision: recorded.id, clause: clauseOf(recorded), ownership: one.id };
}

const withoutClaim = new Set<unknown>(['broughtSilent', 'cameAlone']);

/** Whose customer brought them, or which relative came first, has to be known where the claim rests on it. */
function requireRelated({ situation }: Reading, { matter, answers }: RegisterInput): void {
  if ((matter !== 'introduced' && matter !== 'household') || situation.relatedOwnerId !== null) return;
  if (matter === 'introduced' && withoutClaim.has(answers?.['introduction'])) return;
  throw fail('record.invalid', { count: 1 }, [{ path: 'related', code: 'required' }]);
}

const resultOf = ({ decision }: RecordedDecision, name: string) => (decision.status === 'decided' ? decision.results[name] : undefined);
export const clauseOf = ({ decision }: RecordedDecision): string | null => (decision.status === 'decided' ? decision.clause : null);

/** Outside the opening hours a visit is registered all the same, with the reason: nothing that happened is lost. */
function requireHours(ctx: Context, site: Site, { outsideHours }: RegisterInput): void {
  if (outsideHours !== undefined || isOpenAt(site, ctx.now)) return;
  throw fail('record.invalid', { count: 1 }, [{ path: 'outsideHours', code: 'required' }]);
}

/** Another desk registered the same whole number today, and this one has not seen it. */
function requireSeen({ found, onSite }: Reading, input: RegisterInput): void {
  const unseen = found.find((visit) => visit.isSamePhone && visit.arrivedOn === onSite.today && !(input.known ?? []).includes(visit.registrationId));
  if (unseen) throw fail('record.duplicate', {}, [{ path: 'phone', code: 'not-unique', params: { value: unseen.visitor } }], { registration: unseen.registrationId });
}

export interface GivenTurn extends AssignedTurn {
  readonly kind: ReceiverPlan['kind'];
  readonly isCounted: boolean;
}

interface Assignment {
  readonly site: Site;
  readonly id: Id;
  readonly input: Pick<RegisterInput, 'receiver' | 'reason' | 'visitor' | 'companions'>;
  readonly reading: Pick<Reading, 'onSite'>;
  readonly recorded: RecordedDecision;
  readonly parties: Parties;
  /** Who may not receive: the one whom the visitor refused. */
  readonly without?: Id | null;
}

/** The board's turn for a decision, or the manager's choice with the reason; null where nobody is to receive. */
export async function assignReceiver(ctx: Context, { site, id, input, reading, recorded, parties, without = null }: Assignment): Promise<GivenTurn | null> {
  const { decision } = recorded;
  const results = decision.status === 'decided' ? decision.results : {};
  const plan = input.receiver === undefined ? receiverPlan(results, parties, reading.onSite.presentIds) : overruled(ctx, input);
  if (plan === null) {
    if (results['receiver'] === 'nobody') return null;
    throw fail('record.invalid', { count: 1 }, [{ path: 'receiver', code: 'required' }]);
  }
  const isCounted = input.receiver === undefined ? results['isCounted'] === true && plan.kind !== 'duty' : false;
  const turn = await assignTurn(ctx, { siteId: site.id, registrationId: id, receiver: plan.receiver, kind: plan.kind, isCounted, decisionId: recorded.id, visitor: input.visitor, ...(without !== null && { without }) });
  return { ...turn, kind: plan.kind, isCounted };
}

function overruled(ctx: Context, input: Pick<RegisterInput, 'receiver' | 'reason'>): ReceiverPlan | null {
  if (input.receiver === undefined) return null;
  if (!ctx.actor.grants.get('visitRegistration')?.has('update')) throw fail('auth.forbidden', { right: 'visitRegistration.update' });
  if (input.reason === undefined) throw fail('record.invalid', { count: 1 }, [{ path: 'reason', code: 'required' }]);
  return { receiver: { user: input.receiver }, kind: 'designated' };
}

interface Arrival {
  readonly id: Id;
  readonly site: Site;
  readonly input: RegisterInput;
  readonly reading: Reading;
  readonly recorded: RecordedDecision;
  readonly receiver: Id | null;
  readonly customerId: Id;
  readonly turn: GivenTurn | null;
  readonly facts: Readonly<Record<string, unknown>>;
}

async function insertVisit(ctx: Context, arrival: Arrival): Promise<void> {
  const { id, site, input, reading, recorded, receiver, customerId, turn, facts } = arrival;
  const def = visitDef(ctx);
  const values = {
    visitor: input.visitor, customer: customerId, site: site.id, phone: reading.phone.e164, arrivedAt: ctx.now.toISOString(), arrivedOn: reading.onSite.today,
    channel: input.channel ?? null, companions: input.companions ?? null, matter: typeof facts['matter'] === 'string' ? facts['matter'] : 'visit', note: input.note ?? null, receiver,
    isCounted: turn?.isCounted ?? false, clause: clauseOf(recorded), overruled: input.receiver === undefined ? null : (input.reason ?? null),
    outsideHours: isOpenAt(site, ctx.now) ? null : (input.outsideHours ?? null), status: 'unconfirmed', owner: receiver, unit: site.unitId,
  };
  const { named = [], askedFor = null, cameBefore = null, answers = {} } = input;
  await insertRow(ctx, def, {
    id, values,
    extra: {
      phone_tail: reading.phone.tail, said: JSON.stringify({ named, askedFor, cameBefore, answers }), facts: JSON.stringify(facts), decision_id: recorded.id,
      turn_id: turn?.turnId ?? null, referral_id: reading.referralId,
    },
  });
  await recordWrite(ctx, def, { action: 'create', recordId: id, version: 1, customerId, changes: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null).map(([key, value]) => [key, [null, value] as const])) });
}
