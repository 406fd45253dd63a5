import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '#kit/api/api-client.ts';
import { onPersonalEvent } from '#kit/api/live-updates.ts';
import { type CallAnswer, type CallInput, type RowOf, call } from '#kit/api/typed-client.ts';

export type ImportInfo = CallAnswer<'GET /imports/{id}'>;
export type ImportState = ImportInfo['state'];
export type ImportOptions = ImportInfo['options'];
export type ImportColumn = ImportInfo['columns'][number];
export type DuplicateChoice = ImportOptions['duplicates'];
export type ImportRowInfo = RowOf<'GET /imports/{id}/rows'>;
export type ImportMatch = ImportRowInfo['matches'][number];

export type NewFieldType = NonNullable<ImportColumn['newType']>;
export const newFieldTypes = [
  'text', 'longText', 'choice', 'multiChoice', 'number', 'integer', 'money', 'date', 'boolean', 'phone', 'email', 'url',
] as const satisfies readonly NewFieldType[];

/** The server tells its progress by itself, twice a second; each word puts the next question off, so that only silence asks. */
export const SILENCE_MS = 4_000;
export const isMoving = (state: ImportState): boolean => state === 'checking' || state === 'running' || state === 'undoing';

/** One import, kept current while it moves. */
export function useImport(id: string) {
  const client = useQueryClient();
  const key = ['import', id];
  useEffect(() => onPersonalEvent('import', (payload) => {
    if (payload['id'] !== id) return;
    client.setQueryData<ImportInfo>(['import', id], (held) => (held ? { ...held, ...payload } : held));
    // Totals and the reason of a stop are known only to the whole answer.
    if (typeof payload['state'] === 'string' && !['checking', 'running', 'undoing'].includes(payload['state'])) void client.invalidateQueries({ queryKey: ['import', id] });
  }), [client, id]);
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call('GET /imports/{id}', { params: { id }, signal }),
    refetchInterval: ({ state }) => (state.data && isMoving(state.data.state) ? SILENCE_MS : false),
  });
  const set = (info: ImportInfo) => client.setQueryData(key, info);
  return {
    ...query,
    act: async (verb: 'check' | 'start' | 'pause' | 'resume' | 'cancel' | 'undo') => set(await call(`POST /imports/{id}/${verb}`, { params: { id } })),
    change: async (body: CallInput<'PATCH /imports/{id}'>['body']) => set(await call('PATCH /imports/{id}', { params: { id }, body })),
    decideAll: async (choice: DuplicateChoice) => {
      set(await call('POST /imports/{id}/decisions', { params: { id }, body: { do: choice } }));
      client.removeQueries({ queryKey: ['import-rows', id] });
    },
  };
}

export type ImportHandle = ReturnType<typeof useImport>;

/** Sends a file as it is; the answer is the draft with its guessed columns. */
export const uploadFile = (object: string, file: File): Promise<ImportInfo> =>
  api.post<ImportInfo>('/imports', file, { query: { object, name: file.name } });
