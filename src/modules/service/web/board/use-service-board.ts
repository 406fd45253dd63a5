import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { call, type CallAnswer, type RowOf } from '#kit/api/typed-client.ts';
import { addMonths } from '#kit/texts/periods.ts';
import { formatNumber } from '#kit/texts/numbers.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { boardWebTexts } from './service-board-web.texts.ts';

export type Leaks = CallAnswer<'GET /service/leaks'>;
export type Cause = RowOf<'GET /service/causes'>;
export const leakKinds = ['recorded', 'handled', 'rechecked', 'fedBack'] as const;
export type LeakKind = (typeof leakKinds)[number];
export const rateKinds = ['complaintRate', 'omissionRate', 'dissatisfactionRate'] as const;
export type RateKind = (typeof rateKinds)[number];

export const useServiceBoardTexts = () => useTexts(boardWebTexts);

/** Days `YYYY-MM-DD`, `to` inclusive. */
export interface BoardAsked {
  readonly from: string;
  readonly to: string;
  readonly unit?: string | undefined;
}

export const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

export const ranges = ['month', 'quarter', 'year'] as const;
const monthsOf = { month: 0, quarter: -2, year: -11 } as const;

/** The first day of a range of whole months that ends with today's. */
export const rangeStart = (range: (typeof ranges)[number], today: string): string => `${addMonths(today.slice(0, 7), monthsOf[range])}-01`;

/** Period and unit as the address says; the last three months at first. */
export function useBoardAsked() {
  const navigate = useNavigate();
  const today = useFormat().today();
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const { from, to, unit } = search;
  const asked: BoardAsked = { from: isDay(from) ? from : rangeStart('quarter', today), to: isDay(to) ? to : today, unit: typeof unit === 'string' && unit !== '' ? unit : undefined };
  const change = (part: Partial<BoardAsked>) => {
    const next = { ...asked, ...part };
    void navigate({ to: `/service/board?from=${next.from}&to=${next.to}${next.unit ? `&unit=${next.unit}` : ''}`, replace: true });
  };
  return { asked, change, today };
}

export const periodQuery = ({ from, to, unit }: BoardAsked) => ({ from, to, ...(unit !== undefined && { unit }) });

/** The keys are those that live updates refresh. */
export const useLeaks = (asked: BoardAsked) => useQuery({ queryKey: ['counts', 'case', 'leaks', asked], queryFn: ({ signal }) => call('GET /service/leaks', { signal, query: periodQuery(asked) }), placeholderData: (earlier) => earlier, staleTime: 30_000 });
export const useCauses = (asked: BoardAsked) => useQuery({ queryKey: ['counts', 'case', 'causes', asked], queryFn: ({ signal }) => call('GET /service/causes', { signal, query: periodQuery(asked) }), placeholderData: (earlier) => earlier, staleTime: 30_000 });
export const useComplaintValue = () => useQuery({ queryKey: ['counts', 'case', 'complaint-value'], queryFn: ({ signal }) => call('GET /service/complaint-value', { signal }), staleTime: 60_000 });

/** `0.1234` → `12.3%`. */
export const percent = (rate: number): string => `${formatNumber(Math.round(rate * 1_000) / 10)}%`;
