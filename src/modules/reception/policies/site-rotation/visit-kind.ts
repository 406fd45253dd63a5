import type { OutputColumn, Parameter, DerivedFact } from '#meta/decisions/decision-model.ts';
import { both, choice, writeTable } from '#meta/decisions/write-policy.ts';

/** Settings that a company may change without touching a table. */
export const visitParameters: readonly Parameter[] = [
  { name: 'validMonths', type: 'number', label: both('登记有效期', 'Registration valid for'), value: 1, unit: both('个月', 'months'), clause: '7.1' },
  { name: 'recogniseMonths', type: 'number', label: both('认出期限', 'Recognition within'), value: 1, unit: both('个月', 'months'), clause: '3.7i' },
];

/** What follows from the dates (RE: 31 January + one month is the last day of February). */
export const visitDerived: readonly DerivedFact[] = [
  {
    name: 'isKnown', type: 'boolean', label: both('原登记有效', 'Earlier registration valid'), clause: '7.1',
    expression: 'if cameBefore and earlierRegisteredOn != null then earlierRegisteredOn + duration("P" + string(validMonths) + "M") >= arrivedOn else false',
  },
];

export const recognitionDerived: DerivedFact = {
  name: 'recognition', type: 'choice', label: both('认出时间', 'Recognised'), clause: '3.7*',
  choices: [choice('sameDay', '当日', 'The same day'), choice('inTime', '期限内', 'In time'), choice('never', '未认出或超期', 'Never, or too late')],
  expression: 'if recognisedOn = null then "never" else if recognisedOn <= arrivedOn then "sameDay" else if recognisedOn <= arrivedOn + duration("P" + string(recogniseMonths) + "M") then "inTime" else "never"',
};

const kinds: readonly OutputColumn[] = [{
  name: 'kind', type: 'choice', label: both('认定', 'Treated as'),
  choices: [
    choice('visit', '普通来访', 'An ordinary visit'), choice('company', '公司客户', 'A company customer'), choice('referral', '有效员工介绍', 'A valid staff referral'), choice('asStated', '按所述事由', 'As stated'),
  ],
}];

/** First question of both tables: is it a company customer, is a referral valid, or is it an ordinary visit? */
export const visitKindTable = writeTable({
  name: 'treatment', label: both('情形认定', 'What it is treated as'), hitPolicy: 'F', outputs: kinds,
  inputs: ['matter', 'isRegisteredBeforeCompany', 'isReferralInAdvance', 'isSiteFirst', 'isReferralDay', 'isReferralConfirmed'],
  rules: [
    ['6.1-1', { matter: '"companyCustomer"', isRegisteredBeforeCompany: 'true' }, { kind: '"visit"' }],
    ['6.1-1', { matter: '"companyCustomer"' }, { kind: '"company"' }],
    ['6.2-1', { matter: '"staffReferral"', isReferralInAdvance: 'false' }, { kind: '"visit"' }],
    ['6.2-3', { matter: '"staffReferral"', isSiteFirst: 'true' }, { kind: '"visit"' }],
    ['6.2-2', { matter: '"staffReferral"', isReferralDay: 'false' }, { kind: '"visit"' }],
    ['6.2-3', { matter: '"staffReferral"', isReferralConfirmed: 'false' }, { kind: '"visit"' }],
    ['6.2', { matter: '"staffReferral"' }, { kind: '"referral"' }],
    ['3.1', { matter: '"visit"' }, { kind: '"visit"' }],
    ['7.7', {}, { kind: '"asStated"' }],
  ],
});
