import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import type { Context } from '#platform/context/context.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import type { Services } from '#platform/runtime/services.ts';
import { managersOf } from '#modules/approvals/server/approvals.public.ts';
import { notify } from '#modules/notifications/server/notifications.public.ts';
import { meetingsNotices } from '../../meetings.notices.ts';
import { type MinutesStage, dueMinutesStages, minutesDue } from '../../rules/meeting-steps.ts';
import { type MeetingRow, letSee, lockMeeting, sayMoment } from '../meeting-rows.ts';

export const MEETINGS_JOB = 'meetings.clock';
export const SYMPOSIUM_JOB = 'meetings.symposium';
const BATCH = 500;

/**
 * Warns the chair of minutes that are not sent, and tells their manager of a miss (SF-22), each meeting in its own
 * transaction. A stage is done once, whatever the server's clock does: its row is unique (REL-6).
 * @returns how many stages were done
 */
export async function runMinutesClock(services: Services): Promise<number> {
  const now = services.clock().toISOString();
  const rows = await services.database.rows<{ id: Id }>(sql`SELECT id FROM meeting WHERE next_at <= ${now} AND deleted_at IS NULL ORDER BY next_at, id LIMIT ${BATCH}`);
  let count = 0;
  for (const { id } of rows) count += await runAction(services, { actor: systemActor(services) }, (ctx) => runOne(ctx, id));
  return count;
}

async function runOne(ctx: Context, id: Id): Promise<number> {
  const row = await lockMeeting(ctx, id);
  if (row.nextAt === null || new Date(row.nextAt) > ctx.now) return 0;
  const done = await ctx.db.rows<{ stage: string }>(sql`SELECT stage FROM meeting_clock_stage WHERE meeting_id = ${id}`);
  const { due, next } = dueMinutesStages(new Date(row.endsAt), new Set(done.map(({ stage }) => stage)), ctx.now);
  for (const stage of due) await fire(ctx, row, stage);
  await ctx.db.run(sql`UPDATE meeting SET next_at = ${next?.toISOString() ?? null} WHERE id = ${id}`);
  return due.length;
}

async function fire(ctx: Context, row: MeetingRow, { key }: MinutesStage): Promise<void> {
  const manager = key === 'breached' && row.ownerId !== null ? (await managersOf(ctx, row.ownerId))[0] : undefined;
  const to = [row.ownerId, manager].flatMap((person) => person ?? []);
  const isNew = await ctx.db.run(sql`
    INSERT INTO meeting_clock_stage (meeting_id, stage, at, told) VALUES (${row.id}, ${key}, ${ctx.now.toISOString()}, ${to}::uuid[]) ON CONFLICT DO NOTHING`);
  if (isNew === 0) return;
  if (manager !== undefined) await letSee(ctx, row.id, manager);
  const due = sayMoment(ctx, minutesDue(new Date(row.endsAt)));
  await notify(ctx, { to, kind: meetingsNotices[key], params: { subject: row.subject, due }, link: { object: 'meeting', id: row.id } });
}

/**
 * Units with customers of their own and a year without a symposium (SF-21): their manager is told, and those who look after
 * the service; once for each such year. @returns how many units
 */
export const remindSymposiums = (services: Services): Promise<number> => runAction(services, { actor: systemActor(services) }, async (ctx) => {
  const today = localDate(ctx.now, ctx.timeZone);
  const units = await ctx.db.rows<{ id: Id; name: string; managerId: Id | null; due: string }>(sql`
    SELECT * FROM (
      SELECT u.id, u.name, u.manager_id AS "managerId", ((coalesce(
        (SELECT max(m.ends_at) FROM meeting m WHERE m.unit_id = u.id AND m.kind = 'symposium' AND m.state IN ('held', 'minuted', 'closed') AND m.deleted_at IS NULL),
        u.created_at) AT TIME ZONE ${ctx.timeZone})::date + interval '1 year')::date::text AS due
      FROM org_unit u WHERE u.deleted_at IS NULL AND EXISTS (SELECT 1 FROM customer c WHERE c.unit_id = u.id AND c.deleted_at IS NULL)) late
    WHERE late.due < ${today} ORDER BY late.due, late.id LIMIT ${BATCH}`);
  const service = await ctx.db.rows<{ id: Id }>(sql`
    SELECT DISTINCT u.id FROM app_user u JOIN user_role ur ON ur.user_id = u.id JOIN role r ON r.key = ur.role
    WHERE u.is_active AND u.deleted_at IS NULL AND 'service.manage' = ANY(r.rights) AND ur.role <> 'administrator' ORDER BY u.id LIMIT 20`);
  let count = 0;
  for (const { id, name, managerId, due } of units) {
    const isNew = await ctx.db.run(sql`INSERT INTO symposium_reminder (unit_id, due_on, at) VALUES (${id}, ${due}, ${ctx.now.toISOString()}) ON CONFLICT DO NOTHING`);
    if (isNew === 0) continue;
    count += 1;
    await notify(ctx, { to: [...(managerId === null ? [] : [managerId]), ...service.map((person) => person.id)], kind: meetingsNotices.symposium, params: { unit: name }, link: '/meetings' });
  }
  return count;
});
