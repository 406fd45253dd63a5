import { QueryClient } from '@tanstack/react-query';
import { isProblem } from './api-problem.ts';

/** Only lost networks and busy servers are worth a second try. */
const isPassing = (error: unknown): boolean => isProblem(error) && (error.status === 0 || error.status === 503);

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      gcTime: 10 * 60_000,
      retry: (count, error) => count < 2 && isPassing(error),
      refetchOnWindowFocus: true,
    },
    mutations: { retry: false },
  },
});
