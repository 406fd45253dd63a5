import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { WorkingCalendar } from '#kernel/working-time/working-calendar.ts';
import type { Db } from '#platform/db/database.ts';
import { type CalendarContent, toWorkingCalendar } from '../../rules/calendar-content.ts';

export interface CalendarInForce {
  readonly id: Id;
  readonly version: number;
  readonly calendar: WorkingCalendar;
}

interface Found { readonly id: Id; readonly version: number; readonly row: Id }

// By the version row's own id: a number that was rolled back may come again with another content.
const read = new Map<Id, WorkingCalendar>();
const MOST_READ = 200;

const CALENDAR_LOCK = 7413082;

/** Corrections one at a time, and none while somebody writes a deadline down with `isKept`. */
export const lockCorrections = (ctx: { readonly db: Db }): Promise<number> => ctx.db.run(sql`SELECT pg_advisory_xact_lock(${CALENDAR_LOCK})`);

/**
 * The calendar of a unit: its own, else the nearest one above it, else the company's (also for null and for a unit that
 * is unknown). Versions never change, so each is read once. Throws system.not-ready before the set-up made one.
 * `isKept`: a deadline is about to be written in this transaction. A correction then waits for its end, and so finds it
 * when it has everything computed anew; ask before rows of one's own are locked.
 */
export async function calendarOfUnit(ctx: { readonly db: Db }, unitId: Id | null, { isKept = false } = {}): Promise<CalendarInForce> {
  if (isKept) await ctx.db.run(sql`SELECT pg_advisory_xact_lock_shared(${CALENDAR_LOCK})`);
  const found = await ctx.db.maybe<Found>(sql`
    SELECT c.id, c.version, v.id AS row
    FROM unit_calendar a JOIN org_unit own ON own.id = a.unit_id
    JOIN working_calendar c ON c.id = a.calendar_id JOIN working_calendar_version v ON v.calendar_id = c.id AND v.version = c.version
    LEFT JOIN org_unit u ON u.id = ${unitId}::uuid
    WHERE own.id = ANY(u.path) OR own.parent_id IS NULL
    ORDER BY cardinality(own.path) DESC LIMIT 1`);
  if (found === undefined) throw fail('system.not-ready');
  return inForce(ctx, found);
}

/** A calendar as it stood in a version, for explaining what was computed with it. Throws record.not-found. */
export async function calendarVersion(ctx: { readonly db: Db }, calendarId: Id, version: number): Promise<CalendarInForce> {
  const found = await ctx.db.maybe<Found>(sql`
    SELECT calendar_id AS id, version, id AS row FROM working_calendar_version WHERE calendar_id = ${calendarId} AND version = ${version}`);
  if (found === undefined) throw fail('record.not-found');
  return inForce(ctx, found);
}

async function inForce(ctx: { readonly db: Db }, { id, version, row }: Found): Promise<CalendarInForce> {
  const known = read.get(row);
  if (known) return { id, version, calendar: known };
  const { content } = await ctx.db.one<{ content: CalendarContent }>(sql`SELECT content FROM working_calendar_version WHERE id = ${row}`);
  const calendar = toWorkingCalendar(content);
  if (read.size >= MOST_READ) read.clear();
  read.set(row, calendar);
  return { id, version, calendar };
}
