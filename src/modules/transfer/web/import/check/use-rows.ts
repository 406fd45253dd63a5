import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { type CallInput, call } from '#kit/api/typed-client.ts';
import type { ImportInfo, ImportRowInfo } from '../use-imports.ts';

const PAGE = 30;

/** Which rows are asked for; absent: all. */
export type RowState = NonNullable<CallInput<'GET /imports/{id}/rows'>['query']>['state'];

/** Rows of one kind, page by page. */
export function useRows(info: Pick<ImportInfo, 'id' | 'state'>, state: RowState) {
  const client = useQueryClient();
  const key = ['import-rows', info.id, info.state, state];
  const found = useInfiniteQuery({
    queryKey: key, initialPageParam: 0,
    queryFn: ({ signal, pageParam }) => call('GET /imports/{id}/rows', { params: { id: info.id }, signal, query: { state, limit: PAGE, after: pageParam } }),
    getNextPageParam: (last) => last.page.next,
  });
  const rows = found.data?.pages.flatMap((page) => page.data) ?? [];
  /** Shows the new answer of one row in its place, so that nothing jumps under the pointer. */
  const put = (row: ImportRowInfo) => client.setQueryData<typeof found.data>(key, (held) => held && {
    ...held, pages: held.pages.map((page) => ({ ...page, data: page.data.map((one) => (one.row === row.row ? row : one)) })),
  });
  return { ...found, rows, put };
}
