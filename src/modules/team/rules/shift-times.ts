import { addDays } from '#kernel/period.ts';
import { instantOfWall } from '#kernel/working-time/wall-time.ts';

export interface ShiftTimes {
  /** `HH:MM`, wall time. */
  readonly starts: string;
  readonly ends: string;
  readonly breakMinutes: number;
}

const secondsOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 3_600 + minutes * 60;
};

/** An end that is not after the start lies on the next day. */
export const isOverMidnight = ({ starts, ends }: Pick<ShiftTimes, 'starts' | 'ends'>): boolean => secondsOf(ends) <= secondsOf(starts);

/** When a shift of a day begins and ends. Where the clock is set in between it is an hour longer or shorter (SE-40). */
export function spanOfShift(times: Pick<ShiftTimes, 'starts' | 'ends'>, day: string, timeZone: string): { readonly from: Date; readonly to: Date } {
  const from = instantOfWall(timeZone, { date: day, seconds: secondsOf(times.starts) });
  const to = instantOfWall(timeZone, { date: isOverMidnight(times) ? addDays(day, 1) : day, seconds: secondsOf(times.ends) });
  return { from, to };
}

/** Paid minutes of a span: its length less the break, never below nothing. */
export const workedMinutes = ({ from, to }: { readonly from: Date; readonly to: Date }, breakMinutes: number): number =>
  Math.max(0, Math.round((to.getTime() - from.getTime()) / 60_000) - breakMinutes);
