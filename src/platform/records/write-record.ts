import { type Failure, type Issue, fail } from '#kernel/failure.ts';
import type { Sql } from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { isSameJson } from '#kernel/json.ts';
import { localDate } from '#kernel/period.ts';
import type { Field } from '#meta/field.ts';
import type { ObjectDef } from '#meta/object.ts';
import { toSqlPart } from '../access/access-condition.ts';
import { type AuditFacts, type Changes, writeAudit } from '../audit/write-audit.ts';
import { authorOf } from '../context/author.ts';
import type { Context, FullRecord } from '../context/context.ts';
import { uniqueViolation } from '../db/database.ts';
import { autoNumberExpr } from './computed/auto-number.ts';
import { StatementBuilder } from './statement.ts';
import { baseColumn, valueExpr } from './storage.ts';
import { type Columns, searchColumns, toColumns } from './to-columns.ts';

/** Everything needed to insert one record, once validated, sealed and completed by the hooks. */
export interface InsertPlan {
  readonly id: Id;
  readonly values: Readonly<Record<string, unknown>>;
  readonly extra: Readonly<Columns>;
}

export const invalid = (issues: readonly Issue[], hasUnknown: boolean): Failure =>
  hasUnknown ? fail('request.unknown-field', {}, issues) : fail('record.invalid', { count: issues.length }, issues);

/** The root record that a record's history belongs to (CU-3). */
export function rootOf(def: ObjectDef, id: Id, values: Readonly<Record<string, unknown>>): Id | null {
  if (def.partOf === 'id') return id;
  const root = def.partOf === undefined ? undefined : values[def.partOf];
  return typeof root === 'string' ? root : null;
}

/** Column → value of a new row, all but the numbers that the database gives. */
export function insertColumns(ctx: Pick<Context, 'now' | 'actor'>, def: ObjectDef, plan: InsertPlan): Columns {
  const { columns, custom } = toColumns(def, plan.values);
  const now = ctx.now.toISOString();
  const author = authorOf(ctx);
  return {
    id: plan.id,
    ...(def.custom === true && { object_key: def.key }),
    ...columns,
    created_at: columns.created_at ?? now,
    created_by: columns.created_by ?? author,
    updated_at: now,
    updated_by: author,
    custom: JSON.stringify(custom),
    ...searchColumns(def, plan.values),
    ...plan.extra,
  };
}

/** Automatic numbers that the database will give. */
export const missingNumbers = (def: ObjectDef, values: Readonly<Record<string, unknown>>): Field[] =>
  def.fields.filter((f) => f.type === 'autoNumber' && f.retired !== true && (values[f.key] ?? null) === null);

/** Automatic numbers of a row that is on its way, as its audit entry tells them: `{ code: [null, "C-2026-000001"] }`. */
export function givenNumbers(ctx: Context, def: ObjectDef, id: Id, numbers: readonly Field[]): Sql {
  const b = new StatementBuilder();
  const pairs = numbers.map((field) => `'${field.key}', jsonb_build_array(NULL, ${valueExpr(ctx.registry, def, field, 'n')})`);
  return toSqlPart(`(SELECT jsonb_build_object(${pairs.join(', ')}) FROM ${def.table} n WHERE n.id = ${b.param(id)}::uuid)`, b.values);
}

/** Inserts the row and gives back the automatic numbers. */
export async function insertRow(ctx: Context, def: ObjectDef, plan: InsertPlan): Promise<Readonly<Record<string, unknown>>> {
  const b = new StatementBuilder();
  const columns = insertColumns(ctx, def, plan);
  const missing = missingNumbers(def, plan.values);
  const numbers = missing.filter((f) => f.custom !== true);
  const customNumbers = missing.filter((f) => f.custom === true);
  for (const field of numbers) delete columns[baseColumn(field)];
  const day = missing.length === 0 ? '' : localDate(ctx.now, ctx.timeZone);
  const next = (field: Field): string => autoNumberExpr(def, field, day, (value) => b.param(value));
  const names = [...Object.keys(columns), ...numbers.map(baseColumn)];
  const placeholders = [
    ...Object.entries(columns).map(([column, value]) => {
      const pairs = column === 'custom' ? customNumbers.map((field) => `'${field.key}', ${next(field)}`) : [];
      return pairs.length === 0 ? b.param(value) : `${b.param(value)}::jsonb || jsonb_build_object(${pairs.join(', ')})`;
    }),
    ...numbers.map(next),
  ];
  const returned = [
    ...numbers.map((field) => `${baseColumn(field)} AS "${field.key}"`),
    ...customNumbers.map((field) => `custom->>'${field.key}' AS "${field.key}"`),
  ].join(', ') || 'id';
  const rows = await guardUnique(def, () =>
    ctx.db.prepared<Record<string, unknown>>(
      b.named(`INSERT INTO ${def.table} (${names.join(', ')}) VALUES (${placeholders.join(', ')}) RETURNING ${returned}`),
    ),
  );
  const { id: _id, ...given } = rows[0] ?? {};
  return given;
}

/** Updates the changed columns, counts the version up. `custom` is merged key by key. */
export async function updateRow(ctx: Context, def: ObjectDef, before: FullRecord, changed: Readonly<Record<string, unknown>>, extra: Readonly<Columns>): Promise<void> {
  const b = new StatementBuilder();
  const { columns, custom } = toColumns(def, changed);
  const after = { ...before.values, ...changed };
  const feedsSearch = def.fields.some((f) => f.search !== undefined && f.key in changed) || 'kind' in changed;
  const all: Columns = { ...columns, ...(feedsSearch ? searchColumns(def, after) : {}), ...extra };
  const sets = Object.entries(all).map(([column, value]) => `${column} = ${b.param(value)}`);
  if (Object.keys(custom).length > 0) sets.push(`custom = custom || ${b.param(JSON.stringify(custom))}::jsonb`);
  sets.push('version = version + 1', `updated_at = ${b.param(ctx.now.toISOString())}`);
  sets.push(`updated_by = ${b.param(authorOf(ctx))}`);
  const key = b.param(before.id);
  await guardUnique(def, () => ctx.db.prepared(b.often(`UPDATE ${def.table} SET ${sets.join(', ')} WHERE id = ${key}`)));
}

async function guardUnique<R>(def: ObjectDef, work: () => Promise<R>): Promise<R> {
  try {
    return await work();
  } catch (error) {
    const constraint = uniqueViolation(error);
    if (constraint === undefined) throw error;
    const column = constraint.replace(new RegExp(`^${def.table}_`), '').replace(/_key$/, '');
    const field = def.fields.find((f) => baseColumn(f) === column);
    throw fail('record.duplicate', {}, field ? [{ path: field.key, code: 'not-unique', params: { value: '' } }] : []);
  }
}

/** Which of the values really differ. */
export function changesOf(before: Readonly<Record<string, unknown>>, values: Readonly<Record<string, unknown>>): Changes {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([key, value]) => !isSameValue(before[key] ?? null, value ?? null))
      .map(([key, value]) => [key, [before[key] ?? null, value ?? null] as const]),
  );
}

/** Sealed values differ by nonce though they say the same: compare their hashes. Instants compare as instants. */
function isSameValue(a: unknown, b: unknown): boolean {
  const hash = (v: unknown) => (typeof v === 'object' && v !== null && 'hash' in v ? v.hash : undefined);
  if (hash(a) !== undefined && hash(a) === hash(b)) return true;
  if (typeof a === 'string' && typeof b === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(a) && /^\d{4}-\d{2}-\d{2}T/.test(b)) {
    return new Date(a).getTime() === new Date(b).getTime();
  }
  return isSameJson(a, b);
}

/** Waits for what a module does after the row is sent; a failure there may be only the echo of the row's own. */
export async function afterRow(row: Promise<unknown>, hooked: Promise<void> | undefined): Promise<void> {
  row.catch(() => undefined);
  await hooked?.catch(async (error: unknown) => {
    await row;
    throw error;
  });
}

/** Audit entry and live event of one write. */
export async function recordWrite(ctx: Context, def: ObjectDef, facts: AuditFacts & { recordId: Id }): Promise<void> {
  await writeAudit(ctx, [{ ...facts, object: def.key }]);
  ctx.announce({
    object: def.key,
    id: facts.recordId,
    action: facts.action,
    ...(facts.version !== undefined && { version: facts.version }),
    ...(facts.customerId && { customerId: facts.customerId }),
    actorId: ctx.actor.userId,
  });
}
