import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '#kit/api/api-client.ts';
import { call, type RowOf } from '#kit/api/typed-client.ts';
import { refreshMeta } from '../parts/refresh-meta.ts';
import type { Role, RoleDraft } from './role-types.ts';

export const useRoles = () => useQuery({
  queryKey: ['roles', 'all'],
  queryFn: ({ signal }) => api.get<{ data: readonly Role[] }>('/roles', { signal }),
  select: (answer) => answer.data,
});

export type Right = RowOf<'GET /rights'>;

/** The rights beyond objects, named in the person's language. */
export const useRights = (locale: string) => useQuery({
  queryKey: ['rights', locale],
  queryFn: ({ signal }) => call('GET /rights', { signal }),
  select: (answer) => answer.data,
  staleTime: 300_000,
});

export type RolePerson = RowOf<'GET /roles/{key}/people'>;

export const useRolePeople = (key: string) => useQuery({
  queryKey: ['roles', 'people', key],
  queryFn: ({ signal }) => call('GET /roles/{key}/people', { params: { key }, signal }),
  select: (answer) => answer.data,
});

export function useRefreshRoles() {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: ['roles'] });
    // One's own rights may have changed with the role.
    void client.invalidateQueries({ queryKey: ['me'] });
    void refreshMeta(client);
  };
}

export function useRoleWrites() {
  const refresh = useRefreshRoles();
  return {
    save: async (role: Role, draft: RoleDraft) => {
      const saved = await api.patch<Role>(`/roles/${role.key}`, draft, { ifMatch: role.version });
      await refresh();
      return saved;
    },
    create: async (key: string, draft: RoleDraft, position: number) => {
      const made = await api.post<Role>('/roles', { key, ...draft, position });
      await refresh();
      return made;
    },
    remove: async (role: Role) => {
      await api.del(`/roles/${role.key}`);
      await refresh();
    },
  };
}
