import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { joiningCount, lunchDuty } from '../../rules/rotation.ts';
import { readSite, siteMembers } from '../sites/read-site.ts';
import { askDuty, decidePass } from '../turns/ask-turn-policy.ts';
import { type AwayState, type DayPerson, forgetPass, lockDay, personOn, readPeople, type RosterDay } from '../turns/roster-day.ts';
import { noteChange, postEntries } from '../turns/turn-ledger.ts';

export interface Away {
  readonly siteId: Id;
  readonly userId: Id;
  readonly state: AwayState;
  readonly reason?: string | undefined;
  /** The manager lets somebody go to lunch although they are on duty (RE-6). */
  readonly isForced?: boolean;
}

/**
 * Takes somebody out of the rotation for a while, with the reason; what becomes of their turns is decided and shown at
 * once (RE-3). Errors: reception.day-not-open, reception.not-on-roster, record.wrong-state (busy, or away already),
 * reception.lunch-duty.
 */
export async function goAway(ctx: Context, { siteId, userId, state, reason, isForced = false }: Away): Promise<void> {
  const day = await lockDay(ctx, siteId);
  const people = await readPeople(ctx, day.id);
  const person = personOn(people, userId);
  if (person.state !== 'waiting') throw fail('record.wrong-state');
  if (state === 'lunch' && !isForced) await requireOffDuty(ctx, day, people, userId);
  await setAway(ctx, day, person, { state, reason });
}

async function setAway(ctx: Context, day: RosterDay, person: DayPerson, { state, reason }: { readonly state: AwayState; readonly reason?: string | undefined }): Promise<void> {
  await ctx.db.run(sql`
    UPDATE roster_person SET away_state = ${state}, away_since = ${ctx.now.toISOString()}, away_reason = ${reason ?? null}, is_confirmed = false
    WHERE roster_day_id = ${day.id} AND user_id = ${person.userId}`);
  const { decisionId, clause, effect } = await decidePass(ctx, day, { ...person, awayState: state, isConfirmed: false });
  await noteChange(ctx, day, { action: 'away', userId: person.userId, reason: reason ?? null, decisionId, clause, detail: { state, effect } });
}

async function requireOffDuty(ctx: Context, day: RosterDay, people: readonly DayPerson[], userId: Id): Promise<void> {
  const rule = await askDuty(ctx, day, 'lunch');
  if (!lunchDuty(people, rule.howMany).includes(userId)) return;
  throw fail('reception.lunch-duty', { clause: rule.clause ?? '', count: rule.howMany });
}

/** Lunch for all who wait, but for the first in the order, who stay on duty (RE-6). Answers who went. */
export async function startLunch(ctx: Context, siteId: Id): Promise<readonly Id[]> {
  const day = await lockDay(ctx, siteId);
  const people = await readPeople(ctx, day.id);
  const rule = await askDuty(ctx, day, 'lunch');
  const staying = new Set(lunchDuty(people, rule.howMany));
  const going = people.filter((each) => each.state === 'waiting' && !staying.has(each.userId));
  for (const person of going) await setAway(ctx, day, person, { state: 'lunch' });
  await noteChange(ctx, day, { action: 'lunch', decisionId: rule.decisionId, clause: rule.clause, detail: { staying: [...staying] } });
  return going.map((each) => each.userId);
}

/** The project manager confirms that a superior sent somebody away, or that it is business (RE-3). Errors: record.wrong-state. */
export async function confirmAway(ctx: Context, siteId: Id, userId: Id): Promise<void> {
  const day = await lockDay(ctx, siteId);
  const person = personOn(await readPeople(ctx, day.id), userId);
  const isToConfirm = person.awayState === 'sentBySuperior' || person.awayState === 'onBusiness';
  if (!isToConfirm || person.isConfirmed) throw fail('record.wrong-state');
  await ctx.db.run(sql`UPDATE roster_person SET is_confirmed = true WHERE roster_day_id = ${day.id} AND user_id = ${userId}`);
  const { decisionId, clause } = await decidePass(ctx, day, { ...person, isConfirmed: true });
  await noteChange(ctx, day, { action: 'confirmed', userId, decisionId, clause });
}

/** Back in the rotation. Errors: record.wrong-state. */
export async function comeBack(ctx: Context, siteId: Id, userId: Id): Promise<void> {
  const day = await lockDay(ctx, siteId);
  const person = personOn(await readPeople(ctx, day.id), userId);
  if (person.awayState === null) throw fail('record.wrong-state');
  await ctx.db.run(sql`
    UPDATE roster_person SET away_state = NULL, away_since = NULL, away_reason = NULL, is_confirmed = false WHERE roster_day_id = ${day.id} AND user_id = ${userId}`);
  await forgetPass(ctx, day.id, userId);
  await noteChange(ctx, day, { action: 'back', userId, detail: { from: person.awayState } });
}

/**
 * Comes to work during the day: nobody is ahead or behind for it, so the count starts with the smallest of those
 * present. Members who are not on the roster yet join last. Errors: reception.not-on-roster, record.wrong-state.
 */
export async function joinDay(ctx: Context, siteId: Id, userId: Id): Promise<void> {
  const day = await lockDay(ctx, siteId);
  const people = await readPeople(ctx, day.id);
  const known = people.find((each) => each.userId === userId);
  if (known && known.state !== 'off') throw fail('record.wrong-state');
  if (known) await ctx.db.run(sql`UPDATE roster_person SET is_on_site = true WHERE roster_day_id = ${day.id} AND user_id = ${userId}`);
  else await addPerson(ctx, day, people, userId);
  const ahead = joiningCount(people) - (known?.consumed ?? 0);
  // Who returns with more turns than the others keeps them; who is owed some from before the day keeps those only while there.
  await postEntries(ctx, day, [{ userId, kind: 'joined', amount: Math.max(0, ahead) }]);
  await noteChange(ctx, day, { action: 'joined', userId, detail: { count: Math.max(0, ahead) } });
}

async function addPerson(ctx: Context, day: RosterDay, people: readonly DayPerson[], userId: Id): Promise<void> {
  const { id } = await readSite(ctx, day.siteId);
  if (!(await siteMembers(ctx, id)).some((each) => each.userId === userId && each.isActive)) throw fail('reception.not-on-roster');
  const position = Math.max(-1, ...people.map((each) => each.position)) + 1;
  await ctx.db.run(sql`INSERT INTO roster_person (roster_day_id, user_id, position, is_on_site) VALUES (${day.id}, ${userId}, ${position}, true)`);
}

/** Leaves for the day. Errors: record.wrong-state while receiving. */
export async function leaveDay(ctx: Context, siteId: Id, userId: Id, reason: string | undefined): Promise<void> {
  const day = await lockDay(ctx, siteId);
  const person = personOn(await readPeople(ctx, day.id), userId);
  if (person.state === 'off' || person.state === 'busy') throw fail('record.wrong-state');
  await ctx.db.run(sql`
    UPDATE roster_person SET is_on_site = false, away_state = NULL, away_since = NULL, away_reason = ${reason ?? null}, is_confirmed = false
    WHERE roster_day_id = ${day.id} AND user_id = ${userId}`);
  await forgetPass(ctx, day.id, userId);
  await noteChange(ctx, day, { action: 'left', userId, reason: reason ?? null });
}

/** A new order for the day, with its reason; counts stay as they are (RE-7). Errors: record.invalid when somebody is missing. */
export async function changeOrder(ctx: Context, siteId: Id, order: readonly Id[], reason: string): Promise<void> {
  const day = await lockDay(ctx, siteId);
  const people = await readPeople(ctx, day.id);
  const given = new Set(order);
  if (order.length !== people.length || people.some((each) => !given.has(each.userId))) {
    throw fail('record.invalid', { count: 1 }, [{ path: 'order', code: 'not-allowed' }]);
  }
  await ctx.db.run(sql`
    UPDATE roster_person p SET position = o.place - 1 FROM unnest(${[...order]}::uuid[]) WITH ORDINALITY AS o (user_id, place)
    WHERE p.roster_day_id = ${day.id} AND p.user_id = o.user_id`);
  await noteChange(ctx, day, { action: 'order', reason, detail: { from: people.map((each) => each.userId), to: order } });
}
