import type { Field } from './field.ts';
import { type ObjectDef, findField } from './object.ts';

/** All objects in force at one moment: built-in ones with the administrator's fields, and the administrator's objects. */
export interface Registry {
  readonly epoch: string;
  readonly objects: readonly ObjectDef[];
  object(key: string): ObjectDef | undefined;
  byPlural(plural: string): ObjectDef | undefined;
  /** Reference fields of any object that point at this one (merge, inspector, cascades). */
  referencesTo(key: string): readonly { readonly object: ObjectDef; readonly field: Field }[];
}

export interface CustomField extends Field {
  readonly object: string;
}

/** Puts declarations and administrator's additions together. Pure; called again whenever an addition changes. */
export function makeRegistry(
  builtIn: readonly ObjectDef[],
  customFields: readonly CustomField[],
  customObjects: readonly ObjectDef[],
  epoch: string,
): Registry {
  const added = Map.groupBy(customFields, (field) => field.object);
  const objects = [...builtIn, ...customObjects].map((def) => {
    const extra = added.get(def.key) ?? [];
    return extra.length === 0 ? def : { ...def, fields: [...def.fields, ...extra.map(({ object: _object, ...f }) => ({ ...f, custom: true }))] };
  });
  const byKey = new Map(objects.map((def) => [def.key, def]));
  const byPlural = new Map(objects.map((def) => [def.plural, def]));
  const referencesTo = (key: string) =>
    objects.flatMap((object) =>
      object.fields
        .filter((f) => (f.type === 'reference' || f.type === 'multiReference') && f.target === key)
        .map((field) => ({ object, field })),
    );
  return { epoch, objects, object: (k) => byKey.get(k), byPlural: (p) => byPlural.get(p), referencesTo };
}

/** The object and field of a key; undefined when either is unknown. */
export function locate(registry: Registry, object: string, field: string): Field | undefined {
  const def = registry.object(object);
  return def && findField(def, field);
}
