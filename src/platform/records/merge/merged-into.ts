import sql, { raw } from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { ObjectDef } from '#meta/object.ts';
import type { Context } from '../../context/context.ts';
import { allowedIds } from '../../access/allowed-ids.ts';
import { type Failure, fail } from '#kernel/failure.ts';

type View = Pick<Context, 'actor' | 'registry' | 'now' | 'db'>;

/** Where the merges of a record ended; undefined when it was not merged or the end may not be read (CU-11). */
export async function mergedInto(ctx: View, def: ObjectDef, id: Id): Promise<Id | undefined> {
  if (def.isMergeable !== true) return undefined;
  const end = await ctx.db.maybe<{ id: Id }>(sql`
    WITH RECURSIVE chain AS (
      SELECT merged_into AS id, 1 AS step FROM ${raw(def.table)} WHERE id = ${id} AND merged_into IS NOT NULL
      UNION ALL SELECT t.merged_into, chain.step + 1 FROM chain JOIN ${raw(def.table)} t ON t.id = chain.id
      WHERE t.merged_into IS NOT NULL AND chain.step < 50)
    SELECT id FROM chain ORDER BY step DESC LIMIT 1`);
  if (end === undefined) return undefined;
  return (await allowedIds(ctx, def, 'read', [end.id])).has(end.id) ? end.id : undefined;
}

/** Not found; with `mergedInto`, where the record went on, for whoever may read that (CU-11). */
export async function notFound(ctx: View, def: ObjectDef, id: Id): Promise<Failure> {
  const survivor = await mergedInto(ctx, def, id);
  return fail('record.not-found', {}, [], survivor === undefined ? {} : { mergedInto: survivor });
}
