import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import type { Context } from '#platform/context/context.ts';
import { changeRecord, insertRecord, objectDef } from '#platform/records/action-records.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import type { Services } from '#platform/runtime/services.ts';
import { notify } from '#modules/notifications/server/notifications.public.ts';
import { meetingsNotices } from '../../meetings.notices.ts';
import { takeMeeting } from '../meeting-rows.ts';

export interface ActionWish {
  readonly subject: string;
  readonly opinion?: string | null | undefined;
  readonly owner: Id;
  readonly dueOn: string;
  /** What it became: it ends with that. */
  readonly about?: { readonly object: string; readonly id: Id } | undefined;
}

/** An action out of an opinion, with its owner and due date (SF-21). Errors: as `takeMeeting`, record.invalid for an owner who is not there. */
export async function addAction(ctx: Context, meeting: Id, { subject, opinion = null, owner, dueOn, about }: ActionWish): Promise<{ readonly id: Id }> {
  await takeMeeting(ctx, meeting, 'held', 'minuted');
  const isThere = await ctx.db.maybe(sql`SELECT 1 FROM app_user WHERE id = ${owner} AND is_active AND deleted_at IS NULL`);
  if (!isThere) throw fail('record.invalid', { count: 1 }, [{ path: 'owner', code: 'not-found', params: { value: '' } }]);
  const id = await insertRecord(ctx, 'meetingAction', { values: { subject, opinion, meeting, owner, dueOn, state: 'open' }, columns: { about_object: about?.object ?? null, about_id: about?.id ?? null } });
  await notify(ctx, { to: [owner], kind: meetingsNotices.action, params: { subject, day: dueOn }, link: '/meeting-actions', about: { object: 'meetingAction', id } });
  return { id };
}

/** The responsible person says that it is done. Errors: record.not-found, auth.forbidden, record.wrong-state, also for one that ends with its record. */
export async function finishAction(ctx: Context, id: Id, result: string): Promise<void> {
  await requireRecord(ctx, objectDef(ctx, 'meetingAction'), 'update', id);
  const row = await ctx.db.maybe<{ state: string; aboutId: Id | null }>(sql`SELECT state, about_id AS "aboutId" FROM meeting_action WHERE id = ${id} AND deleted_at IS NULL FOR UPDATE`);
  if (!row) throw fail('record.not-found');
  if (row.state !== 'open' || row.aboutId !== null) throw fail('record.wrong-state');
  await changeRecord(ctx, 'meetingAction', id, { state: 'done', doneAt: ctx.now.toISOString(), result });
}

/** The record that came of an opinion is over, and so is the action (SF-21). */
export async function finishActionsAbout(ctx: Context, about: { readonly object: string; readonly id: Id }, result: string): Promise<void> {
  const rows = await ctx.db.rows<{ id: Id }>(sql`
    SELECT id FROM meeting_action WHERE about_object = ${about.object} AND about_id = ${about.id} AND state = 'open' AND deleted_at IS NULL ORDER BY id FOR UPDATE`);
  for (const { id } of rows) await changeRecord(ctx, 'meetingAction', id, { state: 'done', doneAt: ctx.now.toISOString(), result });
}

/** Tells of overdue actions, each once however the clock jumps: the owner and the chair. @returns how many */
export const remindOverdueActions = (services: Services): Promise<number> => runAction(services, { actor: systemActor(services) }, async (ctx) => {
  const rows = await ctx.db.rows<{ id: Id; subject: string; day: string; owner: Id | null; chair: Id | null }>(sql`
    UPDATE meeting_action a SET reminded_at = ${ctx.now.toISOString()} FROM meeting m WHERE m.id = a.meeting_id AND a.id IN (
      SELECT id FROM meeting_action WHERE state = 'open' AND deleted_at IS NULL AND reminded_at IS NULL AND due_on < ${localDate(ctx.now, ctx.timeZone)} ORDER BY due_on LIMIT 500 FOR UPDATE SKIP LOCKED)
    RETURNING a.id, a.subject, a.due_on::text AS day, a.owner_id AS owner, m.owner_id AS chair`);
  for (const { id, subject, day, owner, chair } of rows) {
    await notify(ctx, { to: [owner, chair].flatMap((person) => person ?? []), kind: meetingsNotices.overdue, params: { subject, day }, link: '/meeting-actions', about: { object: 'meetingAction', id } });
  }
  return rows.length;
});
