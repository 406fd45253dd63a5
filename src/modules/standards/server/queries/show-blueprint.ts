import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { predicateSql } from '#platform/access/predicate-sql.ts';
import { seesFields } from '#platform/access/told-fields.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import { objectDef } from '#platform/records/action-records.ts';
import { findWaitMeasure } from '../wait-measures.ts';

interface StepRow {
  readonly id: Id;
  readonly name: string;
  readonly moment: string;
  readonly expectation: string;
  readonly standards: Id[];
  readonly waitTarget: number | null;
  /** Null: timed by hand and by audits. */
  readonly waitMeasure: string | null;
}

interface ScoreRow {
  readonly step: Id;
  readonly audit: Id;
  readonly number: string;
  readonly doneAt: string;
  readonly score: string;
}

/** Measured waits of so many days count. */
const WAIT_DAYS = 90;

/** A service circle (SE-22): its steps with their standards, the measured waits, and the latest audit of each. */
export async function showBlueprint(ctx: Context, id: Id) {
  const head = await ctx.db.maybe<{ name: string; about: string | null; version: number; unitId: Id | null; unit: string | null }>(sql`
    SELECT b.name, b.about, b.version, u.id AS "unitId", u.name AS unit FROM blueprint b LEFT JOIN org_unit u ON u.id = b.scope_unit_id WHERE b.id = ${id} AND b.deleted_at IS NULL`);
  if (!head) throw fail('record.not-found');
  const steps = await ctx.db.rows<StepRow>(sql`
    SELECT id, name, moment, expectation, standard_ids AS standards, wait_target AS "waitTarget", wait_measure AS "waitMeasure" FROM blueprint_step WHERE blueprint_id = ${id} AND removed_at IS NULL ORDER BY position`);
  const [standards, waits, scores] = await Promise.all([
    ctx.db.rows<{ id: Id; code: string; item: string }>(sql`SELECT id, code, item FROM standard WHERE id = ANY(${steps.flatMap((step) => step.standards)}::uuid[]) AND deleted_at IS NULL`),
    waitsOf(ctx, id, head.unitId), scoresOf(ctx, id, head.unitId),
  ]);
  const taken = await measuresOf(ctx, steps, head.unitId);
  const known = new Map(standards.map((standard) => [standard.id, standard]));
  return {
    id, ...head, about: seesFields(ctx, 'blueprint', 'about') ? head.about : null,
    steps: steps.map((step) => {
      const wait = step.waitMeasure === null ? waits.find((row) => row.step === step.id) : taken.get(step.waitMeasure);
      const score = scores.find((row) => row.step === step.id);
      return {
        ...step, standards: step.standards.flatMap((standard) => known.get(standard) ?? []),
        measured: wait ? { seconds: Number(wait.seconds), count: wait.count } : null,
        latest: score && seesFields(ctx, 'serviceAudit', 'procedural', 'personal') ? { audit: score.audit, number: score.number, at: isoTime(score.doneAt), score: Number(score.score) } : null,
      };
    }),
  };
}

/** What the program measured itself, for the steps that take it. */
async function measuresOf(ctx: Context, steps: readonly StepRow[], unit: Id | null): Promise<ReadonlyMap<string, { readonly seconds: number; readonly count: number }>> {
  const found = new Map<string, { readonly seconds: number; readonly count: number }>();
  for (const key of new Set(steps.flatMap((step) => step.waitMeasure ?? []))) {
    const value = await findWaitMeasure(key)?.read(ctx, { unit, days: WAIT_DAYS });
    if (value) found.set(key, value);
  }
  return found;
}

/** Confirmed audits that the caller may read, of the blueprint's unit and those below it. */
const audits = (ctx: Context, unit: Id | null) => sql`(SELECT a.* FROM service_audit a WHERE a.state = 'confirmed' AND a.deleted_at IS NULL AND ${predicateSql(ctx, objectDef(ctx, 'serviceAudit'), 'read', 'a')}
  AND (${unit}::uuid IS NULL OR EXISTS (SELECT 1 FROM org_unit o WHERE o.id = a.audited_unit_id AND ${unit}::uuid = ANY(o.path))))`;

/** Mean of what was entered and of what audits timed at the step's standards, in seconds. */
function waitsOf(ctx: Context, id: Id, unit: Id | null) {
  const since = new Date(ctx.now.getTime() - WAIT_DAYS * 86_400_000).toISOString();
  return ctx.db.rows<{ step: Id; seconds: string; count: number }>(sql`
    SELECT step, round(avg(seconds)) AS seconds, count(*)::int AS count FROM (
      SELECT w.step_id AS step, w.seconds::numeric FROM blueprint_wait w JOIN blueprint_step s ON s.id = w.step_id WHERE s.blueprint_id = ${id} AND w.measured_on >= (${since}::timestamptz)::date
      UNION ALL
      SELECT s.id, n.value * CASE WHEN d.measure_unit IN ('分钟', 'minutes') THEN 60 ELSE 1 END FROM blueprint_step s JOIN standard d ON d.id = ANY(s.standard_ids) AND d.measure = 'number' AND d.measure_unit IN ('秒', 'seconds', '分钟', 'minutes')
        JOIN audit_answer n ON n.standard_id = d.id AND n.value IS NOT NULL JOIN ${audits(ctx, unit)} a ON a.id = n.audit_id
        WHERE s.blueprint_id = ${id} AND s.removed_at IS NULL AND s.wait_target IS NOT NULL AND a.done_at >= ${since}) x GROUP BY step`);
}

const scoresOf = (ctx: Context, id: Id, unit: Id | null) => ctx.db.rows<ScoreRow>(sql`
  SELECT DISTINCT ON (s.id) s.id AS step, a.id AS audit, a.number, a.done_at AS "doneAt", round(100 * sum(n.weight * n.share) / sum(n.weight), 1) AS score
  FROM blueprint_step s JOIN audit_answer n ON n.standard_id = ANY(s.standard_ids) AND n.share IS NOT NULL JOIN ${audits(ctx, unit)} a ON a.id = n.audit_id
  WHERE s.blueprint_id = ${id} AND s.removed_at IS NULL GROUP BY s.id, a.id, a.number, a.done_at ORDER BY s.id, a.done_at DESC`);
