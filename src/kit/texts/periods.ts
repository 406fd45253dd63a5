import type { Locale } from '#kernel/texts.ts';
import { longDate } from './dates.ts';

const DAY_MS = 86_400_000;

export type PeriodStep = 'week' | 'month';

const isoDay = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** `2026-11-30` + 1 → `2026-12-01`. */
export const addDays = (day: string, days: number): string => isoDay(Date.parse(day) + days * DAY_MS);

/** `2026-11` + 2 → `2027-01`. */
export function addMonths(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}

/** The weeks that a month touches, Monday first; each seven days `YYYY-MM-DD`. */
export function monthWeeks(month: string): readonly (readonly string[])[] {
  const first = `${month}-01`;
  const before = (new Date(first).getUTCDay() + 6) % 7;
  const last = addDays(`${addMonths(month, 1)}-01`, -1);
  const weeks: string[][] = [];
  for (let monday = addDays(first, -before); monday <= last; monday = addDays(monday, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, i) => addDays(monday, i)));
  }
  return weeks;
}

/** The first day after a week or month that begins at `start`. */
export const periodEnd = (start: string, step: PeriodStep): string =>
  step === 'week' ? addDays(start, 7) : `${addMonths(start.slice(0, 7), 1)}-01`;

/** `2026-11` → `2026 年 11 月` / `Nov 2026`. */
export function sayMonth(month: string, locale: Locale): string {
  const [year = '', number = ''] = month.split('-');
  return locale === 'en' ? longDate(`${month}-01`, 'en').slice(2) : `${year} 年 ${Number(number)} 月`;
}

/** A group's heading: `2026 年 11 月`, or `2026 年 11 月 16 日 – 11 月 22 日`. */
export function sayPeriod(start: string, step: PeriodStep, locale: Locale): string {
  if (step === 'month') return sayMonth(start.slice(0, 7), locale);
  const last = addDays(start, 6);
  return `${longDate(start, locale)} – ${longDate(last, locale, Number(start.slice(0, 4)))}`;
}
