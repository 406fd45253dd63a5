import { both, clause, example, interpretation, writePolicy, writeTable } from '#meta/decisions/write-policy.ts';
import { dutyPoint } from '../../points/duty.point.ts';

/** Duty receptions and lunch by the first-visit rule (RE-5, 6). */
export const firstVisitDuty = writePolicy({
  point: dutyPoint,
  label: dutyPoint.label,
  about: dutyPoint.about,
  uses: ['occasion'],
  tables: [writeTable({
    name: 'duty', label: dutyPoint.label, hitPolicy: 'U', outputs: dutyPoint.results, inputs: ['occasion'],
    rules: [
      ['3(3)', { occasion: '"ownerAway"' }, { order: '"nextInRotation"', howMany: '1' }],
      ['2.4*', { occasion: '"lunch"' }, { order: '"nextInRotation"', howMany: '2' }],
    ],
  })],
  clauses: [
    clause('3(3)', '原接待人不在时，由轮到者协助接待，不计轮次。', 'When the owner is away, the rotation’s next helps; it is not a turn.'),
    interpretation('2.4*', '午餐时间未另行规定，按排在前两位者值班执行。', 'Lunch is not ruled: the first two in the order stay on duty.'),
  ],
  tests: [
    example('duty', both('协助接待', 'Helping'), { occasion: 'ownerAway' }, '3(3)', { order: 'nextInRotation', howMany: 1 }),
    example('lunch', both('午餐', 'Lunch'), { occasion: 'lunch' }, '2.4*', { order: 'nextInRotation', howMany: 2 }),
  ],
});
