import type { Id } from '#kernel/ids.ts';
import { giveOpinion } from '#modules/approvals/server/actions/give-opinion.ts';
import { disputeRuling } from '#modules/reception/server/disputes/dispute-approval.ts';
import { openDispute } from '#modules/reception/server/disputes/open-dispute.ts';
import { proposeRuling } from '#modules/reception/server/disputes/propose-ruling.ts';
import { comeTwice, forgot } from './come-twice.ts';
import type { Office } from './office.ts';
import { sell } from './sale-story.ts';
import type { Story } from './story.ts';
import { type Visit, learn } from './visit.ts';

/** No clause decides: the two dispute it, the manager proposes in writing, the sales director approves (7.7, RE-22). */
export const ruledStory: Story = {
  clause: '7.7', count: 3, buying: 1,
  tell(office, from) {
    comeTwice(office, from, forgot, (visit, { receiver: claimant }) => {
      if (claimant === null || visit.receiver === null) return;
      learn(office, visit, office.at(visit.day + 1, 15 * 60), { matter: 'dispute' }, { reason: '双方说法不一，条款未作规定' });
      settle(office, visit, { claimant, respondent: visit.receiver });
      sell(office, { customer: visit.customer, day: visit.day + office.dice.between(7, 12) });
    });
  },
};

function settle(office: Office, { caseId, day }: Visit, { claimant, respondent }: { readonly claimant: Id; readonly respondent: Id }): void {
  const { timeline, people } = office;
  const [opened, proposed, approved] = [office.at(day + 2, 16 * 60), office.at(day + 4, 11 * 60), office.at(day + 5, 9 * 60)];
  timeline.add(opened, async () => {
    const dispute = await office.act(claimant, opened, (ctx) => openDispute(ctx, { case: caseId, respondent, claim: '首次来访由我接待，期间多次电话沟通，应共同计算。' }));
    timeline.add(proposed, async () => {
      const approval = await office.act(people.manager, proposed, (ctx) => proposeRuling(ctx, dispute, {
        outcome: 'mediated', record: '双方到场说明，现接待人承担主要工作，原接待人有前期沟通，按 60%、40% 计算。', owner: respondent,
        shares: [{ user: respondent, percent: 60 }, { user: claimant, percent: 40 }],
      }));
      timeline.add(approved, () => office.act(people.director, approved, (ctx) => giveOpinion(ctx, () => [disputeRuling], approval, 'approve', '同意')));
    });
  });
}
