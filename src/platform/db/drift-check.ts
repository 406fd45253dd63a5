import sql from 'sql-template-tag';
import type { Field } from '#meta/field.ts';
import { typeOf } from '#meta/fields/field-types.ts';
import type { ObjectDef } from '#meta/object.ts';
import { isSearchable } from '../records/search-sql.ts';
import { baseColumn } from '../records/storage.ts';
import type { Db } from './database.ts';

/** A column that a declaration needs, and the types that hold its values. */
export interface ExpectedColumn {
  readonly table: string;
  readonly column: string;
  readonly types: readonly string[];
  /** The field may be left empty, so the column must take null or have a default. */
  readonly isOptional: boolean;
}

const numberTypes: Partial<Record<Field['type'], readonly string[]>> = { integer: ['int4', 'int8'], number: ['numeric', 'float8'], percent: ['numeric', 'float8'] };

const columnsOf: Readonly<Record<string, (field: Field, column: string) => readonly (readonly [string, readonly string[]])[]>> = {
  text: (field, column) => [[column, ['text']], ...(field.pinyinSort === true ? [[`${column}_sort`, ['text']] as const] : [])],
  number: (field, column) => [[column, numberTypes[field.type] ?? ['numeric']]],
  money: (_field, column) => [[column, ['numeric']], [`${column}_currency`, ['text']]],
  date: (_field, column) => [[column, ['date']]],
  dateTime: (_field, column) => [[column, ['timestamptz']]],
  boolean: (_field, column) => [[column, ['bool']]],
  list: (_field, column) => [[column, ['_text']]],
  reference: (_field, column) => [[column, ['uuid']]],
  references: (_field, column) => [[column, ['_uuid']]],
  address: (_field, column) => [[`${column}_region`, ['text']], [`${column}_street`, ['text']]],
  json: (_field, column) => [[column, ['jsonb']]],
  computed: () => [],
};

function fieldColumns(field: Field): readonly (readonly [string, readonly string[]])[] {
  if (field.custom === true) return [];
  const column = baseColumn(field);
  if (field.sensitive === true) return ['cipher', 'mask', 'hash'].map((part) => [`${column}_${part}`, ['text']] as const);
  return columnsOf[typeOf(field).family]?.(field, column) ?? [];
}

/** Columns that the records engine itself fills. */
const engineColumns: Readonly<Record<string, readonly string[]>> = {
  id: ['uuid'], version: ['int4'], created_at: ['timestamptz'], created_by: ['uuid'], updated_at: ['timestamptz'], updated_by: ['uuid'],
  deleted_at: ['timestamptz'], custom: ['jsonb'],
};
const searchColumnNames = ['search_text', 'search_key', 'search_phone'];

/** What the tables must have for an object to be read and written (PL-10). */
export function expectedColumns(def: ObjectDef): ExpectedColumn[] {
  const of = (entries: readonly (readonly [string, readonly string[]])[], isOptional: boolean) =>
    entries.map(([column, types]) => ({ table: def.table, column, types, isOptional }));
  const fields = def.fields.flatMap((field) => {
    const isFilled = field.required === true || field.type === 'autoNumber' || ['list', 'references'].includes(typeOf(field).family);
    return of(fieldColumns(field), !isFilled && def.writes === 'records' && field.readOnly !== true);
  });
  const all = [
    ...of(Object.entries(engineColumns), false), ...fields, ...(isSearchable(def) ? of(searchColumnNames.map((name) => [name, ['text']] as const), false) : []),
    ...(def.access.kind === 'owned' ? of([['owner_id', ['uuid']], ['unit_id', ['uuid']]], false) : []),
  ];
  return [...new Map(all.map((expected) => [expected.column, expected])).values()];
}

export interface Drift {
  readonly compared: number;
  readonly problems: readonly string[];
}

/** Compares declarations with the database as the migrations made it. `filled`: columns that a hook never leaves empty. */
export async function findDrift(db: Pick<Db, 'rows'>, objects: readonly ObjectDef[], filled: ReadonlySet<string> = new Set()): Promise<Drift> {
  const rows = await db.rows<{ table_name: string; column_name: string; udt_name: string; is_nullable: string; column_default: string | null }>(sql`
    SELECT table_name, column_name, udt_name, is_nullable, column_default FROM information_schema.columns WHERE table_schema = 'public'`);
  const present = new Map(rows.map((row) => [`${row.table_name}.${row.column_name}`, row]));
  const expected = objects.flatMap(expectedColumns);
  const problems = expected.flatMap(({ table, column, types, isOptional }) => {
    const row = present.get(`${table}.${column}`);
    if (!row) return [`${table}.${column} is missing (${types.join(' or ')})`];
    if (!types.includes(row.udt_name)) return [`${table}.${column} is ${row.udt_name}, declared as ${types.join(' or ')}`];
    const isHard = row.is_nullable === 'NO' && row.column_default === null;
    return isOptional && isHard && !filled.has(`${table}.${column}`) ? [`${table}.${column} takes no null, yet its field may be left empty`] : [];
  });
  return { compared: expected.length, problems };
}
