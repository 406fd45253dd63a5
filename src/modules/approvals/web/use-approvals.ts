import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { onPersonalEvent } from '#kit/api/live-updates.ts';
import { call, type CallAnswer, type RowOf } from '#kit/api/typed-client.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { approvalsWebTexts } from './approvals-web.texts.ts';

export type ApprovalLine = RowOf<'GET /approvals'>;
export type Approval = CallAnswer<'GET /approvals/{id}'>;
export type ApprovalAction = Approval['actions'][number];
export const boxes = ['waiting', 'mine', 'done'] as const;
export type Box = (typeof boxes)[number];

export const useApprovalTexts = () => useTexts(approvalsWebTexts);

export const APPROVALS = ['approvals'] as const;

/** What waits for the reader, live. */
export function useApprovalCount(): { readonly waiting: number; readonly returned: number } {
  const client = useQueryClient();
  useEffect(() => onPersonalEvent('approvals', () => void client.invalidateQueries({ queryKey: APPROVALS })), [client]);
  const found = useQuery({
    queryKey: [...APPROVALS, 'count'], queryFn: ({ signal }) => call('GET /approvals/count', { signal }), staleTime: 30_000, refetchInterval: 120_000, retry: false,
  });
  return found.data ?? { waiting: 0, returned: 0 };
}

export const useApprovals = (box: Box) => useInfiniteQuery({
  queryKey: [...APPROVALS, 'list', box],
  queryFn: ({ signal, pageParam }) => call('GET /approvals', { signal, query: { box, limit: 30, ...(pageParam !== '' && { cursor: pageParam }) } }),
  initialPageParam: '',
  getNextPageParam: (page) => page.page.next ?? undefined,
});

export const useApproval = (id: string) => useQuery({
  queryKey: [...APPROVALS, 'one', id], queryFn: ({ signal }) => call('GET /approvals/{id}', { params: { id }, signal }), retry: false,
});

export const useSubjectApprovals = (object: string, id: string) => useQuery({
  queryKey: [...APPROVALS, 'of', object, id], queryFn: ({ signal }) => call('GET /approvals/of/{object}/{id}', { params: { object, id }, signal }), retry: false,
});

export const stateTones: Readonly<Record<Approval['state'], string>> = {
  open: 'tag tag-hu', returned: 'tag tag-zhu', approved: 'tag tag-green', rejected: 'tag tag-zhu', withdrawn: 'tag',
};
