import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { workingSecondsBetween } from '#kernel/working-time/working-time.ts';
import { calendarOfUnit } from '#modules/calendars/server/calendars.public.ts';
import type { Context } from '#platform/context/context.ts';
import type { Answered } from '#platform/http/answer.ts';
import { urgencyOf } from '../../rules/deadline.ts';
import type { CaseRow } from '../case-rows.ts';
import { extensionRoom } from '../clocks/extend-clock.ts';
import type { caseProcessAnswer } from '../service.answers.ts';

type CaseProcess = Answered<typeof caseProcessAnswer>;
type Clock = CaseProcess['clocks'][number];
type ClockSql = Omit<Clock, 'urgency' | 'leftSeconds' | 'moves'>;

const iso = (text: string): string => new Date(text).toISOString();
const maybe = (text: string | null): string | null => (text === null ? null : iso(text));

/** The clocks of a case with the time that is left now, in the measure of each, and every move of their deadlines (SE-4). */
export async function showClocks(ctx: Context, row: CaseRow): Promise<Clock[]> {
  const clocks = await ctx.db.rows<ClockSql>(sql`
    SELECT k.id, k.kind, k.round, k.decision_id AS decision, d.clause, k.measure, k.amount::float8 AS amount, k.extended_days AS "extendedDays", k.started_at AS "startedAt", k.due_at AS "dueAt",
      k.half_at AS "halfAt", k.near_at AS "nearAt", k.stopped_at AS "stoppedAt", k.paused_at AS "pausedAt", k.computation,
      (SELECT p.reason FROM case_clock_pause p WHERE p.clock_id = k.id AND p.to_at IS NULL ORDER BY p.from_at DESC LIMIT 1) AS "pauseReason"
    FROM case_clock k LEFT JOIN decision d ON d.id = k.decision_id WHERE k.case_id = ${row.id} ORDER BY k.round, k.id`);
  if (clocks.length === 0) return [];
  const { calendar } = await calendarOfUnit(ctx, row.unitId);
  const moves = await movesOf(ctx, clocks.map((clock) => clock.id));
  return clocks.map((clock) => {
    const [due, end] = [new Date(clock.dueAt), new Date(clock.stoppedAt ?? clock.pausedAt ?? ctx.now)];
    const leftSeconds = clock.measure === 'hours' ? Math.floor((due.getTime() - end.getTime()) / 1_000) : workingSecondsBetween(calendar, end, due);
    const [half, near] = [clock.halfAt, clock.nearAt].map((at) => (at === null ? null : new Date(at)));
    const urgency = urgencyOf({ due, half: half ?? null, near: near ?? null }, end);
    return {
      ...clock, startedAt: iso(clock.startedAt), dueAt: iso(clock.dueAt), halfAt: maybe(clock.halfAt), nearAt: maybe(clock.nearAt), stoppedAt: maybe(clock.stoppedAt), pausedAt: maybe(clock.pausedAt),
      leftSeconds, urgency, moves: moves.get(clock.id) ?? [],
    };
  });
}

async function movesOf(ctx: Pick<Context, 'db'>, clocks: readonly Id[]): Promise<ReadonlyMap<Id, Clock['moves']>> {
  const rows = await ctx.db.rows<Clock['moves'][number] & { readonly clock: Id }>(sql`
    SELECT m.clock_id AS clock, m.reason, m.note, m.from_due AS "from", m.to_due AS "to", m.at, u.name AS who FROM case_clock_change m LEFT JOIN app_user u ON u.id = m.actor_id
    WHERE m.clock_id = ANY(${[...clocks]}::uuid[]) ORDER BY m.at, m.id`);
  const moves = new Map<Id, Clock['moves'][number][]>();
  for (const { clock, from, to, at, reason, note, who } of rows) moves.set(clock, [...(moves.get(clock) ?? []), { reason, note, from: maybe(from), to: iso(to), at: iso(at), who }]);
  return moves;
}

/** How many more working days may be asked for, and those that wait for approval; null when no clock could be longer. */
export async function showExtension(ctx: Context, clocks: readonly Clock[]): Promise<CaseProcess['extension']> {
  const clock = clocks.findLast((each) => each.kind === 'whole' && each.stoppedAt === null);
  if (!clock) return null;
  const room = await extensionRoom(ctx, { ...clock, decisionId: clock.decision });
  const asked = await ctx.db.maybe<{ days: number }>(sql`SELECT days FROM case_extension WHERE clock_id = ${clock.id} AND state = 'asked'`);
  return { ...room, asked: asked?.days ?? null };
}
