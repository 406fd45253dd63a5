import { addDays, addMonths, startOfWeek } from '#kernel/period.ts';

/** Days, both inclusive. */
export interface Period {
  readonly from: string;
  readonly to: string;
  readonly unit?: string | undefined;
}

export const periodKinds = ['day', 'week', 'month', 'quarter', 'own'] as const;
export type PeriodKind = (typeof periodKinds)[number];

const monthStart = (day: string): string => `${day.slice(0, 8)}01`;
const quarterStart = (day: string): string => addMonths(monthStart(day), -((Number(day.slice(5, 7)) - 1) % 3));

/** The whole day, week, month or quarter in which a day lies. */
export function periodAround(kind: Exclude<PeriodKind, 'own'>, day: string): { readonly from: string; readonly to: string } {
  if (kind === 'day') return { from: day, to: day };
  if (kind === 'week') return { from: startOfWeek(day), to: addDays(startOfWeek(day), 6) };
  const from = kind === 'month' ? monthStart(day) : quarterStart(day);
  return { from, to: addDays(addMonths(from, kind === 'month' ? 1 : 3), -1) };
}

/** Which kind two days make; own dates when none. */
export const kindOf = ({ from, to }: Period): PeriodKind =>
  (['day', 'week', 'month', 'quarter'] as const).find((kind) => { const whole = periodAround(kind, from); return whole.from === from && whole.to === to; }) ?? 'own';

/** The span before or after, of the same kind; own dates move by their length. */
export function step(period: Period, by: 1 | -1): { readonly from: string; readonly to: string } {
  const kind = kindOf(period);
  if (kind !== 'own') return periodAround(kind, by < 0 ? addDays(period.from, -1) : addDays(period.to, 1));
  const length = Math.round((Date.parse(period.to) - Date.parse(period.from)) / 86_400_000) + 1;
  return { from: addDays(period.from, by * length), to: addDays(period.to, by * length) };
}
