/** A stretch of working hours in wall time: seconds since local midnight, `from` inclusive, `to` exclusive, at most 86 400. */
export interface HoursInterval {
  readonly from: number;
  readonly to: number;
}

/** The working hours of one day in order, not touching; empty: nobody works. A night shift is `22:00-24:00` and `00:00-06:00` of the next day. */
export type DayHours = readonly HoursInterval[];

const DAY_SECONDS = 86_400;
const INTERVAL = /(\d{1,2}):(\d{2})(?::(\d{2}))?\s*[-–—~至到]\s*(\d{1,2}):(\d{2})(?::(\d{2}))?/g;
const ONLY_SEPARATORS = /^[\s,;、]*$/;

/**
 * Reads hours as people write them, `09:00-12:00, 13:30-18:00` (also `;`, `、`, full-width signs, `24h` for the whole
 * day; empty text: no work); null when the text is not hours or intervals overlap. Touching intervals become one.
 */
export function parseHours(text: string): DayHours | null {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return [];
  if (/^24\s*(h|小时)?$/i.test(plain)) return [{ from: 0, to: DAY_SECONDS }];
  if (!ONLY_SEPARATORS.test(plain.replaceAll(INTERVAL, ' '))) return null;
  const intervals: HoursInterval[] = [];
  for (const [, h1, m1, s1, h2, m2, s2] of plain.matchAll(INTERVAL)) {
    const [from, to] = [secondsOf(h1, m1, s1), secondsOf(h2, m2, s2)];
    if (from === null || to === null || from >= to) return null;
    intervals.push({ from, to });
  }
  return intervals.length === 0 ? null : joined(intervals.toSorted((a, b) => a.from - b.from));
}

/** The writing of `parseHours`: `09:00-12:00, 13:30-18:00`, seconds only where there are any; empty for no work. */
export const formatHours = (hours: DayHours): string =>
  hours.map(({ from, to }) => `${formatTime(from)}-${formatTime(to)}`).join(', ');

/** Seconds since midnight as `09:00` or `09:00:30`; the end of a day is `24:00`. */
export function formatTime(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const rest = seconds % 60;
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}${rest === 0 ? '' : `:${two(rest)}`}`;
}

/** Working seconds that the wall clock shows on such a day. */
export const lengthOfHours = (hours: DayHours): number => hours.reduce((sum, { from, to }) => sum + to - from, 0);

function secondsOf(hour = '0', minute = '0', second = '0'): number | null {
  const value = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  return Number(minute) < 60 && Number(second) < 60 && value <= DAY_SECONDS ? value : null;
}

function joined(sorted: readonly HoursInterval[]): DayHours | null {
  const result: HoursInterval[] = [];
  for (const next of sorted) {
    const last = result.at(-1);
    if (last && next.from < last.to) return null;
    if (last?.to === next.from) result[result.length - 1] = { from: last.from, to: next.to };
    else result.push(next);
  }
  return result;
}
