import type { zh } from './zh-CN.ts';

export const en: typeof zh = {
  topics: { market: 'Market', quality: 'Quality', process: 'Process', service: 'Service', productMix: 'Product mix', satisfaction: 'Satisfaction', needs: 'Needs', other: 'Other' },
  kinds: { solution: 'Meeting of managers', symposium: 'Customer symposium', keyAccount: 'Key-account meeting', other: 'Other' },
  preparation: { topics: 'Settle the topics', guests: 'Settle the guest list', invitations: 'Invite and collect answers', venue: 'Venue and equipment', lastTime: 'What became of the last opinions', recorder: 'Who records, who does what' },
  answers: { none: 'No answer yet', accepted: 'Comes', declined: 'Does not come' },
  resolutions: { agreed: 'Agreed', notAgreed: 'Not agreed' },
  cancel: 'Cancel', save: 'Save', add: 'Add',
  create: {
    title: 'Plan a meeting', hint: 'A customer symposium comes with its seven topics and a preparation list.', back: 'Meetings', kind: 'Kind', subject: 'Subject', goal: 'Goal', place: 'Place', at: 'Begins', until: 'Ends', customer: 'Customer', users: 'Colleague', contacts: 'Contact', names: 'Others (one a line)', agenda: 'Topics (one a line)', done: 'Planned; colleagues are invited', make: 'Plan the meeting',
  },
  room: {
    agenda: 'Agenda and minutes', none: 'No agenda', minutes: 'Minutes: {item}', summary: 'Summary', saved: 'Minutes saved', due: 'Minutes are due by {time}', half: 'Half of the time is used', near: '80% of the time is used', breached: 'Overdue', sent: 'Minutes sent {time}', about: 'See the case', preparation: 'Preparation', goal: 'Goal',
    resolution: 'Resolution', resolved: 'Resolution: {outcome}', actions: 'Actions', noActions: 'No actions', due2: 'Due {day}', overdue: 'Overdue', done: 'Done', opinion: 'What the customer said', addAction: 'Add an action', subject: 'What to do', owner: 'Owner', dueOn: 'Due', addLine: 'Topic', editAgenda: 'Change the agenda', addTopic: 'Add a topic', subjectOf: 'Item {place}', remove: 'Remove {item}',
    how: 'How it was reckoned', reckoned: 'End of the meeting {end} + {hours} hours by the clock = {due}', stages: { half: 'Half: the chair is reminded {time}', near: '80%: reminded again {time}', breached: 'Not sent: the chair’s manager is told {time}' },
    toPrint: 'Print the minutes', openCase: 'Make it a case', caseKind: 'Kind', caseSubject: 'Subject', opened: '{number} is open; this action ends with it', result: 'Result: {words}', ownPreparation: 'Add to the preparation',
  },
  guests: { title: 'Participants', add: 'Invite', user: 'Colleague', contact: 'Contact', name: 'Somebody else', invited: 'Invited', notInvited: 'Not invited yet', got: 'Has the minutes', byHand: 'Handed over', hand: 'Handed over now', remove: 'Take {name} off the list', answerOf: 'Answer of {name}', come: 'I come', stay: 'I do not come', answered: 'Answer noted' },
  step: {
    hold: 'It took place', held: 'Recorded as held', send: 'Send the minutes', sendHint: 'Colleagues get them here and by mail; tick the others to whom they were handed.', sentDone: 'Sent to {sent}; {left} still without', resolve: 'Record the resolution', resolveHint: 'A resolution is recorded once; that of a meeting of managers is the solution of the complaint.', outcome: 'Outcome', text: 'What was resolved', resolvedDone: 'Resolution recorded', close: 'Close', closed: 'Closed', cancel: 'Cancel the meeting', reason: 'Reason', cancelled: 'Cancelled', plan: 'Change the plan', planHint: 'Those who take part are told; another time asks for their answers anew.', planned: 'The plan is changed; those who take part are told', calendar: 'Add to calendar',
  },
  list: { title: 'Meeting actions', hint: 'What was settled in meetings, the overdue on top.', empty: 'No actions', emptyHint: 'Actions that are added in a meeting appear here.', finish: 'Done', result: 'Result', finished: 'Noted', onlyOverdue: 'Overdue only', count: '{open} open, {overdue} overdue' },
  caseKinds: { complaint: 'Complaint', suggestion: 'Suggestion', repair: 'Repair', service: 'Service', enquiry: 'Enquiry', praise: 'Praise' },
  print: { title: 'Minutes', print: 'Print', time: 'Time', place: 'Place', chair: 'Present', absent: 'Absent', none: 'Nothing was noted', draft: 'A draft, not sent yet', back: 'Meeting', actionOwner: 'Owner' },
  agendaCount: '{count} {count|topic|topics}',
};
