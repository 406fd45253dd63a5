import type { ObjectMeta } from '#meta/view-model.ts';
import { useQuery } from '@tanstack/react-query';
import { FileText, type LucideIcon, Plus } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import { call, type RowOf } from '../api/typed-client.ts';
import { useSessionIfAny } from '../api/session.ts';
import { useAddress, useModules, useNav } from '../module/registry.tsx';
import { useMeta } from '../records/use-meta.ts';
import { useLocale, usePickInside } from '../texts/locale-provider.tsx';
import { useKitTexts } from '../texts/use-texts.ts';
import { readRecent } from './recent-store.ts';

export interface PaletteItem {
  readonly key: string;
  readonly section: string;
  readonly title: string;
  readonly second?: string;
  readonly to: string;
  readonly icon: LucideIcon;
}

type SearchHit = RowOf<'GET /search'>;

const matches = (text: string, q: string): boolean => text.toLowerCase().includes(q.toLowerCase());

function useCommands(q: string): PaletteItem[] {
  const t = useKitTexts();
  const { locale } = useLocale();
  const inside = usePickInside();
  const address = useAddress();
  const rights = useSessionIfAny()?.rights ?? [];
  const objects = useMeta().objects;
  const modules = useModules();
  const pages = useNav().flatMap((g) => g.entries).map((e) => ({
    key: `go-${e.key}`, section: t('palette.go'), title: e.label[locale], to: e.to, icon: e.icon, words: [e.label['zh-CN'], e.label.en],
  }));
  const creates = objects.filter((o) => o.grants.create && o.writes === 'records').map((o) => ({
    key: `new-${o.key}`, section: t('palette.create'), title: t('palette.newOf', { object: inside(o.label.one) }), to: `${address(o)}?new=1`, icon: Plus,
    words: [o.label.one['zh-CN'], o.label.one.en],
  }));
  // The list of modules never changes while the app runs, so these hooks keep their order.
  const moreCommands = modules.flatMap((m) => m.useCommands?.() ?? []);
  const commands = [...modules.flatMap((m) => m.commands ?? []), ...moreCommands].filter((c) => !c.right || rights.includes(c.right)).map((c) => ({
    key: `do-${c.key}`, section: t('palette.actions'), title: c.label[locale], to: c.to, icon: c.icon, words: [c.label['zh-CN'], c.label.en, ...(c.words ?? [])],
  }));
  const all = [...pages, ...creates, ...commands];
  if (q === '') return [...pages.slice(0, 8), ...creates.slice(0, 4)];
  return all.filter((item) => matches(item.title, q) || item.words.some((word) => matches(word, q))).slice(0, 8);
}

function useHits(q: string) {
  const term = useDeferredValue(q.trim());
  return useQuery({
    queryKey: ['search', term],
    queryFn: ({ signal }) => call('GET /search', { signal, query: { q: term, limit: 12 } }),
    enabled: term.length >= 2,
    staleTime: 20_000,
  });
}

/** What the palette offers for the words typed so far. */
export function usePaletteItems(q: string): { items: readonly PaletteItem[]; isSearching: boolean } {
  const t = useKitTexts();
  const { locale } = useLocale();
  const address = useAddress();
  const { objects } = useMeta();
  const commands = useCommands(q.trim());
  const hits = useHits(q);
  const recent = useMemo(readRecent, []);
  const find = (key: string): ObjectMeta | undefined => objects.find((o) => o.key === key);
  const toItem = (section: string) => (hit: Pick<SearchHit, 'object' | 'id' | 'title'> & { readonly second?: string | null | undefined }): PaletteItem[] => {
    const object = find(hit.object);
    if (!object) return [];
    const second = [object.label.one[locale], hit.second].filter(Boolean).join(' · ');
    return [{ key: `${section}-${hit.id}`, section, title: hit.title, second, to: `${address(object)}/${hit.id}`, icon: FileText }];
  };
  const found = q.trim().length >= 2 ? (hits.data?.data ?? []).flatMap(toItem(t('palette.results'))) : [];
  const seen = q.trim() === '' ? recent.flatMap(toItem(t('palette.recent'))) : [];
  return { items: [...seen, ...found, ...commands], isSearching: hits.isFetching };
}
