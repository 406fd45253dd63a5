import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';
import { changeRecord } from '#platform/records/action-records.ts';
import { stepOf } from '../../rules/process.ts';
import { lockCase } from '../case-rows.ts';
import { finishStep } from '../process/finish-step.ts';
import { currentStep, openStep } from '../process/open-case-step.ts';
import { reopen, stepEffect } from '../process/step-effects.ts';
import { processOf } from '../setup/processes.ts';
import { addMessage } from './add-message.ts';

export interface CaseRating {
  /** 1 to 5. */
  readonly satisfaction: number;
  readonly isSolved: boolean;
  readonly words: string | null;
}

/**
 * What the customer says of the answer by themselves (SE-9, SE-31); the caller has asked whether it is theirs. It does what
 * the call back does, in place of one that is due: not solved, the case is open again with a new clock.
 * Errors: record.not-found, record.wrong-state when there is no answer yet.
 */
export async function rateCase(ctx: Context, caseId: Id, rating: CaseRating): Promise<void> {
  const row = await lockCase(ctx, caseId);
  if (row.state !== 'answered' && row.state !== 'closed') throw fail('record.wrong-state');
  const { satisfaction, isSolved, words } = rating;
  if (words !== null) await addMessage(ctx, caseId, { kind: 'incoming', channel: 'portal', body: words });
  const process = await processOf(ctx, row.processId);
  const open = await currentStep(ctx, caseId);
  const step = open && stepOf(process, open.key);
  const answers = { satisfaction, isSolved, ...(words !== null && { words }) };
  if (open && step?.effect === 'callback') {
    await writeAudit(ctx, [{ action: 'step', object: 'case', recordId: caseId, customerId: row.customerId, detail: { step: step.key, round: open.round, answers } }]);
    await stepEffect(ctx, { row, step, stepId: open.id, answers });
    await finishStep(ctx, caseId, { id: open.id, step, answers, process });
    return;
  }
  await changeRecord(ctx, 'case', caseId, { satisfaction, isSolved });
  if (isSolved) return;
  if (open) await ctx.db.run(sql`UPDATE case_step SET state = 'done', done_at = ${ctx.now.toISOString()} WHERE id = ${open.id}`);
  await reopen(ctx, caseId);
  const backTo = process.steps.find((each) => each.effect === 'callback')?.turns?.find((turn) => turn.is === false)?.to;
  const again = process.steps.find((each) => (backTo === undefined ? each.effect !== 'record' : each.key === backTo));
  if (again) await openStep(ctx, row, process, again);
}
