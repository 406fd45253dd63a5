import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import { authorOf } from '#platform/context/author.ts';
import type { Context } from '#platform/context/context.ts';
import { objectDef } from '#platform/records/action-records.ts';
import type { AgendaItem, MeetingKind, MeetingState, PreparationItem, Resolution } from '../rules/meeting-steps.ts';

/** A meeting under its lock. Instants are ISO. */
export interface MeetingRow {
  readonly id: Id;
  readonly kind: MeetingKind;
  readonly subject: string;
  readonly place: string | null;
  readonly state: MeetingState;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly agenda: readonly AgendaItem[];
  readonly preparation: readonly PreparationItem[];
  readonly resolution: Resolution | 'none';
  readonly aboutObject: string | null;
  readonly aboutId: Id | null;
  readonly ownerId: Id | null;
  readonly minutesSentAt: string | null;
  readonly nextAt: string | null;
}

/** Locks a meeting: whatever happens to one happens one after the other. Errors: record.not-found. */
export async function lockMeeting(ctx: Pick<Context, 'db'>, id: Id): Promise<MeetingRow> {
  const row = await ctx.db.maybe<MeetingRow>(sql`
    SELECT id, kind, subject, place, state, starts_at AS "startsAt", ends_at AS "endsAt", agenda, preparation, resolution, about_object AS "aboutObject", about_id AS "aboutId",
      owner_id AS "ownerId", minutes_sent_at AS "minutesSentAt", next_at AS "nextAt"
    FROM meeting WHERE id = ${id} AND deleted_at IS NULL FOR UPDATE`);
  if (!row) throw fail('record.not-found');
  return row;
}

/** Locks a meeting that the actor may change, in one of these states. Errors: record.not-found, auth.forbidden, record.wrong-state. */
export async function takeMeeting(ctx: Context, id: Id, ...states: readonly MeetingState[]): Promise<MeetingRow> {
  await requireRecord(ctx, objectDef(ctx, 'meeting'), 'update', id);
  const row = await lockMeeting(ctx, id);
  if (!states.includes(row.state)) throw fail('record.wrong-state');
  return row;
}

/** Those who take part see the meeting, whoever owns it. */
export async function letSee(ctx: Context, meetingId: Id, userId: Id): Promise<void> {
  await ctx.db.run(sql`
    INSERT INTO record_share (id, object, record_id, user_id, level, created_at, created_by)
    VALUES (${ctx.newId()}, 'meeting', ${meetingId}, ${userId}, 'read', ${ctx.now.toISOString()}, ${authorOf(ctx)})
    ON CONFLICT (record_id, user_id) WHERE user_id IS NOT NULL DO NOTHING`);
}

/** People of the company who take part and have not declined, but whoever acts. */
export async function ownPeople(ctx: Context, meetingId: Id): Promise<Id[]> {
  const rows = await ctx.db.rows<{ id: Id }>(sql`SELECT user_id AS id FROM meeting_participant WHERE meeting_id = ${meetingId} AND user_id IS NOT NULL ORDER BY position`);
  return rows.map(({ id }) => id);
}

/** `2026-03-02 15:00` in the company's zone. */
export const sayMoment = (ctx: Pick<Context, 'timeZone'>, at: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: ctx.timeZone }).format(at);
