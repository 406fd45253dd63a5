import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ObjectMeta } from '#meta/view-model.ts';
import { api } from '#kit/api/api-client.ts';
import { call, type CallAnswer, type RowOf } from '#kit/api/typed-client.ts';
import { refreshMeta } from '#modules/identity/web/identity.public.tsx';
import { type Layout, linesOf, type Move, orderAfter, withField } from './layout-model.ts';

/** `GET /admin/fields`: a field that an administrator added. */
export type CustomFieldView = RowOf<'GET /admin/fields'>;

export type CustomObjectView = CallAnswer<'GET /admin/objects'>['custom'][number];

const BUILDING_MS = 1_500;

/** The administrator's fields of an object; asked again while an index is being built. */
export const useCustomFields = (object: string) => useQuery({
  queryKey: ['fields', object],
  queryFn: ({ signal }) => call('GET /admin/fields', { signal, query: { object } }),
  select: (answer) => answer.data,
  refetchInterval: (query) => (query.state.data?.data.some((f) => f.isIndexed && f.retiredAt === null && f.indexState !== 'ready' && f.indexState !== 'failed') ? BUILDING_MS : false),
});

/** What administrators changed of the object; the only place that still names its retired declared fields. */
export const useLayout = (object: string) => useQuery({
  queryKey: ['fields', object, 'layout'],
  queryFn: ({ signal }) => call('GET /admin/objects/{key}/layout', { params: { key: object }, signal }),
});

export const useCustomObjects = () => useQuery({
  queryKey: ['objects'],
  queryFn: ({ signal }) => call('GET /admin/objects', { signal }),
});

/** Writes of the registry; each keeps meta, fields and the layout current. Throws ApiProblem. */
export function useRegistryWrites(object: string) {
  const client = useQueryClient();
  return useMemo(() => {
    const refresh = async () => {
      await Promise.all([refreshMeta(client), ...[['fields'], ['objects']].map((queryKey) => client.invalidateQueries({ queryKey }))]);
    };
    const path = `/admin/objects/${object}/layout`;
    const then = async <T>(call: Promise<T>): Promise<T> => {
      const answer = await call;
      await refresh();
      return answer;
    };
    /** Reads the layout as it is now, changes it, puts it back whole. */
    const changeLayout = async (change: (layout: Layout) => Layout): Promise<Layout> => {
      const before = await api.get<Layout>(path);
      await then(api.put(path, change(before)));
      return before;
    };
    return {
      refresh, changeLayout,
      putLayout: (layout: Layout) => then(api.put(path, layout)),
      addField: (values: Readonly<Record<string, unknown>>) => then(api.post('/admin/fields', { object, ...values })),
      changeField: (id: string, values: Readonly<Record<string, unknown>>) => then(api.patch(`/admin/fields/${id}`, values)),
      retireField: (id: string) => then(api.del(`/admin/fields/${id}`)),
      restoreField: (id: string) => then(api.post(`/admin/fields/${id}/restore`)),
      buildIndex: (id: string) => then(api.post(`/admin/fields/${id}/index`)),
    };
  }, [client, object]);
}

/** Moves a field: its place in the order, and its group where that changes. */
export function useMoveField(object: ObjectMeta, fields: readonly CustomFieldView[]) {
  const writes = useRegistryWrites(object.key);
  return async (move: Move): Promise<boolean> => {
    const lines = linesOf(object);
    const order = orderAfter(lines, move);
    if (!order) return false;
    const isOtherGroup = !lines.find((line) => line.key === move.group)?.fields.some((f) => f.key === move.key);
    const custom = fields.find((f) => f.key === move.key);
    await writes.changeLayout((layout) => (isOtherGroup && !custom ? withField({ ...layout, order }, move.key, { group: move.group }) : { ...layout, order }));
    if (isOtherGroup && custom) await writes.changeField(custom.id, { group: move.group });
    return true;
  };
}
