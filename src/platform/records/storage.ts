import type { Field } from '#meta/field.ts';
import { typeOf } from '#meta/fields/field-types.ts';
import { type ObjectDef, findField } from '#meta/object.ts';
import type { Registry } from '#meta/registry.ts';
import { compileFormula } from './computed/formula.ts';

// Only keys of declarations and custom fields come here, so it stays small.
const columns = new Map<string, string>();

/** `registeredCapital` → `registered_capital`. Keys come from declarations and are checked to be camelCase words. */
export function columnOf(key: string): string {
  const known = columns.get(key);
  if (known !== undefined) return known;
  if (!/^[a-z][A-Za-z0-9]*$/.test(key)) throw new Error(`not a field key: ${key}`);
  const column = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  columns.set(key, column);
  return column;
}

/** The column that holds a built-in field (references end in `_id`). */
export function baseColumn(field: Field): string {
  const column = columnOf(field.key);
  const isSystemRef = field.key === 'createdBy' || field.key === 'updatedBy';
  return (field.type === 'reference' && !isSystemRef) || field.type === 'file' || field.type === 'image' ? `${column}_id` : column;
}

// Custom object records keep their name and parent in real columns, everything else in `custom`.
export const customText = (alias: string, field: Field): string => `(${alias}.custom->>'${columnKey(field)}')`;
const customJson = (alias: string, field: Field): string => `(${alias}.custom->'${columnKey(field)}')`;

function columnKey(field: Field): string {
  columnOf(field.key);
  return field.key;
}

/** The expression that filters, sorts and groups compare. Its text equals the index expression of custom fields. */
export function valueExpr(registry: Registry, def: ObjectDef, field: Field, alias: string): string {
  const { family } = typeOf(field);
  if (family === 'computed') return computedExpr(registry, def, field, alias);
  if (field.custom !== true) return builtInExpr(field, alias, family);
  switch (family) {
    case 'number': return `(${customText(alias, field)})::numeric`;
    case 'money': return `(${customJson(alias, field)}->>'amount')::numeric`;
    case 'boolean': return `(${customText(alias, field)})::boolean`;
    case 'list':
    case 'references': return customJson(alias, field);
    case 'address': return `(${customJson(alias, field)}->>'region')`;
    default: return field.sensitive === true ? `(${customJson(alias, field)}->>'hash')` : customText(alias, field);
  }
}

function builtInExpr(field: Field, alias: string, family: string): string {
  const column = `${alias}.${baseColumn(field)}`;
  if (field.sensitive === true) return `${column}_hash`;
  return family === 'address' ? `${column}_region` : column;
}

function computedExpr(registry: Registry, def: ObjectDef, field: Field, alias: string): string {
  if (field.formula !== undefined) {
    return compileFormula(field.formula, (key) => {
      const used = findField(def, key);
      const family = used && typeOf(used).family;
      if (!used || (family !== 'number' && family !== 'money')) return undefined;
      return valueExpr(registry, def, used, alias);
    });
  }
  const rollUp = field.rollUp;
  const child = rollUp && registry.object(rollUp.object);
  const via = child?.fields.find((f) => f.key === rollUp?.via);
  if (!rollUp || !child || !via) return 'NULL::numeric';
  const measured = child.fields.find((f) => f.key === rollUp.field);
  const inner = measured ? valueExpr(registry, child, measured, 'ru') : '*';
  const measure = rollUp.measure === 'count' || !measured ? 'count(*)' : `${rollUp.measure}(${inner})`;
  const kind = child.custom === true ? ` AND ru.object_key = '${columnOf(child.key) && child.key}'` : '';
  const link = via.custom === true ? `(${valueExpr(registry, child, via, 'ru')})::uuid` : valueExpr(registry, child, via, 'ru');
  return `(SELECT ${measure} FROM ${child.table} ru WHERE ${link} = ${alias}.id AND ru.deleted_at IS NULL${kind})`;
}

/** A custom text as the search box compares it, and as the field's index holds it. */
export const searchValueExpr = (expr: string): string => `zk_search_value(${expr})`;

/** The items of a custom list as the field's index holds them. */
export const itemsExpr = (expr: string): string => `zk_items(${expr})`;

/** The JSON value of a field as an API answer shows it, in full or masked. */
export function jsonExpr(registry: Registry, def: ObjectDef, field: Field, alias: string, view: 'full' | 'masked'): string {
  const { family } = typeOf(field);
  if (field.sensitive === true) {
    return field.custom === true ? `(${customJson(alias, field)}->>'mask')` : `${alias}.${baseColumn(field)}_mask`;
  }
  if (view === 'masked') return maskedExpr(registry, def, field, alias);
  if (family === 'computed') return computedExpr(registry, def, field, alias);
  if (field.custom === true) {
    if (family === 'list' || family === 'references') return `coalesce(nullif(${customJson(alias, field)}, 'null'), '[]')`;
    return family === 'text' || family === 'date' || family === 'dateTime' || family === 'reference' ? customText(alias, field) : customJson(alias, field);
  }
  const column = `${alias}.${baseColumn(field)}`;
  if (family === 'money') {
    return `CASE WHEN ${column} IS NOT NULL THEN json_build_object('amount', ${column}::text, 'currency', coalesce(${column}_currency, 'CNY')) END`;
  }
  if (family === 'address') {
    return `CASE WHEN ${column}_region IS NOT NULL OR ${column}_street IS NOT NULL THEN json_build_object('region', ${column}_region, 'street', ${column}_street) END`;
  }
  return column;
}

/** Shortened where the kind of value allows; anything else that a role masks shows only that there is a value. */
function maskedExpr(registry: Registry, def: ObjectDef, field: Field, alias: string): string {
  const { family } = typeOf(field);
  const value = valueExpr(registry, def, field, alias);
  const kind = field.mask ?? (field.type === 'phone' ? 'phone' : field.type === 'email' ? 'email' : 'all');
  if (family === 'text') return `zk_mask('${kind}', ${value})`;
  return `CASE WHEN ${value} IS NOT NULL THEN '****' END`;
}

/** The expression by which a field is sorted: pinyin order for names. */
export const sortExpr = (registry: Registry, def: ObjectDef, field: Field, alias: string): string =>
  field.pinyinSort === true && field.custom !== true ? `${alias}.${baseColumn(field)}_sort` : valueExpr(registry, def, field, alias);

/** The constant condition that separates objects which share a table. */
export function tableCondition(def: ObjectDef, alias: string): string {
  if (def.custom !== true) return '';
  columnOf(def.key);
  return `${alias}.object_key = '${def.key}' AND `;
}
