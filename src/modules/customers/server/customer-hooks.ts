import sql from 'sql-template-tag';
import { type Issue, fail } from '#kernel/failure.ts';
import { authorOf } from '#platform/context/author.ts';
import type { Context, RecordHooks, WriteStep } from '#platform/context/context.ts';
import { inOrder } from '#platform/db/database.ts';
import { type CustomerStage, customerStages, judgeStageChange } from '../rules/stage-change.ts';
import { guardDuplicates } from './duplicates/guard-duplicates.ts';
import { nameKeyOf } from './duplicates/name-key.ts';
import { completenessColumns } from './quality/completeness-columns.ts';

export { nameKeyOf } from './duplicates/name-key.ts';

const isStage = (value: unknown): value is CustomerStage => customerStages.some((stage) => stage === value);

/** A stage change is an event with its reason (CU-6). */
export function judgeStage(step: WriteStep): Readonly<Record<string, unknown>> {
  const from = step.before?.values.stage;
  const to = step.values.stage;
  if (!isStage(to) || !isStage(from) || from === to) return {};
  const lostReason = step.values.lostReason;
  const verdict = judgeStageChange({
    from, to, ...(step.reason !== undefined && { reason: step.reason }), ...(typeof lostReason === 'string' && { lostReason }),
  });
  if (!verdict.ok) throw fail('record.invalid', { count: verdict.problems.length }, verdict.problems.map(stageIssue));
  return { stageChangedAt: step.ctx.now.toISOString(), lostReason: verdict.event.lostReason };
}

function stageIssue(problem: string): Issue {
  if (problem === 'reason-required') return { path: '_reason', code: 'reason-required' };
  return { path: problem.startsWith('lost-reason') ? 'lostReason' : 'stage', code: problem.startsWith('lost-reason') ? 'required' : `stage-${problem}` };
}

async function recordStageEvent(ctx: Context, step: WriteStep): Promise<void> {
  const from = step.before?.values.stage ?? null;
  const to = step.values.stage;
  if (typeof to !== 'string' || to === from || step.before === undefined) return;
  await ctx.db.run(sql`
    INSERT INTO customer_stage_event (id, customer_id, from_stage, to_stage, reason, lost_reason, at, actor_id)
    VALUES (${ctx.newId()}, ${step.id}, ${from}, ${to}, ${step.reason ?? null}, ${step.values.lostReason ?? null},
      ${ctx.now.toISOString()}, ${authorOf(ctx)})`);
}

/** What a customer needs around every write: no double (CU-10), its matching key, its score (CU-13), its stage events. */
export const customerHooks: RecordHooks = {
  beforeWrite: async (step) => {
    const values = judgeStage(step);
    const after = { ...step.before?.values, ...step.values, ...values };
    const isRenamed = 'name' in step.values || 'kind' in step.values;
    const [identity, score] = await inOrder(guardDuplicates(step), completenessColumns(step, after));
    return { values, columns: { ...(isRenamed && { name_key: nameKeyOf(after.kind, after.name) }), ...identity, ...score } };
  },
  afterUpdate: (step) => recordStageEvent(step.ctx, step),
};
