import sql, { type Sql, empty, join } from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import type { ObjectDef } from '#meta/object.ts';
import { predicateSql } from '#platform/access/predicate-sql.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import type { Answered } from '#platform/http/answer.ts';
import { lastReached } from '../pools/customer-standing.ts';
import type { followUpsAnswer, sheetRow } from './follow-up.answers.ts';

export type SheetRow = Answered<typeof sheetRow>;

/** From when the rhythm counts, the day it is due, attempts since: for each sheet of a customer with an owner. */
const sheets = (now: Date, timeZone: string): Sql => sql`
  SELECT c.id, c.name, c.owner_id, c.unit_id, c.stage, s.prospect_class, s.clause, s.decision_id, s.within_days, s.warn_days, s.pack, b.at AS base, l.at AS reached_at,
    (b.at AT TIME ZONE ${timeZone})::date + s.within_days AS due_on, (b.at AT TIME ZONE ${timeZone})::date + s.warn_days AS warn_on, w.release_on,
    (SELECT count(*)::int FROM activity t WHERE t.customer_id = c.id AND t.deleted_at IS NULL AND t.outcome = 'attempted' AND t.status = 'done' AND t.happened_at > b.at) AS attempts
  FROM follow_up_sheet s JOIN customer c ON c.id = s.customer_id AND c.deleted_at IS NULL AND c.owner_id IS NOT NULL
  LEFT JOIN customer_holding h ON h.customer_id = c.id AND h.owner_id = c.owner_id
  LEFT JOIN pool_warning w ON w.customer_id = c.id AND w.owner_id = c.owner_id
  CROSS JOIN LATERAL (SELECT ${lastReached(now)} AS at) l
  CROSS JOIN LATERAL (SELECT greatest(l.at, s.since, h.since) AS at) b`;

/** One person's sheets as they stand now, in the company's time; nobody's rights are asked here. */
export const allSheets = sheets;

interface Asked { readonly who: 'mine' | 'all'; readonly state: 'due' | 'overdue' | 'all'; readonly customer?: Id | undefined }

interface Row {
  readonly id: Id; readonly name: string; readonly owner_id: Id; readonly owner: string; readonly prospect_class: 'A' | 'B' | 'C' | 'D'; readonly clause: string | null; readonly decision_id: Id | null;
  readonly reached_at: string | null; readonly due_on: string; readonly warn_on: string; readonly release_on: string | null; readonly attempts: number; readonly total: number; readonly overdue: number; readonly within_days: number;
}

const LIMIT = 300;

/** Sheets that the actor may see, the most overdue first (RE-23). */
export async function listSheets(ctx: Context, customer: ObjectDef, asked: Asked, timeZone: string): Promise<Answered<typeof followUpsAnswer>> {
  const today = localDate(ctx.now, timeZone);
  const conditions = [
    predicateSql(ctx, customer, 'read', 'c'),
    ...(asked.who === 'mine' ? [sql`c.owner_id = ANY(${[...ctx.actor.selves]}::uuid[])`] : []),
    ...(asked.customer === undefined ? [] : [sql`c.id = ${asked.customer}`]),
  ];
  const only = asked.state === 'due' ? sql`WHERE x.warn_on <= ${today} OR x.due_on <= ${today}` : asked.state === 'overdue' ? sql`WHERE x.due_on < ${today}` : empty;
  const rows = await ctx.db.rows<Row>(sql`
    SELECT x.*, u.name AS owner, (count(*) OVER ())::int AS total, (count(*) FILTER (WHERE x.due_on < ${today}) OVER ())::int AS overdue
    FROM (${sheets(ctx.now, timeZone)} WHERE ${join(conditions, ' AND ')}) x JOIN app_user u ON u.id = x.owner_id ${only}
    ORDER BY x.due_on, x.prospect_class, x.id LIMIT ${LIMIT}`);
  return { data: rows.map((row) => present(row, today)), total: rows[0]?.total ?? 0, overdue: rows[0]?.overdue ?? 0 };
}

function present(row: Row, today: string): SheetRow {
  return {
    customer: { id: row.id, name: row.name }, owner: { id: row.owner_id, name: row.owner }, class: row.prospect_class, dueOn: row.due_on, withinDays: row.within_days,
    state: row.due_on < today ? 'overdue' : row.warn_on <= today ? 'due' : 'later', reachedAt: row.reached_at === null ? null : isoTime(row.reached_at), attempts: row.attempts,
    releaseOn: row.release_on, clause: row.clause, decision: row.decision_id,
  };
}
