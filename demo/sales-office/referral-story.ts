import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { addDays, localDate } from '#kernel/period.ts';
import { giveOpinion } from '#modules/approvals/server/actions/give-opinion.ts';
import { confirmReferral } from '#modules/reception/server/referrals/confirm-referral.ts';
import { referralApproval } from '#modules/reception/server/referrals/referral-approval.ts';
import { registerReferral } from '#modules/reception/server/referrals/register-referral.ts';
import type { Office } from './office.ts';
import { sell } from './sale-story.ts';
import type { Story } from './story.ts';
import { come, newVisitor } from './visit.ts';

/** Somebody of the company introduces a customer for the next day (RE-13); confirmed on the visit, or void. */
export const referralStory = (clause: string, count: number, isConfirmed: boolean): Story => ({
  clause, count, buying: isConfirmed ? 0.6 : 0,
  tell(office, from, isBuying) {
    const { people, timeline, dice } = office;
    const visitor = newVisitor(office);
    const introducer = dice.pick(office.introducers);
    const referral: { id?: Id } = {};
    const agreedOn = addDays(office.firstDay, from + 1);
    const registered = office.at(from, 17 * 60);
    if (from + 1 >= office.days) return;
    timeline.add(registered, async () => {
      referral.id = (await office.act(introducer.id, registered, (ctx) => registerReferral(ctx, { site: office.siteId, visitor: visitor.name, phone: visitor.phone, agreedOn }))).id;
      const signed = office.at(from, 17 * 60 + 30);
      timeline.add(signed, () => approveOf(office, referral.id ?? '', introducer.manager ?? people.director, signed));
      come(office, { visitor, from: from + 1, answers: { isReferralConfirmed: true } }, (visit) => {
        const told = office.at(visit.day, visit.minute + 10);
        const confirmation = isConfirmed ? dice.pick(['accompanied', 'phoned'] as const) : 'none';
        if (addDays(office.firstDay, visit.day) === agreedOn) timeline.add(told, () => office.act(people.manager, told, (ctx) => confirmReferral(ctx, referral.id ?? '', { confirmation })));
        if (isBuying) sell(office, { customer: visit.customer, day: visit.day + dice.between(2, 12) });
      });
    });
  },
});

async function approveOf(office: Office, subject: Id, signer: Id, at: Date): Promise<void> {
  const { id } = await office.ctx.db.one<{ id: Id }>(sql`SELECT id FROM approval WHERE subject_id = ${subject}`);
  await office.act(signer, at, (ctx) => giveOpinion(ctx, () => [referralApproval], id, 'approve', '同意'));
}

const EXPECTED = 4;

/** Customers whom colleagues of one department announced for today: the department head has the list to approve. */
export async function expectReferrals(office: Office): Promise<void> {
  const { ctx, introducers, siteId } = office;
  const byHead = [...Map.groupBy(introducers.filter(({ manager }) => manager !== null), ({ manager }) => manager).values()].toSorted((a, b) => b.length - a.length);
  const [colleagues = []] = byHead;
  const agreedOn = localDate(ctx.now, ctx.timeZone);
  for (let place = 0; place < EXPECTED; place += 1) {
    const introducer = colleagues[place % Math.max(1, colleagues.length)];
    if (introducer === undefined) return;
    const { name: visitor, phone } = newVisitor(office);
    const at = new Date(ctx.now.getTime() - (EXPECTED - place) * 13 * 60_000);
    await office.act(introducer.id, at, (past) => registerReferral(past, { site: siteId, visitor, phone, agreedOn }));
  }
}
