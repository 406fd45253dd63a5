import sql, { type Sql } from 'sql-template-tag';
import { z } from 'zod';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { loadFull } from '#platform/records/get-record.ts';
import { shownChanges } from '#platform/records/history/record-history.ts';
import { hiddenRecords } from './part-sources.ts';
import {
  type FinishedRow, type ShownChange, type TimelineRow, type TimelineSource, isSeen, olderThan, readable, wantedKinds,
} from './timeline-source.ts';

const KINDS = ['change', 'owner', 'merge', 'sharing'] as const;
// One request may touch thousands of records (a merge, a bulk change): so many are shown, the rest is counted.
const PARTS = 30;
/** An activity is read as it is now; only who it went to, and from which customer, is news. */
const NEWS_OF_ACTIVITY = new Set(['owner', 'customer']);
const SILENT = new Set(['stage', 'stageChangedAt', 'lostReason', 'completeness', 'lastContactAt']);

const KIND = sql`CASE WHEN e.action LIKE '%merge%' THEN 'merge' WHEN e.action = 'share' THEN 'sharing'
  WHEN e.object = 'customer' AND e.changes ? 'owner' THEN 'owner' ELSE 'change' END`;

/**
 * What was changed on the customer and its parts, from the audit trail, one entry for each request. The trail is walked
 * from moment to moment by its index, so that a request which changed thousands of records costs one step.
 */
export const changeSource: TimelineSource = {
  key: 'change',
  kinds: KINDS,
  rows(ctx, place, page) {
    const kinds = wantedKinds(changeSource, page);
    if (!kinds) return undefined;
    const objects = ctx.registry.objects.filter((def) => readable(ctx, def.key)).map((def) => def.key);
    const only = page.kinds ? sql`AND ${KIND} = ANY(${kinds}::text[])` : sql``;
    // The words of the index; files that were added have entries of their own.
    const counts = sql`e.ok AND e.action NOT IN ('create', 'reveal', 'download', 'export') AND e.action <> 'file-add' AND e.object = ANY(${objects}::text[])
      AND (e.object <> 'activity' OR e.changes ?| ${[...NEWS_OF_ACTIVITY]}::text[]) ${only}`;
    const next = (bound: Sql): Sql => sql`(SELECT max(x.at) FROM unnest(${place.ids}::uuid[]) AS c (id) CROSS JOIN LATERAL (
      SELECT e.at FROM audit_entry e WHERE e.customer_id = c.id AND ${bound} AND ${counts} ORDER BY e.at DESC LIMIT 1) x)`;
    const first = next(page.before === undefined ? sql`true` : sql`e.at <= ${page.before.at}::timestamptz`);
    return sql`SELECT 'change', g.id, g.kind, m.at, g.actor_id, g.actor_name, g.object, g.record_id, NULL::text, NULL::text, false, 'internal',
        jsonb_build_object('count', g.count, 'parts', g.parts)
      FROM (WITH RECURSIVE moment AS (
          SELECT 1 AS n, ${first} AS at
          UNION ALL SELECT m.n + 1, ${next(sql`e.at < m.at`)} FROM moment m WHERE m.at IS NOT NULL AND m.n < ${page.limit + 1})
        SELECT at FROM moment WHERE at IS NOT NULL) m
      CROSS JOIN LATERAL (SELECT r.id, r.count, p.* FROM (
          SELECT e.request_id, (min(e.id::text COLLATE "C")) AS id, count(*)::int AS count FROM audit_entry e
          WHERE e.customer_id = ANY(${place.ids}::uuid[]) AND e.at = m.at AND ${counts} GROUP BY e.request_id) r
        CROSS JOIN LATERAL (SELECT (array_agg(e.actor_id))[1] AS actor_id, (array_agg(e.actor_name))[1] AS actor_name,
            (array_agg(e.kind ORDER BY e.kind = 'change'))[1] AS kind, (array_agg(e.object))[1] AS object, (array_agg(e.record_id))[1] AS record_id,
            jsonb_agg(jsonb_build_object('object', e.object, 'recordId', e.record_id, 'action', e.action, 'changes', e.changes, 'detail', e.detail)) AS parts
          FROM (SELECT e.*, ${KIND} AS kind FROM audit_entry e WHERE e.customer_id = ANY(${place.ids}::uuid[]) AND e.at = m.at
            AND e.request_id IS NOT DISTINCT FROM r.request_id AND ${counts} ORDER BY e.object <> 'customer', e.seq LIMIT ${PARTS}) e) p) g
      WHERE true ${olderThan(page, sql`m.at`, sql`g.id`)} ORDER BY m.at DESC, g.id COLLATE "C" DESC LIMIT ${page.limit}`;
  },
  async finish(ctx, place, rows) {
    const parsed = rows.map((row) => ({ row, detail: detailShape.parse(row.detail) }));
    const hidden = await hiddenRecords(ctx, place.ids, parsed.flatMap(({ detail }) => detail.parts));
    const titles = await titlesOf(ctx, place.ids, parsed.flatMap(({ detail }) => detail.parts), hidden);
    return parsed.flatMap(({ row, detail }) => finishOne(ctx, row, detail, hidden, titles));
  },
};

const partShape = z.object({
  object: z.string(), recordId: z.string(), action: z.string(),
  changes: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])).nullable(),
  detail: z.record(z.string(), z.unknown()).nullable(),
});
const detailShape = z.object({ count: z.number(), parts: z.array(partShape) });
type Part = z.infer<typeof partShape>;

const QUIET_WITHOUT_CHANGES = new Set(['update', 'restore-values']);

/** The parts that the reader may see, with their values as they may see them; nothing when none is left. */
function finishOne(
  ctx: Context, row: TimelineRow, detail: z.infer<typeof detailShape>, hidden: ReadonlySet<Id>, titles: ReadonlyMap<Id, string>,
): FinishedRow[] {
  const parts = detail.parts.filter((part) => !hidden.has(part.recordId)).flatMap((part) => {
    const changes = changesOf(ctx, part);
    return changes.length === 0 && QUIET_WITHOUT_CHANGES.has(part.action) ? [] : [{ part, changes }];
  });
  const [first] = parts;
  if (!first) return [];
  const reason = parts.map(({ part }) => part.detail?.reason).find((word) => typeof word === 'string');
  return [{
    ...row, object: first.part.object, recordId: first.part.recordId, title: titles.get(first.part.recordId) ?? null,
    body: typeof reason === 'string' ? reason : null, changes: parts.flatMap(({ changes }) => changes),
    detail: {
      action: first.part.action,
      records: parts.map(({ part }) => ({ object: part.object, recordId: part.recordId, action: part.action, title: titles.get(part.recordId) ?? null })),
      ...(detail.count > detail.parts.length && { more: detail.count - detail.parts.length }),
      ...(first.part.action === 'share' && { sharing: { set: first.part.detail?.set ?? [], removed: first.part.detail?.removed ?? [] } }),
    },
  }];
}

/** The stage has entries of its own; what the system computes is no news. */
function changesOf(ctx: Context, part: Part): ShownChange[] {
  const def = ctx.registry.object(part.object);
  if (!def || !part.changes) return [];
  return shownChanges(ctx, def, part.changes)
    .filter((change) => part.object !== 'customer' || !SILENT.has(change.field))
    .filter((change) => part.object !== 'activity' || NEWS_OF_ACTIVITY.has(change.field))
    .map((change) => ({ object: part.object, recordId: part.recordId, ...change }));
}

async function titlesOf(ctx: Context, customerIds: readonly Id[], parts: readonly Part[], hidden: ReadonlySet<Id>): Promise<Map<Id, string>> {
  const titles = new Map<Id, string>();
  for (const [object, ofObject] of Map.groupBy(parts, (part) => part.object)) {
    const def = readable(ctx, object);
    const ids = [...new Set(ofObject.map((part) => part.recordId))].filter((id) => !hidden.has(id) && !customerIds.includes(id));
    if (!def || ids.length === 0 || !isSeen(ctx, def, def.title)) continue;
    for (const record of await loadFull(ctx, def, ids)) {
      const title = record.values[def.title];
      if (typeof title === 'string') titles.set(record.id, title);
    }
  }
  return titles;
}
