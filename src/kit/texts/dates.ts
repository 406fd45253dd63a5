import type { Locale } from '#kernel/texts.ts';

const DAY_MS = 86_400_000;

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly time: string;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  });
  formatters.set(timeZone, made);
  return made;
}

function partsOf(instant: Date, timeZone: string): Parts {
  const found = Object.fromEntries(formatter(timeZone).formatToParts(instant).map((p) => [p.type, p.value]));
  return {
    year: Number(found['year']),
    month: Number(found['month']),
    day: Number(found['day']),
    time: `${found['hour'] ?? '00'}:${found['minute'] ?? '00'}`,
  };
}

const pad = (value: number): string => String(value).padStart(2, '0');
const isoDay = (p: Parts): string => `${p.year}-${pad(p.month)}-${pad(p.day)}`;
const monthsEn = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Whole days from `from` to `to`, both `YYYY-MM-DD`. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** A moment's day `YYYY-MM-DD` and time `HH:MM` in a time zone. */
export function dayIn(iso: string, timeZone: string): { readonly day: string; readonly time: string } {
  const at = partsOf(new Date(iso), timeZone);
  return { day: isoDay(at), time: at.time };
}

/** Today's date in a time zone, `YYYY-MM-DD`. */
export const todayIn = (now: Date, timeZone: string): string => isoDay(partsOf(now, timeZone));

/** `2009-06-12` → `2009 年 6 月 12 日` / `12 Jun 2009`; without the year when it is this year's. */
export function longDate(date: string, locale: Locale, thisYear?: number): string {
  const [year = 0, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number);
  const isThisYear = year === thisYear;
  if (locale === 'en') return `${day} ${monthsEn[month - 1] ?? ''}${isThisYear ? '' : ` ${year}`}`;
  return `${isThisYear ? '' : `${year} 年 `}${month} 月 ${day} 日`;
}

/** What matters about a date near today: `剩 7 天`, `今天`, `逾期 3 天`; undefined beyond `reach` days. */
export function dueIn(date: string, today: string, locale: Locale, reach = 60): string | undefined {
  const days = daysBetween(today, date.slice(0, 10));
  if (Math.abs(days) > reach) return undefined;
  if (days === 0) return locale === 'en' ? 'today' : '今天';
  if (days > 0) return locale === 'en' ? `${days} ${days === 1 ? 'day' : 'days'} left` : `剩 ${days} 天`;
  return locale === 'en' ? `${-days} ${days === -1 ? 'day' : 'days'} over` : `逾期 ${-days} 天`;
}

function recent(days: number, time: string, locale: Locale): string | undefined {
  if (days === 0) return locale === 'en' ? `Today ${time}` : `今天 ${time}`;
  if (days === 1) return locale === 'en' ? `Yesterday ${time}` : `昨天 ${time}`;
  if (days > 1 && days < 7) return locale === 'en' ? `${days} days ago` : `${days} 天前`;
  return undefined;
}

/** A moment as people say it: `今天 09:12`, `3 天前`, `11 月 9 日`, `2024-03-05`. */
export function sayMoment(iso: string, now: Date, timeZone: string, locale: Locale): string {
  const at = partsOf(new Date(iso), timeZone);
  const today = partsOf(now, timeZone);
  const said = recent(daysBetween(isoDay(at), isoDay(today)), at.time, locale);
  if (said !== undefined) return said;
  return at.year === today.year ? longDate(isoDay(at), locale, today.year) : isoDay(at);
}

/** `2026-11-21 09:12` in the person's time zone. */
export function fullMoment(iso: string, timeZone: string): string {
  const at = partsOf(new Date(iso), timeZone);
  return `${isoDay(at)} ${at.time}`;
}
