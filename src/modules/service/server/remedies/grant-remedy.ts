import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import type { Bilingual } from '#kernel/texts.ts';
import { managersOf, requestApproval } from '#modules/approvals/server/approvals.public.ts';
import { clauseOfDecision } from '#modules/policies/server/policies.public.ts';
import type { Context } from '#platform/context/context.ts';
import type { ApprovalKind, ApprovalSubject, ApprovalSummary } from '#platform/modules/approval-kind.ts';
import { changeRecord, insertRecord } from '#platform/records/action-records.ts';
import type { RemedyKind } from '../../objects/case.object.ts';
import { askService } from '../ask-service.ts';
import { takeCase } from '../case-rows.ts';

/** The rank of an actor for the limits of redress (SE-7): the highest that one of their roles has. */
function rankOf(ctx: Pick<Context, 'actor'>): 'agent' | 'supervisor' | 'manager' {
  const has = (...roles: string[]): boolean => ctx.actor.roles.some((role) => roles.includes(role));
  if (has('administrator', 'executive', 'salesManager')) return 'manager';
  return ctx.actor.rights.has('service.manage') ? 'supervisor' : 'agent';
}

export interface RemedyWish {
  readonly kind: RemedyKind;
  /** CNY, two decimals. */
  readonly amount: string;
  readonly note: string | null;
}

/**
 * Gives the customer redress within the actor's limit, beyond it by approval (SE-7). Granted ones are booked at once, on
 * the company's day. Errors: record.not-found, record.wrong-state for a merged case, policy.not-in-force.
 */
export async function grantRemedy(ctx: Context, caseId: Id, { kind, amount, note }: RemedyWish): Promise<{ readonly id: Id; readonly state: 'granted' | 'approving'; readonly decision: Id }> {
  const row = await takeCase(ctx, caseId);
  if (row.state === 'merged') throw fail('record.wrong-state');
  const { id: decision, decision: answer } = await askService(ctx, row, 'remedy', ctx.now, { remedy: kind, rank: rankOf(ctx), amount: Number(amount) });
  const isAllowed = answer.status === 'decided' && answer.results['outcome'] === 'allowed';
  const state = isAllowed ? 'granted' : 'approving';
  const id = await insertRecord(ctx, 'caseRemedy', {
    values: { case: caseId, customer: row.customerId, kind, note, amount: { amount, currency: 'CNY' }, state, cause: row.causeId, bookedOn: isAllowed ? localDate(ctx.now, ctx.timeZone) : null },
    columns: { decision_id: decision },
  });
  if (!isAllowed) await requestApproval(ctx, { kind: remedyApproval, subject: { object: 'caseRemedy', id }, amount });
  return { id, state, decision };
}

interface RemedyFacts {
  readonly caseId: Id;
  readonly number: string;
  readonly subject: string;
  readonly kind: RemedyKind;
  readonly amount: string;
  readonly note: string | null;
  readonly state: string;
  readonly askedBy: Id | null;
  readonly decisionId: Id | null;
}

const factsOf = (ctx: Pick<Context, 'db'>, id: Id): Promise<RemedyFacts | undefined> => ctx.db.maybe<RemedyFacts>(sql`
  SELECT m.case_id AS "caseId", c.number, c.subject, m.kind, m.amount::text AS amount, m.note, m.state, m.created_by AS "askedBy", m.decision_id AS "decisionId"
  FROM case_remedy m JOIN service_case c ON c.id = m.case_id WHERE m.id = ${id}`);

const words: Readonly<Record<RemedyKind, Bilingual>> = {
  explanation: { 'zh-CN': '解释', en: 'Explanation' }, apology: { 'zh-CN': '致歉', en: 'Apology' }, repair: { 'zh-CN': '修理', en: 'Repair' }, exchange: { 'zh-CN': '更换', en: 'Exchange' },
  refund: { 'zh-CN': '退款', en: 'Refund' }, compensation: { 'zh-CN': '赔偿', en: 'Compensation' }, gift: { 'zh-CN': '赠礼', en: 'Gift' }, points: { 'zh-CN': '积分', en: 'Points' },
};

async function summarise(ctx: Context, { id }: ApprovalSubject): Promise<ApprovalSummary | undefined> {
  const facts = await factsOf(ctx, id);
  if (facts === undefined) return undefined;
  const clause = await clauseOfDecision(ctx, facts.decisionId);
  const word = words[facts.kind];
  return {
    title: { 'zh-CN': `${facts.number} ${word['zh-CN']} ${facts.amount} 元`, en: `${word.en} of CNY ${facts.amount} for ${facts.number}` },
    withheld: { 'zh-CN': '一项给客户的补救', en: 'A remedy for a customer' }, about: { object: 'case', id: facts.caseId }, link: `/cases/${facts.caseId}`,
    changes: [
      { label: { 'zh-CN': '方式', en: 'Kind' }, from: null, to: word }, { label: { 'zh-CN': '费用（元）', en: 'Cost (CNY)' }, from: null, to: facts.amount, field: 'caseRemedy.amount' },
      ...(facts.note === null ? [] : [{ label: { 'zh-CN': '说明', en: 'Note' }, from: null, to: facts.note }]),
    ],
    ...(clause && { clause }),
  };
}

/** Redress beyond the limit of whoever offers it: by their manager unless a flow says otherwise (SE-7). */
export const remedyApproval: ApprovalKind = {
  key: 'service.remedy', label: { 'zh-CN': '超权限补救', en: 'Remedy beyond a limit' }, summarise,
  signersOf: async (ctx, { id }) => {
    const facts = await factsOf(ctx, id);
    return facts?.askedBy == null ? [] : (await managersOf(ctx, facts.askedBy)).slice(0, 1);
  },
  settle: async (ctx, { id }, outcome) => {
    const facts = await factsOf(ctx, id);
    if (facts?.state !== 'approving') return;
    const isGranted = outcome === 'approved';
    await changeRecord(ctx, 'caseRemedy', id, { state: isGranted ? 'granted' : 'refused', ...(isGranted && { bookedOn: localDate(ctx.now, ctx.timeZone) }) });
  },
};
