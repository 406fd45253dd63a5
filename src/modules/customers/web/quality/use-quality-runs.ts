import { useQuery } from '@tanstack/react-query';
import { call, type RowOf } from '#kit/api/typed-client.ts';

export type QualityRun = RowOf<'GET /quality/runs'>;

const isOpen = (run: QualityRun): boolean => run.state === 'running' || run.state === 'waiting';

/** How far the background work is; asked again every second while some is under way. */
export function useQualityRuns(): readonly QualityRun[] {
  const runs = useQuery({
    queryKey: ['quality-runs'],
    queryFn: ({ signal }) => call('GET /quality/runs', { signal }),
    refetchInterval: (query) => (query.state.data?.data.some(isOpen) === true ? 1_000 : false),
  });
  return runs.data?.data ?? [];
}
