import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import { allowedIds, requireRecord } from '#platform/access/allowed-ids.ts';
import { predicateSql } from '#platform/access/predicate-sql.ts';
import { requireFields, seesFields } from '#platform/access/told-fields.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import { objectDef } from '#platform/records/action-records.ts';
import type { AgendaItem, MeetingKind, MeetingState, PreparationItem, Resolution } from '../../rules/meeting-steps.ts';

interface RoomRow {
  readonly kind: MeetingKind;
  readonly state: MeetingState;
  readonly agenda: AgendaItem[];
  readonly preparation: PreparationItem[];
  readonly summary: string | null;
  readonly resolution: Resolution | 'none';
  readonly resolutionText: string | null;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string | null;
  readonly goal: string | null;
  readonly dueAt: string | null;
  readonly sentAt: string | null;
  readonly aboutObject: string | null;
  readonly aboutId: Id | null;
  readonly stage: 'half' | 'near' | 'breached' | null;
}

interface GuestRow {
  readonly id: Id;
  readonly userId: Id | null;
  readonly contactId: Id | null;
  readonly name: string;
  readonly answer: 'none' | 'accepted' | 'declined';
  readonly invitedAt: string | null;
  readonly sentAt: string | null;
  readonly sentBy: 'notice' | 'hand' | null;
}

const iso = (at: string | null): string | null => (at === null ? null : isoTime(at));

/** Everything that a meeting's page shows beside its record. Errors: record.not-found, auth.forbidden where what it is about is kept from the caller. */
export async function showMeeting(ctx: Context, id: Id) {
  const def = objectDef(ctx, 'meeting');
  await requireRecord(ctx, def, 'read', id);
  requireFields(ctx, 'meeting', 'kind', 'state', 'startsAt', 'endsAt', 'agenda');
  const row = await ctx.db.maybe<RoomRow>(sql`
    SELECT kind, state, agenda, preparation, summary, resolution, resolution_text AS "resolutionText", starts_at AS "startsAt", place, goal, ends_at AS "endsAt", minutes_due_at AS "dueAt", minutes_sent_at AS "sentAt",
      about_object AS "aboutObject", about_id AS "aboutId",
      (SELECT s.stage FROM meeting_clock_stage s WHERE s.meeting_id = m.id ORDER BY array_position(ARRAY['half', 'near', 'breached'], s.stage) DESC LIMIT 1) AS stage
    FROM meeting m WHERE id = ${id} AND deleted_at IS NULL`);
  if (!row) throw fail('record.not-found');
  const guests = await ctx.db.rows<GuestRow>(sql`
    SELECT id, user_id AS "userId", contact_id AS "contactId", name, answer, invited_at AS "invitedAt", sent_at AS "sentAt", sent_by AS "sentBy" FROM meeting_participant WHERE meeting_id = ${id} ORDER BY position, id`);
  const told = (field: string) => seesFields(ctx, 'meeting', field);
  const { aboutObject, aboutId, startsAt, endsAt, dueAt, sentAt, ...shown } = row;
  return {
    ...shown, startsAt: isoTime(startsAt), place: told('place') ? row.place : null, goal: told('goal') ? row.goal : null, preparation: told('preparation') ? row.preparation : [], summary: told('summary') ? row.summary : null, resolution: told('resolution') ? row.resolution : 'none' as const,
    resolutionText: told('resolutionText') ? row.resolutionText : null, endsAt: isoTime(endsAt), dueAt: told('minutesDueAt') ? iso(dueAt) : null, sentAt: told('minutesSentAt') ? iso(sentAt) : null,
    about: aboutObject === null || aboutId === null ? null : { object: aboutObject, id: aboutId },
    guests: guests.map((guest) => ({ ...guest, invitedAt: iso(guest.invitedAt), sentAt: iso(guest.sentAt), isMe: guest.userId !== null && guest.userId === ctx.actor.userId })),
    actions: await actionRows(ctx, sql`a.meeting_id = ${id}`), canChange: (await mayChange(ctx, 'meeting', [id])).has(id),
    hasBegun: new Date(startsAt) <= ctx.now, canOpenCase: ctx.actor.grants.get('case')?.has('create') === true,
  };
}

const mayChange = (ctx: Context, object: string, ids: readonly Id[]) =>
  (ctx.actor.grants.get(object)?.has('update') === true ? allowedIds(ctx, objectDef(ctx, object), 'update', ids) : Promise.resolve(new Set<Id>()));

interface ActionRow {
  readonly id: Id;
  readonly subject: string;
  readonly opinion: string | null;
  readonly owner: string | null;
  readonly dueOn: string;
  readonly state: 'open' | 'done';
  readonly result: string | null;
  readonly meetingId: Id;
  readonly meeting: string;
  readonly aboutObject: string | null;
  readonly aboutId: Id | null;
}

async function actionRows(ctx: Context, where: ReturnType<typeof sql>) {
  const def = ctx.registry.object('meetingAction');
  if (!def || ctx.actor.grants.get('meetingAction')?.has('read') !== true || !seesFields(ctx, 'meetingAction', 'subject', 'dueOn', 'state')) return [];
  const today = localDate(ctx.now, ctx.timeZone);
  const rows = await ctx.db.rows<ActionRow>(sql`
    SELECT a.id, a.subject, a.opinion, u.name AS owner, a.due_on::text AS "dueOn", a.state, a.result, m.id AS "meetingId", m.subject AS meeting, a.about_object AS "aboutObject", a.about_id AS "aboutId"
    FROM meeting_action a JOIN meeting m ON m.id = a.meeting_id LEFT JOIN app_user u ON u.id = a.owner_id
    WHERE ${where} AND a.deleted_at IS NULL AND ${predicateSql(ctx, def, 'read', 'a')}
    ORDER BY a.state = 'done', CASE WHEN a.state = 'open' THEN a.due_on END, a.due_on DESC, a.id LIMIT 300`);
  const mine = await mayChange(ctx, 'meetingAction', rows.filter(({ state }) => state === 'open').map(({ id }) => id));
  const told = (field: string, words: string | null) => (seesFields(ctx, 'meetingAction', field) ? words : null);
  return rows.map(({ aboutObject, aboutId, ...row }) => ({
    ...row, about: aboutObject === null || aboutId === null ? null : { object: aboutObject, id: aboutId }, opinion: told('opinion', row.opinion), owner: told('owner', row.owner), result: told('result', row.result), isOverdue: row.state === 'open' && row.dueOn < today, canFinish: aboutId === null && mine.has(row.id),
    meeting: seesFields(ctx, 'meeting', 'subject') ? row.meeting : '',
  }));
}

/** Actions that the caller may see: open ones first, the most overdue on top. At most 300. */
export const listActions = async (ctx: Context) => ({ data: await actionRows(ctx, sql`true`) });
