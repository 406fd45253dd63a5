import type { PolicyModel } from '#meta/decisions/decision-model.ts';
import { both, clause, example, interpretation, type RuleDraft, writePolicy, writeTable } from '#meta/decisions/write-policy.ts';
import { clockPoint } from '../points/service.points.ts';

const inputs = ['clock', 'kind', 'severity', 'isLocal'] as const;
const limit = (measure: string, amount: number, maxDays = '') => ({ measure: `"${measure}"`, amount: String(amount), half: '50', near: '80', pauses: 'true', maxDays });
const whole = (kind: string, more: Readonly<Record<string, string>> = {}) => ({ clock: '"whole"', kind, ...more });

const make = (uses: readonly string[], rules: readonly RuleDraft[], rest: Pick<PolicyModel, 'clauses' | 'tests'>): PolicyModel => writePolicy({
  point: clockPoint, label: clockPoint.label, about: clockPoint.about, uses,
  tables: [writeTable({ name: 'limit', label: clockPoint.label, hitPolicy: 'U', inputs: uses, outputs: clockPoint.results, rules })],
  ...rest,
});

/** Complaints in working days: one, three when major, seven at most when extended (P2-11). */
export const clockInDays: PolicyModel = make(inputs.slice(0, 3), [
  ['11.3a', whole('"complaint"', { severity: '"ordinary"' }), limit('workingDays', 1, '7')],
  ['11.3b', whole('"complaint"', { severity: '"major"' }), limit('workingDays', 3, '7')],
  ['11.3*', whole('"repair"', { severity: '"ordinary"' }), limit('workingDays', 1, '7')],
  ['11.3*', whole('"repair"', { severity: '"major"' }), limit('workingDays', 3, '7')],
  ['11.1*', whole('"enquiry", "service"'), limit('workingDays', 3, '7')],
  ['11.4*', whole('"suggestion", "praise"'), limit('workingDays', 7, '7')],
  ['11.5*', { clock: '"firstResponse"' }, limit('workingHours', 2)],
  ['11.6*', { clock: '"callback"' }, limit('workingDays', 3)],
], {
  clauses: [
    clause('11.3a', '一般投诉一个工作日内处理完；特殊情况逐级批准后最长七个工作日。', 'An ordinary complaint is handled within one working day; by approval of each level at most seven.'),
    clause('11.3b', '较大投诉三个工作日内处理完；特殊情况逐级批准后最长七个工作日。', 'A major complaint is handled within three working days; by approval of each level at most seven.'),
    interpretation('11.3*', '报修的时限同投诉。', 'Repairs take the deadlines of complaints.'),
    interpretation('11.1*', '咨询和服务请求三个工作日内答复。', 'Enquiries and service requests are answered within three working days.'),
    interpretation('11.4*', '建议和表扬七个工作日内答复。', 'Suggestions and praise are answered within seven working days.'),
    interpretation('11.5*', '两个工作小时内给客户首次回应。', 'The customer hears from us within two working hours.'),
    interpretation('11.6*', '答复后三个工作日内回访。', 'The customer is called back within three working days of the answer.'),
  ],
  tests: [
    example('ordinary', both('一般投诉', 'Ordinary complaint'), { clock: 'whole', kind: 'complaint', severity: 'ordinary' }, '11.3a', { measure: 'workingDays', amount: 1, maxDays: 7 }),
    example('major', both('较大投诉', 'Major complaint'), { clock: 'whole', kind: 'complaint', severity: 'major' }, '11.3b', { amount: 3 }),
    example('enquiry', both('咨询', 'Enquiry'), { clock: 'whole', kind: 'enquiry', severity: 'ordinary' }, '11.1*', { amount: 3 }),
    example('response', both('首次回应', 'First response'), { clock: 'firstResponse', kind: 'repair', severity: 'major' }, '11.5*', { measure: 'workingHours', amount: 2 }),
  ],
});

/** Complaints by the clock: twelve hours in the city, twenty-four elsewhere (T). */
export const clockInHours: PolicyModel = make(inputs.filter((name) => name !== 'severity'), [
  ['T.1', whole('"complaint"', { isLocal: 'true' }), limit('hours', 12, '7')],
  ['T.2', whole('"complaint"', { isLocal: 'false' }), limit('hours', 24, '7')],
  ['T.1*', whole('"repair"', { isLocal: 'true' }), limit('hours', 12, '7')],
  ['T.1*', whole('"repair"', { isLocal: 'false' }), limit('hours', 24, '7')],
  ['T.3*', whole('"enquiry", "service"'), limit('hours', 24, '7')],
  ['T.4*', whole('"suggestion", "praise"'), limit('hours', 72, '7')],
  ['T.5*', { clock: '"firstResponse"' }, limit('hours', 1)],
  ['T.6*', { clock: '"callback"' }, limit('hours', 72)],
], {
  clauses: [
    clause('T.1', '本市投诉十二小时内处理完。', 'A complaint in this city is handled within twelve hours.'),
    clause('T.2', '外地投诉二十四小时内处理完。', 'A complaint elsewhere is handled within twenty-four hours.'),
    interpretation('T.1*', '报修的时限同投诉。', 'Repairs take the deadlines of complaints.'),
    interpretation('T.3*', '咨询和服务请求二十四小时内答复。', 'Enquiries and service requests are answered within twenty-four hours.'),
    interpretation('T.4*', '建议和表扬七十二小时内答复。', 'Suggestions and praise are answered within seventy-two hours.'),
    interpretation('T.5*', '一小时内给客户首次回应。', 'The customer hears from us within one hour.'),
    interpretation('T.6*', '答复后七十二小时内回访。', 'The customer is called back within seventy-two hours of the answer.'),
  ],
  tests: [
    example('local', both('本市投诉', 'Local complaint'), { clock: 'whole', kind: 'complaint', isLocal: true }, 'T.1', { measure: 'hours', amount: 12 }),
    example('elsewhere', both('外地投诉', 'Complaint elsewhere'), { clock: 'whole', kind: 'complaint', isLocal: false }, 'T.2', { amount: 24 }),
  ],
});
