import sql, { raw } from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { ObjectDef } from '#meta/object.ts';
import type { Context } from '../../context/context.ts';
import { baseColumn } from '../storage.ts';
import { referencePlaces, refersSql } from './reference-places.ts';

export interface ReferenceCount {
  readonly object: string;
  readonly field: string;
  readonly count: number;
}

/** How many rows of each object refer to a record, removed ones left out (CU-11). Objects the actor may not read stay out. */
export async function countReferences(ctx: Pick<Context, 'db' | 'registry' | 'actor'>, def: ObjectDef, id: Id): Promise<ReferenceCount[]> {
  const places = await referencePlaces(ctx, def);
  const counts: ReferenceCount[] = [];
  for (const { object, field } of ctx.registry.referencesTo(def.key)) {
    if (!ctx.actor.grants.get(object.key)?.has('read')) continue;
    const column = field.custom === true ? field.key : baseColumn(field);
    const place = places.find((one) => one.table === object.table && one.column === column);
    if (place === undefined) continue;
    const only = object.custom === true ? sql`t.object_key = ${object.key}` : sql`true`;
    const { n } = await ctx.db.one<{ n: number }>(sql`
      SELECT count(*)::int AS n FROM ${raw(object.table)} t WHERE ${refersSql(place, id)} AND ${only} AND t.deleted_at IS NULL`);
    if (n > 0) counts.push({ object: object.key, field: field.key, count: n });
  }
  const files = await ctx.db.one<{ n: number }>(sql`
    SELECT count(*)::int AS n FROM file_object WHERE record_id = ${id} AND object = ${def.key} AND deleted_at IS NULL`);
  return files.n > 0 ? [...counts, { object: 'file', field: 'record', count: files.n }] : counts;
}
