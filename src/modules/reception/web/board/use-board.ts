import { useNavigate, useSearch } from '@tanstack/react-router';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '#kit/api/api-client.ts';
import { call, type CallAnswer } from '#kit/api/typed-client.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import type { RecordPage } from '#kit/records/record-types.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { boardWebTexts } from './board-web.texts.ts';

export type Board = CallAnswer<'GET /sites/{id}/board'>;
export type BoardPerson = Board['people'][number];
export type OpenTurn = BoardPerson['turns'][number];

export const useBoardTexts = () => useTexts(boardWebTexts);

/** Events of a site begin with this key, so that every change of the board reads it anew at once (RE-1). */
export const siteKey = (id: string) => ['record', 'site', id] as const;

export interface SiteChoice {
  readonly id: string;
  readonly name: string;
  readonly capabilities: readonly string[];
}

/** Sites that the person may see. */
export const useSites = () => useQuery({
  queryKey: ['records', 'site', 'choices'],
  queryFn: async ({ signal }): Promise<readonly SiteChoice[]> => {
    const page = await api.get<RecordPage>('/sites', { signal, query: { limit: 100, sort: 'name' } });
    return page.data.map((site) => ({ id: site.id, name: String(site['name']), capabilities: site.capabilities ?? [] }));
  },
});

const LAST = 'zhike.site';

function lastSite(): string | null {
  try {
    return localStorage.getItem(LAST);
  } catch {
    return null;
  }
}

/** The site in the address, else the one looked at last on this device, else the first. */
export function useChosenSite() {
  const search: { site?: string; screen?: number } = useSearch({ strict: false });
  const navigate = useNavigate();
  const sites = useSites();
  const wanted = search.site ?? lastSite();
  const site = sites.data?.find((each) => each.id === wanted) ?? sites.data?.[0];
  useEffect(() => {
    if (!site) return;
    try {
      localStorage.setItem(LAST, site.id);
    } catch {
      // The choice then lasts until the page is closed.
    }
  }, [site]);
  const choose = (id: string) => void navigate({ to: '.', search: (old: Record<string, unknown>) => ({ ...old, site: id }), replace: true });
  return { sites, site, choose, isScreen: search.screen === 1 };
}

export const useBoard = (id: string) => useQuery({
  queryKey: [...siteKey(id), 'board'], queryFn: ({ signal }) => call('GET /sites/{id}/board', { signal, params: { id } }), refetchInterval: 60_000,
});

/** Runs an action on the board, then reads it anew; a refusal is told in a toast. Answers whether it was done. */
export function useBoardAction(siteId: string): (action: () => Promise<unknown>) => Promise<boolean> {
  const client = useQueryClient();
  return async (action) => {
    try {
      await action();
      return true;
    } catch (error) {
      reportProblem(error);
      return false;
    } finally {
      await client.invalidateQueries({ queryKey: siteKey(siteId) });
    }
  };
}

/** The present instant, moving every so many seconds: minutes of waiting count on without the server. */
export function useNow(seconds = 15): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), seconds * 1000);
    return () => clearInterval(timer);
  }, [seconds]);
  return now;
}

export const minutesSince = (iso: string, now: number): number => Math.max(0, Math.floor((now - Date.parse(iso)) / 60_000));
