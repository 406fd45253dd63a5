import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { addMonths, localDate } from '#kernel/period.ts';
import { giveOpinion } from '#modules/approvals/server/actions/give-opinion.ts';
import { createPlan, submitPlanDraft } from '#modules/commission/server/commission.public.ts';
import { penaltyApproval } from '#modules/commission/server/penalties/penalty-approval.ts';
import { proposePenalty } from '#modules/commission/server/penalties/propose-penalty.ts';
import type { Office } from './office.ts';

interface Offence {
  /** Days ago. */
  readonly ago: number;
  /** Place among the salespeople. */
  readonly seller: number;
  readonly offence: 'fault' | 'notReady' | 'other';
  readonly amount: string;
  readonly description: string;
  /** It is about the newest deal of the person. */
  readonly isOfDeal?: boolean;
  /** Absent: nobody has answered yet. */
  readonly answer?: 'approve' | 'reject';
}

const offences: readonly Offence[] = [
  { ago: 48, seller: 2, offence: 'notReady', amount: '100.00', description: '开盘当日未带销售夹和价目表，责令改正。', answer: 'approve' },
  { ago: 19, seller: 0, offence: 'fault', amount: '300.00', description: '签约前未向客户说明贷款材料清单，客户往返两次。', isOfDeal: true, answer: 'approve' },
  { ago: 9, seller: 4, offence: 'other', amount: '200.00', description: '日报漏填，经核对当日系统维护。', answer: 'reject' },
  { ago: 1, seller: 1, offence: 'notReady', amount: '100.00', description: '早会迟到二十分钟，未完成价目表核对。' },
];

/** Penalties that the manager proposed: carried out, refused, and one that waits for approval (RE-33). */
export function penalise(office: Office): void {
  const { ctx, people, siteId, timeline } = office;
  for (const { ago, seller, offence, amount, description, isOfDeal, answer } of offences) {
    const at = office.at(office.days - ago, 18 * 60);
    const userId = people.sellers[seller];
    timeline.add(at, async () => {
      if (userId === undefined) return;
      const [deal] = isOfDeal === true
        ? await ctx.db.rows<{ id: Id }>(sql`SELECT d.id FROM commission_deal d JOIN commission_entry e ON e.deal_id = d.id WHERE e.owner_id = ${userId} AND NOT d.is_refunded ORDER BY d.deal_on DESC, d.id LIMIT 1`)
        : [];
      const happenedOn = localDate(at, ctx.timeZone);
      const { approvalId } = await office.act(people.manager, at, (past) =>
        proposePenalty(past, { siteId, userId, happenedOn, facts: { offence }, amount, description, ...(deal && { dealId: deal.id }) }));
      const answered = new Date(at.getTime() + 15 * 3_600_000);
      if (answer) timeline.add(answered, async () => {
        await office.act(people.director, answered, (past) => giveOpinion(past, () => [penaltyApproval], approvalId, answer, answer === 'approve' ? '同意' : '系统原因，不予处罚'));
      });
    });
  }
}

/** A plan of the site's own that waits for finance: shops apart, more for the month that reaches its target (RE-31). */
export function proposePlan(office: Office): void {
  const { ctx, people, siteId, timeline } = office;
  const at = office.at(office.days - 3, 15 * 60 + 20);
  timeline.add(at, async () => {
    const known = await ctx.db.maybe(sql`SELECT 1 FROM commission_book WHERE site_id = ${siteId}`);
    if (known === undefined) return;
    await office.act(people.manager, at, async (past) => {
      const id = await createPlan(past, {
        name: '云栖里年终冲刺', siteId,
        terms: {
          accrual: 'received', target: { monthly: '30000000', extraPercent: '0.1' },
          rates: [{ product: '商铺', rate: { kind: 'percent', percent: '1.2' } }, { product: null, rate: { kind: 'whole', tiers: [{ from: '0', percent: '0.6' }, { from: '1200000', percent: '0.75' }, { from: '1500000', percent: '0.9' }] } }],
        },
      });
      const nextMonth = addMonths(`${localDate(ctx.now, ctx.timeZone).slice(0, 7)}-01`, 1);
      await submitPlanDraft(past, id, { activeFrom: nextMonth, note: '按收款计提，大户型提高比例，团队达标加提' });
    });
  });
}
