import type { DecisionTable, OutputColumn, PolicyModel } from '#meta/decisions/decision-model.ts';
import { both, clause, example, interpretation, plainOutput, type RuleDraft, writePolicy, writeTable } from '#meta/decisions/write-policy.ts';
import { incentivePoint } from './incentive-point.ts';

const points: OutputColumn = { name: 'points', type: 'number', label: both('积分', 'Points') };
const part = (name: string, zh: string, en: string, inputs: readonly string[], rules: readonly RuleDraft[]): DecisionTable =>
  writeTable({ name, label: both(zh, en), hitPolicy: 'U', inputs, outputs: [points], rules });

const sum = 'volume.points + timeliness.points + rating.points + quality.points + regard.points';

/** A scheme to begin with: every company sets its own figures in its own version (S7: a bonus by merit, and recognition beside it). */
export const incentiveExample: PolicyModel = writePolicy({
  point: incentivePoint, label: incentivePoint.label, about: incentivePoint.about,
  uses: ['answered', 'fieldOrders', 'onTimePercent', 'rated', 'satisfaction', 'reopened', 'escalated', 'praise'],
  parameters: [
    { name: 'perCase', type: 'number', label: both('每答复一件', 'For each case answered'), value: 1, unit: both('分', 'points'), clause: '1' },
    { name: 'perOrder', type: 'number', label: both('每完成一张服务指令', 'For each service order done'), value: 2, unit: both('分', 'points'), clause: '1' },
    { name: 'perPraise', type: 'number', label: both('每收到一次表扬', 'For each praise'), value: 3, unit: both('分', 'points'), clause: '5' },
    { name: 'perPoint', type: 'number', label: both('每分折合奖金', 'Bonus for a point'), value: 2.5, unit: both('元', 'CNY'), clause: '6a' },
  ],
  tables: [
    part('volume', '工作量', 'Volume', ['answered'], [['1', { answered: '>= 0' }, { points: 'answered * perCase + fieldOrders * perOrder' }]]),
    part('timeliness', '时效', 'Timeliness', ['onTimePercent'], [
      ['2a', { onTimePercent: '>= 97' }, { points: '30' }], ['2b', { onTimePercent: '[90..97)' }, { points: '15' }],
      ['2c', { onTimePercent: '< 90' }, { points: '0' }], ['2*', { onTimePercent: 'null' }, { points: '0' }],
    ]),
    part('rating', '满意度', 'Satisfaction', ['satisfaction', 'rated'], [
      ['3a', { satisfaction: '>= 4.5', rated: '>= 5' }, { points: '30' }], ['3b', { satisfaction: '[4..4.5)', rated: '>= 5' }, { points: '15' }],
      ['3c', { satisfaction: '< 4', rated: '>= 5' }, { points: '0' }], ['3d', { satisfaction: '>= 1', rated: '< 5' }, { points: '0' }], ['3*', { satisfaction: 'null' }, { points: '0' }],
    ]),
    part('quality', '质量', 'Quality', ['reopened'], [['4', { reopened: '>= 0' }, { points: '-2 * reopened - escalated' }]]),
    part('regard', '表扬', 'Praise', ['praise'], [['5', { praise: '>= 0' }, { points: 'praise * perPraise' }]]),
    part('total', '合计', 'Sum', ['answered'], [['6', { answered: '>= 0' }, { points: sum }]]),
    writeTable({
      name: 'award', label: incentivePoint.label, hitPolicy: 'U', inputs: ['total.points'], outputs: incentivePoint.results.map(plainOutput),
      rules: [
        ['6a', { 'total.points': '> 0' }, { points: 'total.points', bonus: 'total.points * perPoint' }],
        ['6b', { 'total.points': '<= 0' }, { points: '0', bonus: '0' }],
      ],
    }),
  ],
  clauses: [
    clause('1', '每答复一件计 1 分，每完成一张服务指令计 2 分。', 'Each case answered earns one point, each service order done two.'),
    clause('2a', '按时答复达到 97% 加 30 分。', 'Thirty points when 97 per cent or more are answered in time.'),
    clause('2b', '按时答复达到 90% 加 15 分。', 'Fifteen points when 90 per cent or more are answered in time.'),
    clause('2c', '按时答复不到 90% 不加分。', 'No points for timeliness below 90 per cent.'),
    interpretation('2*', '当月没有可计时的答复，不加分也不扣分。', 'A month without timed answers adds nothing and takes nothing.'),
    clause('3a', '平均满意度 4.5 分及以上加 30 分，评分不少于五件。', 'Thirty points for a mean rating of 4.5 or more, from five ratings on.'),
    clause('3b', '平均满意度 4 分及以上加 15 分，评分不少于五件。', 'Fifteen points for a mean rating of 4 or more, from five ratings on.'),
    clause('3c', '平均满意度不到 4 分不加分。', 'No points for a mean rating below 4.'),
    clause('3d', '评分不足五件，不作为加分依据。', 'Fewer than five ratings are no ground for points.'),
    interpretation('3*', '当月没有评分，不加分也不扣分。', 'A month without ratings adds nothing and takes nothing.'),
    clause('4', '客户要求重新处理的每件扣 2 分，超时上报的每件扣 1 分。', 'Each reopened case takes two points, each escalated one takes one.'),
    clause('5', '每收到一次表扬加 3 分。', 'Each praise adds three points.'),
    clause('6', '各项相加为当月积分。', 'The parts add up to the points of the month.'),
    clause('6a', '当月积分每分折合奖金 2.5 元。', 'Each point of the month is worth a bonus of 2.5 CNY.'),
    clause('6b', '各项相加不足零分的，按零分计，不倒扣奖金。', 'A sum below nothing counts as nothing, and no bonus is taken back.'),
  ],
  tests: [
    example('good', both('八十件，全好', 'Eighty cases, all well'), { answered: 80, fieldOrders: 0, onTimePercent: 98, rated: 20, satisfaction: 4.6, reopened: 0, escalated: 0, praise: 2 }, '6a', { points: 146, bonus: 365 }),
    example('edges', both('刚到界限', 'Just at the limits'), { answered: 10, fieldOrders: 5, onTimePercent: 90, rated: 5, satisfaction: 4, reopened: 1, escalated: 2, praise: 0 }, '6a', { points: 46, bonus: 115 }),
    example('few', both('评分太少', 'Too few ratings'), { answered: 3, fieldOrders: 0, onTimePercent: 89.9, rated: 4, satisfaction: 5, reopened: 0, escalated: 0, praise: 0 }, '6a', { points: 3, bonus: 7.5 }),
    example('below', both('扣到零以下', 'Below nothing'), { answered: 1, fieldOrders: 0, onTimePercent: 0, rated: 0, satisfaction: null, reopened: 1, escalated: 3, praise: 0 }, '6b', { points: 0, bonus: 0 }),
    example('idle', both('没有可计时的', 'Nothing timed'), { answered: 0, fieldOrders: 1, onTimePercent: null, rated: 0, satisfaction: null, reopened: 0, escalated: 0, praise: 0 }, '6a', { points: 2, bonus: 5 }),
  ],
});
