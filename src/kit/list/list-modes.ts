import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import type { ListMode, ViewSettings } from '../views/view-types.ts';

const isOpen = (field: FieldMeta): boolean => field.access.view === 'full' && !field.retired;

/** Choice fields that can make columns of a board. */
export const boardFields = (object: ObjectMeta): readonly FieldMeta[] =>
  object.fields.filter((f) => f.type === 'choice' && f.isGroupable && !f.retired && (f.choices?.length ?? 0) > 1);

/** Date fields by which records can lie in a calendar; those that people fill in come first. */
export function dateFields(object: ObjectMeta): readonly FieldMeta[] {
  const fields = object.fields.filter((f) => (f.type === 'date' || f.type === 'dateTime') && f.isGroupable && isOpen(f));
  return [...fields.filter((f) => f.readOnly !== true), ...fields.filter((f) => f.readOnly === true)];
}

/** Addresses by which records can lie on the map. */
export const placeFields = (object: ObjectMeta): readonly FieldMeta[] => object.fields.filter((f) => f.type === 'address' && f.isGroupable && isOpen(f));

const chosen = (fields: readonly FieldMeta[], key: string | undefined): FieldMeta | undefined =>
  fields.find((f) => f.key === key) ?? fields.find((f) => f.inList) ?? fields[0];

export const boardField = (object: ObjectMeta, settings: ViewSettings) => chosen(boardFields(object), settings.groupBy);

/** Unless one was chosen: a date that people set, since only those can be moved; a moment is a plan sooner than a birthday. */
export function dateField(object: ObjectMeta, settings: Pick<ViewSettings, 'dateField'>): FieldMeta | undefined {
  const fields = dateFields(object);
  const own = fields.filter((f) => f.readOnly !== true);
  return fields.find((f) => f.key === settings.dateField) ?? own.find((f) => f.inList) ?? own.find((f) => f.type === 'dateTime') ?? chosen(fields, undefined);
}

export const placeField = (object: ObjectMeta, settings: ViewSettings) => chosen(placeFields(object), settings.placeField);

/** The ways in which an object's list can show (UX-1, UX-3). */
export function listModes(object: ObjectMeta): readonly ListMode[] {
  return [
    'table', ...(boardFields(object).length > 0 ? (['kanban'] as const) : []), ...(dateFields(object).length > 0 ? (['calendar'] as const) : []),
    ...(placeFields(object).length > 0 ? (['map'] as const) : []),
  ];
}

/** A mode out of an address or a saved view, or undefined when the object has no such mode. */
export const readMode = (object: ObjectMeta, mode: unknown): ListMode | undefined => listModes(object).find((m) => m === mode);
