/**
 * The second opinion of the tests: working time counted minute by minute on the wall clock, by nothing but Intl and a
 * list of hours. Slow and plain on purpose, and shares no line with what it checks.
 */
export interface PlainCalendar {
  readonly timeZone: string;
  /** Hours by weekday, Sunday first as in Date, each `09:00-12:00 13:30-18:00`. */
  readonly week: readonly string[];
  /** Hours by ISO date, where they differ. */
  readonly days: ReadonlyMap<string, string>;
  /** Seconds a step; 1 where hours do not begin on a full minute. */
  readonly step: number;
}

interface Wall { readonly date: string; readonly weekday: number; readonly second: number }

const QUARTER = 900_000;
const shifts = new Map<string, number>();

/** What the clock on the wall shows, asked of Intl once a quarter of an hour: no zone changes in between. */
function wallOf(timeZone: string, instant: number): Wall {
  const quarter = Math.floor(instant / QUARTER) * QUARTER;
  const key = `${timeZone}${quarter}`;
  let shift = shifts.get(key);
  if (shift === undefined) {
    const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(quarter);
    shift = Date.parse(`${shown.replace(' ', 'T')}Z`) - quarter;
    shifts.set(key, shift);
  }
  const wall = new Date(instant + shift);
  return { date: wall.toISOString().slice(0, 10), weekday: wall.getUTCDay(), second: Math.floor(wall.getTime() / 1000) % 86_400 };
}

function secondsOf(text: string): number {
  const [hour = 0, minute = 0, second = 0] = text.split(':').map(Number);
  return hour * 3600 + minute * 60 + second;
}

function works(calendar: PlainCalendar, { date, weekday, second }: Wall): boolean {
  const hours = calendar.days.get(date) ?? calendar.week[weekday] ?? '';
  return hours.split(' ').some((interval) => {
    const [from = '', to = ''] = interval.split('-');
    return interval !== '' && secondsOf(from) <= second && second < secondsOf(to);
  });
}

/** Whole steps from full minute to full minute, single seconds up to one and where less than a step is left. */
const stepAt = (calendar: PlainCalendar, instant: number, left: number): number =>
  instant % 60_000 === 0 && left >= calendar.step ? calendar.step : 1;

/** The instant after so many working seconds. */
export function countOn(calendar: PlainCalendar, start: number, seconds: number): number {
  let [at, left] = [start, seconds];
  while (left > 0) {
    const isWorked = works(calendar, wallOf(calendar.timeZone, at));
    // What is not worked is not split: only the last worked minute may be.
    const step = stepAt(calendar, at, isWorked ? left : calendar.step);
    if (isWorked) left -= step;
    at += step * 1000;
  }
  return at;
}

/** Working seconds between two instants. */
export function countBetween(calendar: PlainCalendar, from: number, to: number): number {
  let [at, sum] = [from, 0];
  while (at < to) {
    const step = stepAt(calendar, at, (to - at) / 1000);
    if (works(calendar, wallOf(calendar.timeZone, at))) sum += step;
    at += step * 1000;
  }
  return sum;
}

/** The same time of day on the n-th working date after the first one. */
export function countDays(calendar: PlainCalendar, start: number, count: number): number {
  let at = start;
  while (!works(calendar, wallOf(calendar.timeZone, at))) at += stepAt(calendar, at, 60) * 1000;
  const wanted = wallOf(calendar.timeZone, at);
  if (count === 0) return at;
  let [dates, date] = [0, wanted.date];
  let last = at;
  // Whole steps from here on; seconds are added where the minute is the wanted one.
  const step = calendar.step * 1000;
  at = Math.floor(at / step) * step;
  for (;;) {
    at += step;
    const wall = wallOf(calendar.timeZone, at);
    if (dates === count && wall.date !== date) return last;
    if (!works(calendar, wall)) continue;
    if (wall.date !== date) { dates += 1; date = wall.date; }
    if (dates < count) continue;
    if (wall.second >= wanted.second) return at;
    if (wall.second + calendar.step > wanted.second) return at + (wanted.second - wall.second) * 1000;
    last = at + step;
  }
}
