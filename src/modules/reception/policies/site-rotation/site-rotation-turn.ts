import { both, clause, example, interpretation, writePolicy, writeTable } from '#meta/decisions/write-policy.ts';
import { turnPoint } from '../../points/turn.point.ts';

/** Missed turns by the rotation rule (RE-3). */
export const siteRotationTurn = writePolicy({
  point: turnPoint,
  label: turnPoint.label,
  about: turnPoint.about,
  uses: ['state', 'isConfirmed'],
  tables: [writeTable({
    name: 'turn', label: turnPoint.label, hitPolicy: 'U', outputs: turnPoint.results, inputs: ['state', 'isConfirmed'],
    rules: [
      ['3.4', { state: '"absent"' }, { effect: '"lost"' }],
      ['3.4', { state: '"sentBySuperior"', isConfirmed: 'true' }, { effect: '"firstOnReturn"' }],
      ['3.4*', { state: '"onBusiness"', isConfirmed: 'true' }, { effect: '"firstOnReturn"' }],
      ['3.4*', { state: '"sentBySuperior","onBusiness"', isConfirmed: 'false' }, { effect: '"lost"' }],
      ['2.1', { state: '"notReady"' }, { effect: '"lost"' }],
      ['5.1', { state: '"receivingDesignated"' }, { effect: '"lost"' }],
      ['4.2', { state: '"onDuty"' }, { effect: '"firstOnReturn"' }],
      ['3.2*', { state: '"receiving","receivingReturning"' }, { effect: '"madeUp"' }],
      ['3.14*', { state: '"lunch"' }, { effect: '"firstOnReturn"' }],
    ],
  })],
  clauses: [
    clause('2.1', '着装、仪容、资料或价格信息不符合要求的，现场负责人可取消其本轮接待资格。', 'Who is not ready (dress, sales kit, price-list check) may be taken out for the round by the site manager.'),
    clause('3.4', '轮到而无正当理由不在岗的，本轮取消；确因上级临时安排、经项目经理核实的，回来后优先轮值。', 'Absent at one’s turn without good reason: the turn is lost. Sent away by a superior, confirmed by the project manager: first in line on return.'),
    clause('5.1', '因指定接待错过的轮次不另行补班。', 'A turn missed because of a designated reception is not made up.'),
    interpretation('3.2*', '正在接待客户不算缺席，错过的轮次过后补上。', 'Receiving a customer is no absence; turns missed meanwhile are made up.'),
    interpretation('3.4*', '因公外出经核实的，按上级安排处理；外出未经项目经理核实的，按无正当理由处理。', 'An absence on business that was confirmed is treated as being sent away; one that the project manager did not confirm counts as without good reason.'),
    interpretation('3.14*', '午餐时间轮到而不在前两位值班之列的，轮次保留，回来后优先。', 'Whoever is at lunch and not one of the two on duty keeps the turn and is first on return.'),
    interpretation('4.2', '义务接待不影响本人的下一轮：7.5 对老客户介绍已写明，其他义务接待照此办理。', 'Duty reception does not touch one’s own next turn: written in 7.5 for introduced customers, applied to every duty.'),
  ],
  tests: [
    example('absent', both('无故缺席', 'Absent'), { state: 'absent' }, '3.4', { effect: 'lost' }),
    example('sent', both('上级安排，已核实', 'Sent away, confirmed'), { state: 'sentBySuperior', isConfirmed: true }, '3.4', { effect: 'firstOnReturn' }),
    example('designated', both('指定接待', 'Designated reception'), { state: 'receivingDesignated' }, '5.1', { effect: 'lost' }),
  ],
});
