import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { authorOf } from '#platform/context/author.ts';
import type { Context } from '#platform/context/context.ts';
import { changeOne, lockOne } from '../standards-records.ts';
import { findWaitMeasure } from '../wait-measures.ts';

export interface StepDraft {
  /** Absent: a new step. */
  readonly id?: Id | undefined;
  readonly name: string;
  readonly moment: string;
  readonly expectation: string;
  readonly standards: readonly Id[];
  /** Seconds; null: nothing is waited for. */
  readonly waitTarget: number | null;
  /** A measure that a module offers; null or absent: timed by hand and by audits. */
  readonly waitMeasure?: string | null | undefined;
}

/**
 * Puts the steps of a blueprint in this order; steps that are not named are taken out, their measured waits stay on
 * record (SE-22). `version` is the record that was edited. Errors: record.not-found, record.stale, record.invalid.
 */
export async function saveSteps(ctx: Context, id: Id, { version, steps }: { readonly version: number; readonly steps: readonly StepDraft[] }): Promise<void> {
  const before = await lockOne(ctx, 'blueprint', id);
  if (before.version !== version) throw fail('record.stale');
  const own = new Set((await ctx.db.rows<{ id: Id }>(sql`SELECT id FROM blueprint_step WHERE blueprint_id = ${id} AND removed_at IS NULL`)).map((row) => row.id));
  const foreign = steps.findIndex((step) => step.id !== undefined && !own.has(step.id));
  if (foreign >= 0) throw fail('record.invalid', { count: 1 }, [{ path: `steps.${foreign}.id`, code: 'not-found', params: { value: steps[foreign]?.id ?? '' } }]);
  const unknown = steps.findIndex((step) => step.waitMeasure != null && findWaitMeasure(step.waitMeasure) === undefined);
  if (unknown >= 0) throw fail('record.invalid', { count: 1 }, [{ path: `steps.${unknown}.waitMeasure`, code: 'not-found', params: { value: steps[unknown]?.waitMeasure ?? '' } }]);
  const rows = steps.map((step, position) => ({
    id: step.id ?? ctx.newId(), blueprint_id: id, position, name: step.name, moment: step.moment, expectation: step.expectation, standard_ids: step.standards, wait_target: step.waitTarget, wait_measure: step.waitMeasure ?? null,
  }));
  await ctx.db.run(sql`UPDATE blueprint_step SET removed_at = ${ctx.now.toISOString()} WHERE blueprint_id = ${id} AND removed_at IS NULL AND id <> ALL(${rows.map((row) => row.id)}::uuid[])`);
  await ctx.db.run(sql`
    INSERT INTO blueprint_step SELECT * FROM jsonb_populate_recordset(NULL::blueprint_step, ${JSON.stringify(rows)}::jsonb)
    ON CONFLICT (id) DO UPDATE SET position = excluded.position, name = excluded.name, moment = excluded.moment, expectation = excluded.expectation, standard_ids = excluded.standard_ids, wait_target = excluded.wait_target, wait_measure = excluded.wait_measure`);
  await changeOne(ctx, 'blueprint', before, {});
}

/** Writes down a wait that was measured at a step. Errors: record.not-found. */
export async function measureWait(ctx: Context, blueprint: Id, { step, seconds, measuredOn }: { readonly step: Id; readonly seconds: number; readonly measuredOn: string }): Promise<void> {
  await lockOne(ctx, 'blueprint', blueprint);
  const author = authorOf(ctx);
  const added = await ctx.db.run(sql`
    INSERT INTO blueprint_wait (id, step_id, seconds, measured_on, created_at, created_by)
    SELECT ${ctx.newId()}, id, ${seconds}, ${measuredOn}, ${ctx.now.toISOString()}, ${author} FROM blueprint_step WHERE id = ${step} AND blueprint_id = ${blueprint} AND removed_at IS NULL`);
  if (added === 0) throw fail('record.not-found');
}
