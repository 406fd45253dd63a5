import type { Locale } from '#kernel/texts.ts';
import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { api } from './api-client.ts';

export interface Me {
  readonly user: {
    readonly id: string;
    readonly name: string;
    readonly username: string;
    readonly locale?: Locale | null;
    readonly timeZone?: string;
    readonly unit?: { readonly id: string; readonly name: string } | string | null;
  };
  readonly roles: readonly string[];
  readonly rights: readonly string[];
  readonly isTwoFactorOn: boolean;
  readonly mustChangePassword: boolean;
  /** A role asks for a second factor that is not set up yet. */
  readonly mustSetUpTwoFactor?: boolean;
  readonly freshUntil: string | null;
  readonly company: { readonly name: string };
  readonly isDemo: boolean;
  /** An administrator looks as this person: nothing can be changed (UX-14). */
  readonly viewing?: { readonly by: string; readonly until: string } | null;
}

export interface SetupState {
  readonly isNeeded: boolean;
  readonly hasDemo: boolean;
  /** The page was opened from another machine: the secret of the server's window is asked. */
  readonly isSecretNeeded?: boolean;
  readonly people?: readonly { readonly username: string; readonly name: string; readonly title: string | null; readonly roles: readonly string[] }[];
}

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => api.get<Me>('/auth/me', { signal }),
  staleTime: 60_000,
});

export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: ({ signal }) => api.get<SetupState>('/setup', { signal }),
  staleTime: 60_000,
});

/** The signed-in person; only below the signed-in layout, whose loader fetched it. */
export const useSession = (): Me => useSuspenseQuery(meQuery).data;

/** The signed-in person, or undefined before sign-in; never asks the server. */
export const useSessionIfAny = (): Me | undefined => useQuery({ ...meQuery, enabled: false }).data;

/** Whether the person's roles include a right such as `settings.manage`. */
export function useHasRight(right: string): boolean {
  const rights = useSessionIfAny()?.rights ?? [];
  return rights.includes(right) || rights.includes('*');
}
