import { date as feelDate, duration as feelDuration, evaluate, FeelDate, FeelDuration, unaryTest } from 'feelin';
import { CalendarDate, CalendarSpan, parseCalendarDate, parseCalendarSpan } from './calendar-date.ts';
import type { FeelValue, Scope } from './feel-value.ts';

/** Our values as the reference engine wants them. */
export function toReference(value: FeelValue): unknown {
  if (value instanceof CalendarDate) return feelDate(value.iso);
  if (value instanceof CalendarSpan) return feelDuration(value.months !== 0 ? `P${value.months}M` : `P${value.days}D`);
  if (Array.isArray(value)) return value.map(toReference);
  if (isPlainObject(value)) return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, toReference(part)]));
  return value;
}

/** The reference engine's dates and simple spans as ours, so that compiled and interpreted FEEL mix. */
export function fromReference(value: unknown): FeelValue {
  if (value === undefined) return null;
  if (value instanceof FeelDate) return parseCalendarDate(value.toString()) ?? value;
  if (value instanceof FeelDuration) return parseCalendarSpan(value.toString()) ?? value;
  if (Array.isArray(value)) return value.map(fromReference);
  if (isPlainObject(value)) return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, fromReference(part)]));
  return value;
}

const isPlainObject = (value: unknown): value is Scope =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** Signs. Its parser takes time by the square of what it cannot read; a cell of a policy holds at most half of this. */
const maxLength = 4_000;

function refuseLong(text: string): void {
  if (text.length > maxLength) throw new RangeError(`longer than ${maxLength} signs`);
}

/** Evaluates FEEL by the reference engine; throws its SyntaxError for text that is no FEEL, a RangeError for one that is too long. */
export function referenceValue(text: string, scope: Scope): FeelValue {
  refuseLong(text);
  return fromReference(evaluate(text, toReference(scope) as Record<string, unknown>).value);
}

/** A unary test by the reference engine, the value as `?`. */
export function referenceTest(text: string, value: FeelValue, scope: Scope): boolean {
  refuseLong(text);
  return unaryTest(text, { ...(toReference(scope) as Record<string, unknown>), '?': toReference(value) }).value === true;
}
