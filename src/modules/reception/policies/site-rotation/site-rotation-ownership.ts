import type { OutputColumn } from '#meta/decisions/decision-model.ts';
import { both, example, type RuleDraft, writePolicy, writeTable, plainOutput } from '#meta/decisions/write-policy.ts';
import { ownershipPoint } from '../../points/ownership.points.ts';
import { recognitionDerived, visitDerived, visitKindTable, visitParameters } from './visit-kind.ts';
import { siteRotationClauses } from './site-rotation-clauses.ts';

const used = ['owner', 'earlierShare', 'receiverShare', 'designatedShare', 'introducerShare', 'publicFundShare'];
const outputs: readonly OutputColumn[] = ownershipPoint.results.filter((result) => used.includes(result.name)).map(plainOutput);

const kind = 'treatment.kind';
const visit = { [kind]: '"visit"' };
const earlier = { owner: '"earlier"', earlierShare: '100' };
const receiver = { owner: '"receiver"', receiverShare: '100' };
const designated = { owner: '"designated"', designatedShare: '100' };

const rules: readonly RuleDraft[] = [
  ['7.6', { matter: '"afterDeal"' }, earlier],
  ['7.3', { matter: '"conflict"' }, earlier],
  ['7.4', { matter: '"household"' }, { owner: '"both"', earlierShare: '50', receiverShare: '50' }],
  ['6.1-2', { [kind]: '"company"', companyHandling: '"leaderNames"' }, { owner: '"publicFund"', publicFundShare: '100' }],
  ['6.1-3', { [kind]: '"company"', companyHandling: '"introduced"' }, { owner: '"receiver"', receiverShare: '70', publicFundShare: '30' }],
  ['6.1-4', { [kind]: '"company"', companyHandling: '"arrangedSales"' }, { owner: '"receiver"', receiverShare: '30', publicFundShare: '70' }],
  ['6.1-5', { [kind]: '"company"', companyHandling: '"arrangedStaff"' }, { owner: '"publicFund"', publicFundShare: '100' }],
  ['6.2', { [kind]: '"referral"' }, { owner: '"receiver"', receiverShare: '70', introducerShare: '30' }],
  ['7.5a', { matter: '"introduced"', introduction: '"phoned"' }, earlier],
  ['7.5b', { matter: '"introduced"', introduction: '"broughtAsking"' }, earlier],
  ['5.4', { matter: '"introduced"', introduction: '"broughtSilent"' }, receiver],
  ['7.5c', { matter: '"introduced"', introduction: '"cameAlone"' }, receiver],
  ['3.10c', { matter: '"refusal"', fault: '"serious"' }, receiver],
  ['3.10c', { matter: '"refusal"', isInsisting: 'true' }, receiver],
  ['3.10b', { matter: '"refusal"', fault: '"minor"' }, earlier],
  ['3.10a', { matter: '"refusal"' }, earlier],
  ['5.2*', { matter: '"midwayDesignation"', isAssigned: 'false' }, earlier],
  ['5.2', { matter: '"midwayDesignation"', isInstigated: 'true' }, earlier],
  ['5.2', { matter: '"midwayDesignation"' }, { owner: '"designated"', earlierShare: '70', designatedShare: '30' }],
  ['5.3', { ...visit, isKnown: 'true', designation: '"insistsOther"' }, earlier],
  ['5.1', { ...visit, cameBefore: 'false', designation: 'not("none")' }, designated],
  ['5.1*', { ...visit, isKnown: 'false', designation: 'not("none")' }, designated],
  ['3.6', { ...visit, isKnown: 'true', remembers: 'true' }, earlier],
  ['3.7h', { ...visit, isKnown: 'true', isDealOnSpot: 'true' }, receiver],
  ['3.7g', { ...visit, isKnown: 'true', recognition: '"sameDay"' }, earlier],
  ['3.7i', { ...visit, isKnown: 'true', recognition: '"inTime"' }, { owner: '"receiver"', earlierShare: '50', receiverShare: '50' }],
  ['3.7j', { ...visit, isKnown: 'true' }, receiver],
  ['3.1', { ...visit, cameBefore: 'false' }, receiver],
  ['7.1', visit, receiver],
  ['7.7', {}, { owner: '"ruling"' }],
];

const returning = { matter: 'visit', cameBefore: true, designation: 'none', remembers: false, earlierRegisteredOn: '2026-01-10', arrivedOn: '2026-01-31', isDealOnSpot: false };

/** Ownership and shares of the rotation rule (RE-20), one row for each clause of the table in the specification. */
export const siteRotationOwnership = writePolicy({
  point: ownershipPoint,
  label: ownershipPoint.label,
  about: both('先判断情形，再自上而下取第一条符合的条款。', 'First what it is treated as; then the first clause that fits, from the top.'),
  uses: [
    'matter', 'isRegisteredBeforeCompany', 'companyHandling', 'isReferralInAdvance', 'isSiteFirst', 'isReferralDay', 'isReferralConfirmed', 'introduction',
    'fault', 'isInsisting', 'isAssigned', 'isInstigated', 'cameBefore', 'earlierRegisteredOn', 'arrivedOn', 'designation', 'remembers', 'isDealOnSpot', 'recognisedOn',
  ],
  parameters: visitParameters,
  derived: [...visitDerived, recognitionDerived],
  tables: [visitKindTable, writeTable({
    name: 'ownership', label: ownershipPoint.label, hitPolicy: 'F', outputs, rules,
    inputs: [kind, 'matter', 'companyHandling', 'introduction', 'fault', 'isInsisting', 'isAssigned', 'isInstigated', 'cameBefore', 'isKnown', 'designation', 'remembers', 'isDealOnSpot', 'recognition'],
  })],
  sums: [{ table: 'ownership', outputs: used.slice(1), total: 100 }],
  clauses: siteRotationClauses,
  tests: [
    example('new', both('首次来访', 'First visit'), { matter: 'visit', cameBefore: false, designation: 'none' }, '3.1', { owner: 'receiver', receiverShare: 100 }),
    example('remembers', both('一个月内再来，记得接待人', 'Back within a month, remembers'), { ...returning, remembers: true }, '3.6', { owner: 'earlier', earlierShare: 100 }),
    example('lastDay', both('1 月 31 日登记，2 月 28 日再来', 'Registered 31 January, back 28 February'), { ...returning, remembers: true, earlierRegisteredOn: '2026-01-31', arrivedOn: '2026-02-28' }, '3.6', { owner: 'earlier' }),
    example('expired', both('1 月 31 日登记，3 月 1 日再来', 'Registered 31 January, back 1 March'), { ...returning, remembers: true, earlierRegisteredOn: '2026-01-31', arrivedOn: '2026-03-01' }, '7.1', { owner: 'receiver', receiverShare: 100 }),
    example('sameDay', both('当日认出', 'Recognised the same day'), { ...returning, recognisedOn: '2026-01-31' }, '3.7g', { earlierShare: 100 }),
    example('onTime', both('满一个月当天认出', 'Recognised on the last day of the month'), { ...returning, recognisedOn: '2026-02-28' }, '3.7i', { earlierShare: 50, receiverShare: 50 }),
    example('tooLate', both('一个月后认出', 'Recognised a day too late'), { ...returning, recognisedOn: '2026-03-01' }, '3.7j', { receiverShare: 100 }),
    example('onSpot', both('认出前当场成交', 'Deal on the spot before recognition'), { ...returning, isDealOnSpot: true }, '3.7h', { receiverShare: 100 }),
    example('voidReferral', both('员工介绍未确认', 'Referral not confirmed'), { matter: 'staffReferral', isReferralInAdvance: true, isSiteFirst: false, isReferralDay: true, isReferralConfirmed: false, cameBefore: false, designation: 'none' }, '3.1', { owner: 'receiver' }),
  ],
});
