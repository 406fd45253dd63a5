import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { notify } from '#modules/notifications/server/notifications.public.ts';
import type { Context } from '#platform/context/context.ts';
import { dutyReceiver, nextInRotation } from '../../rules/rotation.ts';
import { receptionNotices } from '../../reception.kinds.ts';
import { askDuty, decidePass } from './ask-turn-policy.ts';
import { type DayPerson, forgetPass, lockDay, personOn, readPeople, type RosterDay, type TurnKind } from './roster-day.ts';
import { type TurnEntry, noteChange, postEntries } from './turn-ledger.ts';
import { tellListeners } from './turn-listeners.ts';

export interface TurnRequest {
  readonly siteId: Id;
  readonly registrationId: Id;
  /** Who receives: whoever is next, whoever takes duty receptions, or a certain person. */
  readonly receiver: 'rotation' | 'duty' | { readonly user: Id };
  readonly kind: TurnKind;
  readonly isCounted: boolean;
  /** The decision of the reception policy that founds it. */
  readonly decisionId: Id | null;
  /** Counts among today's new customers; those by rotation and by designation when not said. */
  readonly isNew?: boolean;
  /** The visitor as called at the desk ("陈女士一行 3 人"); never a phone number. */
  readonly visitor?: string;
  /** Does not receive this visitor: the one whom they refused, or who did not come. */
  readonly without?: Id;
}

export interface AssignedTurn {
  readonly turnId: Id;
  readonly userId: Id;
}

/**
 * Gives an arrival to its receiver, exactly: one transaction, the day locked (RE-2). Turns of those who are passed are
 * treated as the turn policy says (RE-3). Errors: reception.day-not-open, reception.nobody-free,
 * reception.not-on-roster, reception.not-on-site, record.wrong-state (the arrival is being received already).
 */
export async function assignTurn(ctx: Context, request: TurnRequest): Promise<AssignedTurn> {
  return assignOn(ctx, await lockDay(ctx, request.siteId), request);
}

/** The same on a day that the caller locked. */
export async function assignOn(ctx: Context, day: RosterDay, request: TurnRequest): Promise<AssignedTurn> {
  await requireUnreceived(ctx, request.registrationId);
  const people = (await readPeople(ctx, day.id)).filter((each) => each.userId !== request.without);
  const chosen = await chooseReceiver(ctx, day, people, request);
  const { receiver: { userId } } = chosen;
  const turnId = ctx.newId();
  const { registrationId, kind, isCounted, visitor } = request;
  const now = ctx.now.toISOString();
  const due = new Date(ctx.now.getTime() + day.takeUpMinutes * 60_000).toISOString();
  const decisionId = request.decisionId ?? chosen.decisionId ?? null;
  await ctx.db.run(sql`
    INSERT INTO turn (id, roster_day_id, site_id, user_id, registration_id, kind, is_counted, is_new, visitor, state, assigned_at, due_at, decision_id, clause)
    VALUES (${turnId}, ${day.id}, ${day.siteId}, ${userId}, ${registrationId}, ${kind}, ${isCounted}, ${request.isNew ?? (kind === 'rotation' || kind === 'designated')},
      ${visitor ?? null}, 'assigned', ${now}, ${due}, ${decisionId}, (SELECT clause FROM decision WHERE id = ${decisionId}::uuid))`);
  await postEntries(ctx, day, [...chosen.entries, { userId, kind: isCounted ? 'counted' : 'uncounted', amount: isCounted ? 1 : 0, turnId, decisionId }]);
  await forgetPass(ctx, day.id, userId);
  await noteChange(ctx, day, { action: 'turn.assigned', userId, decisionId, detail: { turn: turnId, kind, isCounted } });
  await tellListeners(ctx, { kind: 'assigned', siteId: day.siteId, turnId, registrationId, userId, turnKind: kind, isCounted });
  await notify(ctx, {
    to: [userId], kind: receptionNotices.yourTurn, params: { site: day.siteName }, link: `/reception?site=${day.siteId}`, about: { object: 'site', id: day.siteId },
  });
  return { turnId, userId };
}

async function requireUnreceived(ctx: Context, registrationId: Id): Promise<void> {
  const open = await ctx.db.maybe(sql`SELECT 1 FROM turn WHERE registration_id = ${registrationId} AND state IN ('assigned', 'receiving')`);
  if (open !== undefined) throw fail('record.wrong-state');
}

interface Chosen {
  readonly receiver: DayPerson;
  /** What the rotation's step does to those whom it passes. */
  readonly entries: readonly TurnEntry[];
  readonly decisionId?: Id;
}

async function chooseReceiver(ctx: Context, day: RosterDay, people: readonly DayPerson[], { receiver }: TurnRequest): Promise<Chosen> {
  if (typeof receiver === 'object') {
    const person = personOn(people, receiver.user);
    if (person.state === 'off' || person.awayState !== null) throw fail('reception.not-on-site', { name: person.name });
    return { receiver: person, entries: [] };
  }
  if (receiver === 'duty') {
    const rule = await askDuty(ctx, day, 'ownerAway');
    const userId = dutyReceiver(people, rule.order);
    if (userId === null) throw fail('reception.nobody-free');
    return { receiver: personOn(people, userId), entries: [], decisionId: rule.decisionId };
  }
  return stepOn(ctx, day, people);
}

/** The rotation's next, with the ledger entries of those passed. */
async function stepOn(ctx: Context, day: RosterDay, people: readonly DayPerson[]): Promise<Chosen> {
  const first = nextInRotation(people);
  if (first === null) throw fail('reception.nobody-free');
  const asked = new Map<Id, DayPerson>();
  for (const { userId } of first.passed) {
    const person = personOn(people, userId);
    const pass = person.pass ?? (await decidePass(ctx, day, person));
    asked.set(userId, { ...person, pass, onPass: pass.effect });
  }
  const known = people.map((each) => asked.get(each.userId) ?? each);
  const passed = nextInRotation(known)?.passed ?? [];
  const entries = passed.flatMap(({ userId, effect, amount }): TurnEntry[] => {
    const { pass, isPassNoted } = personOn(known, userId);
    const why = { userId, decisionId: pass?.decisionId ?? null, clause: pass?.clause ?? null };
    if (amount > 0) return [{ ...why, kind: effect === 'lost' ? 'lost' : 'forgiven', amount }];
    return isPassNoted ? [] : [{ ...why, kind: 'kept', amount: 0 }];
  });
  for (const entry of entries) if (entry.kind === 'kept') await noteKept(ctx, day, entry.userId);
  return { receiver: personOn(known, first.receiver), entries };
}

const noteKept = (ctx: Context, day: RosterDay, userId: Id): Promise<number> => ctx.db.run(sql`
  UPDATE roster_person SET is_pass_noted = true WHERE roster_day_id = ${day.id} AND user_id = ${userId}`);
