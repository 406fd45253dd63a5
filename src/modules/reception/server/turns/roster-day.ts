import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import type { Context } from '#platform/context/context.ts';
import type { PassEffect, RosterPerson } from '../../rules/rotation.ts';

/** Why somebody who is on site is not in the rotation now. */
export const awayStates = ['absent', 'sentBySuperior', 'onBusiness', 'notReady', 'lunch'] as const;
export type AwayState = (typeof awayStates)[number];
export const turnKinds = ['rotation', 'designated', 'returning', 'duty'] as const;
export type TurnKind = (typeof turnKinds)[number];

/** An open day of a site, locked for the rest of the transaction. */
export interface RosterDay {
  readonly id: Id;
  readonly siteId: Id;
  readonly day: string;
  readonly pack: string;
  readonly timeZone: string;
  readonly siteName: string;
  readonly takeUpMinutes: number;
}

/** One person as the day has them now; `pass` is what the turn policy said of the present state, if it was asked. */
export interface DayPerson extends RosterPerson {
  readonly name: string;
  readonly awayState: AwayState | null;
  readonly isConfirmed: boolean;
  /** The kind of the oldest open turn, with whether it counts. */
  readonly busyKind: TurnKind | null;
  readonly isBusyCounted: boolean;
  readonly pass: { readonly effect: PassEffect; readonly decisionId: Id; readonly clause: string | null } | null;
  readonly isPassNoted: boolean;
}

const dayColumns = sql`d.id, d.site_id AS "siteId", d.day::text AS day, s.pack, s.time_zone AS "timeZone", s.name AS "siteName", s.take_up_minutes AS "takeUpMinutes"`;

/**
 * The open day of a site, locked: everything that changes a board happens one after the other (RE-2). A day that was
 * never closed is not today's. Errors: reception.day-not-open.
 */
export async function lockDay(ctx: Context, siteId: Id): Promise<RosterDay> {
  const found = await ctx.db.maybe<RosterDay>(sql`
    SELECT ${dayColumns} FROM roster_day d JOIN site s ON s.id = d.site_id
    WHERE d.site_id = ${siteId} AND d.status = 'open' AND s.deleted_at IS NULL FOR UPDATE OF d`);
  if (!found || found.day !== localDate(ctx.now, found.timeZone)) throw fail('reception.day-not-open');
  return found;
}

/** The day of a turn, locked before the turn is looked at. Errors: record.not-found, reception.day-not-open. */
export async function lockDayOfTurn(ctx: Context, turnId: Id): Promise<RosterDay> {
  const found = await ctx.db.maybe<RosterDay & { status: string }>(sql`
    SELECT ${dayColumns}, d.status FROM turn t JOIN roster_day d ON d.id = t.roster_day_id JOIN site s ON s.id = d.site_id
    WHERE t.id = ${turnId} FOR UPDATE OF d`);
  if (!found) throw fail('record.not-found');
  if (found.status !== 'open') throw fail('reception.day-not-open');
  return found;
}

interface PersonRow {
  readonly userId: Id;
  readonly name: string;
  readonly position: number;
  readonly consumed: number;
  readonly isOnSite: boolean;
  readonly awayState: AwayState | null;
  readonly isConfirmed: boolean;
  readonly busyKind: TurnKind | null;
  readonly isBusyCounted: boolean;
  readonly passEffect: PassEffect | null;
  readonly passDecisionId: Id | null;
  readonly passClause: string | null;
  readonly isPassNoted: boolean;
}

/** Everybody of the day with counts from the ledger, in the order of the day. */
export async function readPeople(ctx: Pick<Context, 'db'>, dayId: Id): Promise<DayPerson[]> {
  const rows = await ctx.db.rows<PersonRow>(sql`
    SELECT p.user_id AS "userId", u.name, p.position, p.is_on_site AS "isOnSite", p.away_state AS "awayState", p.is_confirmed AS "isConfirmed",
      p.pass_effect AS "passEffect", p.pass_decision_id AS "passDecisionId", p.pass_clause AS "passClause", p.is_pass_noted AS "isPassNoted",
      coalesce((SELECT sum(e.amount) FROM turn_entry e WHERE e.roster_day_id = p.roster_day_id AND e.user_id = p.user_id), 0)::int AS consumed,
      b.kind AS "busyKind", coalesce(b.is_counted, false) AS "isBusyCounted"
    FROM roster_person p JOIN app_user u ON u.id = p.user_id
    LEFT JOIN LATERAL (SELECT t.kind, t.is_counted FROM turn t WHERE t.roster_day_id = p.roster_day_id AND t.user_id = p.user_id
      AND t.state IN ('assigned', 'receiving') ORDER BY t.id LIMIT 1) b ON true
    WHERE p.roster_day_id = ${dayId} ORDER BY p.position, p.user_id`);
  return rows.map(personOf);
}

function personOf(row: PersonRow): DayPerson {
  const { userId, name, position, consumed, awayState, isConfirmed, busyKind, isBusyCounted, passEffect, passDecisionId, passClause, isPassNoted } = row;
  const pass = passEffect === null || passDecisionId === null ? null : { effect: passEffect, decisionId: passDecisionId, clause: passClause };
  return {
    userId, name, position, consumed, awayState, isConfirmed, busyKind, isBusyCounted, pass, isPassNoted,
    state: stateOf(row), onPass: passEffect ?? 'lost',
  };
}

function stateOf({ isOnSite, awayState, busyKind }: PersonRow): RosterPerson['state'] {
  if (!isOnSite) return 'off';
  if (busyKind !== null) return 'busy';
  return awayState === null ? 'waiting' : 'away';
}

/** Somebody of the day. Errors: reception.not-on-roster. */
export function personOn(people: readonly DayPerson[], userId: Id): DayPerson {
  const person = people.find((each) => each.userId === userId);
  if (!person) throw fail('reception.not-on-roster');
  return person;
}

/** The state has changed, so what the turn policy said of the former one counts no more. */
export const forgetPass = (ctx: Context, dayId: Id, userId: Id): Promise<number> => ctx.db.run(sql`
  UPDATE roster_person SET pass_effect = NULL, pass_decision_id = NULL, pass_clause = NULL, is_pass_noted = false
  WHERE roster_day_id = ${dayId} AND user_id = ${userId}`);
