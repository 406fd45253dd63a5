import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Locale } from '#kernel/texts.ts';
import { authorOf } from '#platform/context/author.ts';
import type { Context } from '#platform/context/context.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import { invalid } from '#platform/records/write-record.ts';
import { calendarsTexts } from '../../calendars.texts.ts';
import { usualWeek } from '../../rules/calendar-content.ts';
import { tellCalendarChange } from '../calendar-listeners.ts';
import { chinaHolidayYears, chinaHolidays } from '../china-holidays.ts';
import { calendarOfUnit, lockCorrections } from '../queries/calendar-of-unit.ts';
import { createCalendar, lockCalendar } from './save-calendar.ts';

export interface Assignment {
  /** Null: the one of the unit above. */
  readonly calendar: Id | null;
  readonly reason: string;
}

/**
 * Gives a unit, and those below it, a calendar; the modules above recompute what was computed with the former one.
 * Errors: record.not-found (unit), record.invalid (calendar: not-found; required for the company itself).
 */
export async function assignCalendar(ctx: Context, unitId: Id, { calendar, reason }: Assignment): Promise<void> {
  await lockCorrections(ctx);
  const unit = await ctx.db.maybe<{ parent: Id | null }>(sql`
    SELECT parent_id AS parent FROM org_unit WHERE id = ${unitId} AND deleted_at IS NULL FOR NO KEY UPDATE`);
  if (unit === undefined) throw fail('record.not-found');
  if (calendar === null && unit.parent === null) throw invalid([{ path: 'calendar', code: 'required' }], false);
  if (calendar !== null) await requireCalendar(ctx, calendar);
  const before = await calendarOfUnit(ctx, unitId);
  const own = await ctx.db.maybe<{ id: Id }>(sql`SELECT calendar_id AS id FROM unit_calendar WHERE unit_id = ${unitId}`);
  if ((own?.id ?? null) === calendar) return;
  await setCalendar(ctx, unitId, calendar);
  await writeAudit(ctx, [{
    action: 'update', object: 'orgUnit', recordId: unitId, changes: { workingCalendar: [own?.id ?? null, calendar] }, detail: { reason },
  }]);
  const after = await calendarOfUnit(ctx, unitId);
  if (after.id !== before.id) await tellCalendarChange(ctx, before.id, { reason, version: before.version });
}

async function requireCalendar(ctx: Context, calendar: Id): Promise<void> {
  try {
    await lockCalendar(ctx, calendar);
  } catch {
    throw invalid([{ path: 'calendar', code: 'not-found', params: { value: calendar } }], false);
  }
}

async function setCalendar(ctx: Context, unitId: Id, calendar: Id | null): Promise<void> {
  if (calendar === null) {
    await ctx.db.run(sql`DELETE FROM unit_calendar WHERE unit_id = ${unitId}`);
    return;
  }
  await ctx.db.run(sql`
    INSERT INTO unit_calendar (unit_id, calendar_id, set_at, set_by)
    VALUES (${unitId}, ${calendar}, ${ctx.now.toISOString()}, ${authorOf(ctx)})
    ON CONFLICT (unit_id) DO UPDATE SET calendar_id = excluded.calendar_id, set_at = excluded.set_at, set_by = excluded.set_by`);
}

// Earlier days decide no deadline any more.
const FIRST_YEAR = 2024;

/**
 * The company's own calendar, once: Monday to Friday with China's published holidays. A company that has one keeps it; without a company there is nothing to do.
 */
export async function ensureCompanyCalendar(ctx: Context, { locale, timeZone }: { locale: Locale; timeZone: string }): Promise<void> {
  await ctx.db.run(sql`SELECT pg_advisory_xact_lock(7413081)`);
  const root = await ctx.db.maybe<{ id: Id }>(sql`
    SELECT id FROM org_unit u WHERE parent_id IS NULL AND deleted_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM unit_calendar WHERE unit_id = u.id) ORDER BY position, created_at LIMIT 1`);
  if (root === undefined) return;
  const name = calendarsTexts.t(locale, 'companyCalendar');
  const there = await ctx.db.maybe<{ id: Id }>(sql`SELECT id FROM working_calendar WHERE name = ${name} AND deleted_at IS NULL`);
  const id = there?.id ?? await createCalendar(ctx, {
    name, timeZone, week: usualWeek, days: chinaHolidayYears.filter((known) => known >= FIRST_YEAR).flatMap(chinaHolidays),
    reason: calendarsTexts.t(locale, 'madeAtSetUp'),
  });
  await setCalendar(ctx, root.id, id);
}
