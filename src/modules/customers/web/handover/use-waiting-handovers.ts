import { useQuery } from '@tanstack/react-query';
import { call } from '#kit/api/typed-client.ts';

/** How many customers wait for the person's yes or no, for the navigation. */
export function useWaitingHandovers(): number | undefined {
  const found = useQuery({
    queryKey: ['handovers', 'mine'],
    queryFn: ({ signal }) => call('GET /handovers', { signal, query: { mine: 'true' } }),
    staleTime: 60_000, retry: false,
  });
  const count = (found.data?.data ?? []).reduce((sum, one) => sum + one.mine, 0);
  return count === 0 ? undefined : count;
}
