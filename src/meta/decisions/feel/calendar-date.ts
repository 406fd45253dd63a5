import { addDays, addMonths } from '#kernel/period.ts';

/** A FEEL date at run time; a class of its own, so that a date is never taken for a text. */
export class CalendarDate {
  readonly iso: string;
  constructor(iso: string) {
    this.iso = iso;
  }
}

/** A FEEL duration of months or of days; the two kinds do not mix (as in FEEL). */
export class CalendarSpan {
  readonly months: number;
  readonly days: number;
  constructor(months: number, days: number) {
    this.months = months;
    this.days = days;
  }
}

/** The date of an ISO text; null when there is no such day. */
export function parseCalendarDate(text: string): CalendarDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const at = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text ? null : new CalendarDate(text);
}

const spanPattern = /^(-)?P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?$/;

/** `P1Y2M` or `P10D`; null for anything else, such as a duration with hours, which the reference engine handles. */
export function parseCalendarSpan(text: string): CalendarSpan | null {
  const match = spanPattern.exec(text);
  if (!match) return null;
  const sign = match[1] === undefined ? 1 : -1;
  const months = Number(match[2] ?? 0) * 12 + Number(match[3] ?? 0);
  const days = Number(match[4] ?? 0);
  return months > 0 && days > 0 ? null : new CalendarSpan(sign * months, sign * days);
}

/** 31 January and one month is the last day of February (RE, registration validity). */
export function addSpan(date: CalendarDate, by: CalendarSpan): CalendarDate {
  return new CalendarDate(addDays(addMonths(date.iso, by.months), by.days));
}

/** Whole days from one date to another. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(`${to.iso}T00:00:00Z`) - Date.parse(`${from.iso}T00:00:00Z`)) / 86_400_000);
}
