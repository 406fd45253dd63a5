import { type Sql, raw } from 'sql-template-tag';
import type { Field } from '#meta/field.ts';
import { typeOf } from '#meta/fields/field-types.ts';
import type { ObjectDef } from '#meta/object.ts';
import type { Registry } from '#meta/registry.ts';
import { baseColumn, valueExpr } from '../storage.ts';

/** The condition that a field of row `alias` is empty, for a module's own SQL; the same meaning as an empty form field. */
export function emptyCondition(registry: Registry, def: ObjectDef, field: Field, alias: string): Sql {
  const value = valueExpr(registry, def, field, alias);
  const { family } = typeOf(field);
  if (family === 'list' || family === 'references') {
    return raw(field.custom === true ? `coalesce(jsonb_array_length(${value}), 0) = 0` : `cardinality(${value}) = 0`);
  }
  if (family === 'address' && field.custom !== true) {
    return raw(`(${value} IS NULL AND ${alias}.${baseColumn(field)}_street IS NULL)`);
  }
  return raw(family === 'text' ? `coalesce(btrim(${value}), '') = ''` : `${value} IS NULL`);
}
