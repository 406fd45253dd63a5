import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type CallAnswer, type RowOf, call } from '#kit/api/typed-client.ts';

export type BackupView = RowOf<'GET /backups'>;
export type BackupStatus = CallAnswer<'GET /backups'>['status'];
export type LastRun = NonNullable<BackupStatus['last']>;

const BUSY_MS = 800;
const CALM_MS = 20_000;

export const isUnderWay = (run: LastRun | null): run is LastRun => run?.state === 'waiting' || run?.state === 'running';

/** The backups and how the last one went; read often while one is made. */
export function useBackups() {
  const client = useQueryClient();
  const found = useQuery({
    queryKey: ['backups'],
    queryFn: ({ signal }) => call('GET /backups', { signal }),
    refetchInterval: (query) => (isUnderWay(query.state.data?.status.last ?? null) ? BUSY_MS : CALM_MS),
  });
  return {
    ...found,
    makeNow: async () => {
      await call('POST /backups');
      await client.invalidateQueries({ queryKey: ['backups'] });
    },
  };
}
