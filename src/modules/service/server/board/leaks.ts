import sql, { type Sql, empty } from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { predicateSql } from '#platform/access/predicate-sql.ts';
import type { Context } from '#platform/context/context.ts';
import type { Answered } from '#platform/http/answer.ts';
import { objectDef } from '#platform/records/action-records.ts';
import type { leaksAnswer, offendersAnswer } from './service-board.answers.ts';

/** The four "no leaks" 四个不漏 (SE-6): recorded, handled, rechecked, fed back. */
export const leakKinds = ['recorded', 'handled', 'rechecked', 'fedBack'] as const;
export type LeakKind = (typeof leakKinds)[number];

export interface Period {
  /** Instants, `to` exclusive. */
  readonly from: Date;
  readonly to: Date;
  readonly unit?: Id | undefined;
}

/**
 * Problems (complaints and repairs) of the period with what each misses. A leak is only what should have happened by now:
 * recorded: nobody can say who reported it; handled: its time is over without an answer; rechecked: answered, and the time
 * of the call back is over or the case closed without one; fed back: closed, with a cause that somebody can prevent, and nobody told.
 */
const problems = (ctx: Context, { from, to, unit }: Period): Sql => sql`
  SELECT c.id, c.number, c.kind, c.subject, c.received_at, c.owner_id, c.satisfaction, c.customer_id,
    c.customer_id IS NULL AND c.contact_id IS NULL AND coalesce(c.reporter_name, c.reporter_phone, c.reporter_email) IS NULL AS miss_recorded,
    c.answered_at IS NULL AND c.state <> 'closed' AND EXISTS (SELECT 1 FROM case_clock k WHERE k.case_id = c.id AND k.kind = 'whole' AND k.stopped_at IS NULL AND k.paused_at IS NULL
      AND k.due_at <= ${ctx.now.toISOString()}) AS miss_handled,
    c.answered_at IS NOT NULL AND c.satisfaction IS NULL AND (c.state = 'closed' OR EXISTS (SELECT 1 FROM case_clock k WHERE k.case_id = c.id AND k.kind = 'callback'
      AND k.stopped_at IS NULL AND k.due_at <= ${ctx.now.toISOString()})) AS miss_rechecked,
    c.state = 'closed' AND c.validity <> 'invalid' AND EXISTS (SELECT 1 FROM complaint_cause g WHERE g.id = c.cause_id AND g.feeds_back_to <> 'none')
      AND NOT EXISTS (SELECT 1 FROM case_feedback f WHERE f.case_id = c.id) AS miss_fed_back
  FROM service_case c
  WHERE c.kind IN ('complaint', 'repair') AND c.state NOT IN ('merged', 'withdrawn') AND c.deleted_at IS NULL
    AND c.received_at >= ${from.toISOString()} AND c.received_at < ${to.toISOString()}
    ${unit === undefined ? empty : sql`AND c.unit_id IN (SELECT id FROM org_unit WHERE ${unit}::uuid = ANY(path))`} AND ${predicateSql(ctx, objectDef(ctx, 'case'), 'read', 'c')}`;

const columns: Readonly<Record<LeakKind, Sql>> = { recorded: sql`miss_recorded`, handled: sql`miss_handled`, rechecked: sql`miss_rechecked`, fedBack: sql`miss_fed_back` };

/** The four checks and the three control rates of a period, with each month of it. Rates are null where there is nothing to divide by. */
export async function readLeaks(ctx: Context, period: Period): Promise<Answered<typeof leaksAnswer>> {
  const figures = sql`count(*)::int AS problems, count(*) FILTER (WHERE kind = 'complaint')::int AS complaints,
    count(*) FILTER (WHERE miss_recorded)::int AS recorded, count(*) FILTER (WHERE miss_handled)::int AS handled,
    count(*) FILTER (WHERE miss_rechecked)::int AS rechecked, count(*) FILTER (WHERE miss_fed_back)::int AS "fedBack",
    count(*) FILTER (WHERE miss_recorded OR miss_handled OR miss_rechecked OR miss_fed_back)::int AS leaking,
    count(satisfaction)::int AS rated, count(*) FILTER (WHERE satisfaction <= 2)::int AS dissatisfied, count(DISTINCT customer_id)::int AS "complainingCustomers"`;
  type Figures = Omit<Answered<typeof leaksAnswer>['total'], 'customers' | 'complaintRate' | 'omissionRate' | 'dissatisfactionRate'>;
  // The cases are walked once; the row of the whole period has no month.
  const { total, months } = await ctx.db.one<{ total: Figures; months: (Figures & { month: string })[] }>(sql`
    WITH f AS (SELECT month, ${figures} FROM (SELECT p.*, to_char(p.received_at AT TIME ZONE ${ctx.timeZone}, 'YYYY-MM') AS month FROM (${problems(ctx, period)}) p) m
      GROUP BY GROUPING SETS ((), (month)))
    SELECT (SELECT to_jsonb(f) - 'month' FROM f WHERE month IS NULL) AS total, (SELECT coalesce(jsonb_agg(f ORDER BY month), '[]') FROM f WHERE month IS NOT NULL) AS months`);
  const { customers } = await ctx.db.one<{ customers: number }>(sql`SELECT count(*)::int AS customers FROM customer WHERE deleted_at IS NULL AND merged_into IS NULL AND created_at < ${period.to.toISOString()}`);
  const rates = (of: Figures) => ({
    ...of, customers, complaintRate: share(of.complaints, customers), omissionRate: share(of.leaking, of.problems), dissatisfactionRate: share(of.dissatisfied, of.rated),
  });
  return { total: rates(total), months: months.map(({ month, ...of }) => ({ month, ...rates(of) })) };
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** The cases that miss a check, the oldest first. */
export async function listOffenders(ctx: Context, leak: LeakKind, period: Period): Promise<Answered<typeof offendersAnswer>> {
  const rows = await ctx.db.rows<Answered<typeof offendersAnswer>['data'][number]>(sql`
    SELECT p.id, p.number, p.kind, p.subject, p.received_at AS "receivedAt", CASE WHEN u.id IS NULL THEN NULL ELSE jsonb_build_object('id', u.id, 'name', u.name) END AS owner
    FROM (${problems(ctx, period)}) p LEFT JOIN app_user u ON u.id = p.owner_id WHERE ${columns[leak]} ORDER BY p.received_at, p.id LIMIT 500`);
  return { data: rows.map((row) => ({ ...row, receivedAt: new Date(row.receivedAt).toISOString() })) };
}
