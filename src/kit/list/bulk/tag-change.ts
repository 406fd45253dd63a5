import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import { isEditable } from '../../field/is-editable.ts';

/** Fields of several values that the person may change. */
export const tagFields = (object: ObjectMeta): readonly FieldMeta[] => object.fields.filter((f) => f.type === 'multiChoice' && isEditable(f) && f.access.view === 'full');

/** The tags after adding and removing, null for none; undefined when nothing changes. */
export function changedTags(before: unknown, added: readonly string[], removed: readonly string[]): readonly string[] | null | undefined {
  const old = Array.isArray(before) ? before.map(String) : [];
  const next = [...new Set([...old, ...added])].filter((tag) => !removed.includes(tag));
  const isSame = next.length === old.length && next.every((tag, i) => tag === old[i]);
  if (isSame) return undefined;
  return next.length > 0 ? next : null;
}
