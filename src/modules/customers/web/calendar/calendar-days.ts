import { addDays } from '#kernel/period.ts';

export type CalendarMode = 'month' | 'week';

export const mondayOf = (date: string): string => addDays(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7));

/** The days that a page of the calendar shows, whole weeks from Monday: one week, or all that touch the month. */
export function calendarDays(date: string, mode: CalendarMode): readonly string[] {
  const first = mode === 'week' ? mondayOf(date) : mondayOf(`${date.slice(0, 7)}-01`);
  const weeks = mode === 'week' ? 1 : weeksOfMonth(date, first);
  return Array.from({ length: weeks * 7 }, (_, at) => addDays(first, at));
}

function weeksOfMonth(date: string, first: string): number {
  const month = date.slice(0, 7);
  let weeks = 1;
  while (addDays(first, weeks * 7).slice(0, 7) === month) weeks += 1;
  return weeks;
}

/** The same place one page on or back: a week, or the first of the month. */
export function turnPage(date: string, mode: CalendarMode, by: 1 | -1): string {
  if (mode === 'week') return addDays(date, 7 * by);
  const [year = 0, month = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + by, 1)).toISOString().slice(0, 10);
}
