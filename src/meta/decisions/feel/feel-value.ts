import { CalendarDate, CalendarSpan } from './calendar-date.ts';

/** A value while FEEL runs. Anything else that the reference engine returns (ranges, functions) passes through as unknown. */
export type FeelValue = unknown;
export type Scope = { readonly [name: string]: FeelValue };

export type Ordering = -1 | 0 | 1;

/** Order of two numbers, texts, dates or spans of one kind; null when FEEL calls them not comparable. */
export function compareFeel(a: FeelValue, b: FeelValue): Ordering | null {
  if (typeof a === 'number' && typeof b === 'number') return order(a, b);
  if (typeof a === 'string' && typeof b === 'string') return order(a, b);
  if (a instanceof CalendarDate && b instanceof CalendarDate) return order(a.iso, b.iso);
  if (a instanceof CalendarSpan && b instanceof CalendarSpan) return orderSpans(a, b);
  return null;
}

function order<T extends number | string>(a: T, b: T): Ordering {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function orderSpans(a: CalendarSpan, b: CalendarSpan): Ordering | null {
  if (a.months === 0 && b.months === 0) return order(a.days, b.days);
  if (a.days === 0 && b.days === 0) return order(a.months, b.months);
  return null;
}

/** FEEL equality: null equals only null; values of different kinds give null. */
export function equalFeel(a: FeelValue, b: FeelValue): boolean | null {
  if (a === null || b === null) return a === b;
  if (typeof a === 'boolean' && typeof b === 'boolean') return a === b;
  const ordering = compareFeel(a, b);
  return ordering === null ? null : ordering === 0;
}
