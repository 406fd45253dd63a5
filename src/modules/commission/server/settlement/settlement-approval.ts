import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Bilingual } from '#kernel/texts.ts';
import type { Context } from '#platform/context/context.ts';
import type { ApprovalKind, ApprovalSubject, ApprovalSummary } from '#platform/modules/approval-kind.ts';
import { closeMonth, reopenMonth } from './settle-month.ts';
import { statementTotals } from './statements.ts';

/** What the approval is about: a row of `commission_settlement`. */
export const SETTLEMENT = 'commissionSettlement';

const clauseText: Bilingual = {
  'zh-CN': '结算单经经理确认、财务批准后关账；关账后的变动计入下一个未关账的月份。',
  en: 'A month is closed once the manager has confirmed it and finance has approved it; later changes go to the open month.',
};

const funds: Readonly<Record<string, Bilingual>> = { publicFund: { 'zh-CN': '公佣', en: 'Public fund' }, departmentFund: { 'zh-CN': '部门奖金', en: 'Department fund' } };

async function summarise(ctx: Context, { id }: ApprovalSubject): Promise<ApprovalSummary | undefined> {
  const found = await ctx.db.maybe<{ siteId: Id; site: string; month: string }>(sql`
    SELECT s.site_id AS "siteId", b.site_name AS site, s.month FROM commission_settlement s JOIN commission_book b ON b.site_id = s.site_id WHERE s.id = ${id}`);
  if (found === undefined) return undefined;
  const totals = await statementTotals(ctx, found.siteId, found.month);
  return {
    title: { 'zh-CN': `${found.site} ${found.month} 佣金结算`, en: `Commission of ${found.month}, ${found.site}` },
    link: `/commission/settlement?site=${found.siteId}&month=${found.month}`, clause: { ref: found.month, text: clauseText },
    changes: totals.map(({ account, name, amount, currency }) => ({
      label: funds[account] ?? { 'zh-CN': name ?? '', en: name ?? '' }, from: null, to: `${amount} ${currency}`,
    })),
  };
}

/** Everybody whose role approves commission; the flow may name others. */
const signersOf = async (ctx: Context): Promise<readonly Id[]> => (await ctx.db.rows<{ id: Id }>(sql`
  SELECT DISTINCT u.id FROM app_user u JOIN user_role x ON x.user_id = u.id JOIN role r ON r.key = x.role
  WHERE r.rights @> ARRAY['commission.approve'] AND r.key <> 'administrator' AND u.is_active AND u.deleted_at IS NULL ORDER BY u.id`)).map((row) => row.id);

/** Finance's approval of a month (RE-32). */
export const settlementApproval: ApprovalKind = {
  key: 'commission.settlement', label: { 'zh-CN': '佣金结算', en: 'Commission settlement' }, signersOf, summarise,
  settle: (ctx, { id }, outcome) => (outcome === 'approved' ? closeMonth(ctx, id) : reopenMonth(ctx, id)),
};

export { signersOf as commissionApprovers };
