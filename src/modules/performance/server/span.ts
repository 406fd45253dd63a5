import { fail } from '#kernel/failure.ts';
import { addDays, addMonths, startOfDay } from '#kernel/period.ts';

/** Days of the company's zone as they were asked for, and the instants that they stand for; `to` of the instants is exclusive. */
export interface Span {
  readonly firstDay: string;
  readonly lastDay: string;
  readonly from: Date;
  readonly to: Date;
  /** IANA, the company's. */
  readonly zone: string;
}

/** Both days inclusive. Errors: request.invalid when they are the wrong way round. */
export function spanOf(firstDay: string, lastDay: string, zone: string): Span {
  if (lastDay < firstDay) throw fail('request.invalid', {}, [{ path: 'to', code: 'too-small', params: { min: firstDay } }]);
  return { firstDay, lastDay, from: startOfDay(firstDay, zone), to: startOfDay(addDays(lastDay, 1), zone), zone };
}

/** A whole month `YYYY-MM`. */
export const monthSpan = (month: string, zone: string): Span => spanOf(`${month}-01`, addDays(addMonths(`${month}-01`, 1), -1), zone);

/** The twelve months that end with the one of the last day. */
export const yearSpan = ({ lastDay, zone }: Span): Span => {
  const last = `${lastDay.slice(0, 7)}-01`;
  return spanOf(addMonths(last, -11), addDays(addMonths(last, 1), -1), zone);
};

/** The months of a span, `YYYY-MM`, the earliest first. */
export function monthsOf({ firstDay, lastDay }: Span): string[] {
  const months: string[] = [];
  for (let month = firstDay.slice(0, 7); month <= lastDay.slice(0, 7); month = addMonths(`${month}-01`, 1).slice(0, 7)) months.push(month);
  return months;
}
