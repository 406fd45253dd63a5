import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import { managersOf } from '#modules/approvals/server/approvals.public.ts';
import { type ProcessStep, type StepAnswers, answerIssues, stepOf } from '../../rules/process.ts';
import { type CaseRow, isOver, takeCase } from '../case-rows.ts';
import { processOf } from '../setup/processes.ts';
import { type StepOutcome, finishStep } from './finish-step.ts';
import { actorOf, currentStep } from './open-case-step.ts';
import { stepEffect } from './step-effects.ts';

interface NamedPerson {
  readonly id: Id;
  readonly name: string;
}

/**
 * Does the open step of a case (SE-3). No other step can be done, whoever asks, and nothing that it asks may be left out.
 * Errors: record.not-found, service.not-this-step, service.not-your-step, record.invalid, record.wrong-state.
 */
export async function completeStep(ctx: Context, caseId: Id, key: string, answers: StepAnswers): Promise<StepOutcome> {
  const row = await takeCase(ctx, caseId);
  if (isOver(row.state)) throw fail('record.wrong-state');
  const process = await processOf(ctx, row.processId);
  const open = await currentStep(ctx, caseId);
  const step = open && stepOf(process, open.key);
  if (!open || !step) throw fail('record.wrong-state');
  if (open.key !== key || open.state !== 'open') throw fail('service.not-this-step', { step: step.label[ctx.locale] });
  await requireActor(ctx, row, step);
  const issues = answerIssues(step, answers);
  if (issues.length > 0) throw fail('record.invalid', { count: issues.length }, issues.map((issue) => ({ path: `answers.${issue.key}`, code: issue.code === 'wrong-type' ? 'invalid' : issue.code })));
  await writeAudit(ctx, [{ action: 'step', object: 'case', recordId: caseId, customerId: row.customerId, detail: { step: key, round: open.round, answers } }]);
  const outcome = await stepEffect(ctx, { row, step, stepId: open.id, answers });
  if (outcome === 'waits') return { state: 'approving', step: key };
  return finishStep(ctx, row.id, { id: open.id, step, answers, process });
}

/**
 * Whether the actor may do a step, and the one person whom it waits for where there is one. Each step has its own actor
 * (SE-3); a supervisor may stand in for any of them but the recheck of their own work.
 */
export async function actorFor(ctx: Context, row: CaseRow, step: ProcessStep): Promise<{ readonly isOwn: boolean; readonly who: NamedPerson | null }> {
  const selves = new Set(ctx.actor.selves);
  const named = actorOf(step.actor, row);
  const isManager = ctx.actor.rights.has('service.manage') || (row.ownerId !== null && (await managersOf(ctx, row.ownerId)).some((id) => selves.has(id)));
  const worker = row.responsibleId ?? row.ownerId;
  const isOwn = step.actor === 'recheck' ? worker === null || !selves.has(worker) : isManager || (named !== null && selves.has(named));
  const who = named === null ? undefined : await ctx.db.maybe<NamedPerson>(sql`SELECT id, name FROM app_user WHERE id = ${named}`);
  return { isOwn: isOwn || ctx.actor.kind === 'system', who: who ?? null };
}

async function requireActor(ctx: Context, row: CaseRow, step: ProcessStep): Promise<void> {
  const { isOwn, who } = await actorFor(ctx, row, step);
  if (isOwn) return;
  const words = { recheck: { 'zh-CN': '处理责任人以外的同事', en: 'somebody other than the person responsible' }, manager: { 'zh-CN': '主管', en: 'a supervisor' } };
  const role = step.actor === 'recheck' ? words.recheck[ctx.locale] : (who?.name ?? words.manager[ctx.locale]);
  throw fail('service.not-your-step', { step: step.label[ctx.locale], who: role });
}
