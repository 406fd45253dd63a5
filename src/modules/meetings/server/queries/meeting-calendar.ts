import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import { requireFields, seesFields } from '#platform/access/told-fields.ts';
import type { Context } from '#platform/context/context.ts';
import { objectDef } from '#platform/records/action-records.ts';
import { calendarFile } from '../../rules/calendar-file.ts';
import type { MeetingState } from '../../rules/meeting-steps.ts';

interface EntryRow {
  readonly subject: string;
  readonly state: MeetingState;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string | null;
  readonly goal: string | null;
  readonly version: number;
}

/** A meeting as a calendar file. `siteUrl`: where people open the product. Errors: record.not-found, auth.forbidden. */
export async function meetingCalendar(ctx: Context, id: Id, siteUrl: string): Promise<string> {
  await requireRecord(ctx, objectDef(ctx, 'meeting'), 'read', id);
  requireFields(ctx, 'meeting', 'subject', 'startsAt', 'endsAt', 'state');
  const row = await ctx.db.maybe<EntryRow>(sql`
    SELECT subject, state, starts_at AS "startsAt", ends_at AS "endsAt", place, goal, version FROM meeting WHERE id = ${id} AND deleted_at IS NULL`);
  if (!row) throw fail('record.not-found');
  const told = (field: string, words: string | null): string => (seesFields(ctx, 'meeting', field) ? words ?? '' : '');
  return calendarFile({
    uid: `${id}@zhike`, sequence: row.version, stamp: ctx.now, startsAt: new Date(row.startsAt), endsAt: new Date(row.endsAt), subject: row.subject, place: told('place', row.place), words: told('goal', row.goal),
    url: siteUrl === '' ? '' : `${siteUrl}/meetings/${id}`, isCancelled: row.state === 'cancelled',
  });
}
