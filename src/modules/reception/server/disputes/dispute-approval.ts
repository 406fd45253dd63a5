import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { notify } from '#modules/notifications/server/notifications.public.ts';
import { clauseOfDecision } from '#modules/policies/server/policies.public.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import type { Context } from '#platform/context/context.ts';
import type { ApprovalChange, ApprovalKind, ApprovalOutcome, ApprovalSubject, ApprovalSummary } from '#platform/modules/approval-kind.ts';
import { disputeNotices } from '../../disputes/dispute.notices.ts';
import { disputeTexts } from '../../disputes/dispute.texts.ts';
import type { Share } from '../../rules/shares-of.ts';
import { loadCase } from '../ownership/ownership-case.ts';
import { ruleOwnership } from '../ownership/rule-ownership.ts';
import { namesOf } from '../ownership/ask-policy.ts';
import { disputeListeners } from './dispute-listeners.ts';
import { type DisputeRow, loadDispute } from './dispute-row.ts';
import { readEvidence } from './read-evidence.ts';

export const DISPUTE = 'dispute';

/** The sales director: whoever leads the company. */
export const directors = async (ctx: Pick<Context, 'db'>): Promise<Id[]> => (await ctx.db.rows<{ id: Id }>(sql`
  SELECT u.id FROM app_user u JOIN user_role r ON r.user_id = u.id AND r.role = 'executive' WHERE u.is_active AND u.deleted_at IS NULL ORDER BY u.id`)).map(({ id }) => id);

/** The directors decide, except one who is a side of it. */
async function signersOf(ctx: Context, { id }: ApprovalSubject): Promise<readonly Id[]> {
  const row = await loadDispute(ctx, id);
  return (await directors(ctx)).filter((each) => each !== row.claimantId && each !== row.respondentId);
}

const both = (key: 'ruling' | 'recordLabel' | 'owner' | 'publicFund' | 'departmentFund') => ({ 'zh-CN': disputeTexts.t('zh-CN', key), en: disputeTexts.t('en', key) });

/** A share in words: a person by name, a fund by its own. */
export const shareName = (share: Share, names: ReadonlyMap<Id, string>) => ('userId' in share ? (names.get(share.userId) ?? '') : both(share.fund));

async function summarise(ctx: Context, { id }: ApprovalSubject): Promise<ApprovalSummary | undefined> {
  const row = await loadDispute(ctx, id).catch(() => undefined);
  if (row === undefined || row.shares === null) return undefined;
  const { ownerIds: before } = await loadCase(ctx, row.caseId);
  const names = await namesOf(ctx, [...before, ...row.ownerIds, ...row.shares.map((share) => ('userId' in share ? share.userId : null))]);
  const words = { customer: row.subject, claimant: row.claimant, respondent: row.respondent };
  const clause = row.clause === null ? undefined : await clauseOfDecision(ctx, row.decisionId) ?? { ref: row.clause, text: { 'zh-CN': '', en: '' } };
  const label = (share: Share) => { const name = shareName(share, names); return typeof name === 'string' ? { 'zh-CN': name, en: name } : name; };
  return {
    title: { 'zh-CN': disputeTexts.t('zh-CN', 'approvalTitle', words), en: disputeTexts.t('en', 'approvalTitle', words) },
    withheld: { 'zh-CN': '归属争议', en: 'A dispute' }, about: { object: DISPUTE, id }, link: `/disputes/${id}`, ...(clause && { clause }),
    changes: [
      { label: both('owner'), from: before.map((each) => names.get(each) ?? '').join('、') || null, to: row.ownerIds.map((each) => names.get(each) ?? '').join('、') },
      ...row.shares.map((share): ApprovalChange => ({ label: label(share), from: null, to: `${share.percent}%` })),
      { label: both('recordLabel'), from: null, to: row.record },
    ],
  };
}

async function settle(ctx: Context, { id }: ApprovalSubject, outcome: ApprovalOutcome): Promise<void> {
  const row = await loadDispute(ctx, id, true);
  if (row.status !== 'proposed') return;
  if (outcome !== 'approved') {
    await ctx.db.run(sql`UPDATE dispute SET status = 'open', version = version + 1, updated_at = ${ctx.now.toISOString()} WHERE id = ${id}`);
    return;
  }
  await ruleOwnership(ctx, row.caseId, { ownerIds: row.ownerIds, shares: row.shares ?? [], reason: row.record ?? '', decisionId: row.decisionId, isAgreed: row.outcome === 'agreed' });
  await endDispute(ctx, row, 'settled');
}

/** Freezes the evidence, tells both sides, and lets commission go on. */
export async function endDispute(ctx: Context, row: DisputeRow, status: 'settled' | 'withdrawn'): Promise<void> {
  const now = ctx.now.toISOString();
  const evidence = await readEvidence(ctx, row);
  await ctx.db.run(sql`UPDATE dispute SET status = ${status}, settled_at = ${now}, evidence = ${JSON.stringify(evidence)}::jsonb, version = version + 1, updated_at = ${now} WHERE id = ${row.id}`);
  await writeAudit(ctx, [{ action: status === 'settled' ? 'settle' : 'withdraw', object: DISPUTE, recordId: row.id, customerId: row.customerId, changes: { status: [row.status, status] } }]);
  const event = { disputeId: row.id, caseId: row.caseId, customerId: row.customerId, siteId: row.siteId, dealId: row.dealId, isSettled: status === 'settled' };
  for (const listener of disputeListeners()) await listener.onDisputeEnded(ctx, event);
  if (status === 'settled') {
    await notify(ctx, { to: [row.claimantId, row.respondentId], kind: disputeNotices.settled, params: { customer: row.subject }, link: `/disputes/${row.id}`, about: { object: DISPUTE, id: row.id } });
  }
}

/** A ruling over whose customer it is: the sales director approves (7.7, RE-22). */
export const disputeRuling: ApprovalKind = { key: 'reception.disputeRuling', label: { 'zh-CN': '归属争议裁定', en: 'Ruling of a dispute' }, signersOf, summarise, settle };
