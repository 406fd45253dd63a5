import { isSameJson } from '#kernel/json.ts';
import type { ObjectMeta } from '#meta/view-model.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../api/api-client.ts';
import { call } from '../api/typed-client.ts';
import { readFilter } from '../filter/filter-model.ts';
import { boardField, dateField, placeField, readMode } from '../list/list-modes.ts';
import { wireFilter } from '../records/record-types.ts';
import type { SavedView, ViewAbout, ViewSettings } from './view-types.ts';

/** How a list looks before anybody changed it. */
export function standardSettings(object: ObjectMeta): ViewSettings {
  const columns = object.fields.filter((f) => f.inList && !f.retired).map((f) => f.key);
  const all = columns.length > 0 ? columns : object.fields.slice(0, 6).map((f) => f.key);
  return { mode: 'table', columns: [object.title, ...all.filter((key) => key !== object.title)], sort: object.defaultSort, widths: {} };
}

/** A view's settings; fields that the person may no longer see are left out, so that it stays valid (UX-2). */
export function settingsOf(object: ObjectMeta, view: SavedView | undefined): ViewSettings {
  const standard = standardSettings(object);
  if (!view) return standard;
  const known = (view.columns ?? []).filter((key) => object.fields.some((f) => f.key === key));
  return {
    mode: readMode(object, view.mode) ?? 'table',
    columns: known.length > 0 ? known : standard.columns,
    filter: readFilter(view.filter),
    sort: view.sort ?? standard.sort,
    groupBy: view.groupBy ?? undefined,
    dateField: view.dateField ?? undefined,
    placeField: view.placeField ?? undefined,
    widths: view.widths ?? {},
  };
}

export const isSameSettings = (a: ViewSettings, b: ViewSettings): boolean =>
  a.mode === b.mode && a.sort === b.sort && a.groupBy === b.groupBy
  && a.dateField === b.dateField && a.placeField === b.placeField && isSameJson(a.widths, b.widths)
  && isSameJson(a.columns, b.columns) && isSameJson(a.filter ?? null, b.filter ?? null);

/** A board, calendar or map is stored with the field that it shows by, also when nobody chose one. */
function toWire(object: ObjectMeta, settings: ViewSettings) {
  const { mode, columns, filter, sort, widths } = settings;
  const byMode = (at: ViewSettings['mode'], given: string | undefined, shown: { readonly key: string } | undefined) => (mode === at ? shown?.key : given) ?? null;
  return {
    mode, columns, filter: wireFilter(filter) ?? null, sort, widths,
    groupBy: byMode('kanban', settings.groupBy, boardField(object, settings)),
    dateField: byMode('calendar', settings.dateField, dateField(object, settings)),
    placeField: byMode('map', settings.placeField, placeField(object, settings)),
  };
}

/** The saved views of an object: the person's own, shared ones, those of their roles. */
export function useViews(object: ObjectMeta) {
  const client = useQueryClient();
  const list = useQuery({
    queryKey: ['views', object.key],
    queryFn: ({ signal }) => call('GET /views', { signal, query: { object: object.key } }),
    staleTime: 60_000,
  });
  const actions = useMemo(() => {
    const refresh = () => client.invalidateQueries({ queryKey: ['views', object.key] });
    return {
      create: async (about: ViewAbout, settings: ViewSettings) => {
        const view = await call('POST /views', { body: { object: object.key, ...about, ...toWire(object, settings) } });
        await refresh();
        return view;
      },
      update: async (view: SavedView, settings: ViewSettings) => {
        await api.patch(`/views/${view.id}`, toWire(object, settings));
        await refresh();
      },
      rename: async (view: SavedView, about: ViewAbout) => {
        await api.patch(`/views/${view.id}`, about);
        await refresh();
      },
      remove: async (view: SavedView) => {
        await api.del(`/views/${view.id}`);
        await refresh();
      },
      restore: async (view: SavedView) => {
        const { object: key, name, visibility, role, mode, columns, filter, sort, groupBy, dateField: date, placeField: place, widths } = view;
        await api.post('/views', { object: key, name, visibility, role: role ?? null, mode, columns, filter, sort, groupBy, dateField: date ?? null, placeField: place ?? null, widths: widths ?? {} });
        await refresh();
      },
    };
  }, [client, object]);
  return { views: list.data?.data ?? [], isLoading: list.isPending, ...actions };
}
