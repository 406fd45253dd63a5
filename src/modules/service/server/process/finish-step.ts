import type { Id } from '#kernel/ids.ts';
import { authorOf } from '#platform/context/author.ts';
import type { Context } from '#platform/context/context.ts';
import { changeRecord } from '#platform/records/action-records.ts';
import { type ProcessStep, type StepAnswers, stepAfter } from '../../rules/process.ts';
import { tellCaseListeners } from '../case-listeners.ts';
import { type CaseRow, lockCase } from '../case-rows.ts';
import { stopClocks } from '../clocks/run-clocks.ts';
import type { ProcessRow } from '../setup/processes.ts';
import { closeStep, openStep } from './open-case-step.ts';

/** What became of a step that was done: the next one is open, the case is closed, or its solution waits for those who decide. */
export interface StepOutcome {
  readonly state: 'next' | 'approving' | 'closed';
  readonly step: string | null;
}

/** Closes a step and opens what follows it; after the last one the case is closed. */
export async function finishStep(
  ctx: Context, caseId: Id, { id, step, answers, process }: { readonly id: Id; readonly step: ProcessStep; readonly answers: StepAnswers; readonly process: ProcessRow },
): Promise<StepOutcome> {
  await closeStep(ctx, id, answers, authorOf(ctx));
  const row = await lockCase(ctx, caseId);
  const next = stepAfter(process, step.key, answers);
  if (next === undefined) {
    await closeCase(ctx, row);
    return { state: 'closed', step: null };
  }
  await openStep(ctx, row, process, next);
  return { state: 'next', step: next.key };
}

async function closeCase(ctx: Context, row: CaseRow): Promise<void> {
  await stopClocks(ctx, row.id, ['firstResponse', 'whole', 'callback']);
  const at = ctx.now.toISOString();
  await changeRecord(ctx, 'case', row.id, { state: 'closed', step: null, closedAt: at, ...(row.answeredAt === null && { answeredAt: at }) });
  await tellCaseListeners(ctx, { kind: 'closed', caseId: row.id, number: row.number, customerId: row.customerId, channel: row.channel });
}
