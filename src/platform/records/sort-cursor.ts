import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import { typeOf } from '#meta/fields/field-types.ts';
import type { ObjectDef } from '#meta/object.ts';
import { fieldAccessOf } from '../access/field-access.ts';
import type { Context } from '../context/context.ts';
import { knownField } from './filter/filter-sql.ts';
import type { StatementBuilder } from './statement.ts';
import { sortExpr } from './storage.ts';

export interface SortKey {
  readonly expr: string;
  readonly isDescending: boolean;
  readonly cast: string;
  readonly isNullable: boolean;
}

const CASTS: Readonly<Record<string, string>> = {
  number: 'numeric', money: 'numeric', computed: 'numeric', boolean: 'boolean', date: 'date', dateTime: 'timestamptz', reference: 'uuid',
};
const NOT_NULL = new Set(['createdAt', 'updatedAt']);

/** Reads `-createdAt,name`; always ends with the id so that every row has its place. */
export function parseSort(view: Pick<Context, 'actor' | 'registry'>, def: ObjectDef, sort: string | undefined, alias: string): SortKey[] {
  const words = (sort ?? def.defaultSort).split(',').filter(Boolean);
  if (words.length > 4) throw fail('request.invalid', {}, [{ path: 'sort', code: 'too-big', params: { max: 4 } }]);
  const keys = words.map((word): SortKey => {
    const isDescending = word.startsWith('-');
    const key = word.replace(/^[-+]/, '');
    if (key === 'id') return { expr: `${alias}.id`, isDescending, cast: 'uuid', isNullable: false };
    const field = knownField(view, def, key);
    if (!field) throw fail('request.invalid', {}, [{ path: `sort.${key}`, code: 'unknown' }]);
    const type = typeOf(field);
    const isMasked = fieldAccessOf(view.actor, def, field).view === 'masked';
    if (!type.isSortable || isMasked || field.sensitive === true) {
      throw fail('request.invalid', {}, [{ path: `sort.${key}`, code: 'not-sortable' }]);
    }
    const isText = field.custom === true && (type.family === 'date' || type.family === 'dateTime' || type.family === 'reference');
    return {
      expr: sortExpr(view.registry, def, field, alias),
      isDescending,
      cast: isText ? 'text' : (CASTS[type.family] ?? 'text'),
      isNullable: !(NOT_NULL.has(key) || field.pinyinSort === true || key === def.title),
    };
  });
  if (keys.some((key) => key.expr === `${alias}.id`)) return keys;
  return [...keys, { expr: `${alias}.id`, isDescending: keys[0]?.isDescending ?? false, cast: 'uuid', isNullable: false }];
}

/** Empty values come last in both directions, as people expect of a list. */
export const orderBySql = (keys: readonly SortKey[]): string =>
  keys.map((k) => `${k.expr} ${k.isDescending ? 'DESC' : 'ASC'}${k.isNullable ? ' NULLS LAST' : ''}`).join(', ');

/** The sort values of a row as a JSON array of texts: the cursor of the next page. */
export const cursorExpr = (keys: readonly SortKey[]): string => `json_build_array(${keys.map((k) => `(${k.expr})::text`).join(', ')})`;

const cursorSchema = z.array(z.string().nullable());

export const writeCursor = (values: readonly (string | null)[]): string => Buffer.from(JSON.stringify(values)).toString('base64url');

export function readCursor(text: string, keys: readonly SortKey[]): (string | null)[] {
  try {
    const parsed = cursorSchema.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    if (parsed.success && parsed.data.length === keys.length) return parsed.data;
  } catch {
    // falls through to the refusal below
  }
  throw fail('request.invalid', {}, [{ path: 'cursor', code: 'bad-cursor' }]);
}

/** "After this row" in the order of the keys; stable while rows are inserted (PL-20). */
export function afterCursorSql(keys: readonly SortKey[], values: readonly (string | null)[], b: StatementBuilder): string {
  const params = keys.map((key, i) => `${b.param(values[i] ?? null)}::${key.cast}`);
  const isPlain = keys.every((k) => !k.isNullable && k.isDescending === keys[0]?.isDescending);
  if (isPlain) {
    return `(${keys.map((k) => k.expr).join(', ')}) ${keys[0]?.isDescending ? '<' : '>'} (${params.join(', ')})`;
  }
  const ways = keys.map((key, i) => {
    const same = keys.slice(0, i).map((k, j) => `${k.expr} IS NOT DISTINCT FROM ${params[j]}`);
    return [...same, beyond(key, params[i] ?? '', values[i] ?? null)].join(' AND ');
  });
  return `(${ways.map((way) => `(${way})`).join(' OR ')})`;
}

function beyond(key: SortKey, param: string, value: string | null): string {
  if (value === null) return 'false';
  const test = `${key.expr} ${key.isDescending ? '<' : '>'} ${param}`;
  return key.isNullable ? `(${test} OR ${key.expr} IS NULL)` : test;
}
