import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '#kit/api/api-client.ts';
import { onPersonalEvent } from '#kit/api/live-updates.ts';

export type ImportState = 'draft' | 'checking' | 'checked' | 'running' | 'paused' | 'done' | 'failed' | 'cancelled' | 'undoing' | 'undone';

export const newFieldTypes = [
  'text', 'longText', 'choice', 'multiChoice', 'number', 'integer', 'money', 'date', 'boolean', 'phone', 'email', 'url',
] as const;
export type NewFieldType = (typeof newFieldTypes)[number];

export interface ImportColumn {
  readonly column: number;
  readonly header: string;
  readonly field: string | null;
  readonly samples?: readonly string[];
  readonly guess?: string | null;
  readonly confidence?: number;
  readonly newType?: NewFieldType;
}

export type DuplicateChoice = 'skip' | 'update' | 'create';

export interface ImportOptions {
  readonly mode: 'create' | 'update' | 'both';
  readonly matchBy: readonly string[];
  readonly owner: { readonly kind: 'me' | 'person' | 'pool' | 'column'; readonly person?: string };
  readonly defaults: Readonly<Record<string, unknown>>;
  readonly duplicates: DuplicateChoice;
  readonly reason?: string;
}

export interface ImportInfo {
  readonly id: string;
  readonly object: string;
  readonly fileName: string;
  readonly encoding: string | null;
  readonly sheet: string | null;
  readonly sheets: readonly string[];
  readonly headers: readonly string[];
  readonly rowCount: number | null;
  readonly rowsDone: number;
  readonly state: ImportState;
  readonly options: ImportOptions;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly duplicates: number;
  readonly errors: number;
  readonly kept: number;
  /** Doubles and rows that are alike, of a checked import. */
  readonly matched: number;
  readonly problemText: string | null;
  readonly author?: string;
  readonly createdAt: string;
  readonly columns: readonly ImportColumn[];
  readonly matchFields: readonly string[];
  readonly isRemembered: boolean;
  readonly ownerName: string | null;
  readonly mayAddFields: boolean;
}

export interface ImportMatch {
  readonly id?: string;
  readonly name?: string;
  readonly row?: number;
  readonly score: number;
  readonly isExact: boolean;
  readonly isDouble: boolean;
  readonly mayUpdate?: boolean;
  readonly cells?: readonly { readonly column: number; readonly text: string; readonly isSame: boolean }[];
}

export interface ImportRowInfo {
  readonly row: number;
  readonly state: string;
  readonly record: { readonly id: string; readonly name: string } | null;
  readonly issues: readonly { readonly code: string; readonly column: number | null; readonly message: string }[];
  readonly matches: readonly ImportMatch[];
  readonly decision: { readonly do: DuplicateChoice; readonly record?: string } | null;
  readonly cells: readonly (string | number | boolean | null)[] | null;
}

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
    queryFn: ({ signal }) => api.get<ImportInfo>(`/imports/${id}`, { signal }),
    refetchInterval: ({ state }) => (state.data && isMoving(state.data.state) ? SILENCE_MS : false),
  });
  const set = (info: ImportInfo) => client.setQueryData(key, info);
  return {
    ...query,
    act: async (verb: 'check' | 'start' | 'pause' | 'resume' | 'cancel' | 'undo') => set(await api.post<ImportInfo>(`/imports/${id}/${verb}`)),
    change: async (body: { mapping?: readonly (string | null)[]; options?: ImportOptions; sheet?: string }) => set(await api.patch<ImportInfo>(`/imports/${id}`, body)),
    decideAll: async (choice: DuplicateChoice) => {
      set(await api.post<ImportInfo>(`/imports/${id}/decisions`, { do: choice }));
      client.removeQueries({ queryKey: ['import-rows', id] });
    },
  };
}

export type ImportHandle = ReturnType<typeof useImport>;

/** Sends a file as it is; the answer is the draft with its guessed columns. */
export const uploadFile = (object: string, file: File): Promise<ImportInfo> =>
  api.post<ImportInfo>('/imports', file, { query: { object, name: file.name } });
