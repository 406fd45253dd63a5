import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { z } from 'zod';
import { fullHolidayName } from '#kernel/working-time/holiday-names.ts';
import type { DayRow } from '../rules/calendar-content.ts';

/** `2025-01-28` → `Spring Festival,春节,4`: English name, Chinese name, days by law. */
const list = z.record(z.iso.date(), z.string());
const publishedSchema = z.object({ holidays: list, workdays: list });

const nameOf = (entry: string): string => fullHolidayName(entry.split(',')[1] ?? '');

function readPublished(): readonly DayRow[] {
  const { holidays, workdays } = publishedSchema.parse(published);
  return [
    ...Object.entries(holidays).map(([date, entry]) => ({ date, kind: 'holiday' as const, name: nameOf(entry), hours: null })),
    ...Object.entries(workdays).map(([date, entry]) => ({ date, kind: 'makeUp' as const, name: nameOf(entry), hours: null })),
  ].toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

const rows = readPublished();

/** Public holidays and make-up days of China as the State Council published them, as far as this version of Zhike knows them. */
export const chinaHolidays = (year: number): readonly DayRow[] => rows.filter(({ date }) => date.startsWith(`${year}-`));

/** The years that have a published list, in order. */
export const chinaHolidayYears: readonly number[] = [...new Set(rows.map(({ date }) => Number(date.slice(0, 4))))];
