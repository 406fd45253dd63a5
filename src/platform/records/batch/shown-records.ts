import type { Id } from '#kernel/ids.ts';
import type { ObjectDef } from '#meta/object.ts';
import { recordPredicate } from '../../access/record-predicate.ts';
import type { Context } from '../../context/context.ts';
import { projectionSql } from '../projection.ts';
import { StatementBuilder } from '../statement.ts';
import { tableCondition } from '../storage.ts';
import type { ShownRow } from './stream-records.ts';

/** Living records by id as the actor's list shows them, references by name; those out of sight are left out (SEC-12). */
export async function shownRecords(ctx: Context, def: ObjectDef, fields: readonly string[], ids: readonly Id[]): Promise<Map<Id, ShownRow>> {
  if (ids.length === 0) return new Map();
  const b = new StatementBuilder();
  const columns = projectionSql(ctx, def, { fields, include: ['*'] }, 't', b);
  const wanted = b.param([...new Set(ids)]);
  const may = recordPredicate(ctx, def, 'read', 't', b);
  const rows = await ctx.db.prepared<{ id: Id; p: ShownRow }>(b.plain(`
    SELECT t.id, (SELECT row_to_json(x) FROM (SELECT ${columns}) x) AS p FROM ${def.table} t
    WHERE ${tableCondition(def, 't')}t.deleted_at IS NULL AND t.id = ANY(${wanted}::uuid[]) AND ${may}`));
  return new Map(rows.map(({ id, p }) => [id, p]));
}
