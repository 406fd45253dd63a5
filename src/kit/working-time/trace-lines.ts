import type { Locale } from '#kernel/texts.ts';
import { weekdayOf } from '#kernel/working-time/working-calendar.ts';
import { holidayName } from '#kernel/working-time/holiday-names.ts';
import { wallTimeAt } from '#kernel/working-time/wall-time.ts';
import { formatHours, formatTime } from '#kernel/working-time/working-hours.ts';
import type { TraceDay, WorkingTrace } from '#kernel/working-time/working-time.ts';
import { workingTimeTexts } from './working-time.texts.ts';

/** Days of a trace that go on one line: skipped for one reason, or whole workdays in a row. */
export interface TraceLine {
  readonly first: TraceDay;
  readonly last: TraceDay;
  readonly isCounted: boolean;
  /** Seconds counted on all of them. */
  readonly seconds: number;
}

const isCounted = (trace: WorkingTrace, day: TraceDay): boolean => (trace.measure === 'days' ? day.ordinal !== null : day.seconds > 0);
const isWeekend = ({ date }: TraceDay): boolean => weekdayOf(date) > 4;

/** Counted days stay single unless they are plain workdays of equal count; so every make-up day is seen. */
function goesWith(trace: WorkingTrace, line: TraceLine, day: TraceDay): boolean {
  const { last } = line;
  if (line.isCounted !== isCounted(trace, day) || last.kind !== day.kind || last.name !== day.name) return false;
  if (!line.isCounted) return formatHours(last.hours) === formatHours(day.hours) && (day.kind !== 'rest' || isWeekend(last) === isWeekend(day));
  return day.kind === 'workday' && last.seconds === day.seconds && (last.ordinal === null || last.ordinal > 0) && formatHours(last.hours) === formatHours(day.hours);
}

/** The days of a trace as the lines that people read. */
export function traceLines(trace: WorkingTrace): readonly TraceLine[] {
  const lines: TraceLine[] = [];
  for (const day of trace.days) {
    const line = lines.at(-1);
    if (line && goesWith(trace, line, day)) lines[lines.length - 1] = { ...line, last: day, seconds: line.seconds + day.seconds };
    else lines.push({ first: day, last: day, isCounted: isCounted(trace, day), seconds: day.seconds });
  }
  return lines;
}

/** `2 小时 30 分`, `2 h 30 min`; seconds only where there are any. */
export function sayDuration(locale: Locale, seconds: number): string {
  const { t } = workingTimeTexts;
  const parts = [
    [Math.floor(seconds / 3600), 'hours'], [Math.floor(seconds / 60) % 60, 'minutes'], [seconds % 60, 'seconds'],
  ] as const;
  const said = parts.filter(([n]) => n > 0).map(([n, unit]) => t(locale, unit, { n }));
  return said.length === 0 ? t(locale, 'none') : said.join(' ');
}

const dayFormats = {
  'zh-CN': new Intl.DateTimeFormat('zh-CN', { timeZone: 'UTC', month: 'long', day: 'numeric' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'short', day: 'numeric' }),
};
const weekdayFormats = {
  'zh-CN': new Intl.DateTimeFormat('zh-CN', { timeZone: 'UTC', weekday: 'short' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'short' }),
};

/** `2月5日 周三`, `Wed 5 Feb`. */
export function sayDay(locale: Locale, date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  const [said, weekday] = [dayFormats[locale].format(day), weekdayFormats[locale].format(day)];
  return locale === 'en' ? `${weekday} ${said}` : `${said} ${weekday}`;
}

/** One day or, for several, `1月28日～2月4日`. */
export function sayDays(locale: Locale, { first, last }: TraceLine): string {
  if (first.date === last.date) return sayDay(locale, first.date);
  const [from, to] = [first, last].map(({ date }) => dayFormats[locale].format(new Date(`${date}T00:00:00Z`)));
  return `${from}${locale === 'en' ? '–' : '～'}${to}`;
}

/** An instant on the wall of a zone, with its year: `2025年2月5日 周三 11:00`. */
export function sayMomentIn(locale: Locale, timeZone: string, iso: string): string {
  const { date, seconds } = wallTimeAt(timeZone, new Date(iso));
  const time = formatTime(seconds);
  return locale === 'en' ? `${sayDay(locale, date)} ${date.slice(0, 4)}, ${time}` : `${date.slice(0, 4)}年${sayDay(locale, date)} ${time}`;
}

/** Why a day counts or does not: 周末, 春节, 国庆节调休上班. */
export function sayReason(locale: Locale, day: TraceDay): string {
  const { t } = workingTimeTexts;
  const name = holidayName(day.name, locale);
  if (day.kind === 'rest') return t(locale, isWeekend(day) ? 'weekend' : 'rest');
  if (day.kind === 'holiday') return name === '' ? t(locale, 'holiday') : name;
  if (day.kind === 'makeUp') return name === '' ? t(locale, 'makeUpPlain') : t(locale, 'makeUp', { name });
  if (day.kind === 'special') return [name, t(locale, day.hours.length === 0 ? 'closed' : 'special')].filter(Boolean).join(' · ');
  return t(locale, 'workday');
}

/** What the line counts: hours, its number as a working day, or why nothing of it counts. */
export function sayCount(locale: Locale, trace: WorkingTrace, { first, last, isCounted: counts, seconds }: TraceLine): string {
  const { t } = workingTimeTexts;
  if (!counts) return t(locale, first.hours.length > 0 ? 'outside' : 'skipped');
  if (trace.measure === 'seconds') return t(locale, 'counts', { time: sayDuration(locale, seconds) });
  if (first.ordinal === 0) return t(locale, 'startDay');
  return first.ordinal === last.ordinal ? t(locale, 'nth', { n: first.ordinal ?? 0 }) : t(locale, 'range', { from: first.ordinal ?? 0, to: last.ordinal ?? 0 });
}

/** The question in words: `从 2025年1月27日 周一 16:00 起，3 个工作日`. */
export function sayQuestion(locale: Locale, { measure, amount, start, timeZone }: WorkingTrace): string {
  const { t } = workingTimeTexts;
  const said = measure === 'days' ? t(locale, 'workingDays', { n: amount }) : t(locale, 'workingTime', { time: sayDuration(locale, amount) });
  return t(locale, 'from', { moment: sayMomentIn(locale, timeZone, start), amount: said });
}
