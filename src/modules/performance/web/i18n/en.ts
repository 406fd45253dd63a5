import type { Translated } from '#kernel/texts.ts';
import type { zh } from './zh-CN.ts';

export const en: Translated<typeof zh> = {
  period: {
    label: 'Period', day: 'Day', week: 'Week', month: 'Month', quarter: 'Quarter', own: 'Own dates', from: 'From', to: 'To', earlier: 'Earlier', later: 'Later', unit: 'Unit', allUnits: 'All units',
  },
  print: 'Print', csv: 'Export CSV', xlsx: 'Export Excel', close: 'Close', cancel: 'Cancel', save: 'Save', more: 'Show {n} more',
  team: {
    title: 'Performance', hint: 'Every figure is counted from cases; press one to see which.', person: 'Person', together: 'Together', median: 'Median', empty: 'Nothing to count in this period', emptyHint: 'Try another period or unit.',
    volume: 'Volume', speed: 'Time', quality: 'Quality', sort: 'Sort by {name}', scroll: 'Performance table, scrolls sideways', ninety: '90% ≤ {time}',
  },
  own: { title: 'My performance', hint: 'Seen by you and those above you only.' },
  person: {
    title: 'Performance of {name}', hint: '{unit}, beside the median of the unit.', back: 'Performance', noUnit: 'No unit', better: 'Better than the median', worse: 'Behind the median', same: 'Same as the median', median: 'Unit median {value}', noMedian: 'Fewer than three people: no median', none: 'None', of: '{a} of {b}', rated: '{n} {n|rating|ratings}', audits: '{n} {n|audit|audits}', cases: '{n} {n|case|cases}', clock: 'by the clock {time}', ninety: '90% ≤ {time}',
    trend: 'Twelve months', trendLabel: '{name} by month, beside the unit median', figure: 'Figure', month: 'Month', self: 'This person', unitMedian: 'Unit median', noTrend: 'Nothing in these twelve months',
  },
  list: { title: '{figure}: {n}', person: 'Person', none: 'Nothing', withheld: 'You may not see what it is about', onTime: 'in time', late: 'late', score: '{n}', points: '{n} {n|point|points}', working: '{time} of working time', open: 'Show what {figure} counts, {value}' },
  definitions: 'How it is counted',
  how: {
    taken: 'Cases received in the period of which this person is the first receiver.',
    answered: 'Cases handled by this person whose last answer was given in the period.',
    closed: 'Cases handled by this person and closed in the period.',
    fieldOrders: 'Service orders that this person completed on site in the period.',
    response: 'What came in writing: from receipt to the first response, in working time by the calendar, as a median. Whoever speaks on the phone or in person has responded at once: not counted.',
    solve: 'From receipt to the last answer. Working time by the calendar of the case leaves out waiting for the customer; clock time does not.',
    onTime: 'Of the cases answered in the period, how many kept their last deadline.',
    satisfaction: 'Of the cases answered in the period: what customers gave in the call back or the portal, 1 to 5, as a mean.',
    reopened: 'Of the cases answered in the period, how many customers called not solved, so that they were handled again.',
    escalated: 'Cases whose deadline was missed and went to a manager in the period, once each.',
    audit: 'Audits confirmed in the period that name this person; one that names nobody counts for everybody of the unit. The mean of the procedural and the personal face.',
    praise: 'Praise from customers and colleagues in the period, without what was taken off the wall.',
    excluded: 'Merged and withdrawn cases are not counted. Half of the people are above the median and half below; with fewer than three people there is none.',
  },
  units: { count: '{n}', seconds: '{n} s', minutes: '{n} min', hours: '{n} h', days: '{n} d', percent: '{n}%', mean: '{n}' },
  times: {
    title: 'Service times', hint: 'How long each part takes from the first word to the end, by the clock, as customers live through it.', by: 'Grouped', type: 'By service type', unitBy: 'By unit', count: 'Count', median: 'Median', p90: '90% within', group: 'Group', month: 'Month', noEvents: 'Cannot be counted yet', noneYet: 'Nothing here',
    show: 'Show which', list: '{name}: {n}', listHint: 'The longest first.', unnamed: 'None', trendLabel: 'Median {name} by month', details: 'By month and group', source: 'From: {events}', noneWhy: '{empty} {what}', ended: 'ended {at}',
    name: { booking: 'Booking time', waiting: 'Waiting time', response: 'Response time', service: 'Service time', delivery: 'Delivery time', followUp: 'Follow-up time', delay: 'Delay', correction: 'Correction time', warranty: 'Warranty time' },
    how: {
      booking: 'From the service order until the appointment begins.', waiting: 'From the beginning of the appointment until somebody is there; early is none.', response: 'What came in writing: from receipt to the first response.', service: 'From arrival on site until it is done.', delivery: 'From receipt to the answer.',
      followUp: 'From the answer until the call back is done.', delay: 'How long after the deadline, of late cases only.', correction: 'From “not solved” until the next answer.', warranty: 'From hand-over to the end of the warranty, and how soon something is reported again.',
    },
    from: {
      booking: 'Service orders: made, appointment', waiting: 'Service orders: appointment, arrival', response: 'Cases: received, first response', service: 'Service orders: arrival, done', delivery: 'Cases: received, answered',
      followUp: 'The call-back step of the process', delay: 'Deadlines: due, stopped', correction: 'Deadlines of the second round and later', warranty: 'Nothing',
    },
    missing: {
      empty: 'No such event in this period.', booking: 'With an appointment given when dispatching there is a booking time.', waiting: 'When field workers press Arrived on the phone there is a waiting time.', service: 'When field workers press Arrived and hand in their report there is a service time.', followUp: 'When the process has a call back and it is done there is a follow-up time.', delay: 'Nothing was late, so there is no delay.', correction: 'Nobody asked for another round, so there is no correction time.', response: 'Once something that came in writing is responded to there is a response time.', delivery: 'Once a customer is answered there is a delivery time.',
      warranty: 'Hand-over and warranty dates are not recorded. Ask an administrator to add the fields “handed over on” and “warranty until” to customers or units and fill them in; later repairs can then be held against them.',
    },
  },
  runs: {
    title: 'Incentives', hint: 'Computed person by person by the scheme, posted once approved; a posted entry never changes, a correction is an entry of its own.', new: 'Compute a month', month: 'Month', unit: 'Unit', scheme: 'Scheme', people: 'People', points: 'Points', amount: 'Bonus', state: 'State', empty: 'No incentive yet', emptyHint: 'Choose a month that is over and compute it.',
    states: { draft: 'Draft', submitted: 'To be approved', posted: 'Posted', dropped: 'Given up' }, correction: 'Correction', by: 'run by {who}', noScheme: 'No incentive scheme yet', noSchemeHint: 'Put the example into use, then set your own figures among the policies.', useScheme: 'Use the example', schemeUsed: 'The scheme is in use; change it among the policies', policy: 'See the scheme', make: 'Compute', made: 'Computed, please check', denied: 'You may not see incentive runs',
  },
  run: {
    title: 'Incentive of {month}, {unit}', correction: 'Correction for {month}', back: 'Incentives', hint: 'Why shows the clause, the figures it rests on and the version of the policy.', person: 'Person', why: 'Why', total: 'Sum', compute: 'Compute anew', computed: 'Computed anew from the records as they are', submit: 'Ask for approval', submitted: 'Sent for approval', submitHint: 'From then on no figures move; a manager approves and it is posted.', submitTitle: 'Send the incentive of {month}', drop: 'Give up', dropTitle: 'Give this draft up', dropHint: 'The month can be computed anew afterwards.', dropped: 'Given up', approval: 'See the approval', empty: 'Nobody has anything to count in this month', at: 'computed {at}', posted: 'posted {at}', reason: 'Reason: {reason}',
  },
  entries: {
    title: 'Incentive entries', none: 'No incentive yet', noneHint: 'Once a month is approved it stands here; each entry answers Why.', month: 'Month', points: 'Points', amount: 'Bonus', why: 'Why', total: 'Sum', correction: 'Correction', correct: 'Correct', correctTitle: 'Correct {name}, {month}', correctHint: 'The entry stays; once approved the difference is posted beside it.', pointsBy: 'Points, more or less', amountBy: 'Bonus in CNY, more or less', reason: 'Reason', send: 'Ask for approval', sent: 'The correction was sent for approval', signed: 'May be negative, such as -2.5',
  },
  wall: {
    title: 'Praise wall', hint: 'Praise from customers, and from one colleague to another.', all: 'All', customer: 'Customers', colleague: 'Colleagues', hidden: 'Taken off', show: 'From', praise: 'Praise a colleague', empty: 'No praise yet', emptyHint: 'Who helped you? One sentence lets everybody see it.', by: 'praised by {who}', byCustomer: 'praised by a customer', withheld: 'The words are in the case, for those who may see it.', noWords: 'The customer left no words.', case: 'See case {number}', points: '{n} {n|point|points}', person: 'Whom', words: 'For what', wordsHint: 'Say what was done and whom it helped.', pointsLabel: 'Points', left: '{left} of {monthly} points left this month', noPoints: 'The points of this month are given; words alone are fine', send: 'Put on the wall', sent: 'It is on the wall', hide: 'Take off', hideTitle: 'Take this praise off the wall', hideReason: 'Why', hid: 'Taken off', putBack: 'Put back', back: 'Back on the wall', hiddenFor: 'Taken off because: {reason}', change: 'Somebody else', changeTitle: 'Whom is this praise about', changed: 'The praise was passed on', react: { applause: 'Applause', thanks: 'Thanks', learn: 'Learn' }, reactions: 'React to {name}', load: 'Show more', homeAll: 'All', own: 'for you', mine: 'Mine',
  },
};
