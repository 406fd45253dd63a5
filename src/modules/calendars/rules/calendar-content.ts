import type { Issue } from '#kernel/failure.ts';
import { type DayHours, formatHours, parseHours } from '#kernel/working-time/working-hours.ts';
import type { SpecialDay, WorkingCalendar } from '#kernel/working-time/working-calendar.ts';

export const specialKinds = ['holiday', 'makeUp', 'special'] as const;
export type SpecialKind = (typeof specialKinds)[number];

/** A day that differs from its weekday. `hours` as `09:00-12:00`; null: none for a holiday, the usual ones for a make-up day. */
export interface DayRow {
  readonly date: string;
  readonly kind: SpecialKind;
  readonly name: string;
  readonly hours: string | null;
}

/** A calendar as it is kept and sent: hours as text, the week from Monday, days in order. */
export interface CalendarContent {
  readonly timeZone: string;
  readonly week: readonly string[];
  readonly days: readonly DayRow[];
}

/** One difference between two versions. `key`: the weekday 0 to 6 or the date; `from` and `to`: null is nothing special. */
export interface ContentChange {
  readonly what: 'name' | 'timeZone' | 'weekday' | 'day';
  readonly key: string;
  readonly from: string | DayRow | null;
  readonly to: string | DayRow | null;
}

/** A change of one date; `to` null: like its weekday again. */
export interface DayChange {
  readonly date: string;
  readonly to: Omit<DayRow, 'date'> | null;
}

const FIRST_DATE = '2000-01-01';
const LAST_DATE = '2099-12-31';
export const MOST_DAYS = 3000;

export function isTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** What is wrong with a content; paths such as `week.0` and `days.2025-01-28.hours`. */
export function contentIssues(content: CalendarContent): Issue[] {
  const issues: Issue[] = [];
  if (!isTimeZone(content.timeZone)) issues.push({ path: 'timeZone', code: 'not-a-time-zone', params: { value: content.timeZone } });
  const week = content.week.map(parseHours);
  week.forEach((hours, at) => { if (hours === null) issues.push({ path: `week.${at}`, code: 'not-hours' }); });
  if (week.length !== 7) issues.push({ path: 'week', code: 'invalid' });
  // Without one open weekday no deadline would ever be found.
  else if (week.every((hours) => hours?.length === 0)) issues.push({ path: 'week', code: 'no-working-hours' });
  if (content.days.length > MOST_DAYS) issues.push({ path: 'days', code: 'too-big', params: { max: MOST_DAYS } });
  return [...issues, ...content.days.flatMap(dayIssues)];
}

function dayIssues({ date, kind, hours }: DayRow): Issue[] {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(date) && Number.isFinite(Date.parse(`${date}T00:00:00Z`)) && new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);
  if (!isDate) return [{ path: `days.${date}`, code: 'not-a-date' }];
  if (date < FIRST_DATE || date > LAST_DATE) return [{ path: `days.${date}`, code: 'out-of-range' }];
  if (hours !== null && parseHours(hours) === null) return [{ path: `days.${date}.hours`, code: 'not-hours' }];
  // A make-up day on which nobody works is a contradiction; a special day may be closed.
  if (kind === 'makeUp' && hours !== null && parseHours(hours)?.length === 0) return [{ path: `days.${date}.hours`, code: 'required' }];
  return [];
}

/** The content in one writing: hours normalised, days in order, one row a date (the last one said), holidays without hours. */
export function tidyContent({ timeZone, week, days }: CalendarContent): CalendarContent {
  const tidy = (hours: string): string => { const read = parseHours(hours); return read === null ? hours : formatHours(read); };
  const byDate = new Map(days.map(({ date, kind, name, hours }) => [date, {
    date, kind, name: name.trim(), hours: hours === null || kind === 'holiday' ? null : tidy(hours),
  }]));
  return { timeZone, week: week.map(tidy), days: [...byDate.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1)) };
}

/** The content with some dates changed. */
export function withDays(content: CalendarContent, changes: readonly DayChange[]): CalendarContent {
  const changed = new Set(changes.map(({ date }) => date));
  const added = changes.flatMap(({ date, to }) => (to === null ? [] : [{ date, ...to }]));
  return tidyContent({ ...content, days: [...content.days.filter(({ date }) => !changed.has(date)), ...added] });
}

/** What differs, in the order of the page: zone, week, days. */
export function contentChanges(before: CalendarContent, after: CalendarContent): ContentChange[] {
  const changes: ContentChange[] = [];
  if (before.timeZone !== after.timeZone) changes.push({ what: 'timeZone', key: '', from: before.timeZone, to: after.timeZone });
  after.week.forEach((hours, at) => {
    const former = before.week[at] ?? '';
    if (former !== hours) changes.push({ what: 'weekday', key: String(at), from: former, to: hours });
  });
  const [old, now] = [before, after].map(({ days }) => new Map(days.map((day) => [day.date, day])));
  const dates = [...new Set([...before.days, ...after.days].map(({ date }) => date))].toSorted();
  for (const date of dates) {
    const [from, to] = [old?.get(date) ?? null, now?.get(date) ?? null];
    if (!isSameDay(from, to)) changes.push({ what: 'day', key: date, from, to });
  }
  return changes;
}

const isSameDay = (a: DayRow | null, b: DayRow | null): boolean =>
  a === b || (a !== null && b !== null && a.kind === b.kind && a.name === b.name && a.hours === b.hours);

const hoursOf = (text: string): DayHours => parseHours(text) ?? [];

/** The calendar that kernel/working-time counts with. */
export function toWorkingCalendar({ timeZone, week, days }: CalendarContent): WorkingCalendar {
  const [monday = '', tuesday = '', wednesday = '', thursday = '', friday = '', saturday = '', sunday = ''] = week;
  const special = (day: DayRow): SpecialDay => ({ kind: day.kind, name: day.name, ...(day.hours !== null && { hours: hoursOf(day.hours) }) });
  return {
    timeZone,
    week: [hoursOf(monday), hoursOf(tuesday), hoursOf(wednesday), hoursOf(thursday), hoursOf(friday), hoursOf(saturday), hoursOf(sunday)],
    days: Object.fromEntries(days.map((day) => [day.date, special(day)])),
  };
}

const OFFICE_HOURS = '09:00-12:00, 13:30-18:00';
/** What a new calendar begins with: Monday to Friday. */
export const usualWeek: readonly string[] = [OFFICE_HOURS, OFFICE_HOURS, OFFICE_HOURS, OFFICE_HOURS, OFFICE_HOURS, '', ''];
