import type { Field } from '#meta/field.ts';
import { typeOf } from '#meta/fields/field-types.ts';
import type { ObjectDef } from '#meta/object.ts';
import type { Registry } from '#meta/registry.ts';
import { itemsExpr, searchValueExpr, tableCondition, valueExpr } from '../records/storage.ts';

export interface CustomIndex {
  readonly name: string;
  /** A whole CREATE INDEX statement, to be run outside a transaction by the owner of the tables. */
  readonly statement: string;
}

type Kind = 'order' | 'parts' | 'items' | 'search';

// A B-tree entry holds at most 2 704 bytes: texts that may be longer are indexed by their parts only.
const kindsByType: Partial<Record<Field['type'], readonly Kind[]>> = {
  text: ['order', 'parts'], email: ['order', 'parts'], phone: ['order', 'parts'], autoNumber: ['order', 'parts'],
  url: ['parts'], longText: ['parts'], richText: ['parts'],
  json: [], geo: [], file: [], image: [], formula: [], rollUp: [],
};

function kindsOf(field: Field): readonly Kind[] {
  return field.searchable === true ? [...filterKinds(field), 'search'] : filterKinds(field);
}

function filterKinds(field: Field): readonly Kind[] {
  if (field.sensitive === true) return ['order'];
  const { family } = typeOf(field);
  return kindsByType[field.type] ?? (family === 'list' || family === 'references' ? ['items'] : ['order']);
}

/** Whether an index can serve the field at all. */
export const isIndexable = (field: Field): boolean => kindsOf(field).length > 0;

export const customIndexName = (fieldId: string, kind: Kind): string => `zk_field_${fieldId.replaceAll('-', '')}_${kind}`;

/** Every index that a custom field may have under any type, for dropping. */
export const customIndexNames = (fieldId: string): string[] =>
  (['order', 'parts', 'items', 'search'] as const).map((kind) => customIndexName(fieldId, kind));

const statisticsName = (fieldId: string): string => `zk_field_${fieldId.replaceAll('-', '')}_values`;

export const dropStatistics = (fieldId: string): string => `DROP STATISTICS IF EXISTS ${statisticsName(fieldId)}`;

/**
 * How the values are spread, without which the planner takes every value for one of two hundred. Trap: what it learns
 * of a partial index it does not use for estimates.
 */
export function customStatistics(registry: Registry, def: ObjectDef, field: Field, fieldId: string): string {
  const expr = valueExpr(registry, def, field, def.table);
  const counted = kindsOf(field).includes('items') ? itemsExpr(expr) : expr;
  return `CREATE STATISTICS ${statisticsName(fieldId)} ON (${counted}) FROM ${def.table}`;
}

/**
 * The expression indexes behind a custom field (PL-12). Their text is made by the very function that makes the filter's,
 * so that the planner finds them; the order of the usual list follows, so that one page needs no sorting.
 */
export function customIndexes(registry: Registry, def: ObjectDef, field: Field, fieldId: string): CustomIndex[] {
  const expr = valueExpr(registry, def, field, def.table);
  // Whole indexes where the table is the object's own: the planner takes no statistics of an expression from a partial
  // one, and would reckon with a two-hundredth of the table for every value.
  const alive = def.custom === true ? ` WHERE ${tableCondition(def, def.table)}${def.table}.deleted_at IS NULL` : '';
  return kindsOf(field).map((kind) => {
    const name = customIndexName(fieldId, kind);
    const on = {
      order: `USING btree ((${expr}), created_at DESC, id DESC)`,
      parts: `USING gin ((${expr}) gin_trgm_ops)`,
      search: `USING gin (zk_bigrams(${searchValueExpr(expr)}))`,
      items: `USING gin ((${itemsExpr(expr)}))`,
    }[kind];
    return { name, statement: `CREATE INDEX CONCURRENTLY ${name} ON ${def.table} ${on}${alive}` };
  });
}
