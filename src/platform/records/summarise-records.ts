import { fail } from '#kernel/failure.ts';
import type { Field } from '#meta/field.ts';
import { typeOf } from '#meta/fields/field-types.ts';
import type { ObjectDef } from '#meta/object.ts';
import { requireGrant } from '../access/allowed-ids.ts';
import { fieldAccessOf } from '../access/field-access.ts';
import { recordPredicate } from '../access/record-predicate.ts';
import type { Context } from '../context/context.ts';
import { knownField } from './filter/filter-sql.ts';
import { type Selection, selectionSql } from './list-records.ts';
import { StatementBuilder } from './statement.ts';
import { tableCondition, valueExpr } from './storage.ts';

export interface SummaryRequest extends Selection {
  /** `stage`, `createdAt:week`, `address` (by province); none for one row over all. */
  readonly groupBy?: string | undefined;
  /** `count`, `sum:registeredCapital`, `avg:…`, `min:…`, `max:…`. */
  readonly measures: readonly string[];
}

const wrong = (path: string, code: string) => fail('request.invalid', {}, [{ path, code }]);
const MAX_GROUPS = 500;

/** Counts and sums by group, within what the actor may see: kanban columns, grouped lists, charts. */
export async function summariseRecords(ctx: Context, def: ObjectDef, request: SummaryRequest): Promise<Record<string, unknown>[]> {
  requireGrant(ctx, def, 'read');
  const b = new StatementBuilder();
  const group = request.groupBy === undefined ? undefined : groupExpr(ctx, def, request.groupBy, b);
  const measures = request.measures.map((measure) => measureSql(ctx, def, measure));
  const where = selectionSql(ctx, def, request, b);
  const key = group === undefined ? 'NULL' : group.expr;
  const grouping = group === undefined ? '' : ` GROUP BY ${group.expr}`;
  const inner = `SELECT ${key} AS key, ${measures.join(', ')} FROM ${def.table} t WHERE ${where}${grouping} ORDER BY 2 DESC LIMIT ${MAX_GROUPS}`;
  const label = group?.target === undefined ? '' : `, (${labelSql(ctx, group.target, b)}) AS label`;
  return ctx.db.prepared<Record<string, unknown>>(b.named(`SELECT s.*${label} FROM (${inner}) s`));
}

interface Group {
  readonly expr: string;
  readonly target?: ObjectDef;
}

function groupExpr(ctx: Context, def: ObjectDef, spec: string, b: StatementBuilder): Group {
  const [key = '', step] = spec.split(':');
  const field = knownField(ctx, def, key);
  if (!field) throw wrong(`groupBy.${key}`, 'unknown');
  const type = typeOf(field);
  if (!type.isGroupable || fieldAccessOf(ctx.actor, def, field).view === 'masked') throw wrong(`groupBy.${key}`, 'not-filterable');
  const value = valueExpr(ctx.registry, def, field, 't');
  if (type.family === 'date' || type.family === 'dateTime') return { expr: periodExpr(ctx, field, value, step ?? 'month', b) };
  if (type.family === 'address') return { expr: `rpad(left(${value}, 2), 6, '0')` };
  const target = field.type === 'reference' && field.target !== undefined ? ctx.registry.object(field.target) : undefined;
  return { expr: value, ...(target && { target }) };
}

function periodExpr(ctx: Context, field: Field, value: string, step: string, b: StatementBuilder): string {
  if (!['day', 'week', 'month', 'quarter', 'year'].includes(step)) throw wrong('groupBy', 'invalid');
  const isInstant = typeOf(field).family === 'dateTime';
  const local = isInstant ? `(${value})::timestamptz AT TIME ZONE ${b.param(ctx.timeZone)}` : `(${value})::timestamp`;
  return `to_char(date_trunc('${step}', ${local}), 'YYYY-MM-DD')`;
}

function labelSql(ctx: Context, target: ObjectDef, b: StatementBuilder): string {
  const title = target.fields.find((f) => f.key === target.title);
  const name = title ? valueExpr(ctx.registry, target, title, 'g') : 'NULL';
  const allowed = recordPredicate(ctx, target, 'read', 'g', b);
  return `SELECT ${name} FROM ${target.table} g WHERE ${tableCondition(target, 'g')}g.id::text = s.key::text AND ${allowed}`;
}

function measureSql(ctx: Context, def: ObjectDef, spec: string): string {
  if (spec === 'count') return 'count(*)::int AS count';
  const [measure = '', key = ''] = spec.split(':');
  const field = knownField(ctx, def, key);
  if (!field || !['sum', 'avg', 'min', 'max'].includes(measure)) throw wrong(`measures.${spec}`, 'unknown');
  const { family } = typeOf(field);
  const isShown = fieldAccessOf(ctx.actor, def, field).view === 'full';
  if (!isShown || !['number', 'money', 'computed'].includes(family)) throw wrong(`measures.${spec}`, 'not-filterable');
  return `${measure}(${valueExpr(ctx.registry, def, field, 't')})::text AS "${measure}:${field.key}"`;
}
