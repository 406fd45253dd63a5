import { both, clause, example, writePolicy, writeTable } from '#meta/decisions/write-policy.ts';
import { dutyPoint } from '../../points/duty.point.ts';

/** Duty receptions and lunch by the rotation rule (RE-5, 6). */
export const siteRotationDuty = writePolicy({
  point: dutyPoint,
  label: dutyPoint.label,
  about: dutyPoint.about,
  uses: ['occasion'],
  tables: [writeTable({
    name: 'duty', label: dutyPoint.label, hitPolicy: 'U', outputs: dutyPoint.results, inputs: ['occasion'],
    rules: [
      ['7.5', { occasion: '"ownerAway"' }, { order: '"lastInOrder"', howMany: '1' }],
      ['3.14', { occasion: '"lunch"' }, { order: '"nextInRotation"', howMany: '2' }],
    ],
  })],
  clauses: [
    clause('7.5', '原接待人不在时，由当日排在最后一位者义务接待，本人轮次保留。', 'When the owner is away, the last in the day’s order receives on duty and keeps the own turn.'),
    clause('3.14', '午餐时间由排在前两位者值班。', 'At lunch the first two in the order stay on duty.'),
  ],
  tests: [
    example('duty', both('义务接待', 'Duty reception'), { occasion: 'ownerAway' }, '7.5', { order: 'lastInOrder', howMany: 1 }),
    example('lunch', both('午餐', 'Lunch'), { occasion: 'lunch' }, '3.14', { order: 'nextInRotation', howMany: 2 }),
  ],
});
