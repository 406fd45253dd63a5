import sql, { type Sql } from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { predicateSql } from '#platform/access/predicate-sql.ts';
import { requireFields } from '#platform/access/told-fields.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import { objectDef } from '#platform/records/action-records.ts';
import { serviceTypeOf } from '../../rules/score-audit.ts';
import { readTargets } from '../read-targets.ts';

export interface ResultsAsked {
  /** ISO days, both in, in the company's zone. */
  readonly from: string;
  readonly to: string;
  /** With the units below it. */
  readonly unit?: Id | undefined;
  readonly kind?: 'mystery' | 'phone' | undefined;
}

interface PlaceRow {
  readonly unitId: Id;
  readonly unit: string;
  readonly siteId: Id | null;
  readonly site: string | null;
  readonly procedural: string | null;
  readonly personal: string | null;
  readonly audits: number;
  readonly lastAt: string;
  readonly lastId: Id;
}

const orNull = (value: string | null): number | null => (value === null ? null : Number(value));

/**
 * What confirmed audits of a period say (SE-21), as far as the caller may read them: places on the four-type map, the
 * months of each face and area, and the items that are missed most. Errors: auth.forbidden where one of these is kept from the caller.
 */
export async function showResults(ctx: Context, asked: ResultsAsked) {
  requireFields(ctx, 'serviceAudit', 'procedural', 'personal', 'type', 'failedItems', 'auditedUnit', 'site', 'doneAt');
  const within = auditsWithin(ctx, asked);
  const [targets, places, months, areas, failed] = await Promise.all([readTargets(ctx), placesIn(ctx, within), monthsIn(ctx, within), areasIn(ctx, within), failedIn(ctx, within)]);
  return {
    targets,
    places: places.map(({ procedural, personal, lastAt, ...row }) => {
      const scores = { procedural: orNull(procedural), personal: orNull(personal) };
      return { ...row, ...scores, lastAt: isoTime(lastAt), type: serviceTypeOf(scores.procedural, scores.personal, targets) };
    }),
    months: months.map((row) => ({ ...row, procedural: orNull(row.procedural), personal: orNull(row.personal) })),
    areas: areas.map((row) => ({ ...row, score: Number(row.score) })),
    failed,
  };
}

function auditsWithin(ctx: Context, { from, to, unit, kind }: ResultsAsked): Sql {
  return sql`(SELECT a.*, (a.done_at AT TIME ZONE ${ctx.timeZone})::date AS done_on FROM service_audit a
    WHERE a.state = 'confirmed' AND a.deleted_at IS NULL AND ${predicateSql(ctx, objectDef(ctx, 'serviceAudit'), 'read', 'a')}
      AND (a.done_at AT TIME ZONE ${ctx.timeZone})::date BETWEEN ${from} AND ${to} AND (${kind ?? null}::text IS NULL OR a.kind = ${kind ?? null})
      AND (${unit ?? null}::uuid IS NULL OR EXISTS (SELECT 1 FROM org_unit o WHERE o.id = a.audited_unit_id AND ${unit ?? null}::uuid = ANY(o.path))))`;
}

const placesIn = (ctx: Context, audits: Sql): Promise<PlaceRow[]> => ctx.db.rows<PlaceRow>(sql`
  SELECT u.id AS "unitId", u.name AS unit, s.id AS "siteId", s.name AS site, round(avg(a.procedural), 1) AS procedural, round(avg(a.personal), 1) AS personal, count(*)::int AS audits,
    max(a.done_at) AS "lastAt", (array_agg(a.id ORDER BY a.done_at DESC))[1] AS "lastId"
  FROM ${audits} a JOIN org_unit u ON u.id = a.audited_unit_id LEFT JOIN site s ON s.id = a.site_id GROUP BY u.id, s.id ORDER BY u.name, s.name NULLS FIRST LIMIT 300`);

const monthsIn = (ctx: Context, audits: Sql) => ctx.db.rows<{ month: string; procedural: string | null; personal: string | null; audits: number }>(sql`
  SELECT to_char(a.done_on, 'YYYY-MM') AS month, round(avg(a.procedural), 1) AS procedural, round(avg(a.personal), 1) AS personal, count(*)::int AS audits FROM ${audits} a GROUP BY 1 ORDER BY 1`);

const areasIn = (ctx: Context, audits: Sql) => ctx.db.rows<{ month: string; area: string; score: string }>(sql`
  SELECT to_char(a.done_on, 'YYYY-MM') AS month, n.area, round(100 * sum(n.weight * n.share) / sum(n.weight), 1) AS score
  FROM ${audits} a JOIN audit_answer n ON n.audit_id = a.id AND n.share IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2`);

/** At most thirty; words are those of the template's version in force. */
const failedIn = (ctx: Context, audits: Sql) => ctx.db.rows<{ key: string; template: string; text: string; area: string; failed: number; asked: number }>(sql`
  SELECT f.item_key AS key, t.name AS template, coalesce(v.text, f.item_key) AS text, f.area, f.failed, f.asked FROM (
    SELECT a.template_id, n.item_key, min(n.area) AS area, count(*) FILTER (WHERE n.is_failed)::int AS failed, count(*)::int AS asked
    FROM ${audits} a JOIN audit_answer n ON n.audit_id = a.id AND n.value IS NOT NULL GROUP BY 1, 2) f
  JOIN audit_template t ON t.id = f.template_id
  LEFT JOIN LATERAL (SELECT i->>'text' AS text FROM audit_template_version x, jsonb_array_elements(x.items) i WHERE x.template_id = t.id AND x.number = t.number AND i->>'key' = f.item_key LIMIT 1) v ON true
  WHERE f.failed > 0 ORDER BY f.failed::numeric / f.asked DESC, f.failed DESC, f.item_key LIMIT 30`);
