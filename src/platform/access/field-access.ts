import type { Field } from '#meta/field.ts';
import type { ObjectDef } from '#meta/object.ts';
import type { FieldAccess } from '#meta/view-model.ts';
import type { Actor } from '../context/actor.ts';

const isComputed = (field: Field): boolean => field.type === 'formula' || field.type === 'rollUp' || field.type === 'autoNumber';

/** What holds when no role says otherwise: personal data masked, the rest in full (SEC-27). */
export function defaultFieldAccess(field: Field): FieldAccess {
  const view = field.sensitive === true || field.mask !== undefined ? 'masked' : 'full';
  return { view, edit: field.readOnly !== true && !isComputed(field) };
}

/** The one answer to "what may this person do with this field" (PL-30, SEC-13), for every channel. */
export function fieldAccessOf(actor: Actor, def: ObjectDef, field: Field): FieldAccess {
  const fallback = defaultFieldAccess(field);
  if (actor.kind === 'system') return { view: field.sensitive === true ? 'masked' : 'full', edit: fallback.edit };
  const given = actor.fieldAccess.get(`${def.key}.${field.key}`);
  if (given === undefined) return fallback;
  const isNameOrCode = field.identity === true || field.key === def.title;
  const floor = isNameOrCode && given.view !== 'full' ? 'full' : given.view;
  const view = field.sensitive === true && floor === 'full' ? 'masked' : floor;
  return { view, edit: given.edit && fallback.edit && view !== 'hidden' };
}

/** The fields that exist for this person: hidden ones are as if they were not declared. */
export const visibleFields = (actor: Actor, def: ObjectDef): Field[] =>
  def.fields.filter((field) => field.retired !== true && fieldAccessOf(actor, def, field).view !== 'hidden');
