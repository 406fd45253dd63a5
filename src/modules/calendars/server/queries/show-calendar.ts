import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import type { Answered } from '#platform/http/answer.ts';
import type { CalendarContent, ContentChange } from '../../rules/calendar-content.ts';
import type { calendarAnswer, unitCalendarAnswer, versionAnswer } from '../calendars.answers.ts';

export type ShownCalendar = Answered<typeof calendarAnswer>;
type ShownVersion = Answered<typeof versionAnswer>;

/** A calendar with its hours, days and the units that were given it. Throws record.not-found. */
export async function showCalendar(ctx: Pick<Context, 'db'>, id: Id): Promise<ShownCalendar> {
  const row = await ctx.db.maybe<{ id: Id; version: number; name: string; content: CalendarContent; units: { id: Id; name: string; isCompany: boolean }[] }>(sql`
    SELECT c.id, c.version, c.name, v.content,
      (SELECT coalesce(json_agg(json_build_object('id', u.id, 'name', u.name, 'isCompany', u.parent_id IS NULL) ORDER BY cardinality(u.path), u.name_sort), '[]')
        FROM unit_calendar a JOIN org_unit u ON u.id = a.unit_id AND u.deleted_at IS NULL WHERE a.calendar_id = c.id) AS units
    FROM working_calendar c JOIN working_calendar_version v ON v.calendar_id = c.id AND v.version = c.version
    WHERE c.id = ${id} AND c.deleted_at IS NULL`);
  if (row === undefined) throw fail('record.not-found');
  const { content, ...calendar } = row;
  return { ...calendar, ...content };
}

/** The versions of a calendar, the newest first: who, when, why, and what changed. */
export async function listVersions(ctx: Pick<Context, 'db'>, id: Id): Promise<readonly ShownVersion[]> {
  const rows = await ctx.db.rows<{ version: number; at: string; by: { id: Id; name: string } | null; reason: string | null; changes: ContentChange[] }>(sql`
    SELECT v.version, v.at, v.reason, v.changes, CASE WHEN u.id IS NULL THEN NULL ELSE json_build_object('id', u.id, 'name', u.name) END AS by
    FROM working_calendar_version v LEFT JOIN app_user u ON u.id = v.by_id WHERE v.calendar_id = ${id} ORDER BY v.version DESC LIMIT 200`);
  return rows.map((row) => ({ ...row, at: isoTime(row.at) }));
}

/** Which units were given a calendar of their own; all others have the one of the unit above. */
export const listUnitCalendars = (ctx: Pick<Context, 'db'>): Promise<Answered<typeof unitCalendarAnswer>[]> => ctx.db.rows(sql`
  SELECT json_build_object('id', u.id, 'name', u.name) AS unit, json_build_object('id', c.id, 'name', c.name) AS calendar
  FROM unit_calendar a JOIN org_unit u ON u.id = a.unit_id AND u.deleted_at IS NULL JOIN working_calendar c ON c.id = a.calendar_id
  ORDER BY cardinality(u.path), u.name_sort`);
