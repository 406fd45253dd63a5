import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import { isJsonObject } from '#kernel/json.ts';
import { resolveRelative } from '#kernel/period.ts';
import type { Field } from '#meta/field.ts';
import { typeOf } from '#meta/fields/field-types.ts';
import { type Condition, type Filter, type Operator, operators } from '#meta/filter.ts';
import { type ObjectDef, findField } from '#meta/object.ts';
import { fieldAccessOf } from '../../access/field-access.ts';
import { recordPredicate } from '../../access/record-predicate.ts';
import type { Context } from '../../context/context.ts';
import { type StatementBuilder, escapeLike } from '../statement.ts';
import { itemsExpr, tableCondition, valueExpr } from '../storage.ts';

const MAX_DEPTH = 6;

/** Reads the `filter` parameter; unreadable text is a clear 400. */
export function parseFilter(text: string | undefined): Filter | undefined {
  if (text === undefined || text === '') return undefined;
  if (text.length > 50_000) throw fail('request.too-large');
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    throw fail('request.invalid', {}, [{ path: 'filter', code: 'invalid' }]);
  }
  return checkFilter(raw);
}

export function checkFilter(raw: unknown): Filter {
  const filter = readFilter(raw, 0);
  if (filter === undefined) throw fail('request.invalid', {}, [{ path: 'filter', code: 'invalid' }]);
  return filter;
}

const MAX_PARTS = 50;
const CONDITION_KEYS = new Set(['field', 'op', 'value']);
const OPERATORS: ReadonlySet<string> = new Set(operators);
const isOperator = (op: unknown): op is Operator => typeof op === 'string' && OPERATORS.has(op);

// By hand: a union of schemas makes the errors of every branch that does not fit, on the hottest path of all.
function readFilter(raw: unknown, depth: number): Filter | undefined {
  if (!isJsonObject(raw) || depth > MAX_DEPTH) return undefined;
  const keys = Object.keys(raw);
  if (keys.length === 1) {
    if ('not' in raw) {
      const inner = readFilter(raw.not, depth + 1);
      return inner && { not: inner };
    }
    const parts = readParts(raw.and ?? raw.or, depth);
    return parts && ('and' in raw ? { and: parts } : { or: parts });
  }
  const { field, op, value } = raw;
  if (typeof field !== 'string' || field.length > 100 || !isOperator(op) || !keys.every((key) => CONDITION_KEYS.has(key))) return undefined;
  return { field, op, value };
}

function readParts(raw: unknown, depth: number): Filter[] | undefined {
  if (!Array.isArray(raw) || raw.length > MAX_PARTS) return undefined;
  const parts: Filter[] = [];
  for (const item of raw) {
    const part = readFilter(item, depth + 1);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  return parts;
}

export type FilterView = Pick<Context, 'actor' | 'registry' | 'now' | 'timeZone' | 'secrets'>;

/** The filter as a SQL condition. Hidden fields are unknown; masked ones compare only whole values (SEC-13). */
export function filterSql(view: FilterView, def: ObjectDef, filter: Filter, alias: string, b: StatementBuilder, depth = 0): string {
  if (depth > MAX_DEPTH) throw fail('request.invalid', {}, [{ path: 'filter', code: 'invalid' }]);
  const each = (parts: readonly Filter[]) => parts.map((part) => filterSql(view, def, part, alias, b, depth + 1));
  if ('and' in filter) return filter.and.length === 0 ? 'true' : `(${each(filter.and).join(' AND ')})`;
  if ('or' in filter) return filter.or.length === 0 ? 'false' : `(${each(filter.or).join(' OR ')})`;
  if ('not' in filter) return `NOT coalesce(${filterSql(view, def, filter.not, alias, b, depth + 1)}, false)`;
  return conditionSql(view, def, filter, alias, b);
}

const wrong = (field: string, code: string) => fail('request.invalid', {}, [{ path: `filter.${field}`, code }]);

/** The field if it exists for this person. */
export function knownField(view: Pick<Context, 'actor'>, def: ObjectDef, key: string): Field | undefined {
  const field = findField(def, key);
  return field && fieldAccessOf(view.actor, def, field).view !== 'hidden' ? field : undefined;
}

function conditionSql(view: FilterView, def: ObjectDef, c: Condition, alias: string, b: StatementBuilder): string {
  const [first = '', second, ...more] = c.field.split('.');
  if (first === 'id' && second === undefined) return idCondition(c, alias, b);
  const field = knownField(view, def, first);
  if (!field || more.length > 0) throw wrong(c.field, 'unknown');
  if (second !== undefined) return alongReference(view, def, field, { ...c, field: second }, alias, b);
  const { operators: allowed } = typeOf(field);
  const isMasked = fieldAccessOf(view.actor, def, field).view === 'masked';
  const usable: readonly Operator[] = isMasked ? ['eq', 'in', 'isNull'] : allowed;
  if (!usable.includes(c.op)) throw wrong(c.field, 'bad-operator');
  return compare(view, field, valueExpr(view.registry, def, field, alias), c, b);
}

function idCondition(c: Condition, alias: string, b: StatementBuilder): string {
  const values = z.array(z.uuid()).min(0).max(1000).safeParse(c.op === 'in' ? c.value : [c.value]);
  if (!values.success || (c.op !== 'in' && c.op !== 'eq')) throw wrong('id', 'bad-operator');
  return `${alias}.id = ANY(${b.param(values.data)}::uuid[])`;
}

/** One step along a reference, within what the actor may read of the other object. */
function alongReference(view: FilterView, def: ObjectDef, field: Field, c: Condition, alias: string, b: StatementBuilder): string {
  const target = field.type === 'reference' && field.target !== undefined ? view.registry.object(field.target) : undefined;
  if (!target) throw wrong(c.field, 'unknown');
  const inner = conditionSql(view, target, c, 'r', b);
  const allowed = recordPredicate(view, target, 'read', 'r', b);
  const link = valueExpr(view.registry, def, field, alias);
  const cast = field.custom === true ? `(${link})::uuid` : link;
  return `${cast} IN (SELECT r.id FROM ${target.table} r WHERE ${tableCondition(target, 'r')}r.deleted_at IS NULL AND ${allowed} AND ${inner})`;
}

/** The SQL type that a value is cast to. Dates and references of custom fields compare as text, whose order is the same. */
function castOf(field: Field): string {
  const { family } = typeOf(field);
  if (family === 'number' || family === 'money' || family === 'computed') return 'numeric';
  if (family === 'boolean') return 'boolean';
  if (field.custom === true) return 'text';
  if (family === 'date') return 'date';
  if (family === 'dateTime') return 'timestamptz';
  if (family === 'reference' || family === 'references') return 'uuid';
  return 'text';
}

function operand(view: FilterView, field: Field, raw: unknown, path: string): unknown {
  const type = typeOf(field);
  if (field.sensitive === true) return typeof raw === 'string' ? view.secrets.blindIndex(raw.trim().toUpperCase(), field.key) : null;
  if (type.family === 'money') return numeric(typeof raw === 'object' && raw !== null && 'amount' in raw ? raw.amount : raw, path);
  if (type.family === 'computed') return numeric(raw, path);
  if (type.family === 'address') {
    if (typeof raw !== 'string') throw wrong(path, 'invalid');
    return raw;
  }
  if (type.family === 'list' || type.family === 'references') {
    if (typeof raw !== 'string') throw wrong(path, 'invalid');
    return raw;
  }
  const { check: _check, ...unchecked } = field;
  const parsed = type.parse(raw, unchecked);
  if (!parsed.ok) throw wrong(path, parsed.code);
  return parsed.value;
}

function numeric(raw: unknown, path: string): string {
  const text = String(raw);
  if (!/^-?\d{1,18}(\.\d{1,10})?$/.test(text)) throw wrong(path, 'not-a-number');
  return text;
}

const SIGNS: Partial<Record<Operator, string>> = { eq: '=', lt: '<', lte: '<=', gt: '>', gte: '>=' };

function compare(view: FilterView, field: Field, expr: string, c: Condition, b: StatementBuilder): string {
  const cast = castOf(field);
  const one = (raw: unknown) => `${b.param(operand(view, field, raw, c.field))}::${cast}`;
  const { family } = typeOf(field);
  if (c.op === 'isNull') return isNullSql(field, expr, c.value !== false);
  if (family === 'list' || family === 'references') return listCompare(view, field, expr, c, b);
  if (c.op === 'within') return withinSql(view, field, expr, c, b);
  if (c.op === 'between') {
    if (!Array.isArray(c.value) || c.value.length !== 2) throw wrong(c.field, 'invalid');
    return `${expr} BETWEEN ${one(c.value[0])} AND ${one(c.value[1])}`;
  }
  if (c.op === 'in' || c.op === 'nin') {
    if (!Array.isArray(c.value) || c.value.length > 500) throw wrong(c.field, 'invalid');
    const values = c.value.map((raw) => operand(view, field, raw, c.field));
    const test = `${expr} = ANY(${b.param(values)}::${cast}[])`;
    return c.op === 'in' ? test : `(${expr} IS NULL OR NOT ${test})`;
  }
  if (c.op === 'contains') return `${expr} ILIKE ${b.param(`%${escapeLike(textOf(c))}%`)}`;
  if (c.op === 'startsWith') return `${expr} LIKE ${b.param(`${escapeLike(textOf(c))}%`)}`;
  if (c.op === 'ne') return `${expr} IS DISTINCT FROM ${one(c.value)}`;
  return `${expr} ${SIGNS[c.op] ?? '='} ${one(c.value)}`;
}

function textOf(c: Condition): string {
  if (typeof c.value !== 'string' || c.value === '' || c.value.length > 200) throw wrong(c.field, 'invalid');
  return c.value;
}

function isNullSql(field: Field, expr: string, isNull: boolean): string {
  const { family } = typeOf(field);
  if (family === 'list' || family === 'references') {
    // A list may be absent, the JSON null, or empty.
    const empty = field.custom === true ? `coalesce(${expr}, 'null') IN ('null'::jsonb, '[]'::jsonb)` : `cardinality(${expr}) = 0`;
    return isNull ? empty : `NOT (${empty})`;
  }
  return `${expr} IS ${isNull ? '' : 'NOT '}NULL`;
}

/** `in`: any of; `contains`: all of; `nin`: none of. */
function listCompare(view: FilterView, field: Field, expr: string, c: Condition, b: StatementBuilder): string {
  const raw = Array.isArray(c.value) ? c.value : [c.value];
  if (raw.length > 200) throw wrong(c.field, 'invalid');
  const values = b.param(raw.map((item) => operand(view, field, item, c.field)));
  const isUuid = castOf(field) === 'uuid';
  const cast = isUuid ? 'uuid[]' : 'text[]';
  if (field.custom === true) {
    // With an index the items as it holds them, whose frequencies the planner knows; else the cheaper comparison.
    const isIndexed = field.indexed === true;
    if (c.op === 'contains') return isIndexed ? `${itemsExpr(expr)} @> ${values}::text[]` : `${expr} ?& ${values}::text[]`;
    const any = isIndexed ? `${itemsExpr(expr)} && ${values}::text[]` : `${expr} ?| ${values}::text[]`;
    return c.op === 'nin' ? `NOT coalesce(${any}, false)` : any;
  }
  if (c.op === 'contains') return `${expr} @> ${values}::${cast}`;
  return c.op === 'nin' ? `NOT (${expr} && ${values}::${cast})` : `${expr} && ${values}::${cast}`;
}

/** Relative dates such as `last:7d`, in the reader's time zone. */
function withinSql(view: FilterView, field: Field, expr: string, c: Condition, b: StatementBuilder): string {
  const period = resolveRelative(textOf(c), view.now, view.timeZone);
  if (!period) throw wrong(c.field, 'invalid');
  const cast = castOf(field);
  if (typeOf(field).family === 'date') {
    return `(${expr} >= ${b.param(period.fromDate)}::${cast} AND ${expr} <= ${b.param(period.toDate)}::${cast})`;
  }
  return `(${expr} >= ${b.param(period.from)}::${cast} AND ${expr} < ${b.param(period.to)}::${cast})`;
}
