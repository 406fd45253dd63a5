import type { DecisionPoint } from '#meta/decisions/decision-model.ts';
import { both, choice } from '#meta/decisions/write-policy.ts';

/** What becomes of a turn that passes somebody who is away or busy (RE-3, 4, 5, 6). */
export const turnPoint: DecisionPoint = {
  key: 'turn',
  label: both('错过的轮次', 'Missed turns'),
  about: both('轮到而未接待时，这一轮怎样处理。', 'What becomes of a turn that somebody could not take.'),
  facts: [
    {
      name: 'state', type: 'choice', label: both('当时状态', 'State'), question: both('轮到时在做什么？', 'What was the person doing when the turn came?'),
      choices: [
        choice('absent', '无故不在岗', 'Absent without good reason'), choice('sentBySuperior', '上级临时安排', 'Sent away by a superior'), choice('onBusiness', '公事外出', 'Away on business'),
        choice('receiving', '正在接待（计轮）', 'Receiving, counted'), choice('receivingReturning', '正在接待老客户', 'Receiving a returning customer'),
        choice('receivingDesignated', '正在接待指定客户', 'Receiving by designation'), choice('onDuty', '正在义务接待', 'On duty reception'),
        choice('notReady', '着装或资料未备妥', 'Not ready'), choice('lunch', '午餐', 'At lunch'),
      ],
    },
    { name: 'isConfirmed', type: 'boolean', label: both('项目经理已核实', 'Confirmed by the project manager'), question: both('项目经理核实批准了吗？', 'Did the project manager confirm it?') },
  ],
  results: [{
    name: 'effect', type: 'choice', label: both('处理', 'Effect'),
    choices: [choice('lost', '本轮取消', 'The turn is lost'), choice('firstOnReturn', '保留，回来优先', 'Kept: first on return'), choice('madeUp', '记下，回来补足', 'Counted, made up on return')],
  }],
};
