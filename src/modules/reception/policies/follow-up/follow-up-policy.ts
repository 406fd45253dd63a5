import type { Clause, PolicyModel } from '#meta/decisions/decision-model.ts';
import { both, choice, example, interpretation, plainOutput, writePolicy, writeTable } from '#meta/decisions/write-policy.ts';
import { followUpPoint } from '../../points/follow-up.points.ts';

const days = both('天', 'days');

/** The rhythm of follow-ups; `sheet` is the company's own clause about classes A and B. The numbers are ours, to be set by the company. */
export const followUpPolicy = (sheet: Clause, report: Clause): PolicyModel => writePolicy({
  point: followUpPoint, label: followUpPoint.label, about: followUpPoint.about, uses: ['prospectClass', 'daysSinceReached'],
  parameters: [
    { name: 'daysOfA', type: 'number', label: both('A 类', 'Class A'), value: 3, unit: days, clause: 'F1' },
    { name: 'daysOfB', type: 'number', label: both('B 类', 'Class B'), value: 7, unit: days, clause: 'F1' },
    { name: 'daysOfC', type: 'number', label: both('C 类', 'Class C'), value: 15, unit: days, clause: 'F1' },
    { name: 'daysOfD', type: 'number', label: both('D 类', 'Class D'), value: 30, unit: days, clause: 'F1' },
    { name: 'remindBefore', type: 'number', label: both('提前提醒', 'Reminder before'), value: 1, unit: days, clause: 'F1' },
  ],
  derived: [
    {
      name: 'rhythm', type: 'number', label: both('应联系间隔', 'Contact within'), clause: 'F1',
      expression: 'if prospectClass = "A" then daysOfA else if prospectClass = "B" then daysOfB else if prospectClass = "C" then daysOfC else daysOfD',
    },
    {
      name: 'lateness', type: 'choice', label: both('是否超期', 'Late'), clause: 'F2',
      choices: [choice('inTime', '未超期', 'In time'), choice('late', '已超期', 'Late'), choice('veryLate', '超期一倍以上', 'More than twice the time')],
      expression: 'if daysSinceReached <= rhythm then "inTime" else if daysSinceReached <= rhythm * 2 then "late" else "veryLate"',
    },
  ],
  tables: [writeTable({
    name: 'followUp', label: followUpPoint.label, hitPolicy: 'U', outputs: followUpPoint.results.map(plainOutput), inputs: ['prospectClass', 'lateness'],
    rules: [
      [sheet.key, { prospectClass: '"A","B"', lateness: '"inTime"' }, { contactWithinDays: 'rhythm', warnAfterDays: 'rhythm - remindBefore', escalateTo: '"nobody"' }],
      [report.key, { prospectClass: '"A","B"', lateness: '"late"' }, { contactWithinDays: 'rhythm', warnAfterDays: 'rhythm - remindBefore', escalateTo: '"manager"' }],
      ['F2', { prospectClass: '"A","B"', lateness: '"veryLate"' }, { contactWithinDays: 'rhythm', warnAfterDays: 'rhythm - remindBefore', escalateTo: '"director"' }],
      ['F3', { prospectClass: '"C","D"', lateness: '"inTime"' }, { contactWithinDays: 'rhythm', warnAfterDays: 'rhythm - remindBefore', escalateTo: '"nobody"' }],
      ['F3', { prospectClass: '"C","D"', lateness: '"late","veryLate"' }, { contactWithinDays: 'rhythm', warnAfterDays: 'rhythm - remindBefore', escalateTo: '"manager"' }],
    ],
  })],
  clauses: [
    sheet, report,
    interpretation('F1', '只有联系上客户才算一次有效跟进；各类客户的跟进间隔由公司设定。', 'A follow-up counts only when the customer was reached; the company sets the days for each class.'),
    interpretation('F2', 'A、B 类客户超期一倍以上的，同时报告公司领导。', 'Class A or B late by more than twice the time is reported to the director as well.'),
    interpretation('F3', 'C、D 类客户同样按间隔跟进，超期只报告直接上级。', 'Classes C and D keep their own rhythm; late ones are reported to the manager only.'),
  ],
  tests: [
    example('due', both('A 类第三天', 'Class A, third day'), { prospectClass: 'A', daysSinceReached: 3 }, sheet.key, { contactWithinDays: 3, escalateTo: 'nobody' }),
    example('late', both('A 类第四天', 'Class A, fourth day'), { prospectClass: 'A', daysSinceReached: 4 }, report.key, { escalateTo: 'manager' }),
    example('veryLate', both('B 类第十五天', 'Class B, fifteenth day'), { prospectClass: 'B', daysSinceReached: 15 }, 'F2', { escalateTo: 'director' }),
    example('d', both('D 类两个月', 'Class D, two months'), { prospectClass: 'D', daysSinceReached: 61 }, 'F3', { contactWithinDays: 30, escalateTo: 'manager' }),
  ],
});
