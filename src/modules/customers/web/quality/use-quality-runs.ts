import { useQuery } from '@tanstack/react-query';
import { api } from '#kit/api/api-client.ts';

export interface QualityRun {
  readonly kind: 'scores' | 'duplicates';
  readonly state: string;
  readonly done: number;
  readonly total: number | null;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
}

const isOpen = (run: QualityRun): boolean => run.state === 'running' || run.state === 'waiting';

/** How far the background work is; asked again every second while some is under way. */
export function useQualityRuns(): readonly QualityRun[] {
  const runs = useQuery({
    queryKey: ['quality-runs'],
    queryFn: ({ signal }) => api.get<{ data: readonly QualityRun[] }>('/quality/runs', { signal }),
    refetchInterval: (query) => (query.state.data?.data.some(isOpen) === true ? 1_000 : false),
  });
  return runs.data?.data ?? [];
}
