import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { authorOf } from '#platform/context/author.ts';
import type { Context } from '#platform/context/context.ts';
import { changeRecord } from '#platform/records/action-records.ts';
import { notify } from '#modules/notifications/server/notifications.public.ts';
import { meetingsNotices } from '../../meetings.notices.ts';
import { type Resolution, firstLook, minutesDue } from '../../rules/meeting-steps.ts';
import { tellMeetingListeners } from '../meeting-listeners.ts';
import { takeMeeting } from '../meeting-rows.ts';

const wrong = (path: string, code = 'invalid') => fail('record.invalid', { count: 1 }, [{ path, code }]);

/** The meeting took place; its end, from which the minutes' clock runs, is the planned one unless it is given. Errors: as `takeMeeting`, record.invalid for an end to come. */
export async function holdMeeting(ctx: Context, id: Id, endedAt?: string): Promise<void> {
  const row = await takeMeeting(ctx, id, 'planned');
  const planned = new Date(row.endsAt);
  const ends = endedAt !== undefined ? new Date(endedAt) : planned < ctx.now ? planned : ctx.now;
  if (ends > ctx.now) throw wrong('endedAt');
  const starts = new Date(row.startsAt);
  const startsAt = starts < ends ? row.startsAt : new Date(ends.getTime() - 60_000).toISOString();
  await changeRecord(ctx, 'meeting', id, { state: 'held', startsAt, endsAt: ends.toISOString(), minutesDueAt: minutesDue(ends).toISOString() }, { next_at: firstLook(ends).toISOString() });
}

export interface MinutesDraft {
  readonly items: readonly { readonly key: string; readonly minutes: string }[];
  readonly summary?: string | null | undefined;
}

/** Writes the minutes, item by item; once sent they stay as they are. Errors: as `takeMeeting`, record.invalid for an item that is not on the agenda. */
export async function writeMinutes(ctx: Context, id: Id, { items, summary }: MinutesDraft): Promise<void> {
  const row = await takeMeeting(ctx, id, 'held');
  const written = new Map(items.map(({ key, minutes }) => [key, minutes]));
  if (items.some(({ key }) => !row.agenda.some((item) => item.key === key))) throw wrong('items', 'not-found');
  const agenda = row.agenda.map((item) => ({ ...item, minutes: written.get(item.key) ?? item.minutes }));
  await changeRecord(ctx, 'meeting', id, { agenda, ...(summary !== undefined && { summary }) });
}

/**
 * Sends the minutes: colleagues are told, in the product and by mail; the others are those to whom somebody gave them by
 * hand. The clock stops. Errors: as `takeMeeting`, record.invalid while nothing is written.
 */
export async function sendMinutes(ctx: Context, id: Id, byHand: readonly Id[]): Promise<{ readonly sent: number; readonly left: number }> {
  const row = await takeMeeting(ctx, id, 'held');
  const { summary } = await ctx.db.one<{ summary: string | null }>(sql`SELECT summary FROM meeting WHERE id = ${id}`);
  if ((summary ?? '') === '' && row.agenda.every(({ minutes }) => minutes === '')) throw wrong('items', 'required');
  const now = ctx.now.toISOString();
  await changeRecord(ctx, 'meeting', id, { state: 'minuted', minutesSentAt: now }, { next_at: null });
  const told = await ctx.db.rows<{ id: Id }>(sql`UPDATE meeting_participant SET sent_at = ${now}, sent_by = 'notice' WHERE meeting_id = ${id} AND user_id IS NOT NULL RETURNING user_id AS id`);
  await notify(ctx, { to: told.map((person) => person.id), kind: meetingsNotices.minutes, params: { subject: row.subject }, link: { object: 'meeting', id } });
  const handed = await ctx.db.run(sql`UPDATE meeting_participant SET sent_at = ${now}, sent_by = 'hand' WHERE meeting_id = ${id} AND user_id IS NULL AND id = ANY(${[...byHand]}::uuid[])`);
  const { left } = await ctx.db.one<{ left: number }>(sql`SELECT count(*)::int AS left FROM meeting_participant WHERE meeting_id = ${id} AND sent_at IS NULL`);
  return { sent: told.length + handed, left };
}

/** Minutes given to somebody from outside later on. Errors: as `takeMeeting`. */
export async function handMinutes(ctx: Context, id: Id, participant: Id): Promise<void> {
  await takeMeeting(ctx, id, 'minuted', 'closed');
  const changed = await ctx.db.run(sql`
    UPDATE meeting_participant SET sent_at = ${ctx.now.toISOString()}, sent_by = 'hand' WHERE id = ${participant} AND meeting_id = ${id} AND user_id IS NULL AND sent_at IS NULL`);
  if (changed === 0) throw fail('record.not-found');
  ctx.announce({ object: 'meeting', id, action: 'update', actorId: ctx.actor.userId });
}

/** Records what was resolved, once; whatever it means is done in the same transaction (SE-5). Errors: as `takeMeeting`, record.wrong-state the second time. */
export async function resolveMeeting(ctx: Context, id: Id, resolution: Resolution, text: string): Promise<void> {
  const row = await takeMeeting(ctx, id, 'held', 'minuted');
  if (row.resolution !== 'none') throw fail('record.wrong-state');
  await changeRecord(ctx, 'meeting', id, { resolution, resolutionText: text, resolvedAt: ctx.now.toISOString(), resolvedBy: authorOf(ctx) });
  const about = row.aboutObject === null || row.aboutId === null ? null : { object: row.aboutObject, id: row.aboutId };
  await tellMeetingListeners(ctx, { meetingId: id, kind: row.kind, subject: row.subject, about, resolution, text });
}

/** Everything that came of the meeting is done. Errors: as `takeMeeting`, record.wrong-state while an action or the resolution of a meeting of managers is open. */
export async function closeMeeting(ctx: Context, id: Id): Promise<void> {
  const row = await takeMeeting(ctx, id, 'minuted');
  if (row.kind === 'solution' && row.resolution === 'none') throw fail('record.wrong-state');
  const open = await ctx.db.maybe(sql`SELECT 1 FROM meeting_action WHERE meeting_id = ${id} AND state = 'open' AND deleted_at IS NULL LIMIT 1`);
  if (open) throw fail('record.wrong-state');
  await changeRecord(ctx, 'meeting', id, { state: 'closed' });
}
