import sql, { type Sql } from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { predicateSql } from '#platform/access/predicate-sql.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import { objectDef } from '#platform/records/action-records.ts';
import { type MeasuredTime, measuredTimes } from '../../rules/service-times.ts';
import { belowUnit } from '../sheet/sheet-scope.ts';
import type { Span } from '../span.ts';
import { timeSource } from './time-sources.ts';

export interface Timed {
  readonly count: number;
  /** Seconds by the clock. */
  readonly median: number | null;
  readonly p90: number | null;
}

interface Row extends Timed {
  readonly group: string | null;
  readonly label: string | null;
}

const figures = sql`count(*)::int AS count, percentile_cont(0.5) WITHIN GROUP (ORDER BY x.seconds) AS median, percentile_cont(0.9) WITHIN GROUP (ORDER BY x.seconds) AS p90`;

/** The rows of a time whose case the caller may read, with the case as `c`. */
const rowsOf = (ctx: Context, key: MeasuredTime, span: Pick<Span, 'from' | 'to'>, unit?: Id): Sql => sql`
  (${timeSource(key, span)}) x JOIN service_case c ON c.id = x.case_id AND c.state <> 'merged' AND c.deleted_at IS NULL
  WHERE ${predicateSql(ctx, objectDef(ctx, 'case'), 'read', 'c')} ${belowUnit(unit, sql`c.unit_id`)}`;

export type TimesBy = 'type' | 'unit';

/** Each time that has events: count, median and 90th percentile, by month and by type or unit of the case (SE-23). */
export async function readTimes(ctx: Context, span: Span, by: TimesBy, unit?: Id) {
  const times = [];
  for (const key of measuredTimes) {
    const rows = rowsOf(ctx, key, span, unit);
    const total = await ctx.db.one<Timed>(sql`SELECT ${figures} FROM ${rows}`);
    const months = await ctx.db.rows<Row>(sql`SELECT to_char(x.at AT TIME ZONE ${span.zone}, 'YYYY-MM') AS "group", NULL AS label, ${figures} FROM ${rows} GROUP BY 1 ORDER BY 1`);
    const column = by === 'type' ? sql`c.case_type_id` : sql`c.unit_id`;
    const label = by === 'type' ? sql`(SELECT t.name FROM case_type t WHERE t.id = ${column})` : sql`(SELECT o.name FROM org_unit o WHERE o.id = ${column})`;
    const groups = await ctx.db.rows<Row>(sql`SELECT ${column}::text AS "group", ${label} AS label, ${figures} FROM ${rows} GROUP BY ${column} ORDER BY count DESC, label LIMIT 40`);
    times.push({ key, ...total, months: months.map(({ group, count, median, p90 }) => ({ month: group ?? '', count, median, p90 })), groups });
  }
  return { by, data: times };
}

const PAGE = 200;

/** The cases behind a time, the longest first, a page of them. */
export async function listTime(ctx: Context, { key, span, unit, skip }: { readonly key: MeasuredTime; readonly span: Span; readonly unit?: Id | undefined; readonly skip: number }) {
  const rows = await ctx.db.rows<{ id: Id; number: string; subject: string; at: string; seconds: number; count: number }>(sql`
    SELECT c.id, c.number, c.subject, x.at, x.seconds, count(*) OVER ()::int AS count FROM ${rowsOf(ctx, key, span, unit)} ORDER BY x.seconds DESC, x.at, c.id LIMIT ${PAGE} OFFSET ${skip}`);
  return { key, count: rows[0]?.count ?? 0, data: rows.map(({ id, number, subject, at, seconds }) => ({ id, number, subject, at: isoTime(at), seconds })) };
}

/** What a moment of truth shows as its actual wait: the median of the unit and those below it, whoever looks; null without events (SE-22). */
export async function timeOfUnit(ctx: Pick<Context, 'db' | 'now'>, key: MeasuredTime, unit: Id | null, days: number): Promise<{ readonly seconds: number; readonly count: number } | null> {
  const span = { from: new Date(ctx.now.getTime() - days * 86_400_000), to: new Date(ctx.now.getTime() + 1) };
  const row = await ctx.db.one<{ median: number | null; count: number }>(sql`
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY x.seconds) AS median, count(*)::int AS count FROM (${timeSource(key, span)}) x JOIN service_case c ON c.id = x.case_id AND c.deleted_at IS NULL
    WHERE true ${belowUnit(unit ?? undefined, sql`c.unit_id`)}`);
  return row.median === null ? null : { seconds: Math.round(row.median), count: row.count };
}
