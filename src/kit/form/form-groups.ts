import type { Bilingual } from '#kernel/texts.ts';
import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import { isEditable } from '../field/is-editable.ts';
import type { Values } from '../records/use-save.ts';
import { isAsked } from './form-model.ts';

export interface FieldGroupOf {
  readonly key: string;
  readonly label: Bilingual | undefined;
  readonly fields: readonly FieldMeta[];
}

/** An object's fields by the groups of its record page; the rest last. */
export function groupFields(object: ObjectMeta, fields: readonly FieldMeta[]): readonly FieldGroupOf[] {
  const known = object.groups.map((group, at) => ({
    key: group.key,
    label: group.label,
    // Fields without a group belong to the first one.
    fields: fields.filter((f) => (f.group ?? (at === 0 ? group.key : '')) === group.key || (at === 0 && f.group === undefined)),
  }));
  const keys = new Set(object.groups.map((g) => g.key));
  const rest = fields.filter((f) => f.group !== undefined && !keys.has(f.group));
  const others = object.groups.length === 0 ? fields : rest;
  return [...known, { key: '', label: undefined, fields: others }].filter((g) => g.fields.length > 0);
}

/** The fields a form asks now. */
export const askedFields = (object: ObjectMeta, values: Values): readonly FieldMeta[] =>
  object.fields.filter((f) => isEditable(f) && isAsked(f, values) && (f.access.view === 'full' || values[f.key] === undefined));

/** The few fields asked first (UX-8): those marked for creation, the required ones, the title. */
export const firstFields = (object: ObjectMeta, asked: readonly FieldMeta[]): readonly FieldMeta[] =>
  asked.filter((f) => f.inCreate === true || f.required === true || f.key === object.title);
