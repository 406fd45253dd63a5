import type { FieldMeta, MetaDocument, ObjectMeta } from '#meta/view-model.ts';
import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { call } from '../api/typed-client.ts';

export const metaQuery = queryOptions({
  queryKey: ['meta'],
  queryFn: ({ signal }) => call('GET /meta', { signal }),
  staleTime: 5 * 60_000,
});

/** What objects and fields the person may see; below the signed-in layout, whose loader fetched it. */
export const useMeta = (): MetaDocument => useSuspenseQuery(metaQuery).data;

export const useMetaIfAny = (): MetaDocument | undefined => useQuery({ ...metaQuery, enabled: false }).data;

/** Finds an object by its key (`customer`); undefined when the person may not see it. */
export function useFindObject(): (key: string) => ObjectMeta | undefined {
  const meta = useMetaIfAny();
  return useCallback((key: string) => meta?.objects.find((o) => o.key === key), [meta]);
}

export const fieldOf = (object: ObjectMeta, key: string): FieldMeta | undefined => object.fields.find((f) => f.key === key);

/** The keys of reference fields whose names the list must ask for. */
export const referenceKeys = (object: ObjectMeta): string[] =>
  object.fields.filter((f) => ['reference', 'multiReference', 'file', 'image'].includes(f.type)).map((f) => f.key);
