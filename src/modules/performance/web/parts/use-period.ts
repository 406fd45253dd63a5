import { useNavigate, useSearch } from '@tanstack/react-router';
import { useFormat } from '#kit/texts/use-format.ts';
import { type Period, periodAround } from './period-model.ts';

const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

/** Period and unit as the address of the page says; this month at first. */
export function usePeriod(path: string) {
  const navigate = useNavigate();
  const today = useFormat().today();
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const { from, to, unit } = search;
  const whole = periodAround('month', today);
  const isWhole = isDay(from) && isDay(to) && from <= to;
  const asked: Period = { ...(isWhole ? { from, to } : whole), unit: typeof unit === 'string' && unit !== '' ? unit : undefined };
  const change = (part: Partial<Period>) => {
    const next = { ...asked, ...part };
    void navigate({ to: `${path}?${addressOf(next)}`, replace: true });
  };
  return { asked, change, today };
}

/** The period as the address carries it from page to page. */
export const addressOf = ({ from, to, unit }: Period): string => `from=${from}&to=${to}${unit === undefined ? '' : `&unit=${unit}`}`;
