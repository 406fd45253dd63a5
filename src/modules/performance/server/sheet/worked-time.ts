import sql, { type Sql, join } from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { calendarOfUnit, calendarVersion } from '#modules/calendars/server/calendars.public.ts';
import type { Context } from '#platform/context/context.ts';
import { workingEdges } from '../../rules/working-edges.ts';
import type { Span } from '../span.ts';

/** The calendars of the house as rows `id, edges, before`, and the one for cases without a clock. */
export interface WorkedTime {
  readonly calendars: Sql;
  readonly fallback: Id;
}

const MARGIN_MS = 40 * 86_400_000;

/** All calendars as they are now, over the span and as far back as a case goes that something of the span is counted of. */
export async function workedTime(ctx: Pick<Context, 'db'>, { from, to }: Span): Promise<WorkedTime> {
  const { first } = await ctx.db.one<{ first: string | null }>(sql`
    SELECT least(
      (SELECT min(received_at) FROM service_case WHERE answered_at >= ${from.toISOString()} AND answered_at < ${to.toISOString()} AND deleted_at IS NULL),
      (SELECT min(received_at) FROM service_case WHERE first_response_at >= ${from.toISOString()} AND first_response_at < ${to.toISOString()} AND deleted_at IS NULL)) AS first`);
  const since = new Date(Math.min(from.getTime(), first === null ? from.getTime() : new Date(first).getTime()) - MARGIN_MS);
  const { id: fallback } = await calendarOfUnit(ctx, null);
  const known = await ctx.db.rows<{ id: Id; version: number }>(sql`SELECT id, version FROM working_calendar`);
  const rows: Sql[] = [];
  for (const { id, version } of known) {
    const { calendar } = await calendarVersion(ctx, id, version);
    const { edges, before } = workingEdges(calendar, since, to);
    rows.push(sql`SELECT ${id}::uuid AS id, ${[...edges]}::float8[] AS edges, ${[...before]}::float8[] AS before`);
  }
  return { calendars: join(rows, ' UNION ALL '), fallback };
}

/** Working seconds until an instant by the calendar row `k`. */
const until = (at: Sql): Sql => sql`(SELECT CASE WHEN b.i = 0 THEN 0 WHEN b.i % 2 = 1 THEN k.before[b.i] + e.s - k.edges[b.i] ELSE k.before[b.i] END
  FROM (SELECT extract(epoch FROM ${at})::float8 AS s) e, LATERAL (SELECT width_bucket(e.s, k.edges) AS i) b)`;

/** Whole working seconds between two instants by the calendar row `k`, rounded down as everywhere (SE-4). */
export const workedBetween = (from: Sql, to: Sql): Sql => sql`floor(${until(to)} - ${until(from)} + 0.000001)`;
