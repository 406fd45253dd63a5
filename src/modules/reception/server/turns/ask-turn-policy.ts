import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { FactValues } from '#meta/decisions/decision-model.ts';
import type { Context } from '#platform/context/context.ts';
import { decidePolicy } from '#platform/decisions/decide-policy.ts';
import { policyInForce } from '#platform/decisions/policy-versions.ts';
import type { PassEffect } from '../../rules/rotation.ts';
import type { DayPerson, RosterDay } from './roster-day.ts';

/** What a person does, in the words of the turn policy. */
export function passStateOf(person: Pick<DayPerson, 'awayState' | 'busyKind' | 'isBusyCounted'>): string {
  if (person.busyKind === null) return person.awayState ?? 'absent';
  if (person.isBusyCounted) return 'receiving';
  return { rotation: 'receiving', returning: 'receivingReturning', designated: 'receivingDesignated', duty: 'onDuty' }[person.busyKind];
}

export interface PassDecision {
  readonly effect: PassEffect;
  readonly decisionId: Id;
  readonly clause: string | null;
}

/** A pack asks only some of a point's facts, and refuses those that it did not declare. */
async function asked(ctx: Context, policy: string, facts: FactValues): Promise<FactValues> {
  const inForce = await policyInForce(ctx.db, policy, ctx.now);
  const names = new Set(inForce?.compiled.model.facts.map((each) => each.name));
  return Object.fromEntries(Object.entries(facts).filter(([name]) => names.has(name)));
}

const effects: Readonly<Record<string, PassEffect>> = { lost: 'lost', firstOnReturn: 'firstOnReturn', madeUp: 'madeUp' };

/** Asks what becomes of a missed turn (RE-3) and keeps the answer until the person's state changes. */
export async function decidePass(ctx: Context, day: RosterDay, person: Pick<DayPerson, 'userId' | 'name' | 'awayState' | 'busyKind' | 'isBusyCounted' | 'isConfirmed'>): Promise<PassDecision> {
  const policy = `${day.pack}.turn`;
  const facts = await asked(ctx, policy, { state: passStateOf(person), isConfirmed: person.isConfirmed });
  const { id, decision } = await decidePolicy(ctx, { policy, facts, at: ctx.now }, { object: 'site', id: day.siteId }, { [person.userId]: person.name });
  const answer = decision.status === 'decided' ? decision : undefined;
  const effect = effects[String(answer?.results['effect'])] ?? 'lost';
  const clause = answer?.clause ?? null;
  await ctx.db.run(sql`
    UPDATE roster_person SET pass_effect = ${effect}, pass_decision_id = ${id}, pass_clause = ${clause}, is_pass_noted = false
    WHERE roster_day_id = ${day.id} AND user_id = ${person.userId}`);
  return { effect, decisionId: id, clause };
}

export interface DutyRule {
  readonly order: 'lastInOrder' | 'nextInRotation';
  readonly howMany: number;
  readonly decisionId: Id;
  readonly clause: string | null;
}

/** Who takes duty receptions, and how many stay at lunch (RE-5, 6): the `duty` policy of the site's pack. */
export async function askDuty(ctx: Context, day: Pick<RosterDay, 'pack' | 'siteId'>, occasion: 'ownerAway' | 'lunch'): Promise<DutyRule> {
  const { id, decision } = await decidePolicy(ctx, { policy: `${day.pack}.duty`, facts: { occasion }, at: ctx.now }, { object: 'site', id: day.siteId });
  const answer = decision.status === 'decided' ? decision : undefined;
  const howMany = Number(answer?.results['howMany'] ?? 1);
  return { order: answer?.results['order'] === 'lastInOrder' ? 'lastInOrder' : 'nextInRotation', howMany, decisionId: id, clause: answer?.clause ?? null };
}

/** A pack decides at a site only when it says what the board asks. Errors: policy.not-in-force. */
export async function requireBoardPolicies(ctx: Context, pack: string): Promise<void> {
  for (const point of ['turn', 'duty', 'reception', 'ownership']) {
    const policy = `${pack}.${point}`;
    if ((await policyInForce(ctx.db, policy, ctx.now)) === undefined) throw fail('policy.not-in-force', { policy });
  }
}
