import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { calendarOfUnit } from '#modules/calendars/server/calendars.public.ts';
import type { WorkingCalendar } from '#kernel/working-time/working-calendar.ts';
import { authorOf } from '#platform/context/author.ts';
import type { Context } from '#platform/context/context.ts';
import { stagesOf } from '../../rules/clock-stages.ts';
import { type ClockTerms, type Deadline, type Measure, type Pause, deadlineOf } from '../../rules/deadline.ts';

export type ClockKind = 'firstResponse' | 'whole' | 'callback';
export type ClockReason = 'started' | 'paused' | 'resumed' | 'extended' | 'calendar' | 'rejudged' | 'retyped' | 'stopped';

/** Why a deadline moves: the decision behind it and the words of whoever caused it, where there are any. */
export interface MoveCause {
  readonly decisionId?: Id | null;
  readonly note?: string | null;
}

/** A clock that still runs, or stands. */
export interface ClockRow {
  readonly id: Id;
  readonly caseId: Id;
  readonly kind: ClockKind;
  readonly decisionId: Id;
  readonly calendarId: Id;
  readonly measure: Measure;
  readonly amount: string;
  readonly extendedDays: number;
  readonly pauses: boolean;
  readonly half: number;
  readonly near: number;
  readonly startedAt: string;
  readonly dueAt: string;
  readonly pausedAt: string | null;
}

const columns = sql`k.id, k.case_id AS "caseId", k.kind, k.decision_id AS "decisionId", k.calendar_id AS "calendarId", k.measure, k.amount,
  k.extended_days AS "extendedDays", k.pauses, k.half_percent AS half, k.near_percent AS near, k.started_at AS "startedAt", k.due_at AS "dueAt", k.paused_at AS "pausedAt"`;

/** The clocks of a case that were not stopped, under lock. */
export const openClocks = (ctx: Pick<Context, 'db'>, caseId: Id): Promise<ClockRow[]> =>
  ctx.db.rows<ClockRow>(sql`SELECT ${columns} FROM case_clock k WHERE k.case_id = ${caseId} AND k.stopped_at IS NULL ORDER BY k.id FOR UPDATE OF k`);

/** The clocks of a case that run by a calendar, under lock. */
export const clocksOfCalendar = (ctx: Pick<Context, 'db'>, calendarId: Id, caseId: Id): Promise<ClockRow[]> =>
  ctx.db.rows<ClockRow>(sql`SELECT ${columns} FROM case_clock k WHERE k.case_id = ${caseId} AND k.calendar_id = ${calendarId} AND k.stopped_at IS NULL ORDER BY k.id FOR UPDATE OF k`);

export const termsOf = (clock: Pick<ClockRow, 'measure' | 'amount' | 'extendedDays' | 'half' | 'near'>): ClockTerms =>
  ({ measure: clock.measure, amount: Number(clock.amount), extendedDays: clock.extendedDays, half: clock.half, near: clock.near });

/** The ended pauses of a clock. */
export async function pausesOf(ctx: Pick<Context, 'db'>, clockId: Id): Promise<Pause[]> {
  const rows = await ctx.db.rows<{ from: string; to: string }>(sql`
    SELECT from_at AS "from", to_at AS "to" FROM case_clock_pause WHERE clock_id = ${clockId} AND to_at IS NOT NULL ORDER BY from_at`);
  return rows.map(({ from, to }) => ({ from: new Date(from).toISOString(), to: new Date(to).toISOString() }));
}

/** Computes a clock anew from its terms, its pauses and the unit's calendar as it is now, and notes down why it moved (SE-4). */
export async function recompute(ctx: Context, clock: ClockRow, unitId: Id | null, reason: ClockReason, cause: MoveCause = {}): Promise<Deadline> {
  const { id: calendarId, calendar } = await calendarOfUnit(ctx, unitId, { isKept: true });
  const deadline = deadlineOf(calendar, new Date(clock.startedAt), termsOf(clock), await pausesOf(ctx, clock.id));
  await ctx.db.run(sql`
    UPDATE case_clock SET calendar_id = ${calendarId}, due_at = ${deadline.due}, half_at = ${deadline.half}, near_at = ${deadline.near},
      next_at = ${await nextStageOf(ctx, clock, deadline, calendar)}, computation = ${JSON.stringify(deadline.computation)}
    WHERE id = ${clock.id}`);
  // A corrected calendar that moves nothing here is no news.
  const isSame = new Date(deadline.due).getTime() === new Date(clock.dueAt).getTime();
  if (reason !== 'calendar' || !isSame) await noteChange(ctx, clock.id, reason, clock.dueAt, deadline, cause);
  return deadline;
}

/** When the next stage that was not done yet is due; ISO or null. */
async function nextStageOf(ctx: Pick<Context, 'db'>, clock: Pick<ClockRow, 'id' | 'extendedDays'>, deadline: Deadline, calendar: WorkingCalendar): Promise<string | null> {
  const done = await ctx.db.rows<{ stage: string }>(sql`SELECT stage FROM case_clock_stage WHERE clock_id = ${clock.id}`);
  const known = new Set(done.map((row) => row.stage));
  const stages = stagesOf(calendar, { due: new Date(deadline.due), half: new Date(deadline.half), near: new Date(deadline.near), extendedDays: clock.extendedDays });
  return stages.find((stage) => !known.has(stage.key))?.at.toISOString() ?? null;
}

/** Why a deadline is what it is: one row a move. */
export async function noteChange(ctx: Context, clockId: Id, reason: ClockReason, from: string | null, to: Pick<Deadline, 'due' | 'computation'>, { decisionId = null, note = null }: MoveCause = {}): Promise<void> {
  await ctx.db.run(sql`
    INSERT INTO case_clock_change (id, clock_id, reason, from_due, to_due, decision_id, computation, note, at, actor_id)
    VALUES (${ctx.newId()}, ${clockId}, ${reason}, ${from}, ${to.due}, ${decisionId}, ${JSON.stringify(to.computation)}, ${note}, ${ctx.now.toISOString()},
      ${authorOf(ctx)})`);
}

/** The case's nearest deadline and how urgent it is, from the clocks that run. */
export async function refreshDue(ctx: Pick<Context, 'db' | 'now'>, caseIds: readonly Id[]): Promise<void> {
  const now = ctx.now.toISOString();
  await ctx.db.run(sql`
    UPDATE service_case c SET due_at = k.due_at, urgency = coalesce(k.urgency, 'calm')
    FROM unnest(${[...caseIds]}::uuid[]) AS w (id)
    LEFT JOIN LATERAL (
      SELECT min(r.due_at) AS due_at, CASE max(CASE WHEN r.due_at <= ${now} THEN 3 WHEN r.near_at <= ${now} THEN 2 WHEN r.half_at <= ${now} THEN 1 ELSE 0 END)
        WHEN 3 THEN 'breached' WHEN 2 THEN 'near' WHEN 1 THEN 'half' ELSE 'calm' END AS urgency
      FROM case_clock r WHERE r.case_id = w.id AND r.stopped_at IS NULL AND r.paused_at IS NULL) k ON true
    WHERE c.id = w.id AND (c.due_at IS DISTINCT FROM k.due_at OR c.urgency IS DISTINCT FROM coalesce(k.urgency, 'calm'))`);
}
