import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { onPersonalEvent } from '#kit/api/live-updates.ts';
import { call, type RowOf } from '#kit/api/typed-client.ts';
import { useAddress } from '#kit/module/registry.tsx';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { notificationsWebTexts } from './notifications-web.texts.ts';

export type Notification = RowOf<'GET /notifications'>;

export const useNoticeTexts = () => useTexts(notificationsWebTexts);

const KEY = ['notifications'] as const;

/** Unread ones, live; asked again from time to time in case a change was missed while the line was broken. */
export function useUnreadCount(): number {
  const client = useQueryClient();
  useEffect(() => onPersonalEvent('notifications', () => void client.invalidateQueries({ queryKey: KEY })), [client]);
  const found = useQuery({
    queryKey: [...KEY, 'count'], queryFn: ({ signal }) => call('GET /notifications/count', { signal }), staleTime: 30_000, refetchInterval: 120_000, retry: false,
  });
  return found.data?.unread ?? 0;
}

export const countWords = (count: number): string => (count > 99 ? '99+' : String(count));

export const useNotifications = (filter: { readonly isUnread: boolean; readonly kind?: string | undefined }, limit = 30) => useInfiniteQuery({
  queryKey: [...KEY, 'list', filter, limit],
  queryFn: ({ signal, pageParam }) => call('GET /notifications', {
    signal, query: { unread: String(filter.isUnread), limit, ...(filter.kind !== undefined && { kind: filter.kind }), ...(pageParam !== '' && { cursor: pageParam }) },
  }),
  initialPageParam: '',
  getNextPageParam: (page) => page.page.next ?? undefined,
});

type ReadTarget = { readonly ids: readonly string[] } | { readonly all: true; readonly kind?: string };

/** Marks as read or not; the lists follow. */
export function useMarkRead(): (target: ReadTarget, isRead?: boolean) => Promise<void> {
  const client = useQueryClient();
  return useCallback(async (target, isRead = true) => {
    try {
      await call('POST /notifications/read', { body: { ...target, isRead } });
    } catch (error) {
      reportProblem(error);
    }
    await client.invalidateQueries({ queryKey: KEY });
  }, [client]);
}

/** The page that a notification leads to; undefined when there is nothing to see any more. */
export function useTargetPath(): (target: Notification['target']) => string | undefined {
  const find = useFindObject();
  const address = useAddress();
  return (target) => {
    if (target === null) return undefined;
    if ('path' in target) return target.path;
    const object = find(target.object);
    return object && `${address(object)}/${target.id}`;
  };
}
