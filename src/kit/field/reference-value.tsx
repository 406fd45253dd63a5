import { useAddress } from '../module/registry.tsx';
import { isNamedRef, refId } from '../records/record-types.ts';
import { useFindObject } from '../records/use-meta.ts';
import { PageLink } from '../shell/page-link.tsx';

/** Objects without a record page: their names are plain words. */
const pageless = new Set(['user', 'orgUnit']);

/** A referenced record's name, linked to its page when the person may see that object. */
export function ReferenceValue({ target, value }: { target: string | undefined; value: unknown }) {
  const address = useAddress();
  const object = useFindObject()(target ?? '');
  const id = refId(value);
  if (id === undefined) return null;
  const name = isNamedRef(value) ? value.name : id.slice(-6);
  if (!object || pageless.has(object.key)) return <>{name}</>;
  return <PageLink to={`${address(object)}/${id}`} onClick={(e) => e.stopPropagation()}>{name}</PageLink>;
}
