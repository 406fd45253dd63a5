import { addDays } from '#kernel/period.ts';
import type { FactValues } from '#meta/decisions/decision-model.ts';
import { comeTwice, forgot, type SecondVisit } from './come-twice.ts';
import type { Office } from './office.ts';
import { referralStory } from './referral-story.ts';
import { sell } from './sale-story.ts';
import { ruledStory } from './ruled-story.ts';
import type { Story } from './story.ts';
import { ANYBODY, type Visit, come, learn, newVisitor, wantsAnother } from './visit.ts';

const dayOf = (office: Office, day: number): string => addDays(office.firstDay, day);

/** Buys some days after the visit. */
function laterSale(office: Office, visit: Visit, isBuying: boolean, after = office.dice.between(2, 16)): void {
  if (isBuying) sell(office, { customer: visit.customer, day: visit.day + after });
}

const recognised = (clause: string, count: number, buying: number, after: number | null): Story => ({
  clause, count, buying,
  tell(office, from, isBuying) {
    comeTwice(office, from, forgot, (visit) => {
      if (after !== null) learn(office, visit, office.at(visit.day + after, after === 0 ? visit.minute + 20 : 10 * 60), { recognisedOn: dayOf(office, visit.day + after) }, { reason: '原接待人在回访时认出客户' });
      laterSale(office, visit, isBuying, (after ?? 0) + office.dice.between(2, 9));
    });
  },
});

const refused = (clause: string, count: number, answers: FactValues, reason: string): Story => ({
  clause, count, buying: 0.5,
  tell(office, from, isBuying) {
    come(office, { visitor: newVisitor(office), from }, (visit) => {
      wantsAnother(office, visit, { matter: 'refusal', answers, reason });
      laterSale(office, visit, isBuying);
    });
  },
});

const midway = (clause: string, count: number, answers: FactValues, reason: string): Story => ({
  clause, count, buying: 0.7,
  tell(office, from, isBuying) {
    come(office, { visitor: newVisitor(office), from }, (visit) => {
      wantsAnother(office, visit, { matter: 'midwayDesignation', answers, reason, isFor: true });
      laterSale(office, visit, isBuying);
    });
  },
});

const introduced = (clause: string, introduction: string): Story => ({
  clause, count: 5, buying: 0.5,
  tell(office, from, isBuying) {
    office.timeline.add(office.at(from, 0), () => {
      const related = office.dice.pick(office.known);
      come(office, { visitor: newVisitor(office), from, matter: 'introduced', related, answers: { introduction } }, (visit) => laterSale(office, visit, isBuying));
      return Promise.resolve();
    });
  },
});

const company = (clause: string, count: number, companyHandling: string, isAsking: boolean): Story => ({
  clause, count, buying: 0.6,
  tell(office, from, isBuying) {
    come(office, { visitor: newVisitor(office), from, matter: 'companyCustomer', answers: { companyHandling }, ...(isAsking && { askedFor: ANYBODY }) }, (visit) => laterSale(office, visit, isBuying && visit.receiver !== null));
  },
});

/** Two who belong together, or are one, registered by two salespeople. */
const twoFiles = (clause: string, count: number, matter: string, reason: string): Story => ({
  clause, count, buying: 0.7,
  tell(office, from, isBuying) {
    come(office, { visitor: newVisitor(office), from }, (first) => {
      if (first.receiver === null) return;
      come(office, { visitor: newVisitor(office), from: office.dayOffFrom(first.receiver, first.day + 1) }, (second) => {
        learn(office, second, office.at(second.day + 1, 11 * 60), { matter }, { otherRegistration: first.id, reason });
        laterSale(office, second, isBuying, office.dice.between(2, 9));
      });
    });
  },
});

const returning = (clause: string, count: number, buying: number, second: SecondVisit): Story => ({
  clause, count, buying,
  tell: (office, from, isBuying) => comeTwice(office, from, second, (visit) => laterSale(office, visit, isBuying)),
});

const newcomer: Story = {
  clause: '3.1', count: 330, buying: 0.06,
  tell(office, from, isBuying) {
    come(office, { visitor: newVisitor(office), from, isForgotten: !isBuying && office.dice.chance(0.02) }, (visit) => {
      if (visit.day < 20) office.known.push(visit.customer);
      laterSale(office, visit, isBuying);
    });
  },
};

const onSpot: Story = {
  clause: '3.7h', count: 5, buying: 1,
  tell: (office, from) => comeTwice(office, from, forgot, (visit) => sell(office, { customer: visit.customer, day: visit.day, minute: visit.minute + 75, isOnSpot: true })),
};

const afterDeal: Story = {
  clause: '7.6', count: 3, buying: 1,
  tell(office, from) {
    come(office, { visitor: newVisitor(office), from }, (visit) => sell(office, {
      customer: visit.customer, day: visit.day + 2,
      afterwards: (at) => learn(office, visit, new Date(at.getTime() + 3 * 86_400_000), { matter: 'afterDeal' }, { reason: '成交后申请更名' }),
    }));
  },
};

/** Everything that happens in the half year, the first acquaintances first. */
export const stories: readonly Story[] = [
  newcomer,
  returning('3.6', 64, 0.28, { gap: 8, isFirstAway: false, names: true }), returning('3.6', 8, 0.3, { gap: 5, isFirstAway: true, names: true }),
  recognised('3.7g', 8, 0.5, 0), onSpot, recognised('3.7i', 12, 1, 12), recognised('3.7j', 6, 0.6, 40), recognised('3.7j', 8, 0.6, null),
  refused('3.10a', 4, { fault: 'none', isInsisting: false }, '客户想换人，劝解后留下'), refused('3.10b', 3, { fault: 'minor', isInsisting: false }, '讲解不细，经理调解'),
  refused('3.10c', 3, { fault: 'serious' }, '接待中与客户争执'), refused('3.10c', 2, { fault: 'minor', isInsisting: true }, '客户坚持换人'),
  {
    clause: '5.1', count: 14, buying: 0.3,
    tell: (office, from, isBuying) => come(office, { visitor: newVisitor(office), from, askedFor: ANYBODY }, (visit) => laterSale(office, visit, isBuying)),
  },
  returning('5.1*', 3, 0.5, { gap: 34, isFirstAway: true, askedFor: ANYBODY }), returning('5.3', 5, 0.5, { gap: 9, isFirstAway: true, askedFor: ANYBODY }),
  midway('5.2', 3, { isAssigned: true, isInstigated: false }, '客户朋友推荐另一位置业顾问'), midway('5.2', 2, { isAssigned: true, isInstigated: true }, '核实为被指定人怂恿'),
  midway('5.2*', 2, { isAssigned: false }, '经理未同意更换'),
  introduced('5.4', 'broughtSilent'), introduced('7.5a', 'phoned'), introduced('7.5b', 'broughtAsking'), introduced('7.5c', 'cameAlone'),
  company('6.1-2', 3, 'leaderNames', true), company('6.1-3', 5, 'introduced', false), company('6.1-4', 3, 'arrangedSales', true), company('6.1-5', 2, 'arrangedStaff', false),
  referralStory('6.2', 9, true), referralStory('6.2-3', 3, false),
  twoFiles('7.3', 3, 'conflict', '同一客户以两个号码登记'), twoFiles('7.4', 5, 'household', '夫妻分别来访，核对后确认'),
  returning('7.1', 12, 0.4, { gap: 33, isFirstAway: true, names: true }),
  afterDeal, ruledStory,
];
