import type { DecisionPoint, Fact } from '#meta/decisions/decision-model.ts';
import { both, choice } from '#meta/decisions/write-policy.ts';

const step = (name: string, zh: string, en: string, questionZh: string, questionEn: string): Fact => ({
  name, type: 'choice', label: both(zh, en), question: both(questionZh, questionEn),
  choices: [choice('up', '变大变好', 'Up'), choice('same', '不变', 'Same'), choice('down', '变小变差', 'Down')],
});

const yesNo = (name: string, zh: string, en: string, questionZh: string, questionEn: string): Fact =>
  ({ name, type: 'boolean', label: both(zh, en), question: both(questionZh, questionEn) });

/** How long a unit is kept for one customer, and for how much (RE-40). */
export const holdPoint: DecisionPoint = {
  key: 'hold',
  label: both('小定与大定', 'Holds'),
  about: both('房源保留多久、定金多少、能否延长。', 'How long a unit is kept, for which deposit, and whether it may be kept longer.'),
  facts: [
    {
      name: 'kind', type: 'choice', label: both('定单', 'Hold'), question: both('小定还是大定？', 'Small or large?'),
      choices: [choice('holding', '小定', 'Small'), choice('reservation', '大定', 'Large')],
    },
    yesNo('isPaid', '定金已到财务', 'Deposit with finance', '定金交到财务了吗？', 'Has finance received the deposit?'),
    { name: 'extensions', type: 'number', label: both('已延长', 'Extended already'), question: both('已经延长过几次？', 'How often was it extended?'), unit: both('次', 'times') },
    { name: 'price', type: 'number', label: both('总价', 'Price'), question: both('这套房总价多少？', 'What does the unit cost?'), unit: both('元', 'CNY') },
  ],
  results: [
    { name: 'hours', type: 'number', label: both('保留', 'Kept for'), unit: both('小时', 'hours') },
    { name: 'deposit', type: 'number', label: both('定金', 'Deposit'), unit: both('元', 'CNY') },
    { name: 'warnHours', type: 'number', label: both('提前提醒', 'Warned before'), unit: both('小时', 'hours') },
    { name: 'mayExtend', type: 'boolean', label: both('可延长', 'May be extended') },
  ],
};

/** What becomes of a wish, or a default, after the subscription (RE-42). */
export const afterSalePoint: DecisionPoint = {
  key: 'afterSale',
  label: both('售后变更', 'After-sale changes'),
  about: both('换房、更名、违约、退房怎样处理。', 'How an exchange, a rename, a default or a refund is handled.'),
  facts: [
    {
      name: 'change', type: 'choice', label: both('变更', 'Change'), question: both('是哪种变更？', 'Which change is it?'),
      choices: [choice('exchange', '换房', 'Exchange'), choice('rename', '更名', 'Rename'), choice('default', '违约', 'Default'), choice('refund', '退房', 'Refund')],
    },
    yesNo('isContractSigned', '已签合同', 'Contract signed', '合同签了吗？', 'Is the contract signed?'),
    step('areaStep', '面积', 'Area', '面积变大还是变小？', 'Is the new unit larger or smaller?'),
    step('gradeStep', '档次', 'Grade', '档次变好还是变差？', 'Is the new unit better or worse?'),
    step('amountStep', '金额', 'Amount', '金额变高还是变低？', 'Does the new unit cost more or less?'),
    { name: 'oldestDueOn', type: 'date', label: both('最早欠款日', 'Oldest due date'), question: both('最早一期欠款应在哪天付？（没有欠款可留空）', 'When was the oldest unpaid instalment due? (empty: none)'), isNullable: true },
    { name: 'asOf', type: 'date', label: both('今天', 'Today'), question: both('今天是哪天？', 'What day is it?') },
    yesNo('isRetentionTried', '已挽留', 'Retention tried', '做过客户挽留工作吗？', 'Was it tried to keep the customer?'),
    yesNo('isException', '申请例外', 'Exception asked for', '是否申请例外？', 'Is an exception asked for?'),
  ],
  results: [
    {
      name: 'outcome', type: 'choice', label: both('处理', 'Outcome'),
      choices: [
        choice('allowed', '准予', 'Allowed'), choice('fee', '收费后办理', 'After a fee'), choice('retention', '先做挽留', 'Retention first'), choice('approval', '报批', 'By approval'),
        choice('notice', '发催款通知单', 'Dunning notice'), choice('breach', '按违约处理', 'Handled as a breach'), choice('refused', '不予办理', 'Refused'),
      ],
    },
    { name: 'feePercent', type: 'number', label: both('过户费', 'Transfer fee'), unit: both('%', '%'), isOptional: true },
  ],
};

/** Everywhere that stock control asks a policy. */
export const stockPoints: readonly DecisionPoint[] = [holdPoint, afterSalePoint];
