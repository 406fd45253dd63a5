import type { DayHours } from './working-hours.ts';

/** A day that differs from its weekday. `makeUp` 调休上班日: worked although it lies on a weekend. */
export interface SpecialDay {
  readonly kind: 'holiday' | 'makeUp' | 'special';
  /** What it is called: 春节, National Day, stocktaking; may be empty. */
  readonly name: string;
  /** A make-up day without hours has those of the first weekday that has any; a special day without hours is closed; a holiday has none. */
  readonly hours?: DayHours;
}

/** When people work (SE-4). Hours are wall time of the zone, so a day whose clock is set forward is shorter. */
export interface WorkingCalendar {
  /** IANA. */
  readonly timeZone: string;
  /** Monday first. */
  readonly week: readonly [DayHours, DayHours, DayHours, DayHours, DayHours, DayHours, DayHours];
  /** By ISO date. */
  readonly days: Readonly<Record<string, SpecialDay>>;
}

/** `rest`: the weekday has no hours. */
export type DayKind = 'workday' | 'rest' | SpecialDay['kind'];

export interface DayPlan {
  readonly kind: DayKind;
  readonly name: string;
  readonly hours: DayHours;
}

/** 0 Monday to 6 Sunday of an ISO date. */
export const weekdayOf = (isoDate: string): number => weekdayOfDay(Date.parse(`${isoDate}T00:00:00Z`) / 86_400_000);

/** The same of a day counted from 1 January 1970, a Thursday. */
export const weekdayOfDay = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** What the calendar says about an ISO date: kind, name and hours in wall time. */
export function planOfDay(calendar: WorkingCalendar, isoDate: string): DayPlan {
  const special = calendar.days[isoDate];
  if (special === undefined) {
    const hours = calendar.week[weekdayOf(isoDate)] ?? [];
    return { kind: hours.length > 0 ? 'workday' : 'rest', name: '', hours };
  }
  const { kind, name } = special;
  if (kind === 'holiday') return { kind, name, hours: [] };
  if (kind === 'makeUp') return { kind, name, hours: special.hours ?? usualHours(calendar) };
  return { kind, name, hours: special.hours ?? [] };
}

/** Hours of the first weekday that has any, from Monday on. */
export const usualHours = (calendar: Pick<WorkingCalendar, 'week'>): DayHours => calendar.week.find((hours) => hours.length > 0) ?? [];
