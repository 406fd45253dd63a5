import { both, example, type RuleDraft, writePolicy, writeTable, plainOutput } from '#meta/decisions/write-policy.ts';
import { receptionPoint } from '../../points/ownership.points.ts';
import { firstVisitClauses } from './first-visit-clauses.ts';

const earlier = { receiver: '"earlier"', isCounted: 'false' };
const byRotation = { receiver: '"rotation"', isCounted: 'true' };
const onDuty = { receiver: '"duty"', isCounted: 'false' };
const stays = { receiver: '"current"', isCounted: 'false' };
const byManager = { receiver: '"manager"', isCounted: 'false' };
const back = { matter: '"visit"', cameBefore: 'true' };

const rules: readonly RuleDraft[] = [
  ['6', { matter: '"afterDeal"' }, earlier],
  ['1', { matter: '"conflict"' }, earlier],
  ['3(6)', { matter: '"discount"' }, earlier],
  ['3(10)', { matter: '"introduced"', isEarlierPresent: 'true' }, earlier],
  ['3(10)', { matter: '"introduced"' }, onDuty],
  ['3(11)', { matter: '"household"' }, earlier],
  ['3(12)', { matter: '"leave"' }, byManager],
  ['3(13)', { matter: '"eventDay"' }, byManager],
  ['4', { matter: '"dispute"' }, byManager],
  ['2(5)', { matter: '"sameDayOther"' }, onDuty],
  ['2(5)-1', { matter: '"visit"', cameBefore: 'false', designation: 'not("none")' }, { receiver: '"designated"', isCounted: 'false' }],
  ['2(5)*', { matter: '"visit"', cameBefore: 'false' }, byRotation],
  ['3(1)', { ...back, wish: '"namesEarlier"', isEarlierPresent: 'true' }, earlier],
  ['3(3)', { ...back, wish: '"namesEarlier"' }, onDuty],
  ['3(4)', { ...back, wish: '"complains"' }, stays],
  ['3(2)', { ...back, wish: '"refusesEarlier"' }, stays],
  ['3(5)', { ...back, wish: '"namesSeveral"', isNamedPresent: 'true' }, { receiver: '"firstNamed"', isCounted: 'false' }],
  ['3(5)*', { ...back, wish: '"namesSeveral"' }, byRotation],
  ['3(7)', { ...back, wish: '"forgot"' }, byRotation],
  ['3(8)', { ...back, wish: '"designatesNow"' }, { receiver: '"designated"', isCounted: 'false' }],
  ['4*', {}, byManager],
];

/** Who receives, by the first-visit rule (RE-4, 5). */
export const firstVisitReception = writePolicy({
  point: receptionPoint,
  label: receptionPoint.label,
  about: both('自上而下取第一条符合的条款。', 'The first clause that fits, from the top.'),
  uses: ['matter', 'cameBefore', 'designation', 'wish', 'isEarlierPresent', 'isNamedPresent'],
  tables: [writeTable({
    name: 'reception', label: receptionPoint.label, hitPolicy: 'F', rules, outputs: receptionPoint.results.filter((result) => result.name !== 'formerTurn').map(plainOutput),
    inputs: ['matter', 'cameBefore', 'designation', 'wish', 'isEarlierPresent', 'isNamedPresent'],
  })],
  clauses: firstVisitClauses,
  tests: [
    example('new', both('首访', 'First visit'), { matter: 'visit', cameBefore: false, designation: 'none' }, '2(5)*', { receiver: 'rotation', isCounted: true }),
    example('forgot', both('忘记是谁', 'Forgot who it was'), { matter: 'visit', cameBefore: true, wish: 'forgot' }, '3(7)', { receiver: 'rotation', isCounted: true }),
    example('assist', both('原接待人不在场', 'Earlier one away'), { matter: 'visit', cameBefore: true, wish: 'namesEarlier', isEarlierPresent: false }, '3(3)', { receiver: 'duty', isCounted: false }),
  ],
});
