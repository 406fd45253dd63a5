import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Bilingual } from '#kernel/texts.ts';
import { managersOf } from '#modules/approvals/server/approvals.public.ts';
import { clauseOfDecision } from '#modules/policies/server/policies.public.ts';
import type { Context } from '#platform/context/context.ts';
import type { ApprovalKind, ApprovalSubject, ApprovalSummary } from '#platform/modules/approval-kind.ts';
import { changeRecord } from '#platform/records/action-records.ts';
import { carryOut, lockChange } from './actions/after-sale-effects.ts';
import { freeKeptUnit } from './actions/keep-unit.ts';

interface ChangeFacts {
  readonly kind: 'exchange' | 'rename' | 'default' | 'refund';
  readonly reason: string;
  readonly retention: string | null;
  readonly decisionId: Id | null;
  readonly unit: string;
  readonly newUnit: string | null;
  readonly project: string;
  readonly subscriptionId: Id;
  readonly ownerId: Id | null;
}

const kinds: Readonly<Record<ChangeFacts['kind'], Bilingual>> = {
  exchange: { 'zh-CN': '换房', en: 'Exchange' }, rename: { 'zh-CN': '更名', en: 'Rename' }, default: { 'zh-CN': '按违约处理', en: 'Breach' }, refund: { 'zh-CN': '退房', en: 'Refund' },
};

const factsOf = (ctx: Context, { id }: ApprovalSubject): Promise<ChangeFacts | undefined> => ctx.db.maybe<ChangeFacts>(sql`
  SELECT a.kind, a.reason, a.retention, a.decision_id AS "decisionId", u.code AS unit, n.code AS "newUnit", p.name AS project, a.subscription_id AS "subscriptionId", a.owner_id AS "ownerId"
  FROM after_sale_change a JOIN sale_unit u ON u.id = a.sale_unit_id JOIN project p ON p.id = a.project_id LEFT JOIN sale_unit n ON n.id = a.new_sale_unit_id WHERE a.id = ${id}`);

async function summarise(ctx: Context, subject: ApprovalSubject): Promise<ApprovalSummary | undefined> {
  const facts = await factsOf(ctx, subject);
  if (facts === undefined) return undefined;
  const word = kinds[facts.kind];
  const clause = await clauseOfDecision(ctx, facts.decisionId);
  return {
    title: { 'zh-CN': `${word['zh-CN']}：${facts.project} ${facts.unit}`, en: `${word.en}: ${facts.project} ${facts.unit}` },
    withheld: { 'zh-CN': '一项售后变更', en: 'An after-sale change' }, about: subject, link: `/o/subscriptions/${facts.subscriptionId}`,
    changes: [
      { label: { 'zh-CN': '原因', en: 'Reason' }, from: null, to: facts.reason },
      ...(facts.retention === null ? [] : [{ label: { 'zh-CN': '挽留', en: 'Retention' }, from: null, to: facts.retention }]),
      ...(facts.newUnit === null ? [] : [{ label: { 'zh-CN': '房源', en: 'Unit' }, from: facts.unit, to: facts.newUnit }]),
    ],
    ...(clause && { clause }),
  };
}

/** After-sale changes that the policy leaves to an approval (RE-42): by the salesperson's manager unless a flow says otherwise. */
export const afterSaleApproval: ApprovalKind = {
  key: 'stock.afterSale', label: { 'zh-CN': '售后变更', en: 'After-sale change' }, summarise,
  signersOf: async (ctx, subject) => {
    const facts = await factsOf(ctx, subject);
    return facts?.ownerId == null ? [] : (await managersOf(ctx, facts.ownerId)).slice(0, 1);
  },
  settle: async (ctx, { id }, outcome) => {
    const change = await lockChange(ctx, id);
    if (change?.state !== 'approving') return;
    if (outcome === 'approved') await carryOut(ctx, change);
    else {
      if (change.newSaleUnitId !== null) await freeKeptUnit(ctx, change.newSaleUnitId);
      await changeRecord(ctx, 'afterSaleChange', id, { state: 'rejected' });
    }
  },
};
