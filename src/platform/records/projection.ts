import { fail } from '#kernel/failure.ts';
import type { Field } from '#meta/field.ts';
import { typeOf } from '#meta/fields/field-types.ts';
import type { ObjectDef } from '#meta/object.ts';
import { fieldAccessOf, visibleFields } from '../access/field-access.ts';
import { recordPredicate } from '../access/record-predicate.ts';
import type { Context } from '../context/context.ts';
import { knownField } from './filter/filter-sql.ts';
import type { StatementBuilder } from './statement.ts';
import { jsonExpr, tableCondition, valueExpr } from './storage.ts';

export interface ProjectionRequest {
  /** Field keys; all visible ones when absent. */
  readonly fields?: readonly string[];
  /** References to answer as `{id, name}`; `*` for all. */
  readonly include?: readonly string[];
}

type View = Pick<Context, 'actor' | 'registry' | 'now'>;

/** The SELECT list of an answer: id, version, and each field as far as the actor may see it. */
export function projectionSql(view: View, def: ObjectDef, request: ProjectionRequest, alias: string, b: StatementBuilder): string {
  const fields = request.fields ? request.fields.flatMap((key) => pick(view, def, key)) : visibleFields(view.actor, def);
  const includes = new Set(request.include ?? []);
  for (const key of includes) if (key !== '*') pick(view, def, key, 'include');
  const columns = fields.map((field) => `${fieldSql(view, def, field, includes, alias, b)} AS "${field.key}"`);
  return [`${alias}.id AS "id"`, `${alias}.version AS "version"`, ...columns].join(', ');
}

function pick(view: View, def: ObjectDef, key: string, parameter = 'fields'): Field[] {
  if (key === 'id' || key === 'version') return [];
  const field = knownField(view, def, key);
  if (!field) throw fail('request.invalid', {}, [{ path: `${parameter}.${key}`, code: 'unknown' }]);
  return [field];
}

function fieldSql(view: View, def: ObjectDef, field: Field, includes: ReadonlySet<string>, alias: string, b: StatementBuilder): string {
  const { view: shown } = fieldAccessOf(view.actor, def, field);
  const isIncluded = includes.has(field.key) || includes.has('*');
  if (isIncluded && shown === 'full' && field.type === 'reference') return referenceSql(view, def, field, alias, b);
  if (isIncluded && shown === 'full' && (field.type === 'file' || field.type === 'image')) return fileSql(view, def, field, alias);
  return jsonExpr(view.registry, def, field, alias, shown === 'full' ? 'full' : 'masked');
}

/** `{id, name}` of the record referred to; null when the actor may not read it, as if there were none (SEC-12). */
function referenceSql(view: View, def: ObjectDef, field: Field, alias: string, b: StatementBuilder): string {
  const target = field.target === undefined ? undefined : view.registry.object(field.target);
  const link = valueExpr(view.registry, def, field, alias);
  if (!target) return link;
  const title = target.fields.find((f) => f.key === target.title);
  const name = title ? valueExpr(view.registry, target, title, 'i') : 'NULL';
  const allowed = recordPredicate(view, target, 'read', 'i', b);
  const cast = field.custom === true ? `(${link})::uuid` : link;
  return `(SELECT json_build_object('id', i.id, 'name', ${name}) FROM ${target.table} i WHERE ${tableCondition(target, 'i')}i.id = ${cast} AND ${allowed})`;
}

/** `{id, name, size, mime}` of the record's own file; size in bytes. Of any other file only the id. */
function fileSql(view: View, def: ObjectDef, field: Field, alias: string): string {
  const link = valueExpr(view.registry, def, field, alias);
  const cast = field.custom === true ? `(${link})::uuid` : link;
  const own = `SELECT json_build_object('id', i.id, 'name', i.name, 'size', i.size, 'mime', i.mime) FROM file_object i WHERE i.id = ${cast} AND i.record_id = ${alias}.id AND i.deleted_at IS NULL`;
  return `coalesce((${own}), to_json(${cast}))`;
}

/** Fields that a full internal copy of a record holds, with sensitive ones as `{cipher, mask, hash}`. */
export function fullProjectionSql(view: Pick<Context, 'registry'>, def: ObjectDef, alias: string): string {
  const columns = def.fields
    .filter((field) => typeOf(field).family !== 'computed')
    .map((field) => `${fullSql(view, def, field, alias)} AS "${field.key}"`);
  return columns.join(', ');
}

function fullSql(view: Pick<Context, 'registry'>, def: ObjectDef, field: Field, alias: string): string {
  if (field.sensitive !== true) return jsonExpr(view.registry, def, field, alias, 'full');
  if (field.custom === true) return `(${alias}.custom->'${field.key}')`;
  const hash = valueExpr(view.registry, def, field, alias);
  const column = hash.slice(0, -'_hash'.length);
  return `CASE WHEN ${hash} IS NOT NULL THEN json_build_object('cipher', ${column}_cipher, 'mask', ${column}_mask, 'hash', ${hash}) END`;
}
