import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { calendarOfUnit } from '#modules/calendars/server/calendars.public.ts';
import { authorOf } from '#platform/context/author.ts';
import type { Context } from '#platform/context/context.ts';
import { type ClockTerms, type Measure, deadlineOf } from '../../rules/deadline.ts';
import { type AskedCase, askService } from '../ask-service.ts';
import { type ClockKind, type ClockRow, noteChange, openClocks, recompute, refreshDue } from './clock-rows.ts';
import { renewStepDue } from './step-due.ts';

export interface ClockedCase extends AskedCase {
  readonly unitId: Id | null;
  readonly receivedAt: string;
  readonly reopenCount: number;
}

const measures: readonly string[] = ['workingDays', 'workingHours', 'hours'] satisfies Measure[];
const isMeasure = (value: unknown): value is Measure => typeof value === 'string' && measures.includes(value);
const percent = (value: unknown, otherwise: number): number => (typeof value === 'number' && value > 0 && value < 100 ? value : otherwise);

interface AskedClock {
  readonly decisionId: Id;
  readonly terms: ClockTerms;
  readonly pauses: boolean;
}

async function askClock(ctx: Context, asked: ClockedCase, kind: ClockKind): Promise<AskedClock> {
  // The version in force when the case came in decides, whatever was changed later (PL-41).
  const { id: decisionId, decision } = await askService(ctx, asked, 'clock', new Date(asked.receivedAt), { clock: kind });
  const results = decision.status === 'decided' ? decision.results : {};
  const { measure, amount, half, near, pauses } = results;
  if (!isMeasure(measure) || typeof amount !== 'number' || amount <= 0) throw fail('policy.faulty', { policy: `${asked.pack}.clock`, place: kind, message: `${String(measure)} ${String(amount)}` });
  return { decisionId, terms: { measure, amount, extendedDays: 0, half: percent(half, 50), near: percent(near, 80) }, pauses: pauses !== false };
}

/** Starts a clock of a case by its policy (SE-4). Errors: policy.not-in-force, policy.faulty. */
export async function startClock(ctx: Context, asked: ClockedCase, kind: ClockKind, at: Date): Promise<void> {
  const { decisionId, terms, pauses } = await askClock(ctx, asked, kind);
  const { id: calendarId, calendar } = await calendarOfUnit(ctx, asked.unitId, { isKept: true });
  const deadline = deadlineOf(calendar, at, terms, []);
  const id = ctx.newId();
  await ctx.db.run(sql`
    INSERT INTO case_clock (id, case_id, kind, round, decision_id, calendar_id, measure, amount, pauses, half_percent, near_percent, started_at, due_at, half_at, near_at, next_at, computation)
    VALUES (${id}, ${asked.id}, ${kind}, ${asked.reopenCount + 1}, ${decisionId}, ${calendarId}, ${terms.measure}, ${terms.amount}, ${pauses}, ${terms.half}, ${terms.near},
      ${at.toISOString()}, ${deadline.due}, ${deadline.half}, ${deadline.near}, ${deadline.half}, ${JSON.stringify(deadline.computation)})`);
  await noteChange(ctx, id, 'started', null, deadline, { decisionId });
}

/** Stops the clocks of these kinds; their deadlines stay on record. */
export async function stopClocks(ctx: Context, caseId: Id, kinds: readonly ClockKind[]): Promise<void> {
  const stopped = await ctx.db.rows<{ id: Id; due: string; computation: ClockComputation }>(sql`
    UPDATE case_clock SET stopped_at = ${ctx.now.toISOString()}, paused_at = NULL WHERE case_id = ${caseId} AND kind = ANY(${[...kinds]}::text[]) AND stopped_at IS NULL
    RETURNING id, due_at AS due, computation`);
  for (const { id, due, computation } of stopped) {
    await ctx.db.run(sql`UPDATE case_clock_pause SET to_at = ${ctx.now.toISOString()} WHERE clock_id = ${id} AND to_at IS NULL`);
    await noteChange(ctx, id, 'stopped', due, { due, computation });
  }
  await refreshDue(ctx, [caseId]);
}

type ClockComputation = ReturnType<typeof deadlineOf>['computation'];

/** While the customer is waited for, clocks that may stand do (SE-4). */
export async function pauseClocks(ctx: Context, caseId: Id, reason: string): Promise<void> {
  for (const clock of await openClocks(ctx, caseId)) {
    if (!clock.pauses || clock.pausedAt !== null || clock.kind === 'callback') continue;
    await ctx.db.run(sql`UPDATE case_clock SET paused_at = ${ctx.now.toISOString()} WHERE id = ${clock.id}`);
    await ctx.db.run(sql`INSERT INTO case_clock_pause (clock_id, from_at, reason) VALUES (${clock.id}, ${ctx.now.toISOString()}, ${reason})`);
    await ctx.db.run(sql`
      INSERT INTO case_clock_change (id, clock_id, reason, from_due, to_due, computation, at, actor_id)
      SELECT ${ctx.newId()}, id, 'paused', due_at, due_at, computation, ${ctx.now.toISOString()}, ${authorOf(ctx)} FROM case_clock WHERE id = ${clock.id}`);
  }
  await refreshDue(ctx, [caseId]);
}

/** The customer answered: what stood runs again, its deadline moved by the time that did not count. */
export async function resumeClocks(ctx: Context, caseId: Id, unitId: Id | null): Promise<void> {
  for (const clock of await openClocks(ctx, caseId)) {
    if (clock.pausedAt === null) continue;
    await ctx.db.run(sql`UPDATE case_clock_pause SET to_at = ${ctx.now.toISOString()} WHERE clock_id = ${clock.id} AND to_at IS NULL`);
    await ctx.db.run(sql`UPDATE case_clock SET paused_at = NULL WHERE id = ${clock.id}`);
    await recompute(ctx, clock, unitId, 'resumed');
  }
  await renewStepDue(ctx, caseId, unitId, 'now');
  await refreshDue(ctx, [caseId]);
}

/** The judgement changed what the policy is asked: the clock of the whole is decided anew, from the same start. */
export async function rejudgeClock(ctx: Context, asked: ClockedCase): Promise<void> {
  const whole = (await openClocks(ctx, asked.id)).find((clock: ClockRow) => clock.kind === 'whole');
  if (!whole) return;
  const found = await askClock(ctx, asked, 'whole');
  if (found.terms.measure === whole.measure && found.terms.amount === Number(whole.amount)) return;
  await decideAnew(ctx, asked, whole, found, { reason: 'rejudged' });
  await refreshDue(ctx, [asked.id]);
}

/** Another type was asked about: each clock that runs or stands is decided anew from its own start; what was granted on top stays. */
export async function retypeClocks(ctx: Context, asked: ClockedCase, note: string): Promise<void> {
  for (const clock of await openClocks(ctx, asked.id)) await decideAnew(ctx, asked, clock, await askClock(ctx, asked, clock.kind), { reason: 'retyped', note });
  await refreshDue(ctx, [asked.id]);
}

async function decideAnew(ctx: Context, asked: ClockedCase, clock: ClockRow, found: AskedClock, why: { readonly reason: 'rejudged' | 'retyped'; readonly note?: string }): Promise<void> {
  const { decisionId, terms, pauses } = found;
  await ctx.db.run(sql`
    UPDATE case_clock SET decision_id = ${decisionId}, measure = ${terms.measure}, amount = ${terms.amount}, pauses = ${pauses}, half_percent = ${terms.half}, near_percent = ${terms.near}
    WHERE id = ${clock.id}`);
  const now = { ...clock, decisionId, pauses, measure: terms.measure, amount: String(terms.amount), half: terms.half, near: terms.near };
  await recompute(ctx, now, asked.unitId, why.reason, { decisionId, note: why.note ?? null });
}
