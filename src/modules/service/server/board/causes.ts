import sql, { empty } from 'sql-template-tag';
import { predicateSql } from '#platform/access/predicate-sql.ts';
import type { Context } from '#platform/context/context.ts';
import type { Answered } from '#platform/http/answer.ts';
import { objectDef } from '#platform/records/action-records.ts';
import type { causesAnswer, complaintValueAnswer } from './service-board.answers.ts';
import { costsOfCase } from './case-costs.ts';
import type { Period } from './leaks.ts';

const remedies = sql`SELECT m.amount AS cost FROM case_remedy m WHERE m.case_id = c.id AND m.state = 'granted' AND m.deleted_at IS NULL`;

/** Problems by cause, the most frequent first, with what their remedies cost and what was used on site: a Pareto chart (SE-7, SE-8). Amounts in CNY, two decimals. */
export async function readCauses(ctx: Context, { from, to, unit }: Period): Promise<Answered<typeof causesAnswer>> {
  const rows = await ctx.db.rows<Answered<typeof causesAnswer>['data'][number]>(sql`
    SELECT g.id, g.name, parent.name AS "parent", count(*)::int AS cases, coalesce(sum(r.cost), 0)::numeric(20, 2)::text AS cost,
      (SELECT count(*)::int FROM corrective_action a WHERE a.cause_id = g.id AND a.state = 'open' AND a.deleted_at IS NULL) AS "openActions"
    FROM service_case c LEFT JOIN complaint_cause g ON g.id = c.cause_id LEFT JOIN complaint_cause parent ON parent.id = g.parent_id
    LEFT JOIN LATERAL (SELECT sum(each.cost) AS cost FROM (${costsOfCase(remedies, sql`c.id`)}) each) r ON true
    WHERE c.kind IN ('complaint', 'repair') AND c.state NOT IN ('merged', 'withdrawn') AND c.deleted_at IS NULL AND c.validity <> 'invalid'
      AND c.received_at >= ${from.toISOString()} AND c.received_at < ${to.toISOString()}
      ${unit === undefined ? empty : sql`AND c.unit_id IN (SELECT id FROM org_unit WHERE ${unit}::uuid = ANY(path))`} AND ${predicateSql(ctx, objectDef(ctx, 'case'), 'read', 'c')}
    GROUP BY g.id, g.name, parent.name ORDER BY cases DESC, g.name NULLS LAST`);
  return { data: rows };
}

/**
 * What a complaint that was solved is worth (SE-9): of the customers whose complaint was solved on the spot, solved, or left
 * unsolved, how many bought again within twelve months. Only complaints whose twelve months are over count.
 */
export async function readComplaintValue(ctx: Context): Promise<Answered<typeof complaintValueAnswer>> {
  const rows = await ctx.db.rows<{ outcome: 'onSpot' | 'solved' | 'unsolved'; complaints: number; returned: number }>(sql`
    SELECT CASE WHEN c.is_on_spot AND c.is_solved THEN 'onSpot' WHEN c.is_solved THEN 'solved' ELSE 'unsolved' END AS outcome, count(*)::int AS complaints,
      count(*) FILTER (WHERE EXISTS (SELECT 1 FROM deal d WHERE d.customer_id = c.customer_id AND d.state <> 'cancelled' AND d.deleted_at IS NULL
        AND d.deal_on > (c.received_at AT TIME ZONE ${ctx.timeZone})::date AND d.deal_on <= ((c.received_at AT TIME ZONE ${ctx.timeZone}) + interval '12 months')::date))::int AS returned
    FROM service_case c
    WHERE c.kind = 'complaint' AND c.state = 'closed' AND c.validity <> 'invalid' AND c.customer_id IS NOT NULL AND c.is_solved IS NOT NULL AND c.deleted_at IS NULL
      AND c.received_at < ${ctx.now.toISOString()}::timestamptz - interval '12 months' AND ${predicateSql(ctx, objectDef(ctx, 'case'), 'read', 'c')}
    GROUP BY 1`);
  // The figures of the training, for comparison: 95 % return after a solution on the spot, 70 % after a solution (T).
  const benchmark = { onSpot: 0.95, solved: 0.7, unsolved: null };
  return {
    data: (['onSpot', 'solved', 'unsolved'] as const).map((outcome) => {
      const row = rows.find((each) => each.outcome === outcome);
      return { outcome, complaints: row?.complaints ?? 0, returned: row?.returned ?? 0, rate: row ? row.returned / row.complaints : null, benchmark: benchmark[outcome] };
    }),
  };
}
