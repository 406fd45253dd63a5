import { both, example, type RuleDraft, writePolicy, writeTable, plainOutput } from '#meta/decisions/write-policy.ts';
import { receptionPoint } from '../../points/ownership.points.ts';
import { siteRotationClauses } from './site-rotation-clauses.ts';
import { visitDerived, visitKindTable, visitParameters } from './visit-kind.ts';

const kind = 'treatment.kind';
const visit = { [kind]: '"visit"' };
const byRotation = { receiver: '"rotation"', isCounted: 'true' };
const earlier = { receiver: '"earlier"', isCounted: 'false' };
const onDuty = { receiver: '"duty"', isCounted: 'false' };
const stays = { receiver: '"current"', isCounted: 'true' };

const rules: readonly RuleDraft[] = [
  ['7.6', { matter: '"afterDeal"' }, earlier],
  ['7.3', { matter: '"conflict"' }, earlier],
  ['7.4', { matter: '"household"' }, earlier],
  ['6.1-2', { [kind]: '"company"', companyHandling: '"leaderNames"' }, { receiver: '"designated"', isCounted: 'false' }],
  ['6.1-3', { [kind]: '"company"', companyHandling: '"introduced"' }, byRotation],
  ['6.1-4', { [kind]: '"company"', companyHandling: '"arrangedSales"' }, { receiver: '"nobody"', isCounted: 'false' }],
  ['6.1-5', { [kind]: '"company"', companyHandling: '"arrangedStaff"' }, { receiver: '"nobody"', isCounted: 'false' }],
  ['6.2', { [kind]: '"referral"' }, byRotation],
  // An existing customer who brings a new one counts as one reception (P12-1(3)); done as a duty it does not (RE-4).
  ['7.5a', { matter: '"introduced"', introduction: '"phoned"', isEarlierPresent: 'true' }, { receiver: '"earlier"', isCounted: 'true' }],
  ['7.5a', { matter: '"introduced"', introduction: '"phoned"' }, onDuty],
  ['7.5b', { matter: '"introduced"', introduction: '"broughtAsking"', isEarlierPresent: 'true' }, { receiver: '"earlier"', isCounted: 'true' }],
  ['7.5b', { matter: '"introduced"', introduction: '"broughtAsking"' }, onDuty],
  ['5.4', { matter: '"introduced"', introduction: '"broughtSilent"' }, byRotation],
  ['7.5c', { matter: '"introduced"', introduction: '"cameAlone"' }, byRotation],
  ['3.10c', { matter: '"refusal"', fault: '"serious"' }, { ...byRotation, formerTurn: '"priorityNext"' }],
  ['3.10c', { matter: '"refusal"', isInsisting: 'true' }, { ...byRotation, formerTurn: '"priorityNext"' }],
  ['3.10b', { matter: '"refusal"', fault: '"minor"' }, stays],
  ['3.10a', { matter: '"refusal"' }, stays],
  ['5.2*', { matter: '"midwayDesignation"', isAssigned: 'false' }, stays],
  ['5.2', { matter: '"midwayDesignation"' }, { receiver: '"designated"', isCounted: 'false' }],
  ['5.3', { ...visit, isKnown: 'true', designation: '"insistsOther"' }, { receiver: '"designated"', isCounted: 'false' }],
  ['5.1', { ...visit, cameBefore: 'false', designation: 'not("none")' }, { receiver: '"designated"', isCounted: 'false' }],
  ['5.1*', { ...visit, isKnown: 'false', designation: 'not("none")' }, { receiver: '"designated"', isCounted: 'false' }],
  ['4.1', { ...visit, isKnown: 'true', remembers: 'true', isEarlierPresent: 'true' }, earlier],
  ['4.2', { ...visit, isKnown: 'true', remembers: 'true' }, onDuty],
  ['3.7', { ...visit, isKnown: 'true' }, byRotation],
  ['3.1', { ...visit, cameBefore: 'false' }, byRotation],
  ['7.1', visit, byRotation],
  ['7.7', {}, { receiver: '"manager"', isCounted: 'false' }],
];

const back = { matter: 'visit', cameBefore: true, designation: 'none', earlierRegisteredOn: '2026-01-10', arrivedOn: '2026-01-31' };

/** Who receives, by the rotation rule (RE-3, 4, 5). */
export const siteRotationReception = writePolicy({
  point: receptionPoint,
  label: receptionPoint.label,
  about: both('先判断情形，再自上而下取第一条符合的条款。', 'First what it is treated as; then the first clause that fits, from the top.'),
  uses: [
    'matter', 'isRegisteredBeforeCompany', 'companyHandling', 'isReferralInAdvance', 'isSiteFirst', 'isReferralDay', 'isReferralConfirmed', 'introduction',
    'fault', 'isInsisting', 'isAssigned', 'cameBefore', 'earlierRegisteredOn', 'arrivedOn', 'designation', 'remembers', 'isEarlierPresent',
  ],
  parameters: visitParameters.filter((parameter) => parameter.name === 'validMonths'),
  derived: visitDerived,
  tables: [visitKindTable, writeTable({
    name: 'reception', label: receptionPoint.label, hitPolicy: 'F', rules, outputs: receptionPoint.results.map(plainOutput),
    inputs: [kind, 'matter', 'companyHandling', 'introduction', 'fault', 'isInsisting', 'isAssigned', 'cameBefore', 'isKnown', 'designation', 'remembers', 'isEarlierPresent'],
  })],
  clauses: siteRotationClauses,
  tests: [
    example('new', both('首次来访', 'First visit'), { matter: 'visit', cameBefore: false, designation: 'none' }, '3.1', { receiver: 'rotation', isCounted: true }),
    example('back', both('老客户，原接待人在场', 'Returning, salesperson on site'), { ...back, remembers: true, isEarlierPresent: true }, '4.1', { receiver: 'earlier', isCounted: false }),
    example('away', both('老客户，原接待人不在', 'Returning, salesperson away'), { ...back, remembers: true, isEarlierPresent: false }, '4.2', { receiver: 'duty', isCounted: false }),
    example('forgot', both('老客户，不记得是谁', 'Returning, does not remember'), { ...back, remembers: false }, '3.7', { receiver: 'rotation', isCounted: true }),
    example('named', both('新客户指定', 'New, asks for somebody'), { matter: 'visit', cameBefore: false, designation: 'atEntry' }, '5.1', { receiver: 'designated', isCounted: false }),
    example('serious', both('严重过错，另派', 'Serious fault'), { matter: 'refusal', fault: 'serious' }, '3.10c', { receiver: 'rotation', formerTurn: 'priorityNext' }),
  ],
});
