import type { Id } from '#kernel/ids.ts';
import { type ObjectDef, findField } from '#meta/object.ts';
import sql from 'sql-template-tag';
import { grantOf } from '../access/record-predicate.ts';
import type { Context } from '../context/context.ts';
import { listRecords } from '../records/list-records.ts';

export interface SharedRecord {
  readonly object: string;
  readonly id: Id;
  readonly title: string;
  readonly level: 'read' | 'write';
  readonly until: string | null;
  readonly since: string;
  readonly by: { readonly id: Id; readonly name: string } | null;
}

interface Row extends Omit<SharedRecord, 'title' | 'by'> {
  readonly byId: Id | null;
  readonly byName: string | null;
}

const NEWEST = 200;

/** What others share with the actor or with their units, newest first, as far as the actor's roles let them read it. */
export async function sharedWithMe(ctx: Context): Promise<SharedRecord[]> {
  const { selves, units } = ctx.actor;
  const rows = await ctx.db.rows<Row>(sql`
    SELECT DISTINCT ON (s.created_at, s.record_id) s.object, s.record_id AS id, s.level, s.until_at AS until, s.created_at AS since, u.id AS "byId", u.name AS "byName"
    FROM record_share s LEFT JOIN app_user u ON u.id = s.created_by
    WHERE (s.user_id = ANY(${selves}::uuid[]) OR s.unit_id = ANY(${units}::uuid[]))
      AND (s.until_at IS NULL OR s.until_at > ${ctx.now.toISOString()})
    ORDER BY s.created_at DESC, s.record_id DESC, s.level DESC LIMIT ${NEWEST}`);
  const titles = new Map<Id, string>();
  for (const [object, ofObject] of Map.groupBy(rows, (row) => row.object)) {
    const def = ctx.registry.object(object);
    if (!def || grantOf(ctx.actor, def, 'read') === undefined) continue;
    for (const [id, title] of await readTitles(ctx, def, ofObject.map((row) => row.id))) titles.set(id, title);
  }
  return rows.flatMap(({ byId, byName, ...row }) => {
    const title = titles.get(row.id);
    if (title === undefined) return [];
    const until = row.until === null ? null : new Date(row.until).toISOString();
    return [{ ...row, title, until, since: new Date(row.since).toISOString(), by: byId === null ? null : { id: byId, name: byName ?? '' } }];
  });
}

/** Through the list, so that removed records and hidden ones stay out by the one rule. */
async function readTitles(ctx: Context, def: ObjectDef, ids: readonly Id[]): Promise<[Id, string][]> {
  const title = findField(def, def.title)?.key ?? 'id';
  const page = await listRecords(ctx, def, { filter: { field: 'id', op: 'in', value: [...ids] }, fields: [title], limit: NEWEST });
  const { data } = JSON.parse(page.text) as { data: { id: Id; [key: string]: unknown }[] };
  return data.map((record) => {
    const text = record[title];
    return [record.id, typeof text === 'string' ? text : ''];
  });
}
