import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '#kit/api/api-client.ts';
import type { ImportInfo, ImportRowInfo } from '../use-imports.ts';

const PAGE = 30;

interface RowPage { readonly data: readonly ImportRowInfo[]; readonly page: { readonly next: number | null } }

/** Rows of one kind, page by page. */
export function useRows(info: Pick<ImportInfo, 'id' | 'state'>, state: string) {
  const client = useQueryClient();
  const key = ['import-rows', info.id, info.state, state];
  const found = useInfiniteQuery({
    queryKey: key, initialPageParam: 0,
    queryFn: ({ signal, pageParam }) => api.get<RowPage>(`/imports/${info.id}/rows`, { signal, query: { state, limit: PAGE, after: pageParam } }),
    getNextPageParam: (last: RowPage) => last.page.next,
  });
  const rows = found.data?.pages.flatMap((page) => page.data) ?? [];
  /** Shows the new answer of one row in its place, so that nothing jumps under the pointer. */
  const put = (row: ImportRowInfo) => client.setQueryData<typeof found.data>(key, (held) => held && {
    ...held, pages: held.pages.map((page) => ({ ...page, data: page.data.map((one) => (one.row === row.row ? row : one)) })),
  });
  return { ...found, rows, put };
}
