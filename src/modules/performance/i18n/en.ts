import type { Translated } from '#kernel/texts.ts';
import type { zhCN } from './zh-CN.ts';

const owned = { owner: 'Person', unit: 'Unit' };

export const en: Translated<typeof zhCN> = {
  objects: {
    incentiveRun: {
      one: 'Incentive run', many: 'Incentive runs', groups: { main: 'Details' }, help: {},
      fields: { month: 'Month', kind: 'Kind', state: 'State', pack: 'Scheme', reason: 'Reason', people: 'People', points: 'Points', amount: 'Bonus', postedAt: 'Posted at', owner: 'Run by', unit: 'Unit' },
      choices: { kind: { award: 'Month', correction: 'Correction' }, state: { draft: 'Draft', submitted: 'To be approved', posted: 'Posted', dropped: 'Given up' } },
    },
    incentiveEntry: {
      one: 'Incentive entry', many: 'Incentive entries', groups: { main: 'Details' }, help: { points: 'Whoever may read somebody’s entries may read their performance sheet.' },
      fields: { month: 'Month', kind: 'Kind', points: 'Points', amount: 'Bonus', clause: 'Clause', reason: 'Reason', run: 'Run', corrects: 'Corrects', ...owned },
      choices: { kind: { award: 'Month', correction: 'Correction' } },
    },
    recognition: {
      one: 'Praise', many: 'Praise', groups: { main: 'Details' }, help: { words: 'A customer’s words are in the case, for those who may read it.' },
      fields: { kind: 'From', author: 'By', words: 'Words', points: 'Points', month: 'Month', case: 'Case', hiddenFor: 'Taken off because', hiddenBy: 'Taken off by', ...owned },
      choices: { kind: { customer: 'A customer', colleague: 'A colleague' } },
    },
  },
  figure: {
    taken: 'Taken in', answered: 'Answered', closed: 'Closed', fieldOrders: 'Field visits', response: 'First response', solve: 'Time to answer', onTime: 'In time', satisfaction: 'Satisfaction', reopened: 'Reopened', escalated: 'Escalated', audit: 'Audit score', praise: 'Praise',
  },
  file: { title: 'Performance', person: 'Person', unit: 'Unit', total: 'Together', count: 'count', median: 'median (working minutes)', p90: '90% within (working minutes)', clock: 'median (minutes)', clockP90: '90% within (minutes)', percent: '%', of: 'of', mean: 'mean' },
};
