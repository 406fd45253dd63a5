import sql, { type Sql, raw } from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '../../context/context.ts';
import { isCheckViolation, uniqueViolation } from '../../db/database.ts';
import { type ReferencePlace, refersSql, replaceSql } from './reference-places.ts';

/** Rows of one place that now refer to the survivor, or (`dropped`) that the survivor had already. */
export interface RepointStep {
  readonly table: string;
  readonly column: string;
  readonly kind: ReferencePlace['kind'] | 'dropped';
  readonly ids: readonly Id[];
}

/** Leads every row of a place from one record to another; removed rows too, as they may be restored (CU-11). */
export async function repoint(ctx: Context, place: ReferencePlace, from: Id, to: Id): Promise<RepointStep[]> {
  const { table, column, kind } = place;
  const moved = await attempt(ctx, () => updateRows(ctx, place, from, to, sql`true`));
  if (moved !== undefined) return moved.length === 0 ? [] : [{ table, column, kind, ids: moved }];
  const one = await repointSingly(ctx, place, from, to);
  return [{ table, column, kind, ids: one.moved }, { table, column, kind: 'dropped' as const, ids: one.dropped }].filter(({ ids }) => ids.length > 0);
}

/** Row by row where the survivor has some of them already: a double link, or a link to itself, is removed instead. */
async function repointSingly(ctx: Context, place: ReferencePlace, from: Id, to: Id) {
  const rows = await ctx.db.rows<{ id: Id }>(sql`
    SELECT t.id FROM ${raw(place.table)} t WHERE ${refersSql(place, from)} AND ${place.only} ORDER BY t.id`);
  const moved: Id[] = [];
  const dropped: Id[] = [];
  for (const { id } of rows) {
    const done = await attempt(ctx, () => updateRows(ctx, place, from, to, sql`t.id = ${id}`));
    if (done !== undefined) moved.push(...done);
    else if (await drop(ctx, place, id)) dropped.push(id);
  }
  return { moved, dropped };
}

/** Removes a row softly; one without a trash stays with the loser, where nobody looks. */
async function drop(ctx: Context, place: ReferencePlace, id: Id): Promise<boolean> {
  if (!place.hasDeleted) return false;
  const rows = await ctx.db.run(sql`
    UPDATE ${raw(place.table)} t SET deleted_at = ${ctx.now.toISOString()}${countUp(place)} WHERE t.id = ${id} AND t.deleted_at IS NULL`);
  return rows > 0;
}

async function updateRows(ctx: Context, place: ReferencePlace, from: Id, to: Id, also: Sql): Promise<Id[]> {
  const rows = await ctx.db.rows<{ id: Id }>(sql`
    UPDATE ${raw(place.table)} t SET ${replaceSql(place, from, to)}${countUp(place)}
    WHERE ${refersSql(place, from)} AND ${place.only} AND ${also} RETURNING t.id`);
  return rows.map(({ id }) => id);
}

/** Whoever has the row open must see that it changed. */
const countUp = (place: Pick<ReferencePlace, 'hasVersion'>): Sql => (place.hasVersion ? sql`, version = t.version + 1` : sql``);

/** Undefined when a unique or check rule stood against it; the transaction goes on. */
async function attempt<R>(ctx: Context, work: () => Promise<R>): Promise<R | undefined> {
  await ctx.db.run(sql`SAVEPOINT one_repoint`);
  try {
    const result = await work();
    await ctx.db.run(sql`RELEASE SAVEPOINT one_repoint`);
    return result;
  } catch (error) {
    await ctx.db.run(sql`ROLLBACK TO SAVEPOINT one_repoint`);
    if (uniqueViolation(error) === undefined && !isCheckViolation(error)) throw error;
    return undefined;
  }
}

/** Leads the rows of a step back that still refer to the survivor; answers how many. */
export async function takeBack(ctx: Context, places: readonly ReferencePlace[], step: RepointStep, survivor: Id, loser: Id): Promise<number> {
  const known = places.find(({ table, column, kind }) => table === step.table && column === step.column && (kind === step.kind || step.kind === 'dropped'));
  if (known === undefined) return 0;
  // The step names its rows itself.
  const place = { ...known, only: sql`true` };
  if (step.kind === 'dropped') {
    return ctx.db.run(sql`
      UPDATE ${raw(place.table)} t SET deleted_at = NULL${countUp(place)}
      WHERE t.id = ANY(${step.ids}::uuid[]) AND t.deleted_at IS NOT NULL AND ${refersSql(place, loser)}`);
  }
  const back = await attempt(ctx, () => updateRows(ctx, place, survivor, loser, sql`t.id = ANY(${step.ids}::uuid[])`));
  if (back !== undefined) return back.length;
  let count = 0;
  for (const id of step.ids) {
    const one = await attempt(ctx, () => updateRows(ctx, place, survivor, loser, sql`t.id = ${id}`));
    count += one?.length ?? 0;
  }
  return count;
}
