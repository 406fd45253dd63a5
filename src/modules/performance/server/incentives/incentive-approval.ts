import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { managersOf } from '#modules/approvals/server/approvals.public.ts';
import type { Context } from '#platform/context/context.ts';
import type { ApprovalKind, ApprovalSubject, ApprovalSummary } from '#platform/modules/approval-kind.ts';
import { findRun } from './run-rows.ts';
import { settleRun } from './settle-run.ts';

const clauseText = {
  'zh-CN': '激励按制度逐人计算，批准后入账；入账后不再改动，更正另记一笔。', en: 'The incentive follows the scheme person by person and is posted once approved; a posted entry never changes, a correction is an entry of its own.',
};
const MOST = 60;

async function summarise(ctx: Context, { id }: ApprovalSubject): Promise<ApprovalSummary | undefined> {
  const run = await findRun(ctx, id);
  if (!run) return undefined;
  const lines = await ctx.db.rows<{ name: string; points: string; amount: string }>(sql`
    SELECT u.name, l.points::text AS points, l.amount::text AS amount FROM incentive_line l JOIN app_user u ON u.id = l.person_id WHERE l.run_id = ${id} ORDER BY u.name, u.id LIMIT ${MOST}`);
  const unit = run.unit ?? '';
  const isAward = run.kind === 'award';
  return {
    title: isAward ? { 'zh-CN': `${unit} ${run.month} 激励`, en: `Incentive of ${run.month}, ${unit}` } : { 'zh-CN': `更正 ${lines[0]?.name ?? ''} ${run.month} 的激励`, en: `Correction of ${lines[0]?.name ?? ''}, ${run.month}` },
    withheld: { 'zh-CN': '一份激励', en: 'An incentive' }, about: { object: 'incentiveRun', id }, link: `/performance/incentives/${id}`,
    clause: { ref: run.month, text: clauseText }, stamp: `${run.points} ${run.amount} ${run.people}`,
    changes: [
      ...lines.map(({ name, points, amount }) => ({ label: { 'zh-CN': name, en: name }, from: null, to: { 'zh-CN': `${points} 分，${amount} 元`, en: `${points} points, CNY ${amount}` }, field: 'incentiveRun.points' })),
      { label: { 'zh-CN': '合计', en: 'Sum' }, from: null, to: { 'zh-CN': `${run.points} 分，${run.amount} 元`, en: `${run.points} points, CNY ${run.amount}` }, field: 'incentiveRun.points' },
    ],
  };
}

/** The manager of whoever runs it decides, unless a flow of the company says otherwise. */
async function signersOf(ctx: Context, { id }: ApprovalSubject): Promise<readonly Id[]> {
  const run = await findRun(ctx, id);
  return run?.ownerId == null ? [] : (await managersOf(ctx, run.ownerId)).slice(0, 1);
}

/** A month's incentive, or a correction of an entry (SE-40). */
export const incentiveApproval: ApprovalKind = {
  key: 'performance.incentive', label: { 'zh-CN': '服务激励', en: 'Service incentive' }, signersOf, summarise, settle: (ctx, { id }, outcome) => settleRun(ctx, id, outcome === 'approved'),
};
