import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { allowedIds } from '#platform/access/allowed-ids.ts';
import type { Context } from '#platform/context/context.ts';
import { objectDef } from '#platform/records/action-records.ts';
import { notify } from '#modules/notifications/server/notifications.public.ts';
import { meetingsNotices } from '../../meetings.notices.ts';
import { type MeetingRow, letSee, lockMeeting, sayMoment, takeMeeting } from '../meeting-rows.ts';

/** Colleagues, contacts of customers, and names of others. */
export interface Guests {
  readonly users?: readonly Id[] | undefined;
  readonly contacts?: readonly Id[] | undefined;
  readonly names?: readonly string[] | undefined;
}

const MAX_GUESTS = 300;
const missing = (path: string) => fail('record.invalid', { count: 1 }, [{ path, code: 'not-found', params: { value: '' } }]);

interface Guest {
  readonly userId: Id | null;
  readonly contactId: Id | null;
  readonly name: string;
}

async function guestsOf(ctx: Context, { users = [], contacts = [], names = [] }: Guests): Promise<Guest[]> {
  const people = await ctx.db.rows<{ id: Id; name: string }>(sql`SELECT id, name FROM app_user WHERE id = ANY(${[...users]}::uuid[]) AND is_active AND deleted_at IS NULL`);
  if (people.length !== new Set(users).size) throw missing('users');
  const seen = contacts.length === 0 ? new Set<Id>() : await allowedIds(ctx, objectDef(ctx, 'contact'), 'read', contacts);
  if (seen.size !== new Set(contacts).size) throw missing('contacts');
  const known = await ctx.db.rows<{ id: Id; name: string }>(sql`SELECT id, name FROM contact WHERE id = ANY(${[...seen]}::uuid[]) ORDER BY name, id`);
  return [
    ...people.map(({ id, name }) => ({ userId: id, contactId: null, name })), ...known.map(({ id, name }) => ({ userId: null, contactId: id, name })),
    ...names.map((name) => ({ userId: null, contactId: null, name })),
  ];
}

/** Adds those who are not there yet; colleagues are told and let in at once, others are invited by hand. Errors: record.invalid, record.too-many. */
export async function addGuests(ctx: Context, row: Pick<MeetingRow, 'id' | 'subject' | 'startsAt'>, guests: Guests): Promise<void> {
  const wanted = await guestsOf(ctx, guests);
  const { count } = await ctx.db.one<{ count: number }>(sql`SELECT count(*)::int AS count FROM meeting_participant WHERE meeting_id = ${row.id}`);
  if (count + wanted.length > MAX_GUESTS) throw fail('record.too-many', { max: MAX_GUESTS });
  const told: Id[] = [];
  for (const [index, { userId, contactId, name }] of wanted.entries()) {
    const isMe = userId !== null && userId === ctx.actor.userId;
    const isNew = await ctx.db.run(sql`
      INSERT INTO meeting_participant (id, meeting_id, user_id, contact_id, name, answer, answered_at, invited_at, position)
      VALUES (${ctx.newId()}, ${row.id}, ${userId}, ${contactId}, ${name}, ${isMe ? 'accepted' : 'none'}, ${isMe ? ctx.now.toISOString() : null},
        ${userId === null ? null : ctx.now.toISOString()}, ${count + index}) ON CONFLICT DO NOTHING`);
    if (isNew === 0 || userId === null) continue;
    await letSee(ctx, row.id, userId);
    if (!isMe) told.push(userId);
  }
  if (told.length > 0) await notify(ctx, { to: told, kind: meetingsNotices.invited, params: { subject: row.subject, when: sayMoment(ctx, new Date(row.startsAt)) }, link: { object: 'meeting', id: row.id } });
}

/** Invites more people. Errors: record.not-found, auth.forbidden, record.wrong-state after the minutes were sent, record.invalid. */
export async function invite(ctx: Context, id: Id, guests: Guests): Promise<void> {
  await addGuests(ctx, await takeMeeting(ctx, id, 'planned', 'held'), guests);
  ctx.announce({ object: 'meeting', id, action: 'update', actorId: ctx.actor.userId });
}

/** The caller says whether they come. Errors: record.not-found when they are not invited, record.wrong-state. */
export async function answerInvitation(ctx: Context, id: Id, answer: 'accepted' | 'declined'): Promise<void> {
  const row = await lockMeeting(ctx, id);
  const isMine = await ctx.db.maybe(sql`SELECT 1 FROM meeting_participant WHERE meeting_id = ${id} AND user_id = ${ctx.actor.userId}`);
  if (!isMine) throw fail('record.not-found');
  if (row.state !== 'planned') throw fail('record.wrong-state');
  await ctx.db.run(sql`UPDATE meeting_participant SET answer = ${answer}, answered_at = ${ctx.now.toISOString()} WHERE meeting_id = ${id} AND user_id = ${ctx.actor.userId}`);
  ctx.announce({ object: 'meeting', id, action: 'update', actorId: ctx.actor.userId });
}

/** What the chair notes of somebody from outside: invited by hand, their answer. Errors: as `takeMeeting`; record.wrong-state for a colleague, who answers themself. */
export async function noteGuest(ctx: Context, id: Id, participant: Id, { answer }: { readonly answer: 'none' | 'accepted' | 'declined' }): Promise<void> {
  await takeMeeting(ctx, id, 'planned', 'held');
  const now = ctx.now.toISOString();
  const guest = await ctx.db.maybe<{ userId: Id | null }>(sql`SELECT user_id AS "userId" FROM meeting_participant WHERE id = ${participant} AND meeting_id = ${id}`);
  if (!guest) throw fail('record.not-found');
  if (guest.userId !== null) throw fail('record.wrong-state');
  await ctx.db.run(sql`
    UPDATE meeting_participant SET invited_at = coalesce(invited_at, ${now}), answer = ${answer}, answered_at = ${answer === 'none' ? null : now} WHERE id = ${participant}`);
  ctx.announce({ object: 'meeting', id, action: 'update', actorId: ctx.actor.userId });
}

/** Takes somebody off the list; a colleague no longer sees the meeting by it. Errors: as `takeMeeting`. */
export async function dropGuest(ctx: Context, id: Id, participant: Id): Promise<void> {
  const row = await takeMeeting(ctx, id, 'planned');
  const gone = await ctx.db.maybe<{ userId: Id | null }>(sql`DELETE FROM meeting_participant WHERE id = ${participant} AND meeting_id = ${id} RETURNING user_id AS "userId"`);
  if (!gone) throw fail('record.not-found');
  if (gone.userId !== null && gone.userId !== row.ownerId) await ctx.db.run(sql`DELETE FROM record_share WHERE object = 'meeting' AND record_id = ${id} AND user_id = ${gone.userId}`);
  ctx.announce({ object: 'meeting', id, action: 'update', actorId: ctx.actor.userId });
}
