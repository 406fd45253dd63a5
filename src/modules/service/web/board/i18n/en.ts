import type { Translated } from '#kernel/texts.ts';
import type { zhCN } from './zh-CN.ts';

export const en: Translated<typeof zhCN> = {
  title: 'Service board', hint: 'Whether complaints and repairs slip through, how satisfied customers are, and where problems come from.', period: 'Period', range: { month: 'This month', quarter: 'Three months', year: 'Twelve months' }, from: 'From', to: 'To', unit: 'Unit', allUnits: 'All units', print: 'Print',
  leaks: 'The four no-leaks', leaksNote: 'Complaints and repairs: {n}', leak: {
    recorded: { name: 'Recorded', text: 'Nobody wrote down who reported it, so nobody can be answered or called back.' },
    handled: { name: 'Handled', text: 'The deadline is over and the customer has no answer.' },
    rechecked: { name: 'Rechecked', text: 'Answered, but the time for the call back is over, or it was closed, and the customer was not asked.' },
    fedBack: { name: 'Fed back', text: 'Closed with a cause that somebody can prevent, but design, production or operations was not told.' },
  },
  leakNone: 'None slipped', leakSome: '{n} slipped', show: 'Show which', offenders: '{name}: {n}', offendersHint: 'The oldest first.', received: 'Received {at}', nobody: 'Nobody', close: 'Close',
  rates: 'Three control rates', rate: {
    complaintRate: { name: 'Complaint rate', text: 'Complaints ÷ customers at the end of the period', of: '{a} ÷ {b} customers' },
    omissionRate: { name: 'Omission rate', text: 'Those that miss any of the four ÷ all complaints and repairs', of: '{a} ÷ {b}' },
    dissatisfactionRate: { name: 'Dissatisfaction rate', text: 'Call backs with 1 or 2 points ÷ call backs with points', of: '{a} ÷ {b}' },
  },
  noRate: 'Not enough yet', trend: '{name} by month', month: 'Month', noMonths: 'A trend needs more than one month',
  causes: 'Causes', causesNote: 'Most frequent first; the line adds them up', causesLabel: 'Cases by cause, with the cumulative share', cause: 'Cause', cases: 'Cases', share: 'Cumulative', cost: 'Cost of redress', actions: 'Open actions', unnamed: 'No cause named', costTotal: 'Redress in all {amount}', causesNone: 'No complaints or repairs in this time', causesNoneHint: 'Choose another period or unit.', vital: 'The first {n} make {share}',
  value: 'What complaints are worth', valueNote: 'Whether customers bought again within twelve months', valueHint: 'The training says: 95 % return after a solution on the spot, 70 % after a solution. Below are the company’s own figures.', outcome: { onSpot: 'Solved on the spot', solved: 'Solved', unsolved: 'Not solved' }, own: 'Here', benchmark: 'Training', returned: '{a} of {b} bought again', valueNone: 'No complaint is twelve months old yet', noBenchmark: 'None', better: '{n} points above', worse: '{n} points below',
  late: 'Corrective actions overdue', lateNone: 'No corrective action is overdue', due: 'Due {day}', all: 'All corrective actions',
};
