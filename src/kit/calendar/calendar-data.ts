import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { bothFilters } from '../filter/filter-model.ts';
import { dayOf, dayRange } from '../list/day-range.ts';
import type { RecordData, RecordQuery } from '../records/record-types.ts';
import { summaryQuery, useRecords } from '../records/use-records.ts';

/** The most that one call answers. */
const PAGE = 200;
/** Beyond these the days' counts lead to lists. */
const MAX_PAGES = 5;

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

/** The records from `from` up to `to` (`YYYY-MM-DD`, not included) by day, with the exact count of each day. */
export function useCalendarDays(object: ObjectMeta, field: FieldMeta, query: RecordQuery, from: string, to: string, zone: string) {
  const ranged = useMemo(
    () => ({ filter: bothFilters(query.filter, dayRange(field, from, to, zone)), q: query.q, sort: field.isSortable ? field.key : undefined }),
    [query.filter, query.q, field, from, to, zone],
  );
  const list = useRecords(object, ranged, PAGE);
  const counts = useQuery(summaryQuery(object, `${field.key}:day`, ['count'], ranged));
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const pages = list.data?.pages.length ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && pages < MAX_PAGES) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, pages]);
  const found = byDay(field, list.records, zone);
  const dayAt = (day: string): CalendarDay => {
    const records = found.get(day) ?? [];
    return { records, count: Math.max(records.length, counts.data?.find((row) => row.key === day)?.count ?? 0) };
  };
  return { dayAt, records: list.records, isPending: list.isPending, error: list.error, refetch: list.refetch };
}
