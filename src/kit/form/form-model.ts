import { isSameJson } from '#kernel/json.ts';
import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import { isBlank, textOf } from '../field/field-props.ts';
import { refId } from '../records/record-types.ts';
import type { Values } from '../records/use-save.ts';

/** Whether a field's `when` holds for the values: a hidden field is neither asked nor sent. */
export function isAsked(field: FieldMeta, values: Values): boolean {
  if (!field.when) return true;
  return Object.entries(field.when).every(([key, wanted]) => {
    const value = values[key];
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    return items.some((item) => wanted.includes(typeof item === 'boolean' ? String(item) : textOf(item)));
  });
}

const comparable = (value: unknown): unknown => {
  if (isBlank(value)) return null;
  if (Array.isArray(value)) return value.map((item: unknown) => refId(item) ?? item);
  return typeof value === 'object' && refId(value) !== undefined ? refId(value) : value;
};

/** The fields whose values differ from the record's. */
export function changedValues(object: ObjectMeta, before: Values, now: Values): Record<string, unknown> {
  const changed: Record<string, unknown> = {};
  for (const field of object.fields) {
    if (field.readOnly === true || !field.access.edit || !(field.key in now) || isSameJson(comparable(before[field.key]), comparable(now[field.key]))) continue;
    changed[field.key] = now[field.key] ?? null;
  }
  return changed;
}

/** Values of a new record: the declared defaults and what the caller gives. */
export function firstValues(object: ObjectMeta, given: Values = {}): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const field of object.fields) {
    if (field.default !== undefined && field.default !== null) values[field.key] = field.default;
  }
  return { ...values, ...given };
}

/** Required fields that are asked and still empty. */
export const missingFields = (fields: readonly FieldMeta[], values: Values): readonly FieldMeta[] =>
  fields.filter((f) => f.required === true && isAsked(f, values) && isBlank(values[f.key]));

export interface FieldConflict {
  readonly field: FieldMeta;
  readonly mine: unknown;
  readonly theirs: unknown;
}

/** Fields that both changed, to different values; everything else merges by itself. */
export function conflictsOf(object: ObjectMeta, before: Values, mine: Values, theirs: Values): readonly FieldConflict[] {
  return object.fields.flatMap((field) => {
    if (!(field.key in mine)) return [];
    const isTheirs = !isSameJson(comparable(before[field.key]), comparable(theirs[field.key]));
    const isSame = isSameJson(comparable(mine[field.key]), comparable(theirs[field.key]));
    return isTheirs && !isSame ? [{ field, mine: mine[field.key], theirs: theirs[field.key] }] : [];
  });
}
