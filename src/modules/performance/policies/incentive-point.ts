import type { DecisionPoint, Fact } from '#meta/decisions/decision-model.ts';
import { both } from '#meta/decisions/write-policy.ts';

const whole = (name: string, zh: string, en: string): Fact =>
  ({ name, type: 'number', min: 0, max: 100_000, isWhole: true, label: both(zh, en), question: both(`${zh}是多少？`, `${en}: how many?`) });
const share = (name: string, zh: string, en: string): Fact =>
  ({ name, type: 'number', min: 0, max: 100, isNullable: true, label: both(zh, en), question: both(`${zh}是多少？（没有可留空）`, `${en}: how much? (empty: none)`), unit: both('%', '%') });

/** What a month's sheet is worth to somebody (SE-40): the facts are the figures of the sheet, counted as it says. */
export const incentivePoint: DecisionPoint = {
  key: 'incentive',
  label: both('服务激励', 'Service incentive'),
  about: both('一个人一个月的绩效数字值多少积分、多少奖金。', 'How many points and how much bonus a month of somebody’s figures is worth.'),
  facts: [
    whole('answered', '答复件数', 'Cases answered'), whole('fieldOrders', '完成的服务指令', 'Service orders done'),
    share('onTimePercent', '按时答复', 'Answered in time'), whole('rated', '有评分的件数', 'Cases rated'),
    { name: 'satisfaction', type: 'number', min: 1, max: 5, isNullable: true, label: both('平均满意度', 'Mean satisfaction'), question: both('平均满意度是多少？（没有可留空）', 'Mean satisfaction? (empty: none)'), unit: both('分', 'of 5') },
    whole('reopened', '重新打开的件数', 'Cases reopened'), whole('escalated', '超时上报的件数', 'Cases escalated'),
    { name: 'responseMinutes', type: 'number', min: 0, max: 1_000_000, isNullable: true, label: both('首次回应中位数', 'Median first response'), question: both('首次回应的中位数是多少？（没有可留空）', 'Median first response? (empty: none)'), unit: both('工作分钟', 'working minutes') },
    share('auditScore', '督查得分', 'Audit score'), whole('praise', '收到的表扬', 'Praise received'),
  ],
  results: [
    { name: 'points', type: 'number', label: both('积分', 'Points') },
    { name: 'bonus', type: 'number', label: both('奖金', 'Bonus'), unit: both('元', 'CNY'), isOptional: true },
  ],
};
