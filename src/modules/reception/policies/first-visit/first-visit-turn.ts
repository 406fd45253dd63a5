import { both, clause, example, interpretation, writePolicy, writeTable } from '#meta/decisions/write-policy.ts';
import { turnPoint } from '../../points/turn.point.ts';

/** Missed turns by the first-visit rule (RE-3): counted while away or busy, made up on return. */
export const firstVisitTurn = writePolicy({
  point: turnPoint,
  label: turnPoint.label,
  about: turnPoint.about,
  uses: ['state'],
  tables: [writeTable({
    name: 'turn', label: turnPoint.label, hitPolicy: 'U', outputs: turnPoint.results, inputs: ['state'],
    rules: [
      ['2.3', { state: '"onBusiness","receiving"' }, { effect: '"madeUp"' }],
      ['2.3*', { state: '"sentBySuperior","receivingReturning","receivingDesignated","onDuty","lunch"' }, { effect: '"madeUp"' }],
      ['2.3**', { state: '"absent","notReady"' }, { effect: '"lost"' }],
    ],
  })],
  clauses: [
    clause('2.3', '轮到时因公外出或正在接待的，其他人依次接待；回来后空几轮补接几名新客户。', 'Away on business or busy receiving when the turn comes: the others go on in order; on return as many new customers are made up as turns were missed.'),
    interpretation('2.3*', '上级安排、义务接待、指定接待、接待老客户和午餐，同样按公事处理。', 'Being sent away, duty, designated and returning receptions and lunch are treated as business.'),
    interpretation('2.3**', '无故不在岗或未备妥的，轮次不补。', 'Turns missed without good reason, or for not being ready, are not made up.'),
  ],
  tests: [
    example('business', both('公事外出', 'Away on business'), { state: 'onBusiness' }, '2.3', { effect: 'madeUp' }),
    example('absent', both('无故缺席', 'Absent'), { state: 'absent' }, '2.3**', { effect: 'lost' }),
  ],
});
