import sql, { type Sql, join } from 'sql-template-tag';
import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { requireGrant, requireRecord } from '#platform/access/allowed-ids.ts';
import type { Context } from '#platform/context/context.ts';
import { StatementBuilder } from '#platform/records/statement.ts';
import { pinnedActivities } from './activity-source.ts';
import type { FinishedRow, ShownChange, TimelinePage, TimelinePlace, TimelineRow, TimelineSource } from './timeline-source.ts';
import { timelineSources } from './timeline-sources.ts';

export interface TimelineEntry {
  readonly id: string;
  readonly kind: string;
  readonly at: string;
  readonly actor: { readonly id: Id; readonly name: string } | null;
  readonly title: string | null;
  readonly body: string | null;
  readonly object: string;
  readonly recordId: Id | null;
  readonly pinned: boolean;
  /** `internal`, or `customer` for what the customer may see too (UX-7). */
  readonly visibility: string;
  readonly changes?: readonly ShownChange[];
  /** What the kind has besides: `outcome` and `contact` of a call, `size` of a file, `from` and `to` of a stage … */
  readonly [more: string]: unknown;
}

export interface Timeline {
  readonly data: readonly TimelineEntry[];
  /** On the first page only. They stand in the stream at their time too. */
  readonly pinned?: readonly TimelineEntry[];
  readonly page: { readonly next: string | null };
}

export interface TimelineRequest {
  readonly kinds?: readonly string[] | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** One chronological stream of everything about a customer, newest first, as far as the reader may see it (CU-3). */
export async function readTimeline(ctx: Context, customerId: Id, request: TimelineRequest): Promise<Timeline> {
  const place = await placeOf(ctx, customerId);
  const page: TimelinePage = {
    before: request.cursor === undefined ? undefined : readCursor(request.cursor), limit: request.limit + 1,
    kinds: request.kinds === undefined ? undefined : new Set(request.kinds),
  };
  const sources = timelineSources();
  const parts = sources.flatMap((source) => source.rows(ctx, place, page) ?? []);
  const rows = await readRows(ctx, parts, page.limit);
  const shown = rows.slice(0, request.limit);
  const last = rows.length > request.limit ? shown.at(-1) : undefined;
  const data = await finish(ctx, place, sources, shown);
  const next = last ? writeCursor(last) : null;
  if (page.before) return { data, page: { next } };
  const pinned = await readRows(ctx, [pinnedActivities(ctx, place, page) ?? []].flat(), page.limit);
  return { data, pinned: pinned.map(toEntry), page: { next } };
}

/** The customer and all that were merged into it, one after another. */
export async function placeOf(ctx: Context, customerId: Id): Promise<TimelinePlace> {
  const def = ctx.registry.object('customer');
  if (!def) throw fail('record.not-found');
  requireGrant(ctx, def, 'read');
  await requireRecord(ctx, def, 'read', customerId);
  const { ids } = await ctx.db.one<{ ids: Id[] }>(sql`
    WITH RECURSIVE merged AS (
      SELECT id FROM customer WHERE merged_into = ${customerId}
      UNION SELECT c.id FROM customer c JOIN merged m ON c.merged_into = m.id)
    SELECT ARRAY(SELECT id FROM merged) AS ids`);
  return { customerId, ids: [customerId, ...ids] };
}

const columns = sql`source, id, kind, at, actor_id, actor_name, object, record_id, title, body, pinned, visibility, detail`;

async function readRows(ctx: Context, parts: readonly Sql[], limit: number): Promise<TimelineRow[]> {
  if (parts.length === 0) return [];
  const all = join(parts.map((part) => sql`(${part})`), ' UNION ALL ');
  const query = sql`
    SELECT e.source, e.id, e.kind, e.at, e.actor_id AS "actorId", coalesce(u.name, e.actor_name) AS "actorName", e.object, e.record_id AS "recordId",
      e.title, e.body, e.pinned, e.visibility, e.detail
    FROM (SELECT * FROM (${all}) AS every (${columns}) ORDER BY at DESC, id COLLATE "C" DESC LIMIT ${limit}) e
    LEFT JOIN app_user u ON u.id = e.actor_id ORDER BY e.at DESC, e.id COLLATE "C" DESC`;
  // Planning takes longer than running: kept prepared, for there are few shapes of it.
  return ctx.db.prepared<TimelineRow>({ ...new StatementBuilder().named(query.text), values: query.values });
}

async function finish(ctx: Context, place: TimelinePlace, sources: readonly TimelineSource[], rows: readonly TimelineRow[]): Promise<TimelineEntry[]> {
  const finished = new Map<string, FinishedRow>();
  for (const [key, ofSource] of Map.groupBy(rows, (row) => row.source)) {
    const source = sources.find((one) => one.key === key);
    for (const row of source?.finish ? await source.finish(ctx, place, ofSource) : ofSource) finished.set(row.id, row);
  }
  return rows.flatMap((row) => {
    const done = finished.get(row.id);
    return done ? [toEntry(done)] : [];
  });
}

function toEntry(row: FinishedRow): TimelineEntry {
  const { source: _source, actorId, actorName, at, changes, detail, ...rest } = row;
  return {
    ...detail, ...rest, at: new Date(at).toISOString(),
    actor: actorId === null ? null : { id: actorId, name: actorName ?? '' },
    ...(changes && { changes }),
  };
}

const cursorShape = z.tuple([z.string().regex(/^\d{4,6}-\d{2}-\d{2} [\d:.]+\+00$/), z.string().max(100)]);

const writeCursor = (row: Pick<TimelineRow, 'at' | 'id'>): string => Buffer.from(JSON.stringify([row.at, row.id])).toString('base64url');

function readCursor(text: string): { at: string; id: string } {
  try {
    const [at, id] = cursorShape.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return { at, id };
  } catch {
    throw fail('request.invalid', {}, [{ path: 'cursor', code: 'bad-cursor' }]);
  }
}
