import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import type { Bilingual } from '#kernel/texts.ts';
import { notify } from '#modules/notifications/server/notifications.public.ts';
import { clauseOfDecision } from '#modules/policies/server/policies.public.ts';
import { authorOf } from '#platform/context/author.ts';
import type { Context } from '#platform/context/context.ts';
import type { ApprovalKind, ApprovalOutcome, ApprovalSubject, ApprovalSummary } from '#platform/modules/approval-kind.ts';
import { commissionNotices } from '../../commission.kinds.ts';
import { penaltyLines } from '../../rules/deal-ledger.ts';
import { moneyOf } from '../posting/deal-row.ts';
import { postJournal } from '../posting/post-lines.ts';
import { lockBook, postingMonth } from '../posting/site-book.ts';
import { commissionApprovers } from '../settlement/settlement-approval.ts';

/** What the approval is about: a row of `commission_penalty`. */
export const PENALTY = 'commissionPenalty';

interface PenaltyRow {
  readonly siteId: Id;
  readonly ownerId: Id;
  readonly name: string;
  readonly dealId: Id | null;
  readonly happenedOn: string;
  readonly description: string;
  readonly amount: string;
  readonly currency: string;
  readonly isDismissal: boolean;
  readonly decisionId: Id;
  readonly clause: string;
  readonly state: string;
}

const rowOf = (ctx: Context, id: Id): Promise<PenaltyRow | undefined> => ctx.db.maybe<PenaltyRow>(sql`
  SELECT p.site_id AS "siteId", p.owner_id AS "ownerId", u.name, p.deal_id AS "dealId", p.happened_on AS "happenedOn", p.description, p.amount::text AS amount, p.currency,
    p.is_dismissal AS "isDismissal", p.decision_id AS "decisionId", p.clause, p.state
  FROM commission_penalty p JOIN app_user u ON u.id = p.owner_id WHERE p.id = ${id}`);

const yes: Bilingual = { 'zh-CN': '是', en: 'Yes' };

async function summarise(ctx: Context, { id }: ApprovalSubject): Promise<ApprovalSummary | undefined> {
  const row = await rowOf(ctx, id);
  if (row === undefined) return undefined;
  const clause = await clauseOfDecision(ctx, row.decisionId) ?? { ref: row.clause, text: { 'zh-CN': row.clause, en: row.clause } };
  return {
    title: { 'zh-CN': `对 ${row.name} 的处罚`, en: `Penalty against ${row.name}` }, clause, link: '/commission/penalties',
    changes: [
      { label: { 'zh-CN': '扣款', en: 'Amount' }, from: null, to: `${row.amount} ${row.currency}` },
      { label: { 'zh-CN': '经过', en: 'What happened' }, from: null, to: `${row.happenedOn} ${row.description}` },
      ...(row.isDismissal ? [{ label: { 'zh-CN': '提议辞退', en: 'Dismissal proposed' }, from: null, to: yes }] : []),
    ],
  };
}

async function settle(ctx: Context, { id }: ApprovalSubject, outcome: ApprovalOutcome): Promise<void> {
  const found = await rowOf(ctx, id);
  if (found === undefined) return;
  const book = await lockBook(ctx, found.siteId);
  const row = await rowOf(ctx, id);
  if (row?.state !== 'proposed') return;
  const state = outcome === 'approved' ? 'approved' : 'rejected';
  await ctx.db.run(sql`UPDATE commission_penalty SET state = ${state}, ended_at = ${ctx.now.toISOString()}, ended_by = ${authorOf(ctx)} WHERE id = ${id}`);
  if (outcome !== 'approved') return;
  const month = postingMonth(book, localDate(ctx.now, ctx.timeZone));
  const lines = penaltyLines(row.ownerId, moneyOf(row.amount, row.currency)).map((line) => ({
    ...line, month, dealId: row.dealId, penaltyId: id, customerId: null, subject: row.happenedOn, decisionId: row.decisionId, clause: row.clause,
  }));
  await postJournal(ctx, book, { reason: 'penalty', penaltyId: id, ...(row.dealId !== null && { dealId: row.dealId }), lines });
  await notify(ctx, { to: [row.ownerId], kind: commissionNotices.penalty, params: { clause: row.clause }, link: '/commission/penalties' });
}

/** A penalty is carried out once approved, and the person is told (RE-33). */
export const penaltyApproval: ApprovalKind = {
  key: 'commission.penalty', label: { 'zh-CN': '处罚', en: 'Penalty' }, signersOf: commissionApprovers, summarise, settle,
};
