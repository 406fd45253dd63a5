import type { zhCN } from './zh-CN.ts';

const channels = { phone: 'Phone', mail: 'Mail', web: 'Web', portal: 'Portal', inPerson: 'In person', entrusted: 'Through somebody', letter: 'Letter or box', chat: 'Chat', message: 'Message', api: 'API' };

export const en: typeof zhCN = {
  yes: 'Yes', no: 'No', cancel: 'Cancel', choose: 'Choose', optional: '(optional)',
  head: { received: 'Taken in {at}', owner: 'Handled by', nobody: 'Nobody handles it yet', firstReceiver: 'First receiver', mergedInto: 'Merged into', splitFrom: 'Split from' },
  step: {
    process: 'Process: {name}', send: 'Complete “{step}”', rounds: '{count} times', round: 'Round {number}', bySystem: 'System', score: '{score} of 5',
    states: { done: 'Done', open: 'The step to do now', approving: 'Waiting for approval', toCome: 'To come', skipped: 'Not done' },
    approving: 'The solution is waiting for approval. The next step follows once it is approved.', waitsFor: 'This step waits for {who}.', recheck: 'somebody other than the person responsible', manager: 'a supervisor', nobody: 'whoever takes the case',
    sent: { next: '“{step}” is done', approving: '“{step}” was sent for approval', closed: '“{step}” is done, the case is closed' },
    scores: { lowest: '{score} dissatisfied', plain: '{score}', highest: '{score} satisfied' },
  },
  message: {
    title: 'Conversation', today: 'Today', empty: 'Nothing was said yet. Write the first message below.', told: '{who} reported · {at}', customer: 'Customer', system: 'System',
    kinds: { incoming: 'From the customer', reply: 'To the customer', note: 'Internal note' }, channels,
  },
  write: {
    title: 'Write', kind: 'What to write', kinds: { reply: 'Reply', note: 'Note', incoming: 'Customer said' },
    labels: { reply: 'Reply to the customer', note: 'Note for colleagues', incoming: 'What the customer said' },
    places: { reply: 'What the customer will read', note: 'Only colleagues see it; @ calls one in', incoming: 'What the customer said on the phone' },
    send: { reply: 'Send reply', note: 'Add note', incoming: 'Record' }, sent: { reply: 'Reply sent', note: 'Note added', incoming: 'Recorded' },
    noteHint: 'Only colleagues see notes. Whoever is mentioned is told, and sees this case.', nobody: 'No such colleague', keys: 'Ctrl+Enter sends', needsWords: 'Write something first.',
    canned: 'Canned replies', noReplies: 'There are no canned replies yet; a supervisor adds them.', attach: 'Attach', uploading: 'Uploading', detach: 'Remove {name}',
    isWriting: '{names} is replying', isReading: '{names} has it open',
    warnWriting: '{names} is replying to this customer.', warnNewer: 'Since you began, {who} wrote: {text}', lookFirst: 'Look first', sendAnyway: 'Send anyway',
  },
  clock: {
    none: 'No deadlines.', kinds: { firstResponse: 'First response', whole: 'Answer to the customer', callback: 'Call back' }, again: '{name} (round {round})',
    urgency: { calm: 'On time', half: 'Half gone', near: 'Due soon', breached: 'Overdue' }, paused: 'Paused', inTime: 'Met', late: 'Missed', moment: 'less than a minute',
    left: { working: '{time} of working time left', plain: '{time} left' }, over: { working: '{time} of working time over', plain: '{time} over' },
    spare: { working: '{time} of working time to spare', plain: '{time} to spare' }, tooLate: { working: '{time} of working time late', plain: '{time} late' },
    due: 'Due {at}', pausedFor: 'Waiting for the customer: {reason}', how: 'How it was computed', howOf: 'How it was computed: {name}', storyOf: 'How “{name}” was computed',
    limits: { workingDays: '{count} working days', workingHours: '{count} working hours', hours: '{count} hours' }, limit1: { workingDays: '1 working day', workingHours: '1 working hour', hours: '1 hour' }, extended: '+ {days} by extension',
    start: 'Begins', limit: 'Limit', plain: 'Comes to', extension: 'Extension', pause: 'Paused', pauseOf: '{from} to {to}, moved by {time}', dueAt: 'Due', moves: 'Changes',
    moved: '{from} → {to}', reasons: { started: 'Started', paused: 'Paused for the customer', resumed: 'Resumed', extended: 'Extension approved', calendar: 'Working calendar corrected', rejudged: 'Severity judged anew', stopped: 'Stopped' },
  },
  act: {
    take: 'Take', handOn: 'Hand on', wait: 'Wait for customer', goOn: 'Go on', more: 'More', extend: 'Ask for more time', remedy: 'Give redress', merge: 'Merge', split: 'Split', withdraw: 'Customer withdraws', reopen: 'Reopen',
    to: 'Hand on to', noteFor: 'Note for them',
    about: { wait: 'While the customer is waited for, the clocks stand. They go on with the customer’s next word.', withdraw: 'The customer wants nothing more. Clocks and steps stop.', reopen: 'It goes on from the second step, with new clocks.' },
    reasons: { wait: 'What is waited for', withdraw: 'What the customer said', reopen: 'Why it is taken up again' },
    done: { take: 'The case is yours', handOn: 'Handed on to {name}', wait: 'Waiting for the customer, clocks stand', goOn: 'Goes on', extend: 'Sent for approval', withdraw: 'Withdrawn', reopen: 'Reopened' },
  },
  extend: { left: 'Working days that can still be asked for: {left}; at most {most} in all. Each level approves.', days: 'Working days', reason: 'Reason', ask: 'Send for approval', asked: 'More working days asked for: {days}. Waiting for approval' },
  remedy: {
    kind: 'Kind', amount: 'Cost (CNY)', note: 'Note', give: 'Give', none: 'Nothing was given yet.', hint: 'Within your limit it is given at once; beyond it, it is sent for approval.',
    done: { granted: 'Given', approving: 'Beyond your limit, sent for approval' },
    kinds: { explanation: 'Explanation', apology: 'Apology', repair: 'Repair', exchange: 'Exchange', refund: 'Refund', compensation: 'Compensation', gift: 'Gift', points: 'Points' },
  },
  merge: { about: 'The messages of {number} go to the case you choose; {number} is no longer handled by itself.', find: 'Find by number or subject', choose: 'Merge into', nothing: 'This customer has no other open case.', done: 'Merged into {number}' },
  split: { subject: 'Subject', type: 'Service type', messages: 'Messages that go over', done: 'Split off as {number}' },
  customer: {
    unknown: 'Nobody is named yet.', others: 'Other open cases of this customer', noOthers: 'This customer has no other open case', newCase: 'New case', newFor: 'Case of {name}', take: 'Take in', taken: 'Taken in as {number}',
    channel: 'Channel', words: 'In their words', empty: 'This customer has no cases yet', emptyHint: 'Take in a call or a visit here.', more: 'Earlier ones', denied: 'You cannot see cases. Ask an administrator if you need to.',
    events: { opened: 'Taken in', answered: 'Answered', closed: 'Closed' },
  },
};
