import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { ObjectDef } from '#meta/object.ts';
import { authorOf } from '#platform/context/author.ts';
import type { Context, FullRecord } from '#platform/context/context.ts';
import { loadForUpdate } from '#platform/records/get-record.ts';
import { insertRow, invalid, recordWrite, updateRow } from '#platform/records/write-record.ts';
import { type CalendarContent, type ContentChange, type DayChange, contentChanges, contentIssues, tidyContent, withDays } from '../../rules/calendar-content.ts';
import { workingCalendarObject } from '../../working-calendar.object.ts';
import { tellCalendarChange } from '../calendar-listeners.ts';
import { lockCorrections } from '../queries/calendar-of-unit.ts';
import { showCalendar } from '../queries/show-calendar.ts';

export const calendarDef = (ctx: Pick<Context, 'registry'>): ObjectDef => ctx.registry.object('workingCalendar') ?? workingCalendarObject;

export interface NewCalendar extends CalendarContent {
  readonly name: string;
  readonly reason: string | null;
}

export interface CalendarCorrection {
  readonly name?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly week?: readonly string[] | undefined;
  readonly days?: readonly DayChange[] | undefined;
  /** Why; it stands beside the version and goes to whoever recomputes. */
  readonly reason: string;
}

/** A new calendar with its first version. Errors: record.invalid (hours, zone, dates), record.duplicate (name). */
export async function createCalendar(ctx: Context, { name, reason, ...given }: NewCalendar): Promise<Id> {
  const content = checked(given);
  const id = ctx.newId();
  await insertRow(ctx, calendarDef(ctx), { id, values: { name, timeZone: content.timeZone }, extra: {} });
  await writeVersion(ctx, { id, version: 1, content, changes: [], reason });
  await recordWrite(ctx, calendarDef(ctx), { action: 'create', recordId: id, version: 1, changes: { name: [null, name], timeZone: [null, content.timeZone] } });
  return id;
}

/**
 * Corrects a calendar: a new version with who and why, and the modules above recompute in this transaction (SE-4).
 * Nothing changed writes nothing. Errors: record.stale with both, record.invalid, record.not-found, record.duplicate.
 */
export async function correctCalendar(ctx: Context, id: Id, correction: CalendarCorrection, version: number | undefined): Promise<void> {
  const def = calendarDef(ctx);
  await lockCorrections(ctx);
  const record = await lockCalendar(ctx, id);
  if (version !== undefined && version !== record.version) {
    throw fail('record.stale', {}, [], { current: await showCalendar(ctx, id), yours: correction });
  }
  const before = await currentContent(ctx, id);
  const { name, timeZone = before.timeZone, week = before.week, days = [], reason } = correction;
  const after = checked(withDays({ ...before, timeZone, week }, days));
  const changes = contentChanges(before, after);
  const former = String(record.values['name']);
  const isRenamed = name !== undefined && name !== former;
  if (changes.length === 0 && !isRenamed) return;
  await updateRow(ctx, def, record, { ...(isRenamed && { name }), ...(timeZone !== before.timeZone && { timeZone }) }, {});
  const next = record.version + 1;
  const all: ContentChange[] = isRenamed ? [{ what: 'name', key: '', from: former, to: name }, ...changes] : changes;
  await writeVersion(ctx, { id, version: next, content: after, changes: all, reason });
  await recordWrite(ctx, def, { action: 'update', recordId: id, version: next, changes: auditChanges(all), detail: { reason } });
  if (changes.length > 0) await tellCalendarChange(ctx, id, { reason, version: next });
}

/** Removes a calendar that no unit has; its versions stay. Errors: record.in-use, record.not-found. */
export async function removeCalendar(ctx: Context, id: Id): Promise<void> {
  const record = await lockCalendar(ctx, id);
  if ((await ctx.db.maybe(sql`SELECT 1 FROM unit_calendar WHERE calendar_id = ${id}`)) !== undefined) throw fail('record.in-use');
  const now = ctx.now.toISOString();
  await ctx.db.run(sql`UPDATE working_calendar SET deleted_at = ${now}, updated_at = ${now}, updated_by = ${ctx.actor.userId} WHERE id = ${id}`);
  await recordWrite(ctx, calendarDef(ctx), { action: 'delete', recordId: id, version: record.version });
}

export async function lockCalendar(ctx: Context, id: Id): Promise<FullRecord> {
  const record = await loadForUpdate(ctx, calendarDef(ctx), id);
  if (record === undefined || record.deletedAt !== null) throw fail('record.not-found');
  return record;
}

function checked(given: CalendarContent): CalendarContent {
  const content = tidyContent(given);
  const issues = contentIssues(content);
  if (issues.length > 0) throw invalid(issues, false);
  return content;
}

const currentContent = async (ctx: Context, id: Id): Promise<CalendarContent> => (await ctx.db.one<{ content: CalendarContent }>(sql`
  SELECT content FROM working_calendar_version WHERE calendar_id = ${id} ORDER BY version DESC LIMIT 1`)).content;

interface VersionRow {
  readonly id: Id;
  readonly version: number;
  readonly content: CalendarContent;
  readonly changes: readonly ContentChange[];
  readonly reason: string | null;
}

async function writeVersion(ctx: Context, { id, version, content, changes, reason }: VersionRow): Promise<void> {
  await ctx.db.run(sql`
    INSERT INTO working_calendar_version (id, calendar_id, version, content, changes, reason, at, by_id)
    VALUES (${ctx.newId()}, ${id}, ${version}, ${JSON.stringify(content)}, ${JSON.stringify(changes)}, ${reason}, ${ctx.now.toISOString()},
      ${authorOf(ctx)})`);
}

/** The trail has name and zone; days and hours are spelled out in the version of the same number. */
function auditChanges(changes: readonly ContentChange[]): Record<string, readonly [unknown, unknown]> {
  return Object.fromEntries(changes.flatMap(({ what, from, to }) => (what === 'name' || what === 'timeZone' ? [[what, [from, to] as const]] : [])));
}
