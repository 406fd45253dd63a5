import type { ObjectMeta } from '#meta/view-model.ts';
import { infiniteQueryOptions, keepPreviousData, queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api } from '../api/api-client.ts';
import { filterParam, type RecordData, type RecordPage, type RecordQuery, type SummaryRow } from './record-types.ts';
import { referenceKeys } from './use-meta.ts';

const PAGE_SIZE = 60;

function includeOf(object: ObjectMeta): string | undefined {
  const keys = referenceKeys(object);
  return keys.length > 0 ? keys.join(',') : undefined;
}

export function recordsQuery(object: ObjectMeta, query: RecordQuery, limit = PAGE_SIZE) {
  return infiniteQueryOptions({
    queryKey: ['records', object.key, query, limit],
    queryFn: ({ pageParam, signal }) =>
      api.get<RecordPage>(`/${object.plural}`, {
        signal,
        query: {
          filter: filterParam(query.filter), q: query.q, sort: query.sort, limit, include: includeOf(object), cursor: pageParam,
        },
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.page.next ?? undefined,
    staleTime: 10_000,
  });
}

/** Pages of records as one list; `fetchNextPage` loads on. Old rows stay while a changed query loads. */
export function useRecords(object: ObjectMeta, query: RecordQuery, limit = PAGE_SIZE) {
  const result = useInfiniteQuery({ ...recordsQuery(object, query, limit), placeholderData: keepPreviousData });
  return { ...result, records: result.data?.pages.flatMap((p) => p.data) ?? [] };
}

/** The exact number, asked for apart so that it never delays the rows (UX-1). */
export function useCount(object: ObjectMeta, query: RecordQuery) {
  return useQuery({
    queryKey: ['counts', object.key, query.filter, query.q],
    queryFn: ({ signal }) =>
      api.get<RecordPage>(`/${object.plural}`, { signal, query: { filter: filterParam(query.filter), q: query.q, count: 'only' } }),
    select: (answer) => answer.page.total ?? undefined,
    staleTime: 30_000,
  });
}

export function summaryQuery(object: ObjectMeta, groupBy: string, measures: readonly string[], query: RecordQuery) {
  return queryOptions({
    queryKey: ['records', object.key, 'summary', groupBy, measures, query.filter, query.q],
    queryFn: ({ signal }) =>
      api.get<{ data: readonly SummaryRow[] }>(`/${object.plural}/summary`, {
        signal,
        query: { groupBy, measures: measures.join(','), filter: filterParam(query.filter), q: query.q },
      }),
    select: (answer) => answer.data,
  });
}

export function recordQuery(object: ObjectMeta, id: string) {
  return queryOptions({
    queryKey: ['record', object.key, id],
    queryFn: ({ signal }) => api.get<RecordData>(`/${object.plural}/${id}`, { signal, query: { include: includeOf(object) } }),
    staleTime: 10_000,
  });
}

export const useRecord = (object: ObjectMeta, id: string) => useQuery(recordQuery(object, id));
