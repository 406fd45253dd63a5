import { isSameJson } from '#kernel/json.ts';
import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import { isBlank } from '../field/field-props.ts';
import { refId } from '../records/record-types.ts';
import type { Values } from '../records/use-save.ts';

/** Whether a field's `when` holds for the values: a hidden field is neither asked nor sent. */
export function isAsked(field: FieldMeta, values: Values): boolean {
  if (!field.when) return true;
  return Object.entries(field.when).every(([key, wanted]) => {
    const value = values[key];
    return Array.isArray(value) ? value.some((v) => wanted.includes(String(v))) : wanted.includes(String(value ?? ''));
  });
}

const comparable = (value: unknown): unknown => {
  if (isBlank(value)) return null;
  if (Array.isArray(value)) return value.map((v) => refId(v) ?? v);
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
  const defaults = object.fields.filter((f) => f.default !== undefined && f.default !== null).map((f) => [f.key, f.default]);
  return { ...Object.fromEntries(defaults), ...given };
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
