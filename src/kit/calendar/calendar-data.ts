import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import { queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../api/api-client.ts';
import { bothFilters } from '../filter/filter-model.ts';
import { dayOf, dayRange } from '../list/day-range.ts';
import { type RecordData, type RecordPage, type RecordQuery, filterParam } from '../records/record-types.ts';
import { referenceKeys } from '../records/use-meta.ts';
import { summaryQuery, useRecords } from '../records/use-records.ts';
import { addDays } from '../texts/periods.ts';

/** The most that one call answers. A month with no more comes with one call. */
const PAGE = 200;

/** One more than three: instead of the words that one is left, that one itself. */
export const MONTH_SHOWN = 4;
export const AGENDA_SHOWN = 8;

export interface CalendarDay {
  readonly count: number;
  readonly records: readonly RecordData[];
}

/** Records by their day, in the order given. */
export function byDay(field: FieldMeta, records: readonly RecordData[], zone: string): ReadonlyMap<string, readonly RecordData[]> {
  const days = new Map<string, RecordData[]>();
  for (const record of records) {
    const day = dayOf(field, record[field.key], zone);
    if (day === undefined) continue;
    const found = days.get(day);
    if (found) found.push(record);
    else days.set(day, [record]);
  }
  return days;
}

/** The days of which fewer records are here than are shown: each asks for its own. */
export function thinDays(counts: ReadonlyMap<string, number>, found: ReadonlyMap<string, readonly RecordData[]>, shown: number): readonly string[] {
  return [...counts].filter(([day, count]) => (found.get(day)?.length ?? 0) < Math.min(count, shown)).map(([day]) => day);
}

interface CalendarRange {
  /** `YYYY-MM-DD`; `to` is not included. */
  readonly from: string;
  readonly to: string;
  readonly zone: string;
  /** Records shown of one day; the rest is its count. */
  readonly shown: number;
}

/**
 * The exact count of each day, and of each day at least the records that are shown: however full the month is, no day
 * is cut off by the days before it (UX-3).
 */
export function useCalendarDays(object: ObjectMeta, field: FieldMeta, query: RecordQuery, { from, to, zone, shown }: CalendarRange) {
  const sort = field.isSortable ? field.key : undefined;
  const ranged = useMemo(
    () => ({ filter: bothFilters(query.filter, dayRange(field, from, to, zone)), q: query.q, sort }),
    [query.filter, query.q, field, from, to, zone, sort],
  );
  const list = useRecords(object, ranged, PAGE);
  const summary = useQuery(summaryQuery(object, `${field.key}:day`, ['count'], ranged));
  const counts = new Map((summary.data ?? []).map((row) => [String(row.key), row.count ?? 0]));
  const first = byDay(field, list.records, zone);
  // While the first page is on its way nothing is known to be thin; and without a further page nothing can be.
  const thin = list.hasNextPage && !list.isPlaceholderData ? thinDays(counts, first, shown) : [];
  const days = useQueries({
    queries: thin.map((day) => dayQuery(object, { ...query, sort, filter: bothFilters(query.filter, dayRange(field, day, addDays(day, 1), zone)) }, shown)),
  });
  const own = new Map(thin.map((day, at) => [day, days[at]?.data ?? []]));
  const recordsOf = (day: string): readonly RecordData[] => own.get(day) ?? first.get(day) ?? [];
  const dayAt = (day: string): CalendarDay => ({ records: recordsOf(day), count: Math.max(recordsOf(day).length, counts.get(day) ?? 0) });
  const records = [...list.records, ...[...own.values()].flat()];
  return { dayAt, records, isPending: list.isPending, error: list.error, refetch: list.refetch };
}

const dayQuery = (object: ObjectMeta, query: RecordQuery, limit: number) => queryOptions({
  queryKey: ['records', object.key, 'day', query, limit],
  queryFn: ({ signal }) => api.get<RecordPage>(`/${object.plural}`, {
    signal, query: { filter: filterParam(query.filter), q: query.q, sort: query.sort, limit, include: referenceKeys(object).join(',') || undefined },
  }),
  select: (answer) => answer.data,
  staleTime: 10_000,
});
