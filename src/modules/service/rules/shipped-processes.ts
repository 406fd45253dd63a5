import type { Process, ProcessStep, StepQuestion } from './process.ts';

const both = (zh: string, en: string) => ({ 'zh-CN': zh, en });
const ask = (key: string, type: StepQuestion['type'], zh: string, en: string, more: Partial<StepQuestion> = {}): StepQuestion => ({ key, type, label: both(zh, en), isRequired: true, ...more });
const option = (value: string, zh: string, en: string) => ({ value, label: both(zh, en) });
const record: ProcessStep = { key: 'record', label: both('记录', 'Record'), actor: 'firstReceiver', effect: 'record', questions: [] };
const answer: ProcessStep = {
  key: 'answer', label: both('答复客户', 'Answer the customer'), actor: 'firstReceiver', effect: 'answer',
  questions: [
    ask('reply', 'longText', '答复内容', 'Answer'),
    ask('isOnSpot', 'boolean', '当场解决', 'Solved on the spot', { isRequired: false }),
  ],
};
const callback = (backTo: string): ProcessStep => ({
  key: 'callback', label: both('回访', 'Call back'), actor: 'recheck', effect: 'callback', turns: [{ key: 'isSolved', is: false, to: backTo }],
  questions: [
    ask('isSolved', 'boolean', '客户认为解决了', 'Solved, the customer says'),
    ask('satisfaction', 'score', '满意度', 'Satisfaction'),
    ask('words', 'longText', '客户的话', 'In the customer’s words', { isRequired: false }),
  ],
});

/** The complaint process of property management, the default (P4, SE-3). */
const complaint: Process = {
  key: 'complaint', name: both('投诉处理', 'Complaint'),
  steps: [
    record,
    {
      key: 'judge', label: both('判定性质', 'Judge'), actor: 'handler', effect: 'judge',
      questions: [
        ask('validity', 'choice', '是否有效', 'Valid or not', { choices: [option('valid', '有效投诉', 'Valid'), option('invalid', '无效投诉', 'Invalid')] }),
        ask('severity', 'choice', '程度', 'Severity', { choices: [option('ordinary', '一般', 'Ordinary'), option('major', '较大', 'Major')], when: { key: 'validity', is: 'valid' } }),
        ask('reason', 'longText', '理由', 'Reason', { when: { key: 'validity', is: 'invalid' } }),
      ],
    },
    {
      key: 'investigate', label: both('调查分析', 'Investigate'), actor: 'handler', effect: 'cause',
      questions: [ask('cause', 'cause', '原因', 'Cause'), ask('findings', 'longText', '调查情况', 'Findings'), ask('evidence', 'files', '证据', 'Evidence', { isRequired: false })],
    },
    {
      key: 'assign', label: both('确定责任人', 'Name the person responsible'), actor: 'handler', effect: 'assign',
      questions: [ask('responsible', 'user', '处理责任人', 'Person responsible')],
    },
    {
      key: 'propose', label: both('提出方案', 'Propose a solution'), actor: 'responsible', effect: 'propose',
      questions: [ask('solution', 'longText', '处理方案', 'Solution')],
    },
    answer,
    callback('investigate'),
    {
      key: 'evaluate', label: both('总结评价', 'Evaluate'), actor: 'manager', effect: 'evaluate', due: { measure: 'workingDays', amount: 3 },
      questions: [
        ask('summary', 'longText', '总结评价', 'Evaluation'),
        ask('department', 'choice', '反馈给', 'Fed back to', {
          choices: [option('design', '设计', 'Design'), option('production', '生产', 'Production'), option('operations', '经营', 'Operations'), option('service', '服务', 'Service')],
        }),
        ask('feedback', 'longText', '反馈的话', 'What they are told'),
      ],
    },
  ],
};

const handle: ProcessStep = { key: 'handle', label: both('处理', 'Handle'), actor: 'handler', effect: 'none', questions: [ask('result', 'longText', '处理情况', 'What was done')] };

/** Enquiry, service, suggestion, praise: handled and answered. */
const request: Process = { key: 'request', name: both('服务请求', 'Request'), steps: [record, handle, answer] };

/** A repair is rechecked with the customer and fed back like a complaint (SE-6). */
const repair: Process = {
  key: 'repair', name: both('报修', 'Repair'),
  steps: [
    record,
    { ...handle, key: 'repair', label: both('维修', 'Repair'), effect: 'cause', questions: [ask('cause', 'cause', '原因', 'Cause'), ...handle.questions] },
    answer, callback('repair'),
    {
      key: 'feedback', label: both('反馈', 'Feed back'), actor: 'handler', effect: 'evaluate', due: { measure: 'workingDays', amount: 3 },
      questions: [
        ask('department', 'choice', '反馈给', 'Fed back to', {
          choices: [option('design', '设计', 'Design'), option('production', '生产', 'Production'), option('operations', '经营', 'Operations'), option('service', '服务', 'Service')],
        }),
        ask('feedback', 'longText', '反馈的话', 'What they are told'),
      ],
    },
  ],
};

const verdict = (key: string, zh: string, en: string): StepQuestion => ask(key, 'boolean', zh, en);

/** 装修手续: application, review of the drawings, inspections, acceptance (P9, SE-11). */
const renovation: Process = {
  key: 'renovation', name: both('装修手续', 'Renovation permit'),
  steps: [
    { ...record, label: both('申请', 'Application') },
    {
      key: 'review', label: both('图纸审核', 'Review of drawings'), actor: 'handler', effect: 'none', turns: [{ key: 'isPassed', is: false, to: 'review' }],
      questions: [ask('drawings', 'files', '图纸', 'Drawings'), verdict('isPassed', '审核通过', 'Passed'), ask('remarks', 'longText', '意见', 'Remarks', { isRequired: false })],
    },
    {
      key: 'inspect', label: both('施工巡查', 'Inspection'), actor: 'handler', effect: 'none', turns: [{ key: 'isPassed', is: false, to: 'inspect' }],
      questions: [ask('inspectedOn', 'date', '巡查日期', 'Inspected on'), verdict('isPassed', '符合图纸', 'As drawn'), ask('findings', 'longText', '发现', 'Findings', { isRequired: false }), ask('photos', 'files', '照片', 'Photos', { isRequired: false })],
    },
    {
      key: 'accept', label: both('竣工验收', 'Acceptance'), actor: 'manager', effect: 'none', turns: [{ key: 'isPassed', is: false, to: 'inspect' }],
      questions: [verdict('isPassed', '验收合格', 'Accepted'), ask('remarks', 'longText', '意见', 'Remarks', { isRequired: false })],
    },
    answer,
  ],
};

/** 巡查发现: what an area inspection finds is put right and looked at again (P9, SE-11). */
const finding: Process = {
  key: 'finding', name: both('巡查整改', 'Inspection finding'),
  steps: [
    record,
    { key: 'assign', label: both('指定整改人', 'Name who puts it right'), actor: 'handler', effect: 'assign', questions: [ask('responsible', 'user', '整改人', 'Person responsible')] },
    { key: 'rectify', label: both('整改', 'Put right'), actor: 'responsible', effect: 'none', questions: [ask('result', 'longText', '整改情况', 'What was done'), ask('photos', 'files', '照片', 'Photos', { isRequired: false })] },
    { key: 'recheck', label: both('复查', 'Recheck'), actor: 'recheck', effect: 'none', turns: [{ key: 'isPassed', is: false, to: 'rectify' }], questions: [verdict('isPassed', '复查合格', 'Passed')] },
  ],
};

/** The processes that ship; a company changes them or adds its own. */
export const shippedProcesses: readonly Process[] = [complaint, request, repair, renovation, finding];
