import type { DecisionPoint, OutputColumn } from '#meta/decisions/decision-model.ts';
import { both, choice } from '#meta/decisions/write-policy.ts';

const part = (name: string, zh: string, en: string): OutputColumn & { isOptional: true } =>
  ({ name, type: 'number', label: both(zh, en), unit: both('%', '%'), isOptional: true });

/** What an offence costs; the commission module asks and posts it (RE-33). */
export const penaltyPoint: DecisionPoint = {
  key: 'penalty',
  label: both('处罚', 'Penalty'),
  about: both('违规行为怎样处罚。', 'What an offence costs.'),
  facts: [
    {
      name: 'offence', type: 'choice', label: both('违规行为', 'Offence'), question: both('是什么行为？', 'What was it?'),
      choices: [
        choice('takingCustomers', '抢客、争客', 'Taking or fighting over customers'), choice('neglect', '怠慢客户', 'Neglecting a customer'),
        choice('notAsking', '未问明是否来过', 'Not asking whether the customer came before'), choice('provoking', '故意挑起事端', 'Provoking a conflict on purpose'),
        choice('fault', '接待中有过错', 'A fault while receiving'), choice('notReady', '着装或资料未备妥', 'Not ready'), choice('other', '其他', 'Anything else'),
      ],
    },
    {
      name: 'severity', type: 'choice', label: both('情节', 'Severity'), question: both('情节如何？', 'How serious was it?'),
      choices: [choice('general', '一般', 'Ordinary'), choice('severe', '严重', 'Severe')],
    },
  ],
  results: [
    part('dayPay', '当日工资', 'Pay of the day'), part('monthPay', '当月工资', 'Pay of the month'), part('monthBonus', '当月奖金', 'Bonus of the month'),
    part('dealBonus', '该笔成交奖金', 'Bonus of the deal'),
    { name: 'isDismissal', type: 'boolean', label: both('提议辞退', 'Dismissal proposed'), isOptional: true },
    { name: 'isByManager', type: 'boolean', label: both('金额由经理提出', 'The manager proposes the amount') },
  ],
};
