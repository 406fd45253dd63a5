import { type DayPlan, planOfDay, type WorkingCalendar, weekdayOf } from '#kernel/working-time/working-calendar.ts';

export interface YearDay {
  readonly date: string;
  /** 1 to 31. */
  readonly number: number;
  readonly plan: DayPlan;
}

export interface YearMonth {
  /** 1 to 12. */
  readonly month: number;
  /** Empty places before the first day, weeks beginning on Monday. */
  readonly blanks: number;
  readonly days: readonly YearDay[];
  readonly workdays: number;
}

/** Whether people work on such a day. */
export const isWorked = ({ plan }: YearDay): boolean => plan.hours.length > 0;

/** The twelve months of a year as a calendar sees them. */
export function yearOf(calendar: WorkingCalendar, year: number): readonly YearMonth[] {
  return Array.from({ length: 12 }, (_, at) => {
    const days = Array.from({ length: new Date(Date.UTC(year, at + 1, 0)).getUTCDate() }, (_day, index): YearDay => {
      const date = new Date(Date.UTC(year, at, index + 1)).toISOString().slice(0, 10);
      return { date, number: index + 1, plan: planOfDay(calendar, date) };
    });
    return { month: at + 1, blanks: weekdayOf(days[0]?.date ?? ''), days, workdays: days.filter(isWorked).length };
  });
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** The date that an arrow key leads to; undefined for other keys and beyond the year. */
export function dateByKey(date: string, key: string): string | undefined {
  const step = steps[key];
  if (step === undefined) return undefined;
  const next = new Date(Date.parse(`${date}T00:00:00Z`) + step * 86_400_000).toISOString().slice(0, 10);
  return next.slice(0, 4) === date.slice(0, 4) ? next : undefined;
}
