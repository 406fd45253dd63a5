/** `from` inclusive and `to` exclusive as ISO instants (UTC); `fromDate` and `toDate` both inclusive as ISO dates. */
export type ResolvedPeriod = { from: string; to: string; fromDate: string; toDate: string };

const dayMs = 86_400_000;
const calendarUnits = ['Week', 'Month', 'Quarter', 'Year'] as const;
type CalendarUnit = (typeof calendarUnits)[number];

/**
 * Turns a relative date of a filter (PL-20) into a span in the given IANA time zone; null when the text means nothing.
 * - `today`, `yesterday`, `tomorrow`;
 * - `this|last|next` + `Week|Month|Quarter|Year`: whole calendar spans, the week from Monday;
 * - `last:7d`, `next:30d` with h, d, w, m, q or y: a span that ends or begins with today, today included
 *   (`next:1d` is today); hours count from `now`.
 * Month steps end on the last day of a shorter month. Days follow the zone's clock: one may have 23 or 25 hours.
 */
export function resolveRelative(spec: string, now: Date, timeZone: string): ResolvedPeriod | null {
  const rolling = /^(last|next):([1-9]\d{0,3})([hdwmqy])$/.exec(spec);
  const steps = rolling ? Number(rolling[2]) * (rolling[1] === 'last' ? -1 : 1) : 0;
  if (rolling?.[3] === 'h') return rollingHours(now, steps, timeZone);
  const today = localDate(now, timeZone);
  const dates = rolling ? rollingDates(today, steps, rolling[3] ?? 'd') : namedDates(today, spec);
  if (dates === null) return null;
  const [fromDate, toDate] = dates;
  return {
    from: startOfDay(fromDate, timeZone).toISOString(),
    to: startOfDay(addDays(toDate, 1), timeZone).toISOString(),
    fromDate,
    toDate,
  };
}

/** The ISO date that a wall calendar in the zone shows at an instant. */
export function localDate(instant: Date, timeZone: string): string {
  return new Date(instant.getTime() + offsetMs(instant.getTime(), timeZone)).toISOString().slice(0, 10);
}

/** The first instant of an ISO date in the zone, also where the clock skips or repeats midnight. */
export function startOfDay(isoDate: string, timeZone: string): Date {
  const wall = Date.parse(`${isoDate}T00:00:00Z`);
  const candidates = [wall - dayMs, wall + dayMs]
    .map((probe) => wall - offsetMs(probe, timeZone))
    .toSorted((a, b) => a - b);
  const first = candidates.find((time) => localDate(new Date(time), timeZone) === isoDate);
  return new Date(first ?? Math.max(...candidates));
}

/** An ISO date moved by whole days. */
export function addDays(isoDate: string, days: number): string {
  return new Date(Date.parse(`${isoDate}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** An ISO date moved by whole months; 31 January + 1 month is the last day of February. */
export function addMonths(isoDate: string, months: number): string {
  const { year, month, day } = partsOf(isoDate);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, lastDay));
  return first.toISOString().slice(0, 10);
}

/** Monday of the ISO date's week. */
export function startOfWeek(isoDate: string): string {
  const weekday = new Date(`${isoDate}T00:00:00Z`).getUTCDay();
  return addDays(isoDate, -((weekday + 6) % 7));
}

function rollingHours(now: Date, hours: number, timeZone: string): ResolvedPeriod {
  const other = new Date(now.getTime() + hours * 3_600_000);
  const [from, to] = hours < 0 ? [other, now] : [now, other];
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    fromDate: localDate(from, timeZone),
    toDate: localDate(to, timeZone),
  };
}

function rollingDates(today: string, steps: number, unit: string): [string, string] {
  const edge =
    unit === 'd' ? addDays(today, steps)
    : unit === 'w' ? addDays(today, steps * 7)
    : addMonths(today, steps * (unit === 'm' ? 1 : unit === 'q' ? 3 : 12));
  return steps < 0 ? [addDays(edge, 1), today] : [today, addDays(edge, -1)];
}

function namedDates(today: string, spec: string): [string, string] | null {
  if (spec === 'today') return [today, today];
  if (spec === 'yesterday' || spec === 'tomorrow') {
    const day = addDays(today, spec === 'tomorrow' ? 1 : -1);
    return [day, day];
  }
  const match = /^(this|last|next)([A-Z][a-z]+)$/.exec(spec);
  const unit = calendarUnits.find((name) => name === match?.[2]);
  if (!match || !unit) return null;
  const shift = match[1] === 'this' ? 0 : match[1] === 'last' ? -1 : 1;
  const first = shiftStart(startOfUnit(today, unit), unit, shift);
  return [first, addDays(shiftStart(first, unit, 1), -1)];
}

function startOfUnit(isoDate: string, unit: CalendarUnit): string {
  if (unit === 'Week') return startOfWeek(isoDate);
  const { month } = partsOf(isoDate);
  const monthsBack = unit === 'Month' ? 0 : unit === 'Quarter' ? (month - 1) % 3 : month - 1;
  return addMonths(`${isoDate.slice(0, 8)}01`, -monthsBack);
}

function shiftStart(isoDate: string, unit: CalendarUnit, steps: number): string {
  if (unit === 'Week') return addDays(isoDate, steps * 7);
  return addMonths(isoDate, steps * (unit === 'Month' ? 1 : unit === 'Quarter' ? 3 : 12));
}

function partsOf(isoDate: string): { year: number; month: number; day: number } {
  const [year = 0, month = 1, day = 1] = isoDate.split('-').map(Number);
  return { year, month, day };
}

const formats = new Map<string, Intl.DateTimeFormat>();
const MINUTE_MS = 60_000;
// Since then all zones are whole minutes away and change on whole minutes.
const WHOLE_MINUTES_FROM = Date.UTC(1980, 0, 1);
let latest: { readonly minute: number; readonly timeZone: string; readonly offset: number } | undefined;

// Every write asks for today's date; formatting would be a tenth of its rules' cost (PL-70).
function offsetMs(time: number, timeZone: string): number {
  if (time < WHOLE_MINUTES_FROM) return readOffsetMs(time, timeZone);
  const minute = Math.floor(time / MINUTE_MS);
  if (latest?.minute === minute && latest.timeZone === timeZone) return latest.offset;
  const offset = readOffsetMs(time, timeZone);
  latest = { minute, timeZone, offset };
  return offset;
}

/** What the zone's clock adds to UTC at an instant, both in ms. */
export function readOffsetMs(time: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23',
      year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(time)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(time / 1000) * 1000;
}
