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
    quoted: 'Earlier mails and signature', mailOf: 'Mail of {who}', asText: 'Show as text', asHtml: 'Show as it was laid out', showPictures: 'Show {n} remote {n|picture|pictures}', picturesHint: 'The sender may learn that you read it',
  },
  write: {
    title: 'Write', kind: 'What to write', kinds: { reply: 'Reply', note: 'Note', incoming: 'Customer said' },
    labels: { reply: 'Reply to the customer', note: 'Note for colleagues', incoming: 'What the customer said' },
    places: { reply: 'What the customer will read', note: 'Only colleagues see it; @ calls one in', incoming: 'What the customer said on the phone' },
    send: { reply: 'Send reply', note: 'Add note', incoming: 'Record' }, sent: { reply: 'Reply sent', note: 'Note added', incoming: 'Recorded' },
    noteHint: 'Only colleagues see notes. Whoever is mentioned is told, and sees this case.', nobody: 'No such colleague', keys: 'Ctrl+Enter sends', needsWords: 'Write something first.',
    canned: 'Canned replies', noReplies: 'There are no canned replies yet; a supervisor adds them.', attach: 'Attach', uploading: 'Uploading', detach: 'Remove {name}', refused: '{name} was not taken: {why}',
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
    moved: '{from} → {to}', reasons: { started: 'Started', paused: 'Paused for the customer', resumed: 'Resumed', extended: 'Extension approved', calendar: 'Working calendar corrected', rejudged: 'Severity judged anew', retyped: 'Another type, deadline decided anew', stopped: 'Stopped' },
  },
  act: {
    take: 'Take', handOn: 'Hand on', wait: 'Wait for customer', goOn: 'Go on', more: 'More', extend: 'Ask for more time', remedy: 'Give redress', merge: 'Merge', split: 'Split', withdraw: 'Customer withdraws', reopen: 'Reopen', correct: 'Correct details', retype: 'Change type',
    to: 'Hand on to', noteFor: 'Note for them',
    about: { wait: 'While the customer is waited for, the clocks stand. They go on with the customer’s next word.', withdraw: 'The customer wants nothing more. Clocks and steps stop.', reopen: 'It goes on from the second step, with new clocks.' },
    reasons: { wait: 'What is waited for', withdraw: 'What the customer said', reopen: 'Why it is taken up again' },
    done: { take: 'The case is yours', handOn: 'Handed on to {name}', wait: 'Waiting for the customer, clocks stand', goOn: 'Goes on', extend: 'Sent for approval', withdraw: 'Withdrawn', reopen: 'Reopened' },
  },
  extend: { left: 'Working days that can still be asked for: {left}; at most {most} in all. Each level approves.', days: 'Working days', reason: 'Reason', ask: 'Send for approval' },
  remedy: {
    kind: 'Kind', amount: 'Cost (CNY)', note: 'Note', give: 'Give', none: 'Nothing was given yet.', hint: 'Within your limit it is given at once; beyond it, it is sent for approval.',
    done: { granted: 'Given', approving: 'Beyond your limit, sent for approval' },
    kinds: { explanation: 'Explanation', apology: 'Apology', repair: 'Repair', exchange: 'Exchange', refund: 'Refund', compensation: 'Compensation', gift: 'Gift', points: 'Points' },
  },
  merge: { about: 'The messages of {number} go to the case you choose; {number} is no longer handled by itself.', find: 'Find by number or subject', choose: 'Merge into', nothing: 'This customer has no other open case.', done: 'Merged into {number}' },
  correct: { save: 'Save', done: 'Corrected', stale: 'A colleague changed this case after you opened it. What they wrote stands below the fields; all that you wrote is still here, and saving again puts yours in place.', theirs: 'Now', now: '(now {value}; leave empty to keep it)' },
  retype: { about: 'The process begins anew; deadlines are decided by the policies of the new type, from where they began. The reason goes into the conversation and the history.', now: 'Now: {type}', to: 'Change to', reason: 'Why', change: 'Change type', done: 'Type changed, process and deadlines decided anew' },
  macro: {
    title: 'Macros', run: 'Run', preview: 'What it will do', none: 'There are no macros yet.', make: 'Write one', ask: 'A supervisor adds them.', done: '“{name}” is done', broken: 'This macro is not complete. Ask a supervisor to mend it.', gone: '(no longer here)',
    acts: { reply: 'Reply', note: 'Note', priority: 'Priority', tag: 'Tag', handOn: 'Hand on', wait: 'Wait for customer' }, levels: { low: 'Low', normal: 'Normal', high: 'High', urgent: 'Urgent' },
  },
  waits: {
    about: { solution: 'Solution: {state}', extension: 'More time: {state}', remedy: 'Redress: {state}' }, by: 'waits for {names}', nobody: 'waits for approval; nobody suits it yet', returned: 'was sent back: put it right and submit again', since: 'Since {at}', level: 'Level {step} of {count}', open: 'Open the approval',
    meeting: 'Waits for the resolution of a meeting', meetingOf: 'Waits for the resolution of the meeting led by {name}', meets: 'Meets {at}', openMeeting: 'Open the meeting',
  },
  left: { doneBy: '{who} completed “{step}” a moment ago. What you wrote is still here:', changed: '“{step}” no longer waits for you. What you wrote is still here:', copy: 'Copy', copied: 'Copied', drop: 'Discard' },
  circle: {
    noRelated: 'No related cases.', noWatchers: 'Nobody watches it yet.', watchers: 'Watched by {names}', watch: 'Watch', unwatch: 'Stop watching', watched: 'You are told when the customer writes', unwatched: 'No longer watched',
    addWatcher: 'Ask to watch', called: '{name} was asked to watch', addRelated: 'Add related', linked: 'Linked with {number}', unlink: 'Take away the link with {number}', unlinked: 'No longer linked with {number}',
    how: { linked: 'Related', splitFrom: 'This one was split from it', splitInto: 'Split off from this one', mergedFrom: 'Merged into this one' },
  },
  split: { subject: 'Subject', type: 'Service type', messages: 'Messages that go over', done: 'Split off as {number}' },
  customer: {
    unknown: 'Nobody is named yet.', name: 'Name the customer', others: 'Other open cases of this customer', noOthers: 'This customer has no other open case', newCase: 'New case', newFor: 'Case of {name}', take: 'Take in', taken: 'Taken in as {number}',
    channel: 'Channel', words: 'In their words', empty: 'This customer has no cases yet', emptyHint: 'Take in a call or a visit here.', more: 'Earlier ones', denied: 'You cannot see cases. Ask an administrator if you need to.',
    events: { opened: 'Taken in', answered: 'Answered', closed: 'Closed' },
  },
};
