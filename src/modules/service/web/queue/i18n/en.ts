import type { Translated } from '#kernel/texts.ts';
import type { zhCN } from './zh-CN.ts';

export const en: Translated<typeof zhCN> = {
  title: 'Case queue', hint: 'The nearest deadline first. Deadlines follow the working calendar; open one to see how it was computed.',
  open: 'New case', kind: 'Kind', allKinds: 'All kinds', queue: 'Queue', allQueues: 'All queues', more: 'Show 50 more', shown: '{n} shown',
  boxes: 'Boxes', box: { mine: 'Mine', steps: 'Waits for me', unassigned: 'Unassigned', team: 'Whole team', waiting: 'Waiting for customer', overdue: 'Overdue' }, many: '{n}+',
  column: { choose: 'Choose', due: 'Deadline', subject: 'Subject', kind: 'Kind', customer: 'Customer', step: 'Step', owner: 'Handled by' },
  due: { breached: '{time} over', near: 'Due soon, {time} left', half: 'Half gone, {time} left', calm: '{time} left', waiting: 'Waits for customer, clock stands', none: 'No deadline', at: 'Due {at}' },
  time: { days: '{n} {n|day|days}', hours: '{n} h', minutes: '{n} min', both: '{a} {b}', now: 'under 1 min' },
  noCustomer: 'No customer', noOwner: 'Nobody', noStep: 'Steps done', urgent: 'Urgent', high: 'High', major: 'Major',
  choose: 'Choose {number}', chooseAll: 'Choose all that are shown', chosen: '{n} chosen', take: 'Take', handOn: 'Hand on', clear: 'Choose none',
  empty: {
    mine: 'Nothing lies with you', mineHint: 'See whether “Unassigned” has one that you can take.', steps: 'No step waits for you', stepsHint: 'It shows here when it is your turn, and you are notified.', unassigned: 'Somebody handles each of them', unassignedHint: 'New ones are given out by their queue.',
    team: 'No open cases', teamHint: 'Press N when a customer calls.', waiting: 'None waits for a customer', waitingHint: 'Choose “Wait for customer” on a request: its clock stands.', overdue: 'None is overdue', overdueHint: 'Whoever handles one is warned before it is due.', filtered: 'Nothing matches', filteredHint: 'Choose another kind or queue.', showAll: 'Show the whole team',
  },
  setup: { title: 'The service desk is not set up yet', hint: 'Choose a set of deadlines and name the people: then the first request can be taken in.', go: 'Set it up', ask: 'Ask the service supervisor to set it up.' },
  bulk: { macro: 'Macros', macroTitle: 'Run a macro on {n} {n|case|cases}', macroHint: 'One after the other, with the words of each; a case that refuses one act stays as it was.', noMacros: 'There are no macros yet. A supervisor adds them.', run: 'Run', set: 'Set', priorityTitle: 'Priority of {n} {n|case|cases}', takeTitle: 'Take {n} {n|case|cases}', takeHint: 'From then on their deadlines are yours.', progress: '{done} of {n} done', stop: 'Stop' },
  handOnTitle: 'Hand on {n} {n|request|requests}', to: 'To', note: 'Note', noteHint: 'For the colleague; the customer does not see it.', cancel: 'Cancel', close: 'Close',
  result: { title: 'Result', done: '{n} done', taken: '{n} taken', handed: '{n} handed on', set: 'Priority of {n} set', ran: 'Run on {n}', choose: 'Choose those not done', failed: '{n} not done', ok: 'Done' },
  intake: {
    title: 'New case', phone: 'Caller’s number', phoneHint: 'The whole number, or its last four', found: 'Customers found', foundByEnd: 'Numbers that end so: ask, then choose', isIt: 'Is it:', notThem: 'None of them', contactOf: 'Contact {name}', nobody: 'No customer has this number. Find one by name, or note the caller only.', badPhone: 'No number ends so. If it is not complete yet: a landline needs its area code.',
    customer: 'Customer', customerHint: 'By name, pinyin or code', reporter: 'Caller', type: 'What is it', subject: 'Subject', subjectHint: 'One plain sentence', description: 'Details', place: 'Place', placeHint: 'Building, room, shop',
    isLocal: 'In this city', isLocalHint: 'Deadlines in hours differ by it', priority: 'Priority', more: 'More', channel: 'Channel', email: 'Email', owner: 'Give to', ownerHint: 'Empty: by the queue',
    openOnes: '{n} open already. Is it one of these?', addHere: 'This one: add to it', received: 'Received {at}', addTitle: 'Add to {number}', words: 'What the customer said', add: 'Add', back: 'Back to the new one',
    save: 'Take in', noTypes: 'No service type is in use.', needType: 'Choose what it is.', needSubject: 'Write the subject.',
    savedTitle: 'Taken in', number: 'Number', due: 'Answer due', noDue: 'No deadline', who: 'Handled by', nobodyYet: 'Nobody yet; waits to be taken', you: '{name} (you)', openCase: 'Open', again: 'Take in another', addedTitle: 'Added', addedText: 'The message is in {number}; whoever handles it is notified.', clear: 'Clear',
  },
};
