import type { ObjectMeta } from '#meta/view-model.ts';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/api-client.ts';
import { useAddress } from '../module/registry.tsx';
import { isNamedRef, type RecordData, refId } from '../records/record-types.ts';
import { useFindObject } from '../records/use-meta.ts';
import { PageLink } from '../shell/page-link.tsx';

/** Objects without a record page: their names are plain words. */
const pageless = new Set(['user', 'orgUnit']);

/** The name of an id that came alone (histories): asked for once and kept. Lists never need it, they include names. */
function useName(object: ObjectMeta | undefined, value: unknown): string {
  const id = refId(value);
  const known = isNamedRef(value) ? value.name : undefined;
  const found = useQuery({
    queryKey: ['names', object?.key, id],
    queryFn: ({ signal }) => api.get<RecordData>(`/${object?.plural ?? ''}/${id ?? ''}`, { signal }),
    enabled: known === undefined && id !== undefined && object !== undefined,
    staleTime: 300_000,
    retry: false,
  });
  const title = object && found.data?.[object.title];
  return known ?? (typeof title === 'string' ? title : `…${id?.slice(-6) ?? ''}`);
}

/** A referenced record's name, linked to its page when the person may see that object. */
export function ReferenceValue({ target, value }: { target: string | undefined; value: unknown }) {
  const address = useAddress();
  const object = useFindObject()(target ?? '');
  const name = useName(object, value);
  const id = refId(value);
  if (id === undefined) return null;
  if (!object || pageless.has(object.key)) return <>{name}</>;
  return <PageLink to={`${address(object)}/${id}`} onClick={(e) => e.stopPropagation()}>{name}</PageLink>;
}
