import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { api } from '../api/api-client.ts';
import { type NamedRef, type RecordPage, titleOf } from '../records/record-types.ts';
import { useFindObject } from '../records/use-meta.ts';

/** Search as you type among the records of an object: the first twenty by name, pinyin or code. */
export function useReferenceOptions(target: string, typed: string, isOpen: boolean) {
  const object = useFindObject()(target);
  const q = useDeferredValue(typed.trim());
  const result = useQuery({
    queryKey: ['options', target, q],
    queryFn: async ({ signal }): Promise<readonly NamedRef[]> => {
      if (!object) return [];
      const page = await api.get<RecordPage>(`/${object.plural}`, { signal, query: { q, limit: 20, fields: `id,${object.title}` } });
      return page.data.map((record) => ({ id: record.id, name: titleOf(object, record) }));
    },
    enabled: isOpen && object !== undefined,
    staleTime: 30_000,
  });
  return { options: result.data ?? [], isLoading: result.isFetching };
}
