import { both, clause, example, interpretation, plainOutput, type RuleDraft, writePolicy, writeTable } from '#meta/decisions/write-policy.ts';
import type { Clause, PolicyModel, PolicyTest } from '#meta/decisions/decision-model.ts';
import { penaltyPoint } from '../../points/penalty.point.ts';

const byManager = { isByManager: 'true' };

const penalty = (uses: readonly string[], rules: readonly RuleDraft[], clauses: readonly Clause[], tests: readonly PolicyTest[]): PolicyModel => writePolicy({
  point: penaltyPoint, label: penaltyPoint.label, about: penaltyPoint.about, uses,
  tables: [writeTable({ name: 'penalty', label: penaltyPoint.label, hitPolicy: 'F', outputs: penaltyPoint.results.map(plainOutput), inputs: uses, rules })],
  clauses, tests,
});

const grabbing = '"takingCustomers","neglect"';

/** Penalties of the first-visit rule (P14-2): shares of pay and bonus. */
export const firstVisitPenalty = penalty(['offence', 'severity'], [
  ['2(4)', { offence: grabbing, severity: '"severe"' }, { monthPay: '100', monthBonus: '50', isByManager: 'false' }],
  ['2(4)', { offence: grabbing }, { dayPay: '100', isByManager: 'false' }],
  ['2(3)', { offence: '"provoking"' }, { monthBonus: '50', isDismissal: 'true', isByManager: 'false' }],
  ['2(5)', { offence: '"notAsking"' }, byManager],
  ['2*', {}, byManager],
], [
  clause('2(3)', '故意挑起事端、损害团结和公司形象的，予以辞退，并扣当月应得成交奖金的 50%。', 'Who provokes conflict on purpose is dismissed and loses 50 % of the month’s deal bonus.'),
  clause('2(4)', '抢客、争客、怠慢客户的，扣当日基本工资；情节严重的，扣当月基本工资和当月应发奖金的 50%。', 'Taking, fighting over or neglecting customers costs the basic pay of the day; in severe cases the basic pay of the month and 50 % of the month’s bonus.'),
  clause('2(5)', '接待时未先问明客户是否来过的，给予处罚。', 'Not asking first whether the customer came before is penalised.'),
  interpretation('2*', '制度未写明金额的，由经理提出，经批准后执行。', 'Where the rule names no amount, the manager proposes one and it is carried out once approved.'),
], [
  example('day', both('争客，一般', 'Fighting over a customer'), { offence: 'takingCustomers', severity: 'general' }, '2(4)', { dayPay: 100 }),
  example('month', both('怠慢客户，严重', 'Neglect, severe'), { offence: 'neglect', severity: 'severe' }, '2(4)', { monthPay: 100, monthBonus: 50 }),
  example('provoking', both('挑起事端', 'Provoking'), { offence: 'provoking', severity: 'general' }, '2(3)', { monthBonus: 50, isDismissal: true }),
  example('asking', both('未问明', 'Not asking'), { offence: 'notAsking', severity: 'general' }, '2(5)', { isByManager: true }),
]);

/** Penalties of the rotation rule: the source leaves the amount to the manager. */
export const siteRotationPenalty = penalty(['offence'], [
  ['3.10b', { offence: '"fault"' }, byManager],
  ['2.1', { offence: '"notReady"' }, byManager],
  ['2.1*', {}, byManager],
], [
  clause('2.1', '准备工作不符合要求的，现场负责人可责令改正或给予处罚。', 'Who is not ready may be told to put it right, or penalised, by the site manager.'),
  clause('3.10b', '销售员有一般过错的，经理可处罚。', 'A minor fault may be penalised by the manager.'),
  interpretation('2.1*', '制度未写明金额的，由经理提出，经批准后执行。', 'Where the rule names no amount, the manager proposes one and it is carried out once approved.'),
], [
  example('fault', both('接待中有过错', 'A fault'), { offence: 'fault' }, '3.10b', { isByManager: true }),
  example('other', both('其他', 'Anything else'), { offence: 'other' }, '2.1*', { isByManager: true }),
]);
