import type { Filter } from '#meta/filter.ts';
import type { ObjectMeta } from '#meta/view-model.ts';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { isSameFilter, readFilter } from '../filter/filter-model.ts';
import { isSameSettings, settingsOf, useViews } from '../views/use-views.ts';
import { readMode } from './list-modes.ts';
import { useWidths } from './use-widths.ts';
import type { ListMode, SavedView, ViewSettings } from '../views/view-types.ts';

/** What the address holds of a list; absent keys are as in the view. */
interface ListSearch {
  readonly view?: string;
  /** The router reads digits in the address as a number. */
  readonly q?: string | number;
  readonly filter?: unknown;
  readonly sort?: string;
  readonly group?: string;
  readonly mode?: string;
  readonly date?: string | undefined;
  readonly place?: string | undefined;
  readonly cols?: string;
  readonly peek?: string;
  readonly new?: number;
}

const searchWords = (q: string | number | undefined): string | undefined => (q === undefined ? undefined : String(q));

export interface ListChange {
  readonly q?: string | undefined;
  readonly filter?: Filter | undefined;
  readonly sort?: string;
  readonly groupBy?: string | undefined;
  readonly mode?: ListMode;
  readonly dateField?: string;
  readonly placeField?: string;
  readonly columns?: readonly string[];
}

function currentSettings(object: ObjectMeta, base: ViewSettings, search: ListSearch, widths: ViewSettings['widths']): ViewSettings {
  const cols = search.cols?.split(',').filter((key) => object.fields.some((f) => f.key === key));
  return {
    mode: readMode(object, search.mode) ?? base.mode,
    columns: cols && cols.length > 0 ? cols : base.columns,
    filter: search.filter === undefined ? base.filter : readFilter(search.filter),
    sort: search.sort ?? base.sort,
    groupBy: search.group === undefined ? base.groupBy : search.group || undefined,
    dateField: search.date ?? base.dateField,
    placeField: search.place ?? base.placeField,
    widths: { ...base.widths, ...widths },
  };
}

/** Only what differs from the view goes into the address, so that it stays short and a clean view stays clean. */
function toSearch(base: ViewSettings, now: ViewSettings): ListSearch {
  return {
    ...(now.mode === base.mode ? {} : { mode: now.mode }),
    ...(isSameFilter(now.filter, base.filter) ? {} : { filter: now.filter ?? null }),
    ...(now.sort === base.sort ? {} : { sort: now.sort }),
    ...(now.groupBy === base.groupBy ? {} : { group: now.groupBy ?? '' }),
    ...(now.dateField === base.dateField ? {} : { date: now.dateField }),
    ...(now.placeField === base.placeField ? {} : { place: now.placeField }),
    ...(now.columns.join() === base.columns.join() ? {} : { cols: now.columns.join() }),
  };
}

/** A list's filter, sort, columns, grouping, mode, search and peek, kept in the address (UX-1, UX-2). */
export function useListState(object: ObjectMeta) {
  const search: ListSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const views = useViews(object);
  const view: SavedView | undefined = views.views.find((v) => (search.view === undefined ? v.isDefault : v.id === search.view));
  const base = useMemo(() => settingsOf(object, view), [object, view]);
  const { widths, resize, reset } = useWidths(object.key, view?.id);
  const settings = useMemo(() => currentSettings(object, base, search, widths), [object, base, search, widths]);
  const go = useCallback(
    (next: Record<string, unknown>, replace: boolean) => void navigate({ to: '.', search: next, replace }),
    [navigate],
  );
  const keep = search.view === undefined ? {} : { view: search.view };
  const change = (given: ListChange) => {
    const { q, ...rest } = { q: searchWords(search.q), ...given };
    const now: ViewSettings = { ...settings, ...rest };
    go({ ...keep, ...(q ? { q } : {}), ...toSearch(base, now), ...(search.peek ? { peek: search.peek } : {}) }, true);
  };
  return {
    views,
    view,
    settings,
    q: searchWords(search.q),
    // Without a view, widths are this device's own and no change to save.
    isChanged: !isSameSettings(view ? settings : { ...settings, widths: base.widths }, base),
    resize,
    change,
    /** `all`: the plain list, even when a view opens by default. */
    openView: (id: string) => go({ view: id }, false),
    discard: () => {
      if (view) reset();
      go(keep, true);
    },
    peek: search.peek,
    setPeek: (id: string | undefined) => {
      const { peek: _, ...rest } = search;
      go({ ...rest, ...(id === undefined ? {} : { peek: id }) }, true);
    },
    isCreating: search.new !== undefined,
    setCreating: (isOn: boolean) => {
      const { new: _, ...rest } = search;
      go({ ...rest, ...(isOn ? { new: 1 } : {}) }, true);
    },
  };
}

export type ListState = ReturnType<typeof useListState>;
