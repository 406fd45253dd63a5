import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { call } from '#kit/api/typed-client.ts';
import type { RecordData } from '#kit/records/record-types.ts';
import { orderEntries, readEntry } from './timeline-entry-data.ts';

/** Entries of the first page and of each further one (CU-3). */
const PAGE = 50;

/** The timeline of a customer; below the key of activities, so that a colleague's new note shows by itself. */
export function useTimeline(customer: RecordData, kinds: readonly string[]) {
  const client = useQueryClient();
  const { id, version } = customer;
  const result = useInfiniteQuery({
    queryKey: ['records', 'activity', 'timeline', id, kinds.join()],
    queryFn: ({ pageParam, signal }) => call('GET /customers/{id}/timeline', { params: { id }, signal, query: { kinds: kinds.join(), limit: PAGE, cursor: pageParam } }),
    initialPageParam: '',
    getNextPageParam: (last) => last.page.next ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
  const seen = useRef(version);
  useEffect(() => {
    if (seen.current === version) return;
    seen.current = version;
    void client.invalidateQueries({ queryKey: ['records', 'activity', 'timeline', id] });
  }, [client, id, version]);
  const { data } = result;
  const entries = useMemo(() => {
    const pages = data?.pages ?? [];
    const read = (list: readonly unknown[]) => list.flatMap((raw) => readEntry(raw) ?? []);
    return orderEntries(read(pages[0]?.pinned ?? []), pages.flatMap((page) => read(page.data)));
  }, [data]);
  return { ...result, entries };
}
