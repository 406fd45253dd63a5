import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Bilingual } from '#kernel/texts.ts';
import { api } from '#kit/api/api-client.ts';
import { call, type CallAnswer } from '#kit/api/typed-client.ts';

export type SessionView = AccountView['sessions'][number];

export type KeyView = AccountView['apiKeys'][number];

/** `GET /users/{id}/account`. */
export type AccountView = CallAnswer<'GET /users/{id}/account'>;

export const useAccount = (id: string) => useQuery({
  queryKey: ['account', id],
  queryFn: ({ signal }) => call('GET /users/{id}/account', { params: { id }, signal }),
});

/** Reloads what the pages show of a person after an action upon their account. */
export function useAccountRefresh(): (id: string) => void {
  const client = useQueryClient();
  return (id) => {
    void client.invalidateQueries({ queryKey: ['account', id] });
    void client.invalidateQueries({ queryKey: ['record', 'user', id] });
    void client.invalidateQueries({ queryKey: ['records', 'user'] });
    void client.invalidateQueries({ queryKey: ['roles'] });
  };
}

export interface RoleName {
  readonly key: string;
  readonly label: Bilingual;
  readonly description: Bilingual | null;
}

/** All roles by name; everybody may know them. */
export const useRoleNames = () => useQuery({
  queryKey: ['roles', 'names'],
  queryFn: ({ signal }) => api.get<{ data: readonly RoleName[] }>('/roles', { signal }),
  select: (answer) => answer.data,
});
