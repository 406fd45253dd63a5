import sql, { type Sql, raw } from 'sql-template-tag';
import type { ObjectDef } from '#meta/object.ts';
import type { Context } from '../../context/context.ts';
import type { Db } from '../../db/database.ts';
import { baseColumn, columnOf } from '../storage.ts';

/** A place where ids of an object's records stand. */
export interface ReferencePlace {
  readonly table: string;
  /** A column, or the key within `custom`. */
  readonly column: string;
  readonly kind: 'column' | 'list' | 'custom' | 'custom_list';
  /** Which rows of a shared table are meant; `true` otherwise. */
  readonly only: Sql;
  readonly hasDeleted: boolean;
  readonly hasVersion: boolean;
  readonly hasId: boolean;
}

/** Where the engine itself keeps ids of any object beside another's key. */
const POLYMORPHIC = ['record_share', 'file_object'] as const;
/** Columns without a foreign key that hold the root customer's id. */
const ROOT_COLUMNS = [['file_object', 'customer_id'], ['custom_record', 'customer_id']] as const;

/**
 * Every place that refers to an object: reference fields of the registry (custom ones included), foreign keys of any
 * table, and the engine's own tables. A module's table is found without being named anywhere (CU-11).
 */
export async function referencePlaces(ctx: Pick<Context, 'db' | 'registry'>, def: ObjectDef): Promise<ReferencePlace[]> {
  const shapes = await loadShapes(ctx.db);
  const shapeOf = (table: string) => ({
    hasDeleted: shapes.has(`${table}.deleted_at`), hasVersion: shapes.has(`${table}.version`), hasId: shapes.has(`${table}.id`),
  });
  const places = new Map<string, ReferencePlace>();
  const add = (table: string, column: string, kind: ReferencePlace['kind'], only: Sql = sql`true`, of = '') => {
    const name = `${table}.${column}.${kind}.${of}`;
    if (column !== 'merged_into' && !places.has(name)) places.set(name, { table, column, kind, only, ...shapeOf(table) });
  };
  for (const { object, field } of ctx.registry.referencesTo(def.key)) {
    const isList = field.type === 'multiReference';
    // Objects of the administrator share a table; their fields' keys mean nothing in each other's rows.
    const only = object.custom === true ? sql`t.object_key = ${object.key}` : sql`true`;
    if (field.custom === true) add(object.table, safe(field.key), isList ? 'custom_list' : 'custom', only, object.key);
    else add(object.table, baseColumn(field), isList ? 'list' : 'column');
  }
  for (const { table, column } of await loadForeignKeys(ctx.db, def.table)) add(table, column, 'column');
  for (const table of POLYMORPHIC) add(table, 'record_id', 'column', sql`t.object = ${def.key}`);
  if (def.partOf === 'id') for (const [table, column] of ROOT_COLUMNS) add(table, column, 'column');
  return [...places.values()].filter(({ hasId }) => hasId);
}

/** Keys come from checked declarations; this makes sure of it before they become SQL text. */
function safe(key: string): string {
  columnOf(key);
  return key;
}

async function loadShapes(db: Db): Promise<Set<string>> {
  const rows = await db.rows<{ name: string }>(sql`
    SELECT table_name || '.' || column_name AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name IN ('id', 'deleted_at', 'version')`);
  return new Set(rows.map(({ name }) => name));
}

function loadForeignKeys(db: Db, table: string): Promise<{ table: string; column: string }[]> {
  return db.rows<{ table: string; column: string }>(sql`
    SELECT c.conrelid::regclass::text AS table, a.attname AS column FROM pg_constraint c
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.confrelid = ${table}::regclass AND array_length(c.conkey, 1) = 1
    ORDER BY 1, 2`);
}

/** The condition that a row `t` refers to this id here. */
export function refersSql(place: ReferencePlace, id: string): Sql {
  const column = raw(place.column);
  if (place.kind === 'column') return sql`t.${column} = ${id}::uuid`;
  if (place.kind === 'list') return sql`t.${column} @> ARRAY[${id}::uuid]`;
  const key = raw(`'${place.column}'`);
  if (place.kind === 'custom') return sql`(t.custom->>${key}) = ${id}::text`;
  return sql`coalesce(t.custom->${key} ? ${id}::text, false)`;
}

/** The assignment that puts `to` in the place of `from`; a list keeps each id once. */
export function replaceSql(place: ReferencePlace, from: string, to: string): Sql {
  const column = raw(place.column);
  if (place.kind === 'column') return sql`${column} = ${to}::uuid`;
  if (place.kind === 'list') {
    return sql`${column} = CASE WHEN t.${column} @> ARRAY[${to}::uuid] THEN array_remove(t.${column}, ${from}::uuid)
      ELSE array_replace(t.${column}, ${from}::uuid, ${to}::uuid) END`;
  }
  const key = raw(`'${place.column}'`);
  if (place.kind === 'custom') return sql`custom = jsonb_set(t.custom, ARRAY[${place.column}]::text[], to_jsonb(${to}::text))`;
  return sql`custom = jsonb_set(t.custom, ARRAY[${place.column}]::text[],
    CASE WHEN t.custom->${key} ? ${to}::text THEN (t.custom->${key}) - ${from}::text
      ELSE (SELECT jsonb_agg(CASE WHEN e = to_jsonb(${from}::text) THEN to_jsonb(${to}::text) ELSE e END) FROM jsonb_array_elements(t.custom->${key}) e) END)`;
}
