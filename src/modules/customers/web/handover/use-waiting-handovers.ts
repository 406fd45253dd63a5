import { useQuery } from '@tanstack/react-query';
import { api } from '#kit/api/api-client.ts';
import type { Handover } from './handover-types.ts';

/** How many customers wait for the person's yes or no, for the navigation. */
export function useWaitingHandovers(): number | undefined {
  const found = useQuery({
    queryKey: ['handovers', 'mine'],
    queryFn: ({ signal }) => api.get<{ data: readonly Handover[] }>('/handovers', { signal, query: { mine: true } }),
    staleTime: 60_000, retry: false,
  });
  const count = (found.data?.data ?? []).reduce((sum, one) => sum + one.mine, 0);
  return count === 0 ? undefined : count;
}
