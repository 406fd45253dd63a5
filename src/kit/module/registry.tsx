import type { Bilingual } from '#kernel/texts.ts';
import { type ComponentType, createContext, lazy, type LazyExoticComponent, type ReactNode, use, useMemo } from 'react';
import { useSessionIfAny } from '../api/session.ts';
import { useMetaIfAny } from '../records/use-meta.ts';
import type { BulkAction, HomeCardEntry, Load, NavEntry, PanelPlace, RecordPanel, WebModule } from './web-module.ts';

export interface NavGroup {
  readonly key: string;
  /** Absent for the first group, which has no heading. */
  readonly label?: Bilingual;
  /** Begins closed: for what few people open, and seldom. */
  readonly isFolded?: boolean;
}

interface Registry {
  readonly modules: readonly WebModule[];
  readonly navGroups: readonly NavGroup[];
  /** A hook with entries known only at run time: objects that an administrator made. */
  readonly useMoreNav?: () => readonly NavEntry[];
}

const useNoMore = (): readonly NavEntry[] => [];

const RegistryContext = createContext<Registry>({ modules: [], navGroups: [] });

export function RegistryProvider({ modules, navGroups, useMoreNav = useNoMore, children }: Registry & { children: ReactNode }) {
  const registry = useMemo(() => ({ modules, navGroups, useMoreNav }), [modules, navGroups, useMoreNav]);
  return <RegistryContext value={registry}>{children}</RegistryContext>;
}

export const useModules = (): readonly WebModule[] => use(RegistryContext).modules;

const byOrder = (a: { order?: number }, b: { order?: number }): number => (a.order ?? 50) - (b.order ?? 50);

/** Whether an entry with an optional `right` and `object` is for this person. */
function useMay(): (entry: Pick<NavEntry, 'right' | 'object' | 'action'>) => boolean {
  const rights = useSessionIfAny()?.rights;
  const objects = useMetaIfAny()?.objects;
  return (entry) => {
    if (entry.right !== undefined && !rights?.includes(entry.right) && !rights?.includes('*')) return false;
    return entry.object === undefined || objects?.some((o) => o.key === entry.object && o.grants[entry.action ?? 'read'] !== undefined) === true;
  };
}

/** The navigation entries this person may use, by group, in order. */
export function useNav(): readonly { readonly group: NavGroup; readonly entries: readonly NavEntry[] }[] {
  const { modules, navGroups, useMoreNav = useNoMore } = use(RegistryContext);
  const may = useMay();
  const more = useMoreNav();
  const entries = [...modules.flatMap((m) => m.nav ?? []), ...more].filter(may);
  return navGroups
    .map((group) => ({ group, entries: entries.filter((e) => e.group === group.key).sort(byOrder) }))
    .filter((found) => found.entries.length > 0);
}

/** The cards that modules put on the first page of the day, for this person, in order. */
export function useHomeCards(): readonly HomeCardEntry[] {
  const may = useMay();
  return useModules().flatMap((m) => m.homeCards ?? []).filter(may).toSorted(byOrder);
}

/** The panels of one place of an object's record page. */
export function usePanels(object: string, place: PanelPlace): readonly RecordPanel[] {
  const modules = useModules();
  const rights = useSessionIfAny()?.rights;
  return useMemo(
    () =>
      modules
        .flatMap((m) => m.panels ?? [])
        .filter((p) => p.object === object && p.place === place)
        .filter((p) => p.right === undefined || rights?.includes(p.right) === true)
        .sort(byOrder),
    [modules, object, place, rights],
  );
}

export function useBulkActions(object: string): readonly BulkAction[] {
  const modules = useModules();
  const rights = useSessionIfAny()?.rights;
  return modules
    .flatMap((m) => m.bulkActions ?? [])
    .filter((a) => (a.object === object || a.object === '*') && (a.right === undefined || rights?.includes(a.right) === true))
    .sort(byOrder);
}

/** The address of an object's list: the module's own, else `/o/<plural>`. Add `/<id>` for a record. */
export function useAddress(): (object: { readonly key: string; readonly plural: string }) => string {
  const modules = useModules();
  return (object) => {
    for (const { addresses } of modules) {
      const address = addresses?.[object.key];
      if (address !== undefined) return address;
    }
    return `/o/${object.plural}`;
  };
}

const loaded = new Map<unknown, unknown>();

/** The lazy component of a `load` function; the same function always gives the same component. */
export function lazyOf<P>(load: Load<P>): LazyExoticComponent<ComponentType<P>> {
  const known = loaded.get(load);
  if (known !== undefined) return known as LazyExoticComponent<ComponentType<P>>;
  const made = lazy(load);
  loaded.set(load, made);
  return made;
}
