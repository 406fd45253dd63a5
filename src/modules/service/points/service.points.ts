import type { DecisionPoint } from '#meta/decisions/decision-model.ts';
import { both, choice } from '#meta/decisions/write-policy.ts';

const kind = {
  name: 'kind', type: 'choice', label: both('类别', 'Kind'), question: both('是哪一类？', 'Which kind is it?'),
  choices: [
    choice('enquiry', '咨询', 'Enquiry'), choice('service', '服务', 'Service'), choice('complaint', '投诉', 'Complaint'), choice('suggestion', '建议', 'Suggestion'),
    choice('praise', '表扬', 'Praise'), choice('repair', '报修', 'Repair'),
  ],
} as const;

const severity = {
  name: 'severity', type: 'choice', label: both('程度', 'Severity'), question: both('一般还是较大？', 'Ordinary or major?'),
  choices: [choice('ordinary', '一般', 'Ordinary'), choice('major', '较大', 'Major')],
} as const;

/** How long something may take, in which time, and when it is warned of (SE-4). */
export const clockPoint: DecisionPoint = {
  key: 'clock',
  label: both('服务时限', 'Service deadlines'),
  about: both('每一步最多多久、按工作时间还是按钟点、何时预警。', 'How long each step may take, in working time or by the clock, and when it is warned of.'),
  facts: [
    {
      name: 'clock', type: 'choice', label: both('时限', 'Deadline'), question: both('哪一个时限？', 'Which deadline?'),
      choices: [choice('firstResponse', '首次回应', 'First response'), choice('whole', '答复客户', 'Answer to the customer'), choice('callback', '回访', 'Call back')],
    },
    kind, severity,
    { name: 'isLocal', type: 'boolean', label: both('本市', 'In this city'), question: both('在本市吗？', 'Is it in this city?') },
  ],
  results: [
    {
      name: 'measure', type: 'choice', label: both('计时', 'Measured in'),
      choices: [choice('workingDays', '工作日', 'Working days'), choice('workingHours', '工作小时', 'Working hours'), choice('hours', '小时', 'Hours by the clock')],
    },
    { name: 'amount', type: 'number', label: both('期限', 'Limit') },
    { name: 'half', type: 'number', label: both('第一次提醒', 'First warning'), unit: both('%', '%') },
    { name: 'near', type: 'number', label: both('第二次提醒', 'Second warning'), unit: both('%', '%') },
    { name: 'pauses', type: 'boolean', label: both('等客户时停表', 'Stands while waiting') },
    { name: 'maxDays', type: 'number', label: both('延期后最多', 'At most when extended'), unit: both('工作日', 'working days'), isOptional: true },
  ],
};

/** Who decides on the solution of a complaint (SE-5). */
export const solutionPoint: DecisionPoint = {
  key: 'solution',
  label: both('方案由谁定', 'Who decides the solution'),
  about: both('按投诉的程度定由谁批准处理方案。', 'By the severity of a complaint: who approves its solution.'),
  facts: [
    kind, severity,
    { name: 'isValid', type: 'boolean', label: both('有效', 'Valid'), question: both('判定为有效吗？', 'Was it judged valid?') },
  ],
  results: [{
    name: 'decider', type: 'choice', label: both('由谁定', 'Decided by'),
    choices: [choice('handler', '经办人', 'The handler'), choice('manager', '主管领导', 'The manager in charge'), choice('meeting', '专题会议', 'A meeting')],
  }],
};

/** Who may give which redress up to which cost (SE-7). */
export const remedyPoint: DecisionPoint = {
  key: 'remedy',
  label: both('补救权限', 'Limits of redress'),
  about: both('谁可以给客户什么补救、到多少钱；超过的报批。', 'Who may grant which redress up to which cost; beyond it takes an approval.'),
  facts: [
    {
      name: 'rank', type: 'choice', label: both('经办人级别', 'Rank'), question: both('经办人是哪一级？', 'Which rank grants it?'),
      choices: [choice('agent', '客服专员', 'Agent'), choice('supervisor', '客服主管', 'Supervisor'), choice('manager', '经理', 'Manager')],
    },
    {
      name: 'remedy', type: 'choice', label: both('补救', 'Redress'), question: both('是哪种补救？', 'Which redress?'),
      choices: [
        choice('explanation', '解释', 'Explanation'), choice('apology', '致歉', 'Apology'), choice('repair', '修理', 'Repair'), choice('exchange', '更换', 'Exchange'),
        choice('refund', '退款', 'Refund'), choice('compensation', '赔偿', 'Compensation'), choice('gift', '赠礼', 'Gift'), choice('points', '积分', 'Points'),
      ],
    },
    { name: 'amount', type: 'number', label: both('费用', 'Cost'), question: both('费用多少？', 'What does it cost?'), unit: both('元', 'CNY') },
  ],
  results: [{ name: 'outcome', type: 'choice', label: both('结果', 'Outcome'), choices: [choice('allowed', '可以给予', 'Granted'), choice('approval', '报批', 'By approval')] }],
};

/** Everywhere that the service desk asks a policy. */
export const servicePoints: readonly DecisionPoint[] = [clockPoint, solutionPoint, remedyPoint];
