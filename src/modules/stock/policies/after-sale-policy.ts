import type { Clause, Parameter, PolicyModel } from '#meta/decisions/decision-model.ts';
import { both, clause, example, interpretation, type RuleDraft, writePolicy, writeTable, plainOutput } from '#meta/decisions/write-policy.ts';
import { afterSalePoint } from '../points/stock-points.ts';

const clauses: readonly Clause[] = [
  clause('6.1', '换房只许以小换大、以差换好、以低价换高价。', 'A unit is exchanged only for a larger, better, dearer one.'),
  interpretation('6.1*', '面积、档次、金额都不降，且至少一项提高，即可换房；三项都不变的，报经理审批。', 'Allowed when none of area, grade and amount falls and at least one rises; by approval when all three stay the same.'),
  interpretation('6.2*', '签合同前更名不收费。', 'A rename before the contract is free.'),
  clause('6.2', '签订合同后更名，视同过户，收取过户费。', 'A rename after the contract counts as a transfer and costs a transfer fee.'),
  clause('6.3', '违约先追欠款，发催款通知单；超过两个月的，按违约责任处理。', 'A default: arrears are collected first by a dunning notice; beyond two months it is handled as a breach.'),
  interpretation('6.3*', '没有欠款的，不能按违约办理。', 'Without arrears there is no default.'),
  clause('6.4', '原则上不退房：签合同前要求退房的，尽量做客户工作；签合同后不退。', 'Refunds are not given as a rule: before the contract the customer is talked to; after the contract there is none.'),
  interpretation('6.4*', '签合同前经挽留仍坚持退房的，报批；签合同后只能申请例外，报批。', 'Before the contract, when retention failed, by approval; after the contract only as an exception, by approval.'),
];

const done = (outcome: string) => ({ outcome: `"${outcome}"` });
const exchange = { change: '"exchange"' };
const refund = { change: '"refund"' };
const rules: readonly RuleDraft[] = [
  ['6.1', { ...exchange, areaStep: '"down"' }, done('refused')],
  ['6.1', { ...exchange, gradeStep: '"down"' }, done('refused')],
  ['6.1', { ...exchange, amountStep: '"down"' }, done('refused')],
  ['6.1*', { ...exchange, areaStep: '"same"', gradeStep: '"same"', amountStep: '"same"' }, done('approval')],
  ['6.1', exchange, done('allowed')],
  ['6.2*', { change: '"rename"', isContractSigned: 'false' }, done('allowed')],
  ['6.2', { change: '"rename"' }, { outcome: '"fee"', feePercent: 'transferFeePercent' }],
  ['6.3', { change: '"default"', isBreach: 'true' }, done('breach')],
  ['6.3', { change: '"default"', isOverdue: 'true' }, done('notice')],
  ['6.3*', { change: '"default"' }, done('refused')],
  ['6.4*', { ...refund, isContractSigned: 'false', isRetentionTried: 'true' }, done('approval')],
  ['6.4', { ...refund, isContractSigned: 'false' }, done('retention')],
  ['6.4*', { ...refund, isException: 'true' }, done('approval')],
  ['6.4', refund, done('refused')],
];

const parameters: readonly Parameter[] = [
  { name: 'graceMonths', type: 'number', label: both('违约期限', 'Breach after'), value: 2, unit: both('个月', 'months'), clause: '6.3' },
  { name: 'transferFeePercent', type: 'number', label: both('过户费率', 'Transfer fee'), value: 0.5, unit: both('%', '%'), clause: '6.2' },
];

const step = { change: 'exchange', areaStep: 'up', gradeStep: 'same', amountStep: 'up' };
const late = { change: 'default', oldestDueOn: '2026-01-15' };

/** Exchange, rename, default and refund by article 6 of the sales office's rules (RE-42); both packs start from it. */
export const afterSalePolicy: PolicyModel = writePolicy({
  point: afterSalePoint, label: afterSalePoint.label,
  about: both('自上而下取第一条符合的条款。', 'The first clause that fits, from the top.'),
  uses: ['change', 'isContractSigned', 'areaStep', 'gradeStep', 'amountStep', 'oldestDueOn', 'asOf', 'isRetentionTried', 'isException'],
  parameters,
  derived: [
    { name: 'isOverdue', type: 'boolean', label: both('有欠款', 'In arrears'), clause: '6.3', expression: 'if oldestDueOn != null then oldestDueOn < asOf else false' },
    { name: 'isBreach', type: 'boolean', label: both('超过违约期限', 'Beyond the grace'), clause: '6.3', expression: 'if oldestDueOn != null then oldestDueOn + duration("P" + string(graceMonths) + "M") < asOf else false' },
  ],
  tables: [writeTable({
    name: 'afterSale', label: afterSalePoint.label, hitPolicy: 'F', outputs: afterSalePoint.results.map(plainOutput), rules,
    inputs: ['change', 'isContractSigned', 'areaStep', 'gradeStep', 'amountStep', 'isBreach', 'isOverdue', 'isRetentionTried', 'isException'],
  })],
  clauses,
  tests: [
    example('larger', both('小换大', 'To a larger one'), step, '6.1', { outcome: 'allowed' }),
    example('smaller', both('大换小', 'To a smaller one'), { ...step, areaStep: 'down' }, '6.1', { outcome: 'refused' }),
    example('worse', both('好换差', 'To a worse one'), { ...step, gradeStep: 'down' }, '6.1', { outcome: 'refused' }),
    example('cheaper', both('高价换低价', 'To a cheaper one'), { ...step, amountStep: 'down' }, '6.1', { outcome: 'refused' }),
    example('same', both('三项不变', 'All the same'), { change: 'exchange', areaStep: 'same', gradeStep: 'same', amountStep: 'same' }, '6.1*', { outcome: 'approval' }),
    example('freeRename', both('签约前更名', 'Rename before the contract'), { change: 'rename', isContractSigned: false }, '6.2*', { outcome: 'allowed' }),
    example('paidRename', both('签约后更名', 'Rename after the contract'), { change: 'rename', isContractSigned: true }, '6.2', { outcome: 'fee', feePercent: 0.5 }),
    example('notice', both('逾期满两个月当天', 'Two months overdue to the day'), { ...late, asOf: '2026-03-15' }, '6.3', { outcome: 'notice' }),
    example('breach', both('逾期两个月零一天', 'Two months and a day overdue'), { ...late, asOf: '2026-03-16' }, '6.3', { outcome: 'breach' }),
    example('noArrears', both('没有欠款', 'No arrears'), { change: 'default', oldestDueOn: null, asOf: '2026-03-16' }, '6.3*', { outcome: 'refused' }),
    example('retention', both('签约前退房', 'Refund before the contract'), { change: 'refund', isContractSigned: false, isRetentionTried: false }, '6.4', { outcome: 'retention' }),
    example('insisting', both('挽留后仍要退', 'Still insisting'), { change: 'refund', isContractSigned: false, isRetentionTried: true }, '6.4*', { outcome: 'approval' }),
    example('after', both('签约后退房', 'Refund after the contract'), { change: 'refund', isContractSigned: true, isException: false }, '6.4', { outcome: 'refused' }),
    example('exception', both('签约后申请例外', 'Exception after the contract'), { change: 'refund', isContractSigned: true, isException: true }, '6.4*', { outcome: 'approval' }),
  ],
});
