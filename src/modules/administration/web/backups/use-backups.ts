import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '#kit/api/api-client.ts';

export interface BackupView {
  readonly name: string;
  readonly bytes: number;
  readonly createdAt: string;
  readonly kind: 'scheduled' | 'manual' | 'upgrade' | 'command' | null;
  readonly verifiedAt: string | null;
  readonly lockedBy: 'secret' | 'passphrase' | null;
  readonly rows: number | null;
  readonly files: number | null;
}

export interface LastRun {
  readonly id: string;
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  readonly done: number;
  readonly total: number | null;
  readonly error: string | null;
  readonly at: string;
}

export interface BackupStatus {
  readonly folder: string;
  readonly problem: string | null;
  readonly isOn: boolean;
  /** The newest one is older than a day. */
  readonly isLate: boolean;
  readonly lockedBy: 'secret' | 'passphrase';
  readonly nextAt: string | null;
  readonly freeBytes: number | null;
  readonly last: LastRun | null;
}

interface BackupPage {
  readonly data: readonly BackupView[];
  readonly status: BackupStatus;
}

const BUSY_MS = 800;
const CALM_MS = 20_000;

export const isUnderWay = (run: LastRun | null): run is LastRun => run?.state === 'waiting' || run?.state === 'running';

/** The backups and how the last one went; read often while one is made. */
export function useBackups() {
  const client = useQueryClient();
  const found = useQuery({
    queryKey: ['backups'],
    queryFn: ({ signal }) => api.get<BackupPage>('/backups', { signal }),
    refetchInterval: (query) => (isUnderWay(query.state.data?.status.last ?? null) ? BUSY_MS : CALM_MS),
  });
  return {
    ...found,
    makeNow: async () => {
      await api.post('/backups');
      await client.invalidateQueries({ queryKey: ['backups'] });
    },
  };
}
