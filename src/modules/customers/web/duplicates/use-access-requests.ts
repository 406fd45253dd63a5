import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { call, type RowOf } from '#kit/api/typed-client.ts';
import { useSession } from '#kit/api/session.ts';

export type AccessRequest = RowOf<'GET /access-requests'>;

export const ACCESS_REQUESTS = ['access-requests'] as const;

/** Requests that the person made or may answer, newest first. */
export const useAccessRequests = (): UseQueryResult<readonly AccessRequest[]> => useQuery({
  queryKey: ACCESS_REQUESTS,
  queryFn: async ({ signal }) => (await call('GET /access-requests', { signal })).data,
  staleTime: 60_000, retry: false,
});

/** How many colleagues wait for the person's answer, for the navigation (UX-15). */
export function useOpenAccessRequests(): number | undefined {
  const me = useSession().user.id;
  const count = useAccessRequests().data?.filter(({ state, requester }) => state === 'open' && requester.id !== me).length ?? 0;
  return count === 0 ? undefined : count;
}
