import type { Translated } from '#kernel/texts.ts';
import type { zh } from './zh-CN.ts';

export const en: Translated<typeof zh> = {
  panel: { all: 'Show all', denied: 'You may not see these. The account manager can make you a collaborator.' },
  stage: {
    bar: 'Stage of the customer', title: 'Change to "{stage}"', confirm: 'Change to {stage}', fromTo: '{name}: from {from} to {to}.', oneWay: 'There is no direct way back from {to} to {from}.', lostReason: 'Lost reason', pickReason: 'Choose a lost reason.',
    words: 'Explanation', wordsHint: 'Optional; it goes into the timeline.', wordsNeeded: 'Say why; it goes into the timeline.', changed: 'Stage changed to {stage}', undone: 'Took back the last change', since: 'Since {date}', notFrom: 'No direct way from {from} to {to}',
  },
  contact: { add: 'Add contact', primary: 'Primary', prefers: 'Prefers', empty: 'No contacts yet. Note who decides, who uses and who pays, and the next call goes to the right person.' },
  style: {
    talk: 'How to talk', avoid: 'Avoid', wants: 'Wants', fears: 'Fears', talkWith: 'Talking with someone {style}', badge: '{name} is {style}: how to talk', isOf: '{name}: {style}', unknown: 'Style not known yet',
    unknownHint: 'Press a place in the grid: further right is more direct, further up is warmer. Then this page says how to talk with the person.', onBorder: 'Right on the border. Watch a little longer, then move one step to the side that fits.',
    gridHint: 'Press in the grid, or use the arrow keys.', gridRead: 'You may not change this contact.', saved: 'Style noted', people: 'People first', facts: 'Facts first', asks: 'Asks', tells: 'Tells', assertiveness: 'Assertiveness', responsiveness: 'Responsiveness',
    less: 'Less {score}', more: 'More {score}', gridAt: 'Style grid: assertiveness {assertiveness}, responsiveness {responsiveness}', gridNone: 'Style grid: no scores yet',
  },
  need: { add: 'Add need', empty: 'No needs noted. When the customer says "if only …", write it here.', toggle: 'Met: {need}', wasMet: 'Met: {need}', reopened: 'Open again: {need}', metOf: '{met} of {all} met' },
  relation: {
    add: 'Add relation', household: 'Household', companies: 'Group of companies', referrals: 'Referrals', others: 'Others', open: '{name}: {kind}, open the relation',
    empty: 'No relations yet. Parent company, subsidiaries and referrers go here.', emptyPerson: 'No relations yet. Spouse, family and referrers go here.',
  },
  task: { add: 'Add task', empty: 'Nothing to do. Set the next contact and it will show under Today.', finish: 'Done: {task}', finished: 'Done: {task}' },
  composer: {
    title: 'Write an entry', kind: 'What', outcome: 'Outcome', direction: 'Direction', contact: 'With whom', when: 'When', now: 'Time: now', due: 'Due when', today: 'Today', tomorrow: 'Tomorrow', nextMonday: 'Next Monday',
    searching: 'Searching', nobody: 'Nobody found', outward: 'Customer sees it', inward: 'Internal only', keys: 'Ctrl+Enter saves', needsWords: 'Write a few words first.',
    words: {
      note: 'What you learned; @ mentions a colleague', call: 'What was said (optional)', visit: 'Whom you met, what you talked about (optional)', meeting: 'What was agreed (optional)', task: 'What is to be done next',
    },
    save: { note: 'Save note', call: 'Log call', visit: 'Log visit', meeting: 'Log meeting', task: 'Create task' },
    saved: { note: 'Note saved', call: 'Call logged', visit: 'Visit logged', meeting: 'Meeting logged', task: 'Task created' },
  },
  timeline: {
    label: 'Timeline',
    kinds: 'Show by kind', all: 'All', more: 'Load earlier entries', start: 'This is the first entry', none: 'No entries of this kind', noneHint: 'Choose another kind, or "All".', empty: 'Nothing yet', emptyHint: 'Write the first entry above: a call, a visit, something you heard.',
    becomes: 'becomes', emptied: 'cleared', moreChanges: '{count} more', pin: 'Pin: {entry}', unpin: 'Unpin: {entry}', edit: 'Edit: {entry}', delete: 'Delete: {entry}', pinned: 'Pinned', unpinned: 'Unpinned',
    deleted: 'Deleted "{entry}"', edited: 'Changed', words: 'Words', isPinned: 'Pinned', isDone: 'Done', with: 'with', minutes: '{count} {count|minute|minutes}', group: { changes: 'Changes', people: 'Contacts and needs', files: 'Files' },
  },
  entry: {
    stageFirst: 'Stage set to {to}', stage: 'Stage changed from {from} to {to}', lost: '{words}, reason: {reason}', contact: 'Added contact {name}', need: 'Need stated: {name}', needMet: 'Need met: {name}', relation: 'Relation noted: {kind} {name}', someone: 'a customer you may not see',
    file: 'Uploaded {name}', created: 'Customer created', owner: 'Owner changed', merge: 'Customers merged', sharing: 'Collaborators changed', changedOwn: 'Record changed', changed: '{object} changed: {name}', added: '{object} added: {name}', removed: '{object} deleted: {name}', restored: '{object} restored: {name}',
  },
  figures: {
    lastContact: 'Last contact', nextContact: 'Next contact', tasks: 'Open tasks', contacts: 'Contacts', needs: 'Open needs', completeness: 'Completeness', never: 'Never reached', unset: 'Not set', days: '{count} {count|day|days} ago', todayWord: 'Today', overdue: '{count} overdue', noneOverdue: 'None overdue',
    complete: 'Nothing missing', toFill: 'Something is missing',
  },
  file: {
    drop: 'Drop files here, or', choose: 'choose files', hint: 'Contracts, photos of business cards and letters all belong with the customer.', empty: 'No files yet', uploading: 'Uploading {name}, {percent}%', failed: '{name} was not uploaded: {reason}', again: 'Try again', dismiss: 'Leave it',
    download: 'Download {name}', remove: 'Delete {name}', removed: 'Deleted {name}', by: 'by {name}', dropHere: 'Let go to upload', cancel: 'Cancel the upload of {name}', removeTitle: 'Delete file', removeHint: '"{name}" is taken from this customer. This cannot be undone.', confirmRemove: 'Delete file',
  },
  sharing: {
    open: 'Collaborators', count: 'Collaborators {count}', title: 'Who sees {name}', hint: 'Collaborators see all that belongs to this customer (contacts, timeline, files), but no other customer.', add: 'Add collaborator', person: 'Colleague', unit: 'Unit', read: 'May read', write: 'May change', until: 'Until', forever: 'No end',
    remove: 'Remove {name}', none: 'For now only the owner and those above see it.', saved: 'Collaborators updated', denied: 'Only the owner, or someone with the right to share, can change this.', level: 'Level of {name}', pick: 'Type a name or a unit', kind: 'Add whom', untilOf: 'End date of {name}',
  },
  log: { open: 'Log', key: 'N' },
  calendar: {
    title: 'Calendar', back: 'Back', forth: 'Forward', today: 'Today', whose: 'Whose', mine: 'Mine', everyone: 'Everyone', mode: 'Show', month: 'Month', week: 'Week', asList: 'List', more: '{count} more', openDay: 'Open the week of {date}',
    day: '{date}, {count} {count|entry|entries}',
  },
  home: {
    title: 'Today', greeting: '{name}, {weekday}, {date}', newCustomer: 'New customer', denied: 'Nothing here for you yet', deniedHint: 'Your role does not include customers. Ask the administrator to change it.',
    tasks: 'My tasks', noTasks: 'Nothing to do. Write a task with a date on a customer\'s page and it appears here.', overdue: 'Overdue', today: 'Today', week: 'Within seven days', later: 'Later',
    contactToday: 'To contact today', nobodyDue: 'Nobody is due today. Fill in "Next contact" of a customer and it is listed here when the day comes.', lastContact: 'Last {when}', neverContacted: 'Never reached', recent: 'Recently viewed', noRecent: 'Customers and contacts that you look at are listed here.',
    myCustomers: 'My customers', teamCustomers: 'Customers', scopeOwn: 'Owned by me', scopeUnit: 'In my units', scopeAll: 'Whole company', activeCustomers: 'Active customers', newThisWeek: 'New this week', lastWeek: 'Last week {count}', reached30: 'Reached in 30 days', share: '{share}% of all',
    overdueTasks: 'Overdue tasks', overdueNote: 'Up to yesterday', completeness: 'Mean completeness', completenessNote: 'The least complete first',
    regions: 'Where they are', regionsLabel: 'Customers by province', funnel: 'Stages', weekly: 'New customers a week', weeklyLabel: 'New customers a week over eighteen months', weekColumn: 'Week (Monday)', newCustomers: 'New customers',
    teamOverdue: 'Overdue in the team', teamCount: '{count} {count|task|tasks}', quality: 'Data quality', board: 'Quality board', band: '{from}–{to}%', lowestOwners: 'Owners with the lowest completeness', customersOf: '{count} {count|customer|customers}',
  },
  start: {
    demoTitle: 'Load the demo company', demoHint: 'Three thousand customers and some dozens of colleagues to try things with. It cannot be taken out again: not for a system in earnest.', demoLoad: 'Load the demo company', demoReady: 'The demo company is here', demoPassword: 'Sign in as boss1, manager1, sales1 and others, all with the password {password}. It is shown only now.', demoSeen: 'Understood', title: 'Start here', hint: 'Bring your customers in first; everything else follows.', waiting: 'No customers are yours yet. Once some are, your tasks and figures appear here.', import: 'Import your list', importHint: 'From Excel or CSV. Columns are matched by their headings; a dry run shows errors and duplicates before anything is written.',
    create: 'Create the first customer', createHint: 'The name is enough; the rest can wait.',
  },
};
