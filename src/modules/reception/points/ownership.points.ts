import type { DecisionPoint, OutputColumn } from '#meta/decisions/decision-model.ts';
import { both, choice } from '#meta/decisions/write-policy.ts';
import { visitFacts } from './visit-facts.ts';

const share = (name: string, zh: string, en: string): OutputColumn & { isOptional: true } =>
  ({ name, type: 'number', label: both(zh, en), unit: both('%', '%'), isOptional: true });

/** Who may have a part in a deal; the outputs that divide a commission, in the order that breaks ties to the cent (RE-30). */
export const shareColumns = [
  share('earlierShare', '原接待', 'Earlier'),
  share('receiverShare', '现接待', 'Receiver'),
  share('designatedShare', '被指定人', 'Designated'),
  share('assistantShare', '协助人', 'Assistant'),
  share('introducerShare', '介绍人', 'Introducer'),
  share('earlierAllShare', '此前各接待人', 'Earlier ones, equally'),
  share('publicFundShare', '公佣', 'Public fund'),
  share('departmentShare', '部门', 'Department'),
] as const;

/** Whose customer it is, and how a deal's commission is divided (RE-20). */
export const ownershipPoint: DecisionPoint = {
  key: 'ownership',
  label: both('归属与分成', 'Ownership and shares'),
  about: both('客户归谁，成交佣金怎样分。', 'Whose customer it is, and how the commission of a deal is divided.'),
  facts: visitFacts,
  results: [
    {
      name: 'owner', type: 'choice', label: both('归属', 'Owner'),
      choices: [
        choice('earlier', '原接待人', 'Earlier salesperson'), choice('receiver', '现接待人', 'Receiver'), choice('designated', '被指定人', 'Designated one'),
        choice('both', '双方共同', 'Both together'), choice('firstNamed', '最先说出且在场者', 'First named who is on site'), choice('drawn', '抽签决定', 'By lot'),
        choice('publicFund', '公佣', 'Public fund'), choice('department', '部门', 'Department'), choice('ruling', '书面裁定', 'By written ruling'),
      ],
    },
    ...shareColumns,
  ],
};

/** Who receives an arriving customer, and whether it counts as a turn (RE-3, 4, 5, 10). */
export const receptionPoint: DecisionPoint = {
  key: 'reception',
  label: both('接待安排', 'Who receives'),
  about: both('来访客户由谁接待，是否计入轮次。', 'Who receives a visitor, and whether it counts as a turn.'),
  facts: visitFacts,
  results: [
    {
      name: 'receiver', type: 'choice', label: both('接待人', 'Receiver'),
      choices: [
        choice('rotation', '轮到者', 'Next in rotation'), choice('earlier', '原接待人', 'Earlier salesperson'), choice('designated', '被指定人', 'Designated one'),
        choice('duty', '义务接待人', 'Duty receiver'), choice('current', '维持现接待人', 'The present one stays'), choice('firstNamed', '最先说出且在场者', 'First named who is on site'),
        choice('manager', '经理安排', 'Manager decides'), choice('nobody', '无需接待', 'Nobody'),
      ],
    },
    { name: 'isCounted', type: 'boolean', label: both('计轮', 'Counts as a turn') },
    {
      name: 'formerTurn', type: 'choice', label: both('原接待人的轮次', 'Turn of the former one'), isOptional: true,
      choices: [choice('kept', '不变', 'Unchanged'), choice('priorityNext', '轮空，优先轮值', 'Idle, priority next')],
    },
  ],
};
