import type { DerivedFact, OutputColumn, Parameter } from '#meta/decisions/decision-model.ts';
import { both, example, type RuleDraft, writePolicy, writeTable, plainOutput } from '#meta/decisions/write-policy.ts';
import { ownershipPoint } from '../../points/ownership.points.ts';
import { firstVisitClauses } from './first-visit-clauses.ts';

const used = ['owner', 'earlierShare', 'receiverShare', 'designatedShare', 'assistantShare', 'earlierAllShare', 'departmentShare'];
const outputs: readonly OutputColumn[] = ownershipPoint.results.filter((result) => used.includes(result.name)).map(plainOutput);

const earlier = { owner: '"earlier"', earlierShare: '100' };
const receiver = { owner: '"receiver"', receiverShare: '100' };
const back = { matter: '"visit"', cameBefore: 'true' };

export const fileParameters: readonly Parameter[] = [
  { name: 'fileMonths', type: 'number', label: both('客户档案有效期', 'Customer file valid for'), value: 2, unit: both('个月', 'months'), clause: '2(2)*' },
];
export const fileDerived: DerivedFact = {
  name: 'isFileValid', type: 'boolean', label: both('原档案有效', 'Earlier file valid'), clause: '2(2)*',
  expression: 'if cameBefore and earlierRegisteredOn != null then earlierRegisteredOn + duration("P" + string(fileMonths) + "M") >= arrivedOn else false',
};
const found: DerivedFact = {
  name: 'isEarlierFound', type: 'boolean', label: both('事后查到原接待人', 'Earlier receiver found afterwards'), clause: '3(7)', expression: 'recognisedOn != null',
};

const rules: readonly RuleDraft[] = [
  ['6', { matter: '"afterDeal"' }, earlier],
  ['1', { matter: '"conflict"' }, earlier],
  ['3(6)', { matter: '"discount"' }, earlier],
  ['3(10)', { matter: '"introduced"' }, earlier],
  ['3(11)', { matter: '"household"' }, earlier],
  ['3(12)', { matter: '"leave"' }, { owner: '"drawn"' }],
  ['3(13)', { matter: '"eventDay"' }, { owner: '"ruling"' }],
  ['4', { matter: '"dispute"', settlement: '"quarrel"' }, { owner: '"department"', departmentShare: '100' }],
  ['4', { matter: '"dispute"' }, { owner: '"ruling"' }],
  ['2(5)', { matter: '"sameDayOther"', isDealSameDay: 'true' }, { owner: '"both"', earlierShare: '50', receiverShare: '50' }],
  ['2(5)**', { matter: '"sameDayOther"' }, earlier],
  ['2(5)-1', { matter: '"visit"', cameBefore: 'false', designation: 'not("none")' }, { owner: '"designated"', designatedShare: '100' }],
  ['2(5)*', { matter: '"visit"', cameBefore: 'false' }, receiver],
  ['3(1)', { ...back, wish: '"namesEarlier"', isEarlierPresent: 'true' }, earlier],
  ['3(3)', { ...back, wish: '"namesEarlier"' }, { owner: '"earlier"', earlierShare: '80', assistantShare: '20' }],
  ['3(4)', { ...back, wish: '"complains"', isComplaintUpheld: 'true' }, receiver],
  ['3(4)*', { ...back, wish: '"complains"', isFileValid: 'true' }, { owner: '"receiver"', receiverShare: '80', earlierShare: '20' }],
  ['3(4)*', { ...back, wish: '"complains"' }, receiver],
  ['3(2)', { ...back, wish: '"refusesEarlier"', isFileValid: 'true' }, { owner: '"receiver"', receiverShare: '80', earlierShare: '20' }],
  ['3(2)', { ...back, wish: '"refusesEarlier"' }, receiver],
  ['3(5)', { ...back, wish: '"namesSeveral"', isNamedPresent: 'true' }, { owner: '"firstNamed"', earlierShare: '100' }],
  ['3(5)*', { ...back, wish: '"namesSeveral"' }, receiver],
  ['3(7)', { ...back, wish: '"forgot"', isFileValid: 'true', isEarlierFound: 'true' }, { owner: '"receiver"', receiverShare: '50', earlierShare: '50' }],
  ['3(7)', { ...back, wish: '"forgot"' }, receiver],
  ['3(8)', { ...back, wish: '"designatesNow"' }, { owner: '"receiver"', receiverShare: '50', earlierAllShare: '50' }],
  ['4*', {}, { owner: '"ruling"' }],
];

const again = { matter: 'visit', cameBefore: true, earlierRegisteredOn: '2025-12-31', arrivedOn: '2026-02-28' };

/** Ownership and bonus of the first-visit rule (RE-20), one row for each clause of the table in the specification. */
export const firstVisitOwnership = writePolicy({
  point: ownershipPoint,
  label: ownershipPoint.label,
  about: both('自上而下取第一条符合的条款；甲为现接待人，乙为原接待人。', 'The first clause that fits, from the top; A is the present receiver, B the earlier one.'),
  uses: ['matter', 'settlement', 'isDealSameDay', 'cameBefore', 'designation', 'wish', 'isComplaintUpheld', 'isEarlierPresent', 'isNamedPresent', 'earlierRegisteredOn', 'arrivedOn', 'recognisedOn'],
  parameters: fileParameters,
  derived: [fileDerived, found],
  tables: [writeTable({
    name: 'ownership', label: ownershipPoint.label, hitPolicy: 'F', outputs, rules,
    inputs: ['matter', 'settlement', 'isDealSameDay', 'cameBefore', 'designation', 'wish', 'isComplaintUpheld', 'isEarlierPresent', 'isNamedPresent', 'isFileValid', 'isEarlierFound'],
  })],
  sums: [{ table: 'ownership', outputs: used.slice(1), total: 100 }],
  clauses: firstVisitClauses,
  tests: [
    example('names', both('说出乙，乙在场', 'Names B, on site'), { ...again, wish: 'namesEarlier', isEarlierPresent: true }, '3(1)', { owner: 'earlier', earlierShare: 100 }),
    example('away', both('说出乙，乙不在场', 'Names B, away'), { ...again, wish: 'namesEarlier', isEarlierPresent: false }, '3(3)', { earlierShare: 80, assistantShare: 20 }),
    example('lastDay', both('不愿找乙，档案满两个月当天', 'Does not want B, the file’s last day'), { ...again, wish: 'refusesEarlier' }, '3(2)', { receiverShare: 80, earlierShare: 20 }),
    example('expired', both('不愿找乙，档案过期一天', 'Does not want B, the file expired yesterday'), { ...again, arrivedOn: '2026-03-01', wish: 'refusesEarlier' }, '3(2)', { receiverShare: 100 }),
    example('found', both('忘记是谁，事后查到', 'Forgot, found afterwards'), { ...again, wish: 'forgot', recognisedOn: '2026-03-05' }, '3(7)', { receiverShare: 50, earlierShare: 50 }),
    example('several', both('第三次来访指定甲', 'Third visit, asks for A'), { ...again, wish: 'designatesNow' }, '3(8)', { receiverShare: 50, earlierAllShare: 50 }),
    example('quarrel', both('争吵', 'Quarrel'), { matter: 'dispute', settlement: 'quarrel' }, '4', { owner: 'department', departmentShare: 100 }),
  ],
});
