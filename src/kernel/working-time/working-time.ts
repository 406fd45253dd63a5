import type { DayKind, WorkingCalendar } from './working-calendar.ts';
import type { DayHours } from './working-hours.ts';
import { DAY_MS, type Piece, type WorkingDay, dayOfInstant, lengthOfPieces, workingDay, workingDaysFrom } from './working-days.ts';

/** One day of a computation. One with hours and nothing counted lay before the start or after the end. */
export interface TraceDay {
  /** ISO date on the wall calendar. */
  readonly date: string;
  readonly kind: DayKind;
  /** Of a holiday, a make-up day or a special day. */
  readonly name: string;
  readonly hours: DayHours;
  /** Working seconds of the day that were counted; 0 where days are counted. */
  readonly seconds: number;
  /** Counting days: 0 the day of the start, n the n-th working day after it; null: not a working day, or hours counted. */
  readonly ordinal: number | null;
}

/** How an instant was found: every deadline shows its computation (SE-4). Instants as ISO text (UTC); plain JSON. */
export interface WorkingTrace {
  readonly measure: 'seconds' | 'days';
  /** In working seconds or working days. */
  readonly amount: number;
  readonly timeZone: string;
  readonly start: string;
  /** Where counting begins: the start, or the next opening. */
  readonly begin: string;
  readonly end: string;
  readonly days: readonly TraceDay[];
}

/**
 * The earliest instant until which so many working seconds passed since `start`: work that ends with the day is due at
 * closing, not at the next opening. Throws RangeError for a negative amount and for a calendar that never opens.
 */
export const addWorkingTime = (calendar: WorkingCalendar, start: Date, seconds: number): Date =>
  new Date(walkSeconds(calendar, start.getTime(), seconds));

/** `addWorkingTime` with the days that were counted and skipped. */
export function traceWorkingTime(calendar: WorkingCalendar, start: Date, seconds: number): WorkingTrace {
  const days: TraceDay[] = [];
  let begin: number | undefined;
  const end = walkSeconds(calendar, start.getTime(), seconds, (day, taken) => {
    begin ??= taken > 0 ? day.pieces[0]?.from : undefined;
    days.push(traceDay(day, taken / 1000, null));
  });
  return traceOf(calendar, { measure: 'seconds', amount: seconds, start: start.getTime(), begin: begin ?? start.getTime(), end, days });
}

/**
 * The same time of day on the n-th working day after the start's. A start outside of hours counts from the next opening.
 * That day's hours bound the answer: before they open it is the opening, in a break the end of the break, after they close
 * the closing. `count` is a whole number, 0 or more (RangeError); 0 is the start or its next opening.
 */
export const addWorkingDays = (calendar: WorkingCalendar, start: Date, count: number): Date =>
  new Date(walkDays(calendar, start.getTime(), count).end);

/** `addWorkingDays` with the days that were counted and skipped. */
export function traceWorkingDays(calendar: WorkingCalendar, start: Date, count: number): WorkingTrace {
  const days: TraceDay[] = [];
  const { begin, end } = walkDays(calendar, start.getTime(), count, (day, ordinal) => days.push(traceDay(day, 0, ordinal)));
  return traceOf(calendar, { measure: 'days', amount: count, start: start.getTime(), begin, end, days });
}

/** Whole working seconds (rounded down) between two instants; negative when `to` is the earlier one. */
export function workingSecondsBetween(calendar: WorkingCalendar, from: Date, to: Date): number {
  const [a, b] = [from.getTime(), to.getTime()];
  // Not -0, which is another number to whoever compares.
  if (b < a) return 0 - workingSecondsBetween(calendar, to, from);
  let sum = 0;
  walkSpan(calendar, a, b, (_, length) => { sum += length; });
  return Math.floor(sum / 1000);
}

/** `workingSecondsBetween` with the days that were counted and skipped; `to` must not be the earlier one (RangeError). */
export function traceWorkingSeconds(calendar: WorkingCalendar, from: Date, to: Date): WorkingTrace {
  const [a, b] = [from.getTime(), to.getTime()];
  if (!(b >= a)) throw new RangeError('the end lies before the start');
  const days: TraceDay[] = [];
  let begin: number | undefined;
  walkSpan(calendar, a, b, (day, length) => {
    begin ??= day.pieces[0]?.from;
    if (length > 0 || days.length > 0 || dayOfInstant(calendar.timeZone, a) <= day.day) days.push(traceDay(day, length / 1000, null));
  });
  return traceOf(calendar, { measure: 'seconds', amount: workingSecondsBetween(calendar, from, to), start: a, begin: begin ?? a, end: b, days });
}

/** A deadline after a pause (SE-4): it moves by the working time that the pause took, wherever in the pause holidays lie. */
export const resumeAfterPause = (calendar: WorkingCalendar, due: Date, pausedAt: Date, resumedAt: Date): Date =>
  addWorkingTime(calendar, due, Math.max(0, workingSecondsBetween(calendar, pausedAt, resumedAt)));

/** The instant itself while people work, else the next opening. Throws RangeError for a calendar that never opens. */
export function nextOpening(calendar: WorkingCalendar, at: Date): Date {
  for (const { pieces } of workingDaysFrom(calendar, at.getTime())) {
    if (pieces[0]) return new Date(pieces[0].from);
  }
  return at;
}

/** Whether people work at the instant; the closing itself is outside. */
export function isWorkingAt(calendar: WorkingCalendar, at: Date): boolean {
  const today = dayOfInstant(calendar.timeZone, at.getTime());
  return workingDay(calendar, today).pieces.some(({ from, to }) => from <= at.getTime() && at.getTime() < to);
}

type Seen<T> = (day: WorkingDay, value: T) => void;

function walkSeconds(calendar: WorkingCalendar, start: number, seconds: number, seen?: Seen<number>): number {
  if (!(seconds >= 0) || !Number.isFinite(start)) throw new RangeError(`${seconds} working seconds cannot be added`);
  let left = Math.round(seconds * 1000);
  if (left === 0) return start;
  for (const day of workingDaysFrom(calendar, start)) {
    const length = lengthOfPieces(day.pieces);
    seen?.(day, Math.min(left, length));
    if (left <= length) return instantAfter(day.pieces, left);
    left -= length;
  }
  return start;
}

function instantAfter(pieces: readonly Piece[], ms: number): number {
  let left = ms;
  for (const { from, to } of pieces) {
    if (left <= to - from) return from + left;
    left -= to - from;
  }
  throw new RangeError('more time than the pieces have');
}

function walkDays(calendar: WorkingCalendar, start: number, count: number, seen?: Seen<number | null>): { begin: number; end: number } {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`${count} working days cannot be added`);
  let begin: number | undefined;
  let wall = 0;
  let ordinal = -1;
  for (const day of workingDaysFrom(calendar, start)) {
    const [first] = day.pieces;
    if (first) ordinal += 1;
    seen?.(day, first ? ordinal : null);
    if (first && begin === undefined) {
      begin = first.from;
      wall = (((begin + first.offset) % DAY_MS) + DAY_MS) % DAY_MS;
    }
    if (first && begin !== undefined && ordinal === count) return { begin, end: count === 0 ? begin : sameTimeOn(day, wall) };
  }
  throw new RangeError('the calendar has no working time');
}

/** The first instant of the day's work at which the wall clock shows `wall` ms or more; its end when there is none. */
function sameTimeOn({ day, pieces }: WorkingDay, wall: number): number {
  const wanted = day * DAY_MS + wall;
  const piece = pieces.find(({ to, offset }) => to + offset > wanted);
  return piece ? Math.max(piece.from, wanted - piece.offset) : (pieces.at(-1)?.to ?? 0);
}

function walkSpan(calendar: WorkingCalendar, from: number, to: number, seen: Seen<number>): void {
  const last = dayOfInstant(calendar.timeZone, to) + 1;
  for (let day = dayOfInstant(calendar.timeZone, from) - 1; day <= last; day += 1) {
    const whole = workingDay(calendar, day);
    const pieces = whole.pieces.flatMap((p) => {
      const piece = { ...p, from: Math.max(p.from, from), to: Math.min(p.to, to) };
      return piece.from < piece.to ? [piece] : [];
    });
    const length = lengthOfPieces(pieces);
    if (day < last || length > 0) seen({ ...whole, pieces }, length);
  }
}

const traceDay = ({ date, plan }: WorkingDay, seconds: number, ordinal: number | null): TraceDay => ({ date, ...plan, seconds, ordinal });

interface Walked {
  readonly measure: WorkingTrace['measure'];
  readonly amount: number;
  readonly start: number;
  readonly begin: number;
  readonly end: number;
  readonly days: readonly TraceDay[];
}

const traceOf = (calendar: WorkingCalendar, { start, begin, end, ...walked }: Walked): WorkingTrace => ({
  ...walked, timeZone: calendar.timeZone,
  start: new Date(start).toISOString(), begin: new Date(begin).toISOString(), end: new Date(end).toISOString(),
});
