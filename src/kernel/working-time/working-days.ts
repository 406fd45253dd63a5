import { type DayPlan, type WorkingCalendar, planOfDay } from './working-calendar.ts';
import { offsetAt, zoneStretches } from './zone-stretches.ts';

export const DAY_MS = 86_400_000;
// Clocks of the world stand between UTC-12 and UTC+14.
const WIDEST_MS = 14 * 3_600_000;
/** A calendar that is closed for ten years on end has no working time to find. */
const MOST_IDLE_DAYS = 3660;

/** Working time without a break: instants in ms, `to` exclusive; `offset` takes them to wall time. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

export interface WorkingDay {
  /** Days since 1 January 1970 on the wall calendar. */
  readonly day: number;
  readonly date: string;
  readonly plan: DayPlan;
  readonly pieces: readonly Piece[];
}

export const dateOfDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** The wall calendar's day of an instant. */
export const dayOfInstant = (timeZone: string, instant: number): number =>
  Math.floor((instant + offsetAt(timeZone, instant)) / DAY_MS);

/**
 * A day of the wall calendar with its working time: the instants whose wall time lies within the hours. So an hour that
 * the clock skips is not worked, and one that it repeats is worked twice. (Where a clock is set back over midnight from a
 * later time than midnight, as none is since 2011, the days' pieces interleave and are still walked day by day.)
 */
export function workingDay(calendar: WorkingCalendar, day: number): WorkingDay {
  const date = dateOfDay(day);
  const plan = planOfDay(calendar, date);
  const midnight = day * DAY_MS;
  const pieces: Piece[] = [];
  if (plan.hours.length > 0) {
    for (const stretch of zoneStretches(calendar.timeZone, midnight - WIDEST_MS, midnight + DAY_MS + WIDEST_MS)) {
      for (const hours of plan.hours) {
        const from = Math.max(midnight + hours.from * 1000 - stretch.offset, stretch.from);
        const to = Math.min(midnight + hours.to * 1000 - stretch.offset, stretch.to);
        if (from < to) pieces.push({ from, to, offset: stretch.offset });
      }
    }
  }
  return { day, date, plan, pieces };
}

/** Days from the one of `start` on, each with what is left of it after `start`. Throws RangeError when no working time comes. */
export function* workingDaysFrom(calendar: WorkingCalendar, start: number): Generator<WorkingDay> {
  const first = dayOfInstant(calendar.timeZone, start);
  let idle = 0;
  // The day before may come again where the clock is set back at midnight.
  for (let day = first - 1; idle < MOST_IDLE_DAYS; day += 1) {
    const whole = workingDay(calendar, day);
    const pieces = day > first + 1 ? whole.pieces : whole.pieces.flatMap((p) => (p.to <= start ? [] : [{ ...p, from: Math.max(p.from, start) }]));
    idle = pieces.length > 0 ? 0 : idle + 1;
    if (day >= first || pieces.length > 0) yield { ...whole, pieces };
  }
  throw new RangeError(`no working time within ${MOST_IDLE_DAYS} days after ${new Date(start).toISOString()}`);
}

export const lengthOfPieces = (pieces: readonly Piece[]): number => pieces.reduce((sum, { from, to }) => sum + to - from, 0);
