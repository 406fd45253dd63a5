import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { addWorkingTime } from '#kernel/working-time/working-time.ts';
import { managersOf } from '#modules/approvals/server/approvals.public.ts';
import { calendarOfUnit } from '#modules/calendars/server/calendars.public.ts';
import { type MeetingOutcome, addMeetingListener, callMeeting, openMeetingsAbout } from '#modules/meetings/server/meetings.public.ts';
import type { Context } from '#platform/context/context.ts';
import { changeRecord } from '#platform/records/action-records.ts';
import { type CaseRow, lockCase } from '../case-rows.ts';
import { letSee } from '../cases/case-people.ts';
import { settleSolution } from './solution-approval.ts';

/** Working time until the meeting begins; its chair may move it. */
const NOTICE_SECONDS = 4 * 3_600;

/** Who looks after the service, those of the case's unit and of the units above first; never the handler. */
async function supervisorsOf(ctx: Context, row: CaseRow): Promise<Id[]> {
  const people = await ctx.db.rows<{ id: Id }>(sql`
    SELECT u.id FROM app_user u WHERE u.is_active AND u.deleted_at IS NULL AND u.id IS DISTINCT FROM ${row.ownerId}
      AND EXISTS (SELECT 1 FROM user_role ur JOIN role r ON r.key = ur.role WHERE ur.user_id = u.id AND 'service.manage' = ANY(r.rights))
    ORDER BY u.unit_id = ANY(coalesce((SELECT path FROM org_unit WHERE id = ${row.unitId}), '{}'::uuid[])) DESC NULLS LAST,
      EXISTS (SELECT 1 FROM user_role ur WHERE ur.user_id = u.id AND ur.role = 'administrator'), u.id LIMIT 3`);
  return people.map(({ id }) => id);
}

/**
 * A serious complaint is laid before a meeting of managers, whose resolution is its solution (SE-5). One that was called
 * before and has not resolved anything is left as it is: it speaks of the same complaint.
 */
export async function callSolutionMeeting(ctx: Context, row: CaseRow, solution: string): Promise<void> {
  const called = await openMeetingsAbout(ctx, 'case', row.id);
  if (called.length > 0) return;
  const managers = row.ownerId === null ? [] : await managersOf(ctx, row.ownerId);
  const leaders = [...new Set([...managers, ...await supervisorsOf(ctx, row)])];
  const [chair] = leaders;
  if (chair === undefined) throw fail('record.wrong-state');
  const { calendar } = await calendarOfUnit(ctx, row.unitId);
  const users = [...new Set([...leaders, row.ownerId, row.responsibleId].flatMap((person) => person ?? []))];
  await callMeeting(ctx, {
    kind: 'solution', subject: `${row.number} ${row.subject}`.slice(0, 200), goal: solution === '' ? null : solution.slice(0, 5_000), at: addWorkingTime(calendar, ctx.now, NOTICE_SECONDS).toISOString(),
    agenda: [{ topic: 'service', title: row.subject }], participants: { users }, customer: row.customerId, chair, about: { object: 'case', id: row.id },
  });
  for (const leader of leaders) await letSee(ctx, row.id, leader, 'read');
}

/** The resolution becomes the solution and the process goes on; not agreed or cancelled: the solution is proposed anew. */
async function onResolution(ctx: Context, { kind, about, resolution, text }: MeetingOutcome): Promise<void> {
  if (kind !== 'solution' || about?.object !== 'case') return;
  const row = await lockCase(ctx, about.id);
  // Whoever is complained about or works on it does not decide on it.
  if (resolution !== 'cancelled' && ctx.actor.kind !== 'system' && ctx.actor.userId === row.ownerId) throw fail('auth.forbidden', { right: 'case.update' });
  const waits = await ctx.db.maybe<{ id: Id }>(sql`SELECT id FROM case_step WHERE case_id = ${row.id} AND state = 'approving'`);
  if (!waits) return;
  if (resolution === 'agreed') {
    await changeRecord(ctx, 'case', row.id, { solution: text });
    await ctx.db.run(sql`UPDATE case_step SET answers = answers || ${JSON.stringify({ solution: text })}::jsonb WHERE id = ${waits.id}`);
  }
  await settleSolution(ctx, row.id, resolution === 'agreed');
}

/** Called at load. */
export const followMeetings = (): void => addMeetingListener({ onResolution });
