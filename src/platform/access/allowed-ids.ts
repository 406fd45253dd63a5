import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { ObjectAction, ObjectDef } from '#meta/object.ts';
import type { Context } from '../context/context.ts';
import { StatementBuilder } from '../records/statement.ts';
import { tableCondition } from '../records/storage.ts';
import { recordPredicate } from './record-predicate.ts';

/** Of these ids, those the actor may treat so: one query for one or many. Deleted records are in only when asked for. */
export async function allowedIds(
  ctx: Pick<Context, 'actor' | 'registry' | 'now' | 'db'>, def: ObjectDef, action: ObjectAction, ids: readonly Id[], withDeleted = false,
): Promise<Set<Id>> {
  if (ids.length === 0) return new Set();
  const b = new StatementBuilder();
  const wanted = idsSql(ids, 't', b);
  const may = recordPredicate(ctx, def, action, 't', b);
  const alive = withDeleted ? '' : ' AND t.deleted_at IS NULL';
  const rows = await ctx.db.prepared<{ id: Id }>(
    b.named(`SELECT t.id FROM ${def.table} t WHERE ${tableCondition(def, 't')}${wanted}${alive} AND ${may}`),
  );
  return new Set(rows.map((row) => row.id));
}

/** One id as such: for a list of unknown length the planner begins anew each time instead of keeping its plan (PL-70). */
export const idsSql = (ids: readonly Id[], alias: string, b: StatementBuilder): string =>
  ids.length === 1 ? `${alias}.id = ${b.param(ids[0])}::uuid` : `${alias}.id = ANY(${b.param(ids)}::uuid[])`;

/** Throws as if there were no such record when the actor may not read it, and says so plainly when they may only read. */
export async function requireRecord(ctx: Context, def: ObjectDef, action: ObjectAction, id: Id): Promise<void> {
  if ((await allowedIds(ctx, def, action, [id])).has(id)) return;
  const mayRead = action !== 'read' && (await allowedIds(ctx, def, 'read', [id])).has(id);
  throw mayRead ? fail('auth.forbidden', { right: `${def.key}.${action}` }) : fail('record.not-found');
}

/** The grant itself, before any record is looked at. */
export function requireGrant(ctx: Pick<Context, 'actor'>, def: ObjectDef, action: ObjectAction): void {
  if (!ctx.actor.grants.get(def.key)?.has(action)) throw fail('auth.forbidden', { right: `${def.key}.${action}` });
}
