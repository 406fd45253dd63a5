import sql from 'sql-template-tag';
import { type Issue, fail } from '#kernel/failure.ts';
import { companyNameKey } from '#kernel/names/company-name.ts';
import { foldText } from '#kernel/full-width.ts';
import type { Context, RecordHooks, WriteStep } from '#platform/context/context.ts';
import { type CustomerStage, customerStages, judgeStageChange } from '../rules/stage-change.ts';

/** The name reduced to what makes two customers the same (CU-10). */
export const nameKeyOf = (kind: unknown, name: unknown): string =>
  typeof name !== 'string' ? '' : kind === 'person' ? foldText(name).replace(/\s/g, '') : companyNameKey(name).core;

const isStage = (value: unknown): value is CustomerStage => customerStages.some((stage) => stage === value);

/** A stage change is an event with its reason (CU-6). */
function judgeStage(step: WriteStep): Readonly<Record<string, unknown>> {
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
      ${ctx.now.toISOString()}, ${ctx.actor.kind === 'system' ? null : ctx.actor.userId})`);
}

/** What a customer needs around every write: its matching key, its stage events. */
export const customerHooks: RecordHooks = {
  beforeWrite: (step) => {
    const after = { ...step.before?.values, ...step.values };
    const isRenamed = 'name' in step.values || 'kind' in step.values;
    return Promise.resolve({
      values: judgeStage(step),
      columns: isRenamed ? { name_key: nameKeyOf(after.kind, after.name) } : {},
    });
  },
  afterWrite: (step) => recordStageEvent(step.ctx, step),
};
