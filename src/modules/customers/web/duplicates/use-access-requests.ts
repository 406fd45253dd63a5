import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { api } from '#kit/api/api-client.ts';
import { useSession } from '#kit/api/session.ts';

export interface AccessRequest {
  readonly id: string;
  readonly state: 'open' | 'granted' | 'declined';
  readonly note: string | null;
  readonly createdAt: string;
  readonly requester: { readonly id: string; readonly name: string };
  readonly customer?: { readonly id: string; readonly name: string };
  readonly unit: string | null;
}

export const ACCESS_REQUESTS = ['access-requests'] as const;

/** Requests that the person made or may answer, newest first. */
export const useAccessRequests = (): UseQueryResult<readonly AccessRequest[]> => useQuery({
  queryKey: ACCESS_REQUESTS,
  queryFn: async ({ signal }) => (await api.get<{ data: readonly AccessRequest[] }>('/access-requests', { signal })).data,
  staleTime: 60_000, retry: false,
});

/** How many colleagues wait for the person's answer, for the navigation (UX-15). */
export function useOpenAccessRequests(): number | undefined {
  const me = useSession().user.id;
  const count = useAccessRequests().data?.filter(({ state, requester }) => state === 'open' && requester.id !== me).length ?? 0;
  return count === 0 ? undefined : count;
}
