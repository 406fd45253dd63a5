import sql, { type Sql, empty, join } from 'sql-template-tag';
import { predicateSql } from '#platform/access/predicate-sql.ts';
import type { Context } from '#platform/context/context.ts';
import { allowedIds } from '#platform/access/allowed-ids.ts';
import { type TimelineRow, type TimelineSource, isSeen, newest, readable, seen, wantedKinds } from './timeline-source.ts';

/** When the customer, and each one merged into it, was entered. */
export const createdSource: TimelineSource = {
  key: 'created',
  kinds: ['created'],
  rows: (_ctx, place, page) => wantedKinds(createdSource, page) && sql`
    SELECT 'created', 'created:' || c.id, 'created', c.created_at, c.created_by, NULL::text, 'customer', c.id, c.name, NULL::text, false, 'internal', NULL::jsonb
    FROM customer c WHERE c.id = ANY(${place.ids}::uuid[]) ${newest(page, sql`c.created_at`, sql`('created:' || c.id)`)}`,
};

/** Stage changes with their reasons (CU-6). */
export const stageSource: TimelineSource = {
  key: 'stage',
  kinds: ['stage'],
  rows(ctx, place, page) {
    const def = readable(ctx, 'customer');
    if (!def || !isSeen(ctx, def, 'stage') || !wantedKinds(stageSource, page)) return undefined;
    return sql`SELECT 'stage', s.id::text, 'stage', s.at, s.actor_id, NULL::text, 'customer', s.customer_id, s.to_stage, s.reason, false, 'internal',
        jsonb_build_object('from', s.from_stage, 'to', s.to_stage, 'lostReason', ${seen(ctx, def, 'lostReason', sql`s.lost_reason`)})
      FROM customer_stage_event s WHERE s.customer_id = ANY(${place.ids}::uuid[]) ${newest(page, sql`s.at`, sql`s.id::text`)}`;
  },
};

/** People added to the customer. */
export const contactSource: TimelineSource = {
  key: 'contact',
  kinds: ['contact'],
  rows(ctx, place, page) {
    const def = readable(ctx, 'contact');
    if (!def || !wantedKinds(contactSource, page)) return undefined;
    return sql`SELECT 'contact', k.id::text, 'contact', k.created_at, k.created_by, NULL::text, 'contact', k.id, k.name, NULL::text, false, 'internal',
        jsonb_strip_nulls(jsonb_build_object('jobTitle', ${seen(ctx, def, 'jobTitle', sql`k.job_title`)}))
      FROM contact k WHERE k.customer_id = ${place.customerId} AND k.deleted_at IS NULL AND ${predicateSql(ctx, def, 'read', 'k')}
      ${newest(page, sql`k.created_at`, sql`k.id::text`)}`;
  },
};

/** Needs when they were stated, and again when they were met (CU-5). */
export const needSource: TimelineSource = {
  key: 'need',
  kinds: ['need'],
  rows(ctx, place, page) {
    const def = readable(ctx, 'need');
    if (!def || !wantedKinds(needSource, page)) return undefined;
    const moment = (at: Sql, event: 'stated' | 'met', more: Sql): Sql => {
      const id = sql`(n.id || ${`:${event}`})`;
      return sql`(SELECT 'need', ${id} AS id, 'need', ${at} AS at, n.created_by, NULL::text, 'need', n.id, n.title, ${seen(ctx, def, 'note', sql`n.note`)}, false, 'internal',
          jsonb_build_object('event', ${event}::text, 'level', ${seen(ctx, def, 'level', sql`n.level`)}, 'state', ${seen(ctx, def, 'state', sql`n.state`)})
        FROM need n WHERE n.customer_id = ${place.customerId} AND n.deleted_at IS NULL ${more} AND ${predicateSql(ctx, def, 'read', 'n')}
        ${newest(page, at, id)})`;
    };
    const stated = moment(sql`n.created_at`, 'stated', empty);
    const met = isSeen(ctx, def, 'metAt') ? [moment(sql`n.met_at`, 'met', sql`AND n.met_at IS NOT NULL`)] : [];
    return join([stated, ...met], ' UNION ALL ');
  },
};

/** Relations to other customers; the other one's name only for who may see it. */
export const relationSource: TimelineSource = {
  key: 'relation',
  kinds: ['relation'],
  rows(ctx, place, page) {
    const def = readable(ctx, 'customerRelation');
    const customer = readable(ctx, 'customer');
    if (!def || !customer || !wantedKinds(relationSource, page)) return undefined;
    const other = sql`(SELECT o.name FROM customer o WHERE o.id = r.other_id AND o.deleted_at IS NULL AND ${predicateSql(ctx, customer, 'read', 'o')})`;
    return sql`SELECT 'relation', r.id::text, 'relation', r.created_at, r.created_by, NULL::text, 'customerRelation', r.id, ${other}, NULL::text, false, 'internal',
        jsonb_build_object('relation', r.kind)
      FROM customer_relation r WHERE r.customer_id = ${place.customerId} AND r.deleted_at IS NULL AND ${predicateSql(ctx, def, 'read', 'r')}
      ${newest(page, sql`r.created_at`, sql`r.id::text`)}`;
  },
};

/** Files of the customer and of its parts, by the rights on the record that they hang on. */
export const fileSource: TimelineSource = {
  key: 'file',
  kinds: ['file'],
  rows(ctx, place, page) {
    if (!wantedKinds(fileSource, page)) return undefined;
    const objects = ctx.registry.objects.filter((def) => readable(ctx, def.key)).map((def) => def.key);
    return sql`SELECT 'file', f.id::text, 'file', f.created_at, f.created_by, NULL::text, f.object, f.record_id, f.name, NULL::text, false, 'internal',
        jsonb_build_object('file', f.id, 'mime', f.mime, 'size', f.size, 'field', f.field)
      FROM file_object f WHERE f.customer_id = ${place.customerId} AND f.deleted_at IS NULL AND f.object = ANY(${objects}::text[])
        -- Pictures of an activity stand in its own entry.
        AND NOT (f.object = 'activity' AND f.field IS NULL AND f.mime LIKE 'image/%')
      ${newest(page, sql`f.created_at`, sql`f.id::text`)}`;
  },
  async finish(ctx, place, rows) {
    const hidden = await hiddenRecords(ctx, place.ids, rows);
    return rows.filter((row) => {
      const def = ctx.registry.object(row.object);
      const field = row.detail?.field;
      return def !== undefined && !hidden.has(row.recordId ?? '') && (typeof field !== 'string' || isSeen(ctx, def, field));
    });
  },
};

/** Of the records that these rows are about, those that the reader may not see; the customer itself was asked for already. */
export async function hiddenRecords(
  ctx: Context, customerIds: readonly string[], rows: readonly Pick<TimelineRow, 'object' | 'recordId'>[],
): Promise<Set<string>> {
  const hidden = new Set<string>();
  for (const [object, ofObject] of Map.groupBy(rows, (row) => row.object)) {
    const ids = [...new Set(ofObject.flatMap((row) => row.recordId ?? []))].filter((id) => !customerIds.includes(id));
    const def = readable(ctx, object);
    const allowed = def ? await allowedIds(ctx, def, 'read', ids, true) : new Set<string>();
    for (const id of ids) if (!allowed.has(id)) hidden.add(id);
  }
  return hidden;
}
