import { interpersonalStyle } from '#modules/customers/rules/interpersonal-style.ts';
import type { DemoRecord } from './demo-customers.ts';
import { mobile, personName } from './demo-names.ts';
import type { Dice } from './seeded-random.ts';

const titles = ['采购经理', '采购员', '生产主管', '调度', '财务', '总经理', '副总经理', '技术负责人', '仓储主管', '行政'];
const needWords: Readonly<Record<string, readonly string[]>> = {
  basic: ['按时交货', '质量稳定', '开票及时'], want: ['账期 30 天', '送货到厂', '小批量试用'], desire: ['专人对接', '提前告知调价', '技术培训'], unexpected: ['节日问候', '行业信息分享'],
};

/** About two contacts for a company, none for most persons: they are their own contact (UX-8). */
export function makeContacts(dice: Dice, customers: readonly DemoRecord[], count: number): DemoRecord[] {
  const companies = customers.filter((c) => c.values.kind === 'company');
  return Array.from({ length: count }, (_, index) => {
    const customer = companies[index % companies.length] ?? dice.pick(customers);
    const at = new Date(customer.at.getTime() + dice.between(0, 20) * 3_600_000);
    const isScored = dice.chance(0.45);
    const scores = { assertiveness: dice.between(-10, 10), responsiveness: dice.between(-10, 10) };
    const isFirst = index < companies.length;
    return {
      id: dice.id(at), at, author: customer.author,
      values: {
        name: personName(dice), customer: customer.id, jobTitle: dice.pick(titles), isPrimary: isFirst,
        decisionRoles: [dice.weighted({ decider: 20, influencer: 25, user: 25, gatekeeper: 10, payer: 20 })],
        ...(dice.chance(0.9) && { phone: mobile(dice) }),
        ...(dice.chance(0.5) && { email: `contact${index}@example.com` }),
        ...(dice.chance(0.6) && { preferredChannel: dice.weighted({ phone: 40, wechat: 40, email: 8, sms: 4, visit: 8 }) }),
        gender: dice.pick(['male', 'female']),
        ...(dice.chance(0.4) && { birthday: `${dice.between(1965, 1999)}-${String(dice.between(1, 12)).padStart(2, '0')}-${String(dice.between(1, 28)).padStart(2, '0')}` }),
        ...(isScored && { ...scores, style: interpersonalStyle(scores) }),
      },
    };
  });
}

/** What some customers need (CU-5). */
export function makeNeeds(dice: Dice, customers: readonly DemoRecord[], count: number, now: Date): DemoRecord[] {
  return Array.from({ length: count }, () => {
    const customer = dice.pick(customers);
    const level = dice.weighted({ basic: 40, want: 30, desire: 20, unexpected: 10 });
    const at = later(dice, customer.at, now);
    const isMet = dice.chance(0.45);
    return {
      id: dice.id(at), at, author: customer.author,
      values: { title: dice.pick(needWords[level] ?? ['按时交货']), customer: customer.id, level, state: isMet ? 'met' : 'open', ...(isMet && { metAt: later(dice, at, now).toISOString() }) },
    };
  });
}

/** Some customers belong together (CU-2). */
export function makeRelations(dice: Dice, customers: readonly DemoRecord[], count: number, now: Date): DemoRecord[] {
  const seen = new Set<string>();
  const relations: DemoRecord[] = [];
  while (relations.length < count) {
    const one = dice.pick(customers);
    const other = dice.pick(customers.filter((c) => c.values.kind === one.values.kind && c.author === one.author));
    if (one.id === other.id || seen.has(`${one.id}${other.id}`)) continue;
    seen.add(`${one.id}${other.id}`);
    const at = later(dice, one.at, now);
    const kind = one.values.kind === 'company' ? dice.pick(['parentCompany', 'subsidiary', 'partner', 'referred']) : dice.pick(['spouse', 'family', 'referrer']);
    relations.push({ id: dice.id(at), at, author: one.author, values: { customer: one.id, other: other.id, kind } });
  }
  return relations;
}

/** An instant between two. */
export const later = (dice: Dice, from: Date, to: Date): Date =>
  new Date(from.getTime() + dice.next() * Math.max(0, to.getTime() - from.getTime()));
