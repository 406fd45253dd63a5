import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { onPersonalEvent } from '#kit/api/live-updates.ts';
import { type CallAnswer, call } from '#kit/api/typed-client.ts';
import { SILENCE_MS } from '../import/use-imports.ts';

export type ExportInfo = CallAnswer<'GET /exports/{id}'>;

/** What the server says by itself goes into what is shown; the end is read whole, with its file. */
function useExportEvents(): void {
  const client = useQueryClient();
  useEffect(() => onPersonalEvent('export', (payload) => hear(client, payload)), [client]);
}

function hear(client: QueryClient, payload: Readonly<Record<string, unknown>>): void {
  const { id } = payload;
  const renew = (run: ExportInfo): ExportInfo => (run.id === id ? { ...run, ...payload } : run);
  client.setQueryData<ExportInfo>(['export', id], (held) => held && renew(held));
  client.setQueryData<CallAnswer<'GET /exports'>>(['exports'], (held) => held && { ...held, data: held.data.map(renew) });
  if (payload['state'] === 'running') return;
  void client.invalidateQueries({ queryKey: ['export', id] });
  void client.invalidateQueries({ queryKey: ['exports'] });
}

/** One export until it ends. */
export function useExport(id: string | undefined) {
  useExportEvents();
  return useQuery({
    queryKey: ['export', id], enabled: id !== undefined, queryFn: ({ signal }) => call('GET /exports/{id}', { params: { id: id ?? '' }, signal }),
    refetchInterval: ({ state }) => (state.data && state.data.state !== 'running' ? false : SILENCE_MS),
  });
}

/** The person's exports, newest first. */
export function useExports() {
  useExportEvents();
  return useQuery({
    queryKey: ['exports'], queryFn: ({ signal }) => call('GET /exports', { signal }),
    refetchInterval: ({ state }) => (state.data?.data.some((run) => run.state === 'running') ? SILENCE_MS : false),
  });
}
