import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '#kit/api/api-client.ts';
import { onPersonalEvent } from '#kit/api/live-updates.ts';
import { SILENCE_MS } from '../import/use-imports.ts';

export interface ExportInfo {
  readonly id: string;
  readonly object: string;
  readonly format: 'csv' | 'xlsx';
  readonly state: 'running' | 'done' | 'failed' | 'cancelled' | 'expired';
  readonly rowCount: number;
  readonly rowsDone: number;
  readonly fileName: string;
  readonly hasFile: boolean;
  /** Bytes. */
  readonly size: number | null;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly request: { readonly full?: boolean; readonly columns?: readonly string[]; readonly encoding?: string };
}

/** What the server says by itself goes into what is shown; the end is read whole, with its file. */
function useExportEvents(): void {
  const client = useQueryClient();
  useEffect(() => onPersonalEvent('export', (payload) => hear(client, payload)), [client]);
}

function hear(client: QueryClient, payload: Readonly<Record<string, unknown>>): void {
  const { id } = payload;
  const renew = (run: ExportInfo): ExportInfo => (run.id === id ? { ...run, ...payload } : run);
  client.setQueryData<ExportInfo>(['export', id], (held) => held && renew(held));
  client.setQueryData<{ data: readonly ExportInfo[] }>(['exports'], (held) => held && { data: held.data.map(renew) });
  if (payload['state'] === 'running') return;
  void client.invalidateQueries({ queryKey: ['export', id] });
  void client.invalidateQueries({ queryKey: ['exports'] });
}

/** One export until it ends. */
export function useExport(id: string | undefined) {
  useExportEvents();
  return useQuery({
    queryKey: ['export', id], enabled: id !== undefined, queryFn: ({ signal }) => api.get<ExportInfo>(`/exports/${id}`, { signal }),
    refetchInterval: ({ state }) => (state.data && state.data.state !== 'running' ? false : SILENCE_MS),
  });
}

/** The person's exports, newest first. */
export function useExports() {
  useExportEvents();
  return useQuery({
    queryKey: ['exports'], queryFn: ({ signal }) => api.get<{ data: readonly ExportInfo[] }>('/exports', { signal }),
    refetchInterval: ({ state }) => (state.data?.data.some((run) => run.state === 'running') ? SILENCE_MS : false),
  });
}
