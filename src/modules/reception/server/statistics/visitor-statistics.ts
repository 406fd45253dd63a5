import sql, { type Sql } from 'sql-template-tag';
import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { addMoney, parseMoney } from './sum-amounts.ts';
import { predicateSql } from '#platform/access/predicate-sql.ts';
import type { Context } from '#platform/context/context.ts';
import { dealCounts } from './deal-counts.ts';

export const statisticsQuery = z.strictObject({
  from: z.iso.date(), to: z.iso.date(), by: z.enum(['person', 'site', 'day', 'week', 'month', 'channel']).default('person'), site: z.uuid().toLowerCase().optional(),
});
export type StatisticsQuery = z.infer<typeof statisticsQuery>;

/** One line of 来人来电统计（成交状况分析）表. Rates are parts of 1; null where there is nothing to divide by. */
export interface StatisticsRow {
  readonly key: string | null;
  readonly label: string | null;
  readonly visits: number;
  readonly newVisits: number;
  readonly returning: number;
  readonly calls: number;
  /** Callers who came to the site within the span or later. */
  readonly callsCame: number;
  readonly deals: number;
  readonly amount: string;
  readonly dealRate: number | null;
  readonly cameRate: number | null;
}

const MAX_DAYS = 800;

interface Counted { readonly key: string | null; readonly label: string | null; readonly visits: number; readonly new_visits: number; readonly calls: number; readonly calls_came: number }

/** Visitors, calls and deals in a span, within the reader's rights (RE-43). Errors: record.invalid for a span that ends before it begins or is too long. */
export async function visitorStatistics(ctx: Context, asked: StatisticsQuery): Promise<{ data: StatisticsRow[]; total: StatisticsRow }> {
  if (asked.to < asked.from || (Date.parse(asked.to) - Date.parse(asked.from)) / 86_400_000 > MAX_DAYS) throw fail('record.invalid', { count: 1 }, [{ path: 'to', code: 'invalid' }]);
  const rows = await ctx.db.rows<Counted>(countSql(ctx, asked));
  const deals = await dealsBy(ctx, asked);
  const names = await labelsOf(ctx, asked.by, [...deals.keys()].filter((key) => !rows.some((row) => row.key === key)));
  const extra = [...names].map(([key, label]): Counted => ({ key, label, visits: 0, new_visits: 0, calls: 0, calls_came: 0 }));
  const data = [...rows, ...extra].map((row) => present(row, deals.get(row.key ?? '') ?? { deals: 0, amount: '0' }));
  return { data, total: totalOf(data) };
}

function countSql(ctx: Context, { from, to, by, site }: StatisticsQuery): Sql {
  const visit = ctx.registry.object('visitRegistration');
  const call = ctx.registry.object('callRegistration');
  if (visit === undefined || call === undefined) throw fail('record.not-found');
  const here = site ?? null;
  return sql`
    WITH seen AS (
      SELECT v.site_id, v.receiver_id AS user_id, v.arrived_on AS day, v.channel, 1 AS visits,
        CASE WHEN EXISTS (SELECT 1 FROM visit_registration e WHERE e.customer_id = v.customer_id AND e.site_id = v.site_id AND e.deleted_at IS NULL AND e.arrived_at < v.arrived_at) THEN 0 ELSE 1 END AS new_visits,
        0 AS calls, 0 AS came
      FROM visit_registration v WHERE v.deleted_at IS NULL AND v.arrived_on BETWEEN ${from} AND ${to} AND (${here}::uuid IS NULL OR v.site_id = ${here}::uuid) AND ${predicateSql(ctx, visit, 'read', 'v')}
      UNION ALL
      SELECT r.site_id, r.owner_id, (r.called_at AT TIME ZONE s.time_zone)::date, r.channel, 0, 0, 1,
        CASE WHEN EXISTS (SELECT 1 FROM visit_registration e WHERE e.site_id = r.site_id AND e.deleted_at IS NULL AND e.arrived_at > r.called_at
          AND (e.customer_id = r.customer_id OR (r.phone IS NOT NULL AND e.phone = r.phone))) THEN 1 ELSE 0 END
      FROM call_registration r JOIN site s ON s.id = r.site_id WHERE r.deleted_at IS NULL AND (r.called_at AT TIME ZONE s.time_zone)::date BETWEEN ${from} AND ${to}
        AND (${here}::uuid IS NULL OR r.site_id = ${here}::uuid) AND ${predicateSql(ctx, call, 'read', 'r')}
    ), keyed AS (SELECT ${keySql(by)} AS key, x.* FROM seen x)
    SELECT k.key, ${labelSql(by)} AS label, sum(k.visits)::int AS visits, sum(k.new_visits)::int AS new_visits, sum(k.calls)::int AS calls, sum(k.came)::int AS calls_came
    FROM keyed k GROUP BY k.key ORDER BY ${orderSql(by)}`;
}

type By = StatisticsQuery['by'];

const keySql = (by: By): Sql => by === 'person' ? sql`x.user_id::text` : by === 'site' ? sql`x.site_id::text` : by === 'channel' ? sql`x.channel`
  : by === 'day' ? sql`x.day::text` : by === 'week' ? sql`date_trunc('week', x.day)::date::text` : sql`date_trunc('month', x.day)::date::text`;

const labelSql = (by: By): Sql => by === 'person' ? sql`(SELECT u.name FROM app_user u WHERE u.id::text = k.key)` : by === 'site' ? sql`(SELECT t.name FROM site t WHERE t.id::text = k.key)` : sql`k.key`;

const orderSql = (by: By): Sql => (by === 'day' || by === 'week' || by === 'month' ? sql`k.key` : sql`sum(k.visits) DESC, sum(k.calls) DESC, k.key`);

interface Dealt { readonly deals: number; readonly amount: string }

async function dealsBy(ctx: Context, { from, to, by, site }: StatisticsQuery): Promise<Map<string, Dealt>> {
  const map = new Map<string, Dealt>();
  if (by === 'channel') return map;
  for (const each of await dealCounts(ctx, { from, to })) {
    if (site !== undefined && each.siteId !== site) continue;
    const key = by === 'person' ? (each.userId ?? '') : by === 'site' ? each.siteId : by === 'day' ? each.day : by === 'month' ? `${each.day.slice(0, 8)}01` : mondayOf(each.day);
    const before = map.get(key) ?? { deals: 0, amount: '0' };
    map.set(key, { deals: before.deals + each.deals, amount: addMoney(before.amount, each.amount) });
  }
  return map;
}

function mondayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return new Date(date.getTime() - ((date.getUTCDay() + 6) % 7) * 86_400_000).toISOString().slice(0, 10);
}

async function labelsOf(ctx: Context, by: By, keys: readonly string[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  if (by !== 'person' && by !== 'site') return new Map(keys.map((key) => [key, key]));
  const ids: Id[] = keys.filter((key) => key !== '');
  const rows = by === 'person' ? await ctx.db.rows<{ id: Id; name: string }>(sql`SELECT id, name FROM app_user WHERE id = ANY(${ids}::uuid[])`)
    : await ctx.db.rows<{ id: Id; name: string }>(sql`SELECT id, name FROM site WHERE id = ANY(${ids}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row.name]));
}

const rate = (part: number, whole: number): number | null => (whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000);

function present(row: Counted, { deals, amount }: Dealt): StatisticsRow {
  return {
    key: row.key, label: row.label, visits: row.visits, newVisits: row.new_visits, returning: row.visits - row.new_visits, calls: row.calls, callsCame: row.calls_came, deals, amount: parseMoney(amount),
    dealRate: rate(deals, row.new_visits), cameRate: rate(row.calls_came, row.calls),
  };
}

function totalOf(rows: readonly StatisticsRow[]): StatisticsRow {
  const sum = (pick: (row: StatisticsRow) => number) => rows.reduce((total, row) => total + pick(row), 0);
  const counted = { key: null, label: null, visits: sum((row) => row.visits), new_visits: sum((row) => row.newVisits), calls: sum((row) => row.calls), calls_came: sum((row) => row.callsCame) };
  return present(counted, { deals: sum((row) => row.deals), amount: rows.reduce((total, row) => addMoney(total, row.amount), '0') });
}
