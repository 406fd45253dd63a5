import { makeUscc } from '#kernel/uscc.ts';
import { companyName, mobile, personName, trades } from './demo-names.ts';
import { branches, type DemoOrganisation } from './demo-organisation.ts';
import type { Dice } from './seeded-random.ts';

/** Field values of one record, with its id, author and time. */
export interface DemoRecord {
  readonly id: string;
  readonly at: Date;
  readonly author: string;
  readonly values: Record<string, unknown>;
}

const MONTHS = 18;
const streets = ['长江路', '人民路', '创业大道', '工业北路', '滨海大道', '科技二路', '开元街', '兴业路'];
const tagWords = ['重点', '聚烯烃', '自提', '月结', '展会', '老客户', '待回访', '试用', '招标', '年框'];
const stageWeights = { potential: 34, target: 22, active: 30, dormant: 8, lost: 6 };
const sourceWeights = { referral: 24, website: 14, exhibition: 16, advertising: 8, visit: 18, call: 14, other: 6 };
const lostReasons = ['moved', 'competitor', 'price', 'quality', 'service', 'other'];

/** More new customers in recent months, fewer at weekends. */
function createdAt(dice: Dice, now: Date): Date {
  const share = Math.sqrt(dice.next());
  const at = new Date(now.getTime() - (1 - share) * MONTHS * 30.4 * 86_400_000 - 3_600_000);
  at.setUTCHours(dice.between(1, 9), dice.between(0, 59), dice.between(0, 59), 0);
  if (at.getUTCDay() === 0 || at.getUTCDay() === 6) at.setUTCDate(at.getUTCDate() - 2);
  return at;
}

function company(dice: Dice, index: number, region: string): Record<string, unknown> {
  const industry = dice.pick(Object.keys(trades));
  const capital = dice.between(1, 80) * 10 ** dice.between(5, 7);
  const organisation = `MA0${String(index).padStart(5, '0')}`;
  return {
    kind: 'company', name: companyName(dice, industry), industry, size: dice.weighted({ micro: 20, small: 40, medium: 28, large: 12 }),
    ...(dice.chance(0.7) && { uscc: makeUscc({ regionCode: region, organisation }) }),
    ...(dice.chance(0.6) && { legalRepresentative: personName(dice) }),
    ...(dice.chance(0.65) && { registeredCapital: { amount: `${capital}.00`, currency: 'CNY' } }),
    ...(dice.chance(0.35) && { bankName: `${dice.pick(['工商银行', '建设银行', '农业银行', '中国银行', '招商银行'])}高新支行` }),
    grade: dice.weighted({ regular: 46, auction: 18, star1: 20, star2: 11, star3: 5 }),
    birthday: `${dice.between(1996, 2022)}-${String(dice.between(1, 12)).padStart(2, '0')}-${String(dice.between(1, 28)).padStart(2, '0')}`,
  };
}

function person(dice: Dice): Record<string, unknown> {
  return {
    kind: 'person', name: personName(dice), gender: dice.pick(['male', 'female']), grade: 'regular',
    ...(dice.chance(0.5) && { incomeBand: dice.weighted({ low: 15, middle: 45, upperMiddle: 30, high: 10 }) }),
    ...(dice.chance(0.4) && { education: dice.weighted({ secondary: 15, college: 30, bachelor: 40, master: 12, doctor: 3 }) }),
    ...(dice.chance(0.4) && { interests: [dice.pick(['骑行', '摄影', '茶', '羽毛球', '阅读', '钓鱼', '旅行'])] }),
    birthday: `${dice.between(1958, 2002)}-${String(dice.between(1, 12)).padStart(2, '0')}-${String(dice.between(1, 28)).padStart(2, '0')}`,
  };
}

export function makeCustomers(dice: Dice, organisation: DemoOrganisation, now: Date, count: number): DemoRecord[] {
  const sellers = organisation.people.filter((p) => p.role === 'salesperson');
  const regionsOf = (unitId: string): readonly string[] => {
    const unit = organisation.units.find((u) => u.id === unitId);
    const home = organisation.units.find((u) => u.kind === 'branch' && unit?.path.includes(u.id));
    return branches.find((b) => b.name === home?.name)?.regions ?? branches[0].regions;
  };
  return Array.from({ length: count }, (_, index) => {
    const owner = dice.pick(sellers);
    const region = dice.pick(regionsOf(owner.unit));
    const at = createdAt(dice, now);
    const stage = dice.weighted(stageWeights);
    const values: Record<string, unknown> = {
      ...(dice.chance(0.74) ? company(dice, index, region) : person(dice)),
      stage, source: dice.weighted(sourceWeights), owner: owner.id, unit: owner.unit,
      ...(stage === 'lost' && { lostReason: dice.pick(lostReasons) }),
      ...(dice.chance(0.92) && { phone: mobile(dice) }),
      ...(dice.chance(0.55) && { email: `office${index}@example.com` }),
      address: { region, street: dice.chance(0.8) ? `${dice.pick(streets)}${dice.between(1, 399)}号` : null },
      tags: tagWords.filter(() => dice.chance(0.12)),
      stageChangedAt: new Date(Math.min(now.getTime(), at.getTime() + dice.between(1, 90) * 86_400_000)).toISOString(),
      code: `C-${at.getUTCFullYear()}-${String(index + 1).padStart(6, '0')}`,
    };
    return { id: dice.id(at), at, author: owner.id, values };
  });
}
