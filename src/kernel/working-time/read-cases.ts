import type { PlainCalendar } from './minute-count.ts';
import type { SpecialDay, WorkingCalendar } from './working-calendar.ts';
import { parseHours } from './working-hours.ts';

/** One line of published-cases.md; instants in ms, amounts in seconds or days. */
export interface PublishedCase {
  readonly number: number;
  readonly section: string;
  readonly calendar: string;
  /** The line's question as it is written. */
  readonly question: string;
  readonly start: number;
  readonly action:
    | { readonly kind: 'seconds' | 'days'; readonly amount: number; readonly pause: { readonly from: number; readonly to: number } | undefined }
    | { readonly kind: 'until'; readonly to: number };
  /** ms, or working seconds for `until`. */
  readonly expected: number;
}

export interface PublishedCases {
  readonly cases: readonly PublishedCase[];
  readonly calendars: ReadonlyMap<string, { readonly working: WorkingCalendar; readonly plain: PlainCalendar }>;
  /** `2025-01-28 holiday` */
  readonly chinaDays: readonly string[];
  readonly wrongWeekdays: readonly string[];
}

type Row = readonly string[];

export const casesOf = ({ cases }: PublishedCases, section: string): readonly PublishedCase[] => cases.filter((one) => one.section === section);

/** Reads the tables of published-cases.md. */
export function readCases(text: string): PublishedCases {
  const sections = new Map(text.split(/^## /m).slice(1).map((part) => {
    const [title = '', ...lines] = part.split('\n');
    return [title, lines.filter((line) => line.startsWith('|')).slice(2).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()))] as const;
  }));
  const [notices, calendars, ...tables] = [...sections];
  const chinaDays = (notices?.[1] ?? []).flatMap(daysOfNotice);
  const rows = tables.flatMap(([section, list]) => list.map((row) => ({ section, row })));
  const wrongWeekdays = [...text.matchAll(/\b(Sun|Mon|Tue|Wed|Thu|Fri|Sat) (\d{4}-\d{2}-\d{2})/g)].flatMap(([shown, weekday = '', date = '']) =>
    (new Date(`${date}T00:00:00Z`).toUTCString().startsWith(weekday) ? [] : [shown]));
  return {
    chinaDays, wrongWeekdays, cases: rows.map(({ section, row }) => caseOf(section, row)),
    calendars: new Map((calendars?.[1] ?? []).map((row) => calendarOf(row, chinaDays))),
  };
}

function daysOfNotice([, , off = '', makeUp = '']: Row): string[] {
  const [from = '', to = from] = off.split('..');
  const days: string[] = [];
  for (let time = Date.parse(from); time <= Date.parse(to); time += 86_400_000) days.push(`${new Date(time).toISOString().slice(0, 10)} holiday`);
  return [...days, ...makeUp.split(' ').filter(Boolean).map((date) => `${date} makeUp`)];
}

function calendarOf([name = '', timeZone = '', weekday = '', saturday = '', sunday = '', china = '', others = '']: Row, chinaDays: readonly string[]) {
  const hours = (text: string) => parseHours(text) ?? [];
  const plainHours = (text: string): string => text.replaceAll(', ', ' ');
  const other = others.split(';').map((part) => part.trim()).filter(Boolean).map((part) => [part.slice(0, 10), part.slice(11).replace('closed', '')] as const);
  const days: Record<string, SpecialDay> = {};
  const plainDays = new Map<string, string>();
  for (const [date = '', kind = ''] of china === 'yes' ? chinaDays.map((day) => day.split(' ')) : []) {
    days[date] = { kind: kind === 'holiday' ? 'holiday' : 'makeUp', name: '' };
    plainDays.set(date, kind === 'holiday' ? '' : plainHours(weekday));
  }
  for (const [date, text] of other) {
    days[date] = { kind: 'special', name: '', hours: hours(text) };
    plainDays.set(date, plainHours(text));
  }
  const [day, sat, sun] = [hours(weekday), hours(saturday), hours(sunday)];
  const working: WorkingCalendar = { timeZone, week: [day, day, day, day, day, sat, sun], days };
  const week = [sunday, weekday, weekday, weekday, weekday, weekday, saturday].map(plainHours);
  return [name, { working, plain: { timeZone, week, days: plainDays, step: /:\d\d:\d\d/.test(weekday) ? 1 : 60 } }] as const;
}

/** `Sun 2025-03-30 04:00 +02:00`; without an offset that of Shanghai. */
function instantOf(text: string): number {
  const match = /^\w{3} (\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})(:\d{2})?(?: ([+-]\d{2}:\d{2}))?$/.exec(text.trim());
  if (!match) throw new Error(`not an instant: ${text}`);
  return Date.parse(`${match[1]}T${match[2]}${match[3] ?? ':00'}${match[4] ?? '+08:00'}`);
}

function secondsOf(text: string): number {
  const match = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(text);
  if (!match || text === '') throw new Error(`not a duration: ${text}`);
  return Number(match[1] ?? 0) * 3600 + Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0);
}

function actionOf(text: string): PublishedCase['action'] {
  if (text.startsWith('until ')) return { kind: 'until', to: instantOf(text.slice(6)) };
  const [amount = '', pauses] = text.slice(1).split(' pause ');
  const [from, to] = (pauses?.split(' to ') ?? []).map(instantOf);
  const pause = from === undefined || to === undefined ? undefined : { from, to };
  if (amount.endsWith('d')) return { kind: 'days', amount: Number(amount.slice(0, -1)), pause };
  return { kind: 'seconds', amount: secondsOf(amount), pause };
}

function caseOf(section: string, [number = '', calendar = '', start = '', act = '', expected = '']: Row): PublishedCase {
  const action = actionOf(act);
  return {
    section, number: Number(number), calendar, question: `${calendar}: ${start} ${act}`, start: instantOf(start), action,
    expected: action.kind === 'until' ? secondsOf(expected) : instantOf(expected),
  };
}
