import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Bilingual } from '#kernel/texts.ts';
import { api } from '#kit/api/api-client.ts';

export interface SessionView {
  readonly id: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly expiresAt: string;
  readonly ip: string | null;
  readonly agent: string | null;
  readonly isCurrent: boolean;
}

export interface KeyView {
  readonly id: string;
  readonly name: string;
  readonly hint: string;
  readonly scopes: readonly string[];
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly lastUsedAt: string | null;
}

/** `GET /users/{id}/account`. */
export interface AccountView {
  readonly id: string;
  readonly roles: readonly string[];
  readonly units: readonly string[];
  readonly isTwoFactorOn: boolean;
  readonly mustChangePassword: boolean;
  readonly passwordChangedAt: string | null;
  readonly lastSignInAt: string | null;
  readonly sessions: readonly SessionView[];
  readonly apiKeys: readonly KeyView[];
}

export const useAccount = (id: string) => useQuery({
  queryKey: ['account', id],
  queryFn: ({ signal }) => api.get<AccountView>(`/users/${id}/account`, { signal }),
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
