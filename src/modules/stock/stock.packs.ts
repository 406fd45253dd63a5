import type { Clause, PolicyPack } from '#meta/decisions/decision-model.ts';
import { both, clause, interpretation } from '#meta/decisions/write-policy.ts';
import { afterSalePolicy } from './policies/after-sale-policy.ts';
import { makeHoldPolicy } from './policies/hold-policy.ts';

const holdClauses = (unpaid: string, paid: string, reserved: string): readonly Clause[] => [
  clause('9.8', '收定金前先核对销控，确认房源未售。', 'Before a deposit is taken, stock control must show the unit as unsold.'),
  clause('7.1', '开认购书后，陪客户到财务交定金，不得私收。', 'After the subscription the customer pays the deposit to finance; nobody else takes it.'),
  interpretation('7.1*', unpaid, `Unpaid holds are short: the source gives no hours.`),
  interpretation('3.4*', paid, 'A paid small hold (小定) is kept longer and may be extended once: the source gives no hours.'),
  interpretation('3.5*', reserved, 'A paid reservation (大定) is kept until the contract is due and may be extended once: the source gives no days.'),
];

/** What stock control adds to the two packs that ship: the source names the registers, the hours are readings (RE-21). */
export const stockPacks: readonly PolicyPack[] = [
  {
    key: 'site-rotation', label: both('案场轮排制度', 'Site rotation'), about: both('按排班轮流接待，来访登记一个月有效。', 'Reception in rotation; a registration is valid for one month.'),
    policies: [
      makeHoldPolicy({
        clauses: holdClauses('定金未交财务的，保留 24 小时。', '小定交款后保留 72 小时，可延长一次。', '大定交款后保留 7 天，可延长一次。'),
        unpaid: '7.1*', paid: '3.4*', reserved: '3.5*', unpaidHours: 24, paidHours: 72, reservedHours: 168, smallDeposit: 5_000, largeDeposit: 20_000,
      }),
      afterSalePolicy,
    ],
  },
  {
    key: 'first-visit', label: both('首访归属制度', 'First visit'), about: both('首访为准，客户档案两个月有效。', 'The first visit counts; a customer file is valid for two months.'),
    policies: [
      makeHoldPolicy({
        clauses: holdClauses('定金未交财务的，保留 4 小时。', '小定交款后保留 48 小时，可延长一次。', '大定交款后保留 15 天，可延长一次。'),
        unpaid: '7.1*', paid: '3.4*', reserved: '3.5*', unpaidHours: 4, paidHours: 48, reservedHours: 360, smallDeposit: 5_000, largeDeposit: 50_000,
      }),
      afterSalePolicy,
    ],
  },
];
