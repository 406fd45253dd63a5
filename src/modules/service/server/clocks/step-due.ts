import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { managersOf } from '#modules/approvals/server/approvals.public.ts';
import { calendarOfUnit } from '#modules/calendars/server/calendars.public.ts';
import { notify } from '#modules/notifications/server/notifications.public.ts';
import type { Context } from '#platform/context/context.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import type { Services } from '#platform/runtime/services.ts';
import { type Computation, deadlineOf } from '../../rules/deadline.ts';
import { type ProcessStep, stepOf } from '../../rules/process.ts';
import { serviceNotices } from '../../service.notices.ts';
import { lockCase } from '../case-rows.ts';
import { processOf } from '../setup/processes.ts';

const BATCH = 200;

/** When a step must be done that counts from `from`, with its computation; undefined for one without a time of its own (SE-3). */
export async function stepDue(ctx: Context, unitId: Id | null, step: Pick<ProcessStep, 'due'>, from: Date): Promise<{ readonly due: string; readonly computation: Computation } | undefined> {
  if (step.due === undefined) return undefined;
  const { calendar } = await calendarOfUnit(ctx, unitId);
  return deadlineOf(calendar, from, { ...step.due, extendedDays: 0, half: 50, near: 80 }, []);
}

/** The open step's time is computed anew: from now when the customer let it go on, from where it counted when a calendar was corrected (SE-4). */
export async function renewStepDue(ctx: Context, caseId: Id, unitId: Id | null, from: 'now' | 'same'): Promise<void> {
  const open = await ctx.db.maybe<{ id: Id; key: string; processId: Id; dueFrom: string | null; dueAt: string | null }>(sql`
    SELECT s.id, s.key, c.process_template_id AS "processId", s.due_from AS "dueFrom", s.due_at AS "dueAt"
    FROM case_step s JOIN service_case c ON c.id = s.case_id WHERE s.case_id = ${caseId} AND s.state <> 'done' FOR UPDATE OF s`);
  if (open?.dueAt == null || open.dueFrom === null) return;
  const step = stepOf(await processOf(ctx, open.processId), open.key);
  const start = from === 'now' ? ctx.now : new Date(open.dueFrom);
  const deadline = step && await stepDue(ctx, unitId, step, start);
  if (!deadline || new Date(deadline.due).getTime() === new Date(open.dueAt).getTime()) return;
  await ctx.db.run(sql`UPDATE case_step SET due_from = ${start.toISOString()}, due_at = ${deadline.due}, late_told_at = NULL WHERE id = ${open.id}`);
}

/**
 * Tells whoever a step waits for that its time is over, once for each time that it had (SE-3, REL-6). While the customer is
 * waited for nobody is told.
 * @returns how many steps were late
 */
export async function tellLateSteps(services: Services): Promise<number> {
  const late = await services.database.rows<{ id: Id; caseId: Id }>(sql`
    SELECT s.id, s.case_id AS "caseId" FROM case_step s JOIN service_case c ON c.id = s.case_id
    WHERE s.state = 'open' AND s.late_told_at IS NULL AND s.due_at <= ${services.clock().toISOString()} AND c.state IN ('open', 'answered') AND c.deleted_at IS NULL
    ORDER BY s.due_at, s.id LIMIT ${BATCH}`);
  let count = 0;
  for (const { id, caseId } of late) count += await runAction(services, { actor: systemActor(services) }, (ctx) => tellLate(ctx, caseId, id));
  return count;
}

async function tellLate(ctx: Context, caseId: Id, stepId: Id): Promise<number> {
  const row = await lockCase(ctx, caseId);
  const step = await ctx.db.maybe<{ key: string; actorId: Id | null }>(sql`
    UPDATE case_step SET late_told_at = ${ctx.now.toISOString()} WHERE id = ${stepId} AND state = 'open' AND late_told_at IS NULL AND due_at <= ${ctx.now.toISOString()}
    RETURNING key, actor_id AS "actorId"`);
  if (!step || (row.state !== 'open' && row.state !== 'answered')) return 0;
  const managers = row.ownerId === null ? [] : await managersOf(ctx, row.ownerId);
  const to = [...new Set([step.actorId ?? managers[0] ?? row.ownerId].filter((id): id is Id => id != null))];
  if (to.length === 0) return 1;
  const name = stepOf(await processOf(ctx, row.processId), step.key)?.label[ctx.locale] ?? step.key;
  await notify(ctx, { to, kind: serviceNotices.stepLate, params: { number: row.number, subject: row.subject, step: name }, link: { object: 'case', id: row.id } });
  return 1;
}
