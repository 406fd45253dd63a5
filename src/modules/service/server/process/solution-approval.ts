import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { managersOf } from '#modules/approvals/server/approvals.public.ts';
import { clauseOfDecision } from '#modules/policies/server/policies.public.ts';
import type { Context } from '#platform/context/context.ts';
import type { ApprovalKind, ApprovalSubject, ApprovalSummary } from '#platform/modules/approval-kind.ts';
import type { StepAnswers } from '../../rules/process.ts';
import { stepOf } from '../../rules/process.ts';
import { lockCase } from '../case-rows.ts';
import { processOf } from '../setup/processes.ts';
import { finishStep } from './finish-step.ts';

interface SolutionFacts {
  readonly number: string;
  readonly subject: string;
  readonly solution: string | null;
  readonly ownerId: Id | null;
  readonly decisionId: Id | null;
}

const factsOf = (ctx: Pick<Context, 'db'>, { id }: ApprovalSubject): Promise<SolutionFacts | undefined> => ctx.db.maybe<SolutionFacts>(sql`
  SELECT c.number, c.subject, c.solution, c.owner_id AS "ownerId", s.decision_id AS "decisionId"
  FROM service_case c LEFT JOIN case_step s ON s.case_id = c.id AND s.state = 'approving' WHERE c.id = ${id} AND c.deleted_at IS NULL`);

async function summarise(ctx: Context, subject: ApprovalSubject): Promise<ApprovalSummary | undefined> {
  const facts = await factsOf(ctx, subject);
  if (facts === undefined) return undefined;
  const clause = await clauseOfDecision(ctx, facts.decisionId);
  return {
    title: { 'zh-CN': `${facts.number} 处理方案：${facts.subject}`, en: `Solution of ${facts.number}: ${facts.subject}` },
    withheld: { 'zh-CN': '一件投诉的处理方案', en: 'The solution of a complaint' }, about: subject, link: `/cases/${subject.id}`,
    changes: [{ label: { 'zh-CN': '处理方案', en: 'Solution' }, from: null, to: facts.solution, field: 'case.solution' }],
    ...(clause && { clause }),
  };
}

/** The solution of an ordinary complaint, by the manager in charge unless a flow says otherwise (SE-5). */
export const solutionApproval: ApprovalKind = {
  key: 'service.solution', label: { 'zh-CN': '投诉处理方案', en: 'Solution of a complaint' }, summarise,
  signersOf: async (ctx, subject) => {
    const facts = await factsOf(ctx, subject);
    return facts?.ownerId == null ? [] : (await managersOf(ctx, facts.ownerId)).slice(0, 1);
  },
  settle: (ctx, { id }, outcome) => settleSolution(ctx, id, outcome === 'approved'),
};

/** Those who decide have spoken: the process goes on, or the solution is proposed anew. Nothing happens when it does not wait. */
export async function settleSolution(ctx: Context, caseId: Id, isAgreed: boolean): Promise<void> {
  const row = await lockCase(ctx, caseId);
  const waiting = await ctx.db.maybe<{ id: Id; key: string; answers: StepAnswers }>(sql`SELECT id, key, answers FROM case_step WHERE case_id = ${caseId} AND state = 'approving' FOR UPDATE`);
  if (!waiting) return;
  if (!isAgreed) {
    await ctx.db.run(sql`UPDATE case_step SET state = 'open' WHERE id = ${waiting.id}`);
    return;
  }
  const process = await processOf(ctx, row.processId);
  const step = stepOf(process, waiting.key);
  if (step) await finishStep(ctx, caseId, { id: waiting.id, step, answers: waiting.answers, process });
}
