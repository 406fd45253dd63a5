import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { managersOf } from '#modules/approvals/server/approvals.public.ts';
import { calendarOfUnit } from '#modules/calendars/server/calendars.public.ts';
import { notify } from '#modules/notifications/server/notifications.public.ts';
import type { Context } from '#platform/context/context.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import type { Services } from '#platform/runtime/services.ts';
import { type ClockStage, dueStages, stagesOf } from '../../rules/clock-stages.ts';
import { serviceNotices } from '../../service.notices.ts';
import { type CaseRow, lockCase } from '../case-rows.ts';
import { letSee } from '../cases/case-people.ts';
import { clocksOfCalendar, recompute, refreshDue } from './clock-rows.ts';
import { renewStepDue } from './step-due.ts';

export const CLOCK_JOB = 'service.clocks';
export const CALENDAR_JOB = 'service.calendar';
const BATCH = 500;

/**
 * Warns of clocks and takes missed ones up, level by level (SE-4), each clock in its own transaction. A stage is done once,
 * whatever the server's clock does: its row is unique, and all that lie in the past are done, in order (REL-6).
 * @returns how many stages were done
 */
export async function runClockStages(services: Services): Promise<number> {
  const now = services.clock().toISOString();
  const clocks = await services.database.rows<{ id: Id; caseId: Id }>(sql`
    SELECT id, case_id AS "caseId" FROM case_clock WHERE stopped_at IS NULL AND paused_at IS NULL AND next_at <= ${now} ORDER BY next_at, id LIMIT ${BATCH}`);
  let count = 0;
  for (const { id, caseId } of clocks) count += await runAction(services, { actor: systemActor(services) }, (ctx) => runOne(ctx, caseId, id));
  return count;
}

interface StagedRow {
  readonly dueAt: string;
  readonly halfAt: string;
  readonly nearAt: string;
  readonly extendedDays: number;
  readonly nextAt: string | null;
  readonly done: readonly string[];
}

async function runOne(ctx: Context, caseId: Id, clockId: Id): Promise<number> {
  const row = await lockCase(ctx, caseId);
  const clock = await ctx.db.maybe<StagedRow>(sql`
    SELECT due_at AS "dueAt", half_at AS "halfAt", near_at AS "nearAt", extended_days AS "extendedDays", next_at AS "nextAt",
      ARRAY(SELECT stage FROM case_clock_stage s WHERE s.clock_id = k.id) AS done
    FROM case_clock k WHERE id = ${clockId} AND stopped_at IS NULL AND paused_at IS NULL FOR UPDATE`);
  if (!clock || clock.nextAt === null || new Date(clock.nextAt) > ctx.now) return 0;
  const { calendar } = await calendarOfUnit(ctx, row.unitId);
  const stages = stagesOf(calendar, { due: new Date(clock.dueAt), half: new Date(clock.halfAt), near: new Date(clock.nearAt), extendedDays: clock.extendedDays });
  const { due, next } = dueStages(stages, new Set(clock.done), ctx.now);
  for (const stage of due) await fire(ctx, row, clockId, stage, clock.dueAt);
  await ctx.db.run(sql`UPDATE case_clock SET next_at = ${next?.toISOString() ?? null} WHERE id = ${clockId}`);
  await refreshDue(ctx, [caseId]);
  ctx.announce({ object: 'case', id: caseId, action: 'update', actorId: ctx.actor.userId });
  return due.length;
}

async function fire(ctx: Context, row: CaseRow, clockId: Id, stage: ClockStage, due: string): Promise<void> {
  const to = await toldOf(ctx, row, stage);
  const isNew = await ctx.db.run(sql`
    INSERT INTO case_clock_stage (clock_id, stage, at, told) VALUES (${clockId}, ${stage.key}, ${ctx.now.toISOString()}, ${to}::uuid[]) ON CONFLICT DO NOTHING`);
  if (isNew === 0 || to.length === 0) return;
  if (stage.kind === 'breached') for (const person of to) if (person !== row.ownerId) await letSee(ctx, row.id, person, 'write');
  const when = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: ctx.timeZone }).format(new Date(due));
  await notify(ctx, { to, kind: serviceNotices[stage.kind], params: { number: row.number, subject: row.subject, due: when }, link: { object: 'case', id: row.id } });
}

/** Warnings: who works on it. A breach: they and the manager of its level. Nobody has it yet: the people of its queue. */
async function toldOf(ctx: Context, row: CaseRow, stage: ClockStage): Promise<Id[]> {
  const workers = [row.ownerId, row.responsibleId].filter((id): id is Id => id !== null);
  if (workers.length === 0) {
    if (row.queueId === null) return [];
    const members = await ctx.db.rows<{ id: Id }>(sql`SELECT user_id AS id FROM service_queue_member WHERE queue_id = ${row.queueId} ORDER BY user_id LIMIT 20`);
    return members.map((member) => member.id);
  }
  if (stage.kind !== 'breached') return [...new Set(workers)];
  const managers = await managersOf(ctx, row.responsibleId ?? row.ownerId ?? '');
  const above = managers[stage.level - 1];
  if (stage.level > 1) return above === undefined ? [] : [above];
  return [...new Set([...workers, ...(row.firstReceiverId === null ? [] : [row.firstReceiverId]), ...(above === undefined ? [] : [above])])];
}

/** A calendar was corrected: the deadlines that ran by it are computed anew, with a record of why (SE-4). In batches; run again it finds nothing to do. */
export async function recomputeCalendar(services: Services, calendarId: Id, note: string | null = null): Promise<number> {
  const options = { actor: systemActor(services) };
  let count = 0;
  let after: Id | null = null;
  for (;;) {
    const cases: { id: Id; unitId: Id | null }[] = await services.database.rows<{ id: Id; unitId: Id | null }>(sql`
      SELECT DISTINCT c.id, c.unit_id AS "unitId" FROM case_clock k JOIN service_case c ON c.id = k.case_id
      WHERE k.calendar_id = ${calendarId} AND k.stopped_at IS NULL AND (${after}::uuid IS NULL OR c.id > ${after}::uuid) ORDER BY c.id LIMIT ${BATCH}`);
    if (cases.length === 0) return count;
    after = cases.at(-1)?.id ?? null;
    for (const { id, unitId } of cases) count += await runAction(services, options, (ctx) => recomputeCase(ctx, { caseId: id, unitId, calendarId, note }));
  }
}

async function recomputeCase(ctx: Context, { caseId, unitId, calendarId, note }: { caseId: Id; unitId: Id | null; calendarId: Id; note: string | null }): Promise<number> {
  await lockCase(ctx, caseId);
  const clocks = (await clocksOfCalendar(ctx, calendarId, caseId)).filter((clock) => clock.pausedAt === null);
  let moved = 0;
  for (const clock of clocks) {
    const { due } = await recompute(ctx, clock, unitId, 'calendar', { note });
    if (new Date(due).getTime() !== new Date(clock.dueAt).getTime()) moved += 1;
  }
  await renewStepDue(ctx, caseId, unitId, 'same');
  await refreshDue(ctx, [caseId]);
  return moved;
}
