import sql, { type Sql, empty } from 'sql-template-tag';
import { predicateSql } from '#platform/access/predicate-sql.ts';
import type { Context } from '#platform/context/context.ts';
import { type TimelinePage, type TimelinePlace, type TimelineSource, newest, readable, seen, wantedKinds } from './timeline-source.ts';

const KINDS = ['task', 'call', 'meeting', 'visit', 'note'] as const;

/** Everything done or to be done with the customer; the kind of the activity is the kind of the entry. */
export const activitySource: TimelineSource = {
  key: 'activity',
  kinds: KINDS,
  rows(ctx, place, page) {
    const kinds = wantedKinds(activitySource, page);
    if (!kinds) return undefined;
    const only = page.kinds ? sql`AND a.kind = ANY(${kinds}::text[])` : empty;
    return activityRows(ctx, place, sql`${only} ${newest(page, sql`a.happened_at`, sql`a.id::text`)}`);
  },
};

const PINNED = 20;

/** What somebody pinned, newest first: shown above the stream. */
export const pinnedActivities = (ctx: Context, place: TimelinePlace, page: TimelinePage): Sql | undefined => {
  const kinds = wantedKinds(activitySource, page);
  if (!kinds) return undefined;
  return activityRows(ctx, place, sql`AND a.is_pinned AND a.kind = ANY(${kinds}::text[]) ORDER BY a.happened_at DESC, a.id DESC LIMIT ${PINNED}`);
};

function activityRows(ctx: Context, place: TimelinePlace, tail: Sql): Sql | undefined {
  const def = readable(ctx, 'activity');
  if (!def) return undefined;
  const field = (key: string, column: Sql) => seen(ctx, def, key, column);
  return sql`SELECT 'activity' AS source, a.id::text AS id, a.kind AS kind, a.happened_at AS at, coalesce(a.owner_id, a.created_by) AS actor_id,
      NULL::text AS actor_name, 'activity' AS object, a.id AS record_id, a.subject AS title, ${field('body', sql`a.body`)} AS body,
      a.is_pinned AS pinned, a.visibility AS visibility,
      jsonb_strip_nulls(jsonb_build_object('version', a.version, 'status', a.status, 'direction', ${field('direction', sql`a.direction`)},
        'outcome', ${field('outcome', sql`a.outcome`)}, 'dueAt', ${field('dueAt', sql`a.due_at`)}, 'doneAt', ${field('doneAt', sql`a.done_at`)},
        'durationMinutes', ${field('durationMinutes', sql`a.duration_minutes`)}, 'location', ${field('location', sql`a.location`)},
        'checkIn', ${field('checkIn', sql`a.check_in`)}, 'distance', ${field('distance', sql`a.distance`)}, 'photos', ${photos},
        'contact', ${contactOf(ctx)})) AS detail
    FROM activity a
    WHERE a.customer_id = ${place.customerId} AND a.deleted_at IS NULL AND ${predicateSql(ctx, def, 'read', 'a')} ${tail}`;
}

/** Pictures taken on the spot, in the order they were taken; asked for the few rows of a page only. */
const photos = sql`(SELECT jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name) ORDER BY f.created_at, f.id) FROM file_object f
  WHERE f.record_id = a.id AND f.object = 'activity' AND f.field IS NULL AND f.mime LIKE 'image/%' AND f.deleted_at IS NULL)`;

/** The person it was with, when the reader may see contacts. */
function contactOf(ctx: Context): Sql {
  const def = readable(ctx, 'contact');
  if (!def) return sql`NULL::jsonb`;
  return sql`(SELECT jsonb_build_object('id', k.id, 'name', k.name) FROM contact k WHERE k.id = a.contact_id AND ${predicateSql(ctx, def, 'read', 'k')})`;
}
