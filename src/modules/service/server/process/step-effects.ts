import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { authorOf } from '#platform/context/author.ts';
import type { Context } from '#platform/context/context.ts';
import { requestApproval } from '#modules/approvals/server/approvals.public.ts';
import { changeRecord } from '#platform/records/action-records.ts';
import type { ProcessStep, StepAnswers, StepEffect } from '../../rules/process.ts';
import { askService } from '../ask-service.ts';
import { tellCaseListeners } from '../case-listeners.ts';
import { type CaseRow, lockCase } from '../case-rows.ts';
import { addMessage } from '../cases/add-message.ts';
import { letSee, tellOfCase } from '../cases/case-people.ts';
import { refreshDue } from '../clocks/clock-rows.ts';
import { rejudgeClock, startClock, stopClocks } from '../clocks/run-clocks.ts';
import { processOf } from '../setup/processes.ts';
import { callSolutionMeeting } from './meeting-of-case.ts';
import { solutionApproval } from './solution-approval.ts';

export interface DoneStep {
  readonly row: CaseRow;
  readonly step: ProcessStep;
  readonly stepId: Id;
  readonly answers: StepAnswers;
}

/** `waits`: the step stays until those who decide have spoken (SE-5). */
type Effect = (ctx: Context, done: DoneStep) => Promise<'done' | 'waits'>;

const textOf = (answers: StepAnswers, key: string): string | null => (typeof answers[key] === 'string' ? answers[key] : null);
const idOf = (answers: StepAnswers, key: string): Id | null => textOf(answers, key);
const done = Promise.resolve('done' as const);

async function judge(ctx: Context, { row, answers }: DoneStep): Promise<'done'> {
  const severity = textOf(answers, 'severity') ?? row.severity;
  await changeRecord(ctx, 'case', row.id, { validity: textOf(answers, 'validity') ?? 'valid', severity });
  await rejudgeClock(ctx, { ...row, severity });
  return 'done';
}

async function nameCause(ctx: Context, { row, answers }: DoneStep): Promise<'done'> {
  await changeRecord(ctx, 'case', row.id, { cause: idOf(answers, 'cause') });
  return 'done';
}

async function assign(ctx: Context, { row, answers }: DoneStep): Promise<'done'> {
  const responsible = idOf(answers, 'responsible');
  await changeRecord(ctx, 'case', row.id, { responsible });
  if (responsible !== null) await letSee(ctx, row.id, responsible, 'write');
  await tellOfCase(ctx, responsible, row, 'given');
  return 'done';
}

/** Ordinary: approved by the manager in charge; major: a meeting's resolution (SE-5). */
async function propose(ctx: Context, { row, stepId, answers }: DoneStep): Promise<'done' | 'waits'> {
  await changeRecord(ctx, 'case', row.id, { solution: textOf(answers, 'solution') });
  const { id: decisionId, decision } = await askService(ctx, row, 'solution', new Date(row.receivedAt), { isValid: row.validity !== 'invalid' });
  const decider = decision.status === 'decided' ? decision.results['decider'] : 'manager';
  await ctx.db.run(sql`UPDATE case_step SET decision_id = ${decisionId}, answers = ${JSON.stringify(answers)} WHERE id = ${stepId}`);
  if (decider === 'handler') return 'done';
  await ctx.db.run(sql`UPDATE case_step SET state = 'approving' WHERE id = ${stepId}`);
  if (decider === 'manager') await requestApproval(ctx, { kind: solutionApproval, subject: { object: 'case', id: row.id } });
  else await callSolutionMeeting(ctx, row, textOf(answers, 'solution') ?? '');
  return 'waits';
}

async function answerCustomer(ctx: Context, { row, answers }: DoneStep): Promise<'done'> {
  await addMessage(ctx, row.id, { kind: 'reply', channel: row.channel, body: textOf(answers, 'reply') ?? '' });
  await changeRecord(ctx, 'case', row.id, { state: 'answered', answeredAt: ctx.now.toISOString(), isOnSpot: answers['isOnSpot'] === true });
  await stopClocks(ctx, row.id, ['firstResponse', 'whole']);
  const process = await processOf(ctx, row.processId);
  if (process.steps.some((each) => each.effect === 'callback')) await startClock(ctx, row, 'callback', ctx.now);
  await refreshDue(ctx, [row.id]);
  await tellOfCase(ctx, row.firstReceiverId, row, 'answered');
  await tellCaseListeners(ctx, { kind: 'answered', caseId: row.id, number: row.number, customerId: row.customerId, channel: row.channel });
  return 'done';
}

/** What the customer says on the phone; not solved: the case is open again, with a new clock (SE-9). */
async function callBack(ctx: Context, { row, answers }: DoneStep): Promise<'done'> {
  const isSolved = answers['isSolved'] === true;
  await changeRecord(ctx, 'case', row.id, { satisfaction: answers['satisfaction'], isSolved });
  await stopClocks(ctx, row.id, ['callback']);
  if (isSolved) return 'done';
  await reopen(ctx, row.id);
  return 'done';
}

/** Another round: the whole clock starts anew. */
export async function reopen(ctx: Context, caseId: Id): Promise<void> {
  const before = await lockCase(ctx, caseId);
  await changeRecord(ctx, 'case', caseId, { state: 'open', answeredAt: null, closedAt: null, reopenCount: before.reopenCount + 1 });
  const row = await lockCase(ctx, caseId);
  await startClock(ctx, row, 'whole', ctx.now);
  await refreshDue(ctx, [caseId]);
  await tellCaseListeners(ctx, { kind: 'reopened', caseId, number: row.number, customerId: row.customerId, channel: row.channel });
}

/** The result goes to those who can prevent the next one (SE-6). */
async function evaluate(ctx: Context, { row, answers }: DoneStep): Promise<'done'> {
  const summary = textOf(answers, 'summary');
  if (summary !== null) await changeRecord(ctx, 'case', row.id, { summary });
  await ctx.db.run(sql`
    INSERT INTO case_feedback (id, case_id, department, words, at, actor_id)
    VALUES (${ctx.newId()}, ${row.id}, ${textOf(answers, 'department') ?? 'operations'}, ${textOf(answers, 'feedback') ?? ''}, ${ctx.now.toISOString()},
      ${authorOf(ctx)})`);
  return 'done';
}

const effects: Readonly<Record<StepEffect, Effect>> = {
  record: () => done, none: () => done, judge, cause: nameCause, assign, propose, answer: answerCustomer, callback: callBack, evaluate,
};

/** What the program does with a step's answers, in the transaction of the step. */
export const stepEffect: Effect = (ctx, given) => effects[given.step.effect](ctx, given);
