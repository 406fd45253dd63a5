import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '#kit/api/api-client.ts';
import { type RowOf, call } from '#kit/api/typed-client.ts';

/** The part of JSON Schema that settings use. */
export interface SettingSchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: { readonly type?: string; readonly enum?: readonly unknown[] };
}

export type SettingView = RowOf<'GET /admin/settings'>;

/** Has a card of its own: its parts belong together. */
export const SIGN_IN = 'signIn';

export const useSettings = () => useQuery({
  queryKey: ['settings'],
  queryFn: ({ signal }) => call('GET /admin/settings', { signal }),
  select: (answer) => answer.data,
});

export function useSaveSettings(): (values: Readonly<Record<string, unknown>>) => Promise<void> {
  const client = useQueryClient();
  return async (values) => {
    await api.put('/admin/settings', values);
    await client.invalidateQueries({ queryKey: ['settings'] });
  };
}
