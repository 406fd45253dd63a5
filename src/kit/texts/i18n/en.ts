import type { Translated } from '#kernel/texts.ts';
import type { zh } from './zh-CN.ts';

export const en: Translated<typeof zh> = {
  app: { name: 'Zhike', colon: ': ', comma: ', ', skip: 'Skip to content', loading: 'Loading', notFound: 'No such page', notFoundHint: 'The address may have changed, or you may not see it.', goHome: 'Go to the start page' },
  network: { lost: 'The network is away; reconnecting. What you typed is kept.', garbled: 'The server’s answer cannot be read ({status}). Try again shortly.', back: 'The network is back' },
  action: {
    save: 'Save', cancel: 'Cancel', close: 'Close', edit: 'Edit', delete: 'Delete', undo: 'Undo', retry: 'Try again', create: 'New', more: 'More',
    apply: 'Apply', clear: 'Clear', reset: 'Reset', search: 'Search', open: 'Open', back: 'Back', next: 'Next', previous: 'Previous', confirm: 'Confirm',
    add: 'Add', remove: 'Remove', copy: 'Copy', show: 'Show', hide: 'Hide', upload: 'Upload', done: 'Done', restore: 'Restore', up: 'Move up', down: 'Move down',
  },
  error: {
    title: 'Not done', page: 'This page did not load', pageHint: 'Your data have not changed. Try again; if it fails again, give the administrator the words below.',
    list: 'The list did not load', denied: 'You may not see this. Ask an administrator.',
  },
  signIn: {
    title: 'Sign in', username: 'Username', password: 'Password', submit: 'Sign in', code: 'Six-digit code', codeHint: 'Open your authenticator and enter the six digits it shows now.',
    showPassword: 'Show password', hidePassword: 'Hide password', demo: 'People of the demo company', demoHint: 'Choose one to fill in the username. The password was shown once, at the first start.', slogan: 'Service by the rules, each with its reason',
    required: 'Enter the username and the password.', lockedHint: 'To protect the account, sign-in pauses for a while after wrong attempts.', other: 'Use another account', demoPassword: 'Demo people need no password',
  },
  setup: {
    title: 'Get started', intro: 'Create the company and its first administrator. It takes a minute.', company: 'Company name', name: 'Your name', username: 'Username',
    password: 'Password', passwordHint: 'At least 12 characters. A whole sentence is good.', language: 'Language', secret: 'Set-up secret', secretHint: 'Shown in the window where the server started; not needed on the same machine.',
    demo: 'Load the demo company', demoHint: 'A made-up company with branches, people, customers and activities to look around in.', submit: 'Create and enter', demoTag: 'Demo',
  },
  confirm: { title: 'Enter your password again', hint: 'This is a sensitive action: confirm that it is you.' },
  nav: {
    label: 'Main navigation', menu: 'Menu', search: 'Search customers, last phone digits, pinyin…', account: 'Account', language: 'Language', theme: 'Theme', density: 'Density',
    light: 'Light', dark: 'Dark', system: 'System', comfortable: 'Comfortable', compact: 'Compact', signOut: 'Sign out', profile: 'Profile', keys: 'Keyboard shortcuts',
    skipSearch: 'Search', other: 'Others', notifications: 'Notifications',
  },
  list: {
    count: '{count} in total', countMany: 'More than {count}', counting: 'Counting', selected: '{count} selected', selectAll: 'Select all {count}', selectPage: 'Select loaded rows', selectRow: 'Select {name}',
    clearSelection: 'Clear selection', columns: 'Columns', columnsHint: 'Drag a header to move it. On a header, Alt+arrow moves it and Shift+arrow resizes it.', filter: 'Filter', sort: 'Sort', group: 'Group', noGroup: 'No grouping', mode: 'Show as',
    table: 'Table', kanban: 'Board', calendar: 'Calendar', map: 'Map', byWeek: ' (by week)', byMonth: ' (by month)', search: 'Find in list', clearAll: 'Clear all conditions', empty: 'No {object} yet', emptyHint: 'Create one, or import an Excel or CSV file.',
    none: 'No {object} match', noneHint: 'Loosen or clear the conditions.', end: 'End of the list', loadingMore: 'Loading more', peek: 'Look in the side panel', openRecord: 'Open', moveLeft: 'Move left', moveRight: 'Move right',
    sortAscending: 'ascending', sortDescending: 'descending', sortThen: 'Then sort by this', hideColumn: 'Hide this column', editCell: 'Press Enter to edit', saved: '{field} is now {value}', cleared: '{field} cleared',
    notEditable: 'This cannot be changed here', openGroup: 'Show all {count} of this group', emptyValue: 'Empty', sum: 'Sum', resize: 'Resize column', sortedBy: 'By {field}, {direction}',
  },
  bulk: {
    edit: 'Edit', assign: 'Assign', delete: 'Delete', export: 'Export', field: 'Which field', value: 'New value', apply: 'Change {count}', deleted: '{count} deleted', changed: '{count} changed',
    partly: '{done} done, {failed} not done', restored: '{count} restored', assigned: '{count} assigned', assignTo: 'Assign to', restore: 'Restore', firstReason: 'Reason: {reason}',
    tags: 'Add and remove tags', tagsAdd: 'Add these', tagsRemove: 'Remove these', tagged: 'Tags of {count} changed', noTagChange: 'The tags are so already; nothing changed',
    manyHint: 'Applies to all {count} that match the present conditions.',
  },
  filter: {
    add: 'Add condition', addGroup: 'Add group', and: 'and', or: 'or', all: 'All of', any: 'Any of', field: 'Field', operator: 'Relation', value: 'Value', remove: 'Remove condition', title: 'Filter', not: 'not',
    active: '{count} {count|condition|conditions}', incomplete: 'A condition without a value has no effect.', quick: 'Quick filters', from: 'From', to: 'To', complex: 'Advanced condition',
    op: {
      eq: 'is', ne: 'is not', lt: 'less than', lte: 'at most', gt: 'more than', gte: 'at least', in: 'is any of', nin: 'is none of', contains: 'contains', startsWith: 'starts with', isNull: 'is empty', between: 'between', within: 'within',
      before: 'before', after: 'after', onOrBefore: 'on or before', onOrAfter: 'on or after',
    },
    isEmpty: 'is empty', isFilled: 'is filled', me: 'me',
    within: {
      today: 'Today', yesterday: 'Yesterday', thisWeek: 'This week', lastWeek: 'Last week', thisMonth: 'This month', lastMonth: 'Last month', thisYear: 'This year', last7: 'Last 7 days', last30: 'Last 30 days', last90: 'Last 90 days',
      next7: 'Next 7 days', next30: 'Next 30 days', next90: 'Next 90 days',
    },
  },
  view: {
    all: 'All {object}', save: 'Save changes', saveAs: 'Save as view', discard: 'Discard changes', changed: 'View changed', name: 'View name', visibility: 'Who may use it', private: 'Only me', shared: 'Everyone', role: 'One role', whichRole: 'Choose a role', isDefault: 'Open the list with it',
    rename: 'Rename', delete: 'Delete view', deleted: 'View “{name}” deleted', saved: 'View “{name}” saved', menu: 'View options', list: 'Views',
  },
  field: {
    yes: 'Yes', no: 'No', none: 'Empty', hidden: 'Encrypted; a reason is needed', reveal: 'Show', revealTitle: 'Show {field}', reason: 'Reason', reasonHint: 'It is recorded, and hidden again after 30 seconds.', reasonRequired: 'Give a reason.',
    revealed: 'Hidden in {seconds} s', pick: 'Choose', pickMany: 'Choose any', typeToSearch: 'Type a name, pinyin or code', noMatch: 'Nothing found', region: 'Province / city / district', street: 'Street', amount: 'Amount', currency: 'Currency',
    addTag: 'Type and press Enter', required: '{field} is needed.', badNumber: 'Enter a number.', badInteger: 'Enter a whole number.', badJson: 'Not valid JSON.', latitude: 'Latitude', longitude: 'Longitude', here: 'Use my position', date: 'Date',
    storedFile: 'Stored file', filePart: '{name} ({size})', picture: 'Show large: {name}', pictureOf: '{at} of {count}', previous: 'Previous', next: 'Next', original: 'Open the original', takePicture: 'Take or choose a picture', locating: 'Finding the position', accuracy: 'Within about {metres} m',
    uploading: 'Uploading', file: 'Choose a file', bold: 'Bold', italic: 'Italic', bullets: 'List', call: 'Call {phone}', mail: 'Write to {email}', openLink: 'Open in a new window', edit: 'Change {field}', retired: 'retired', max: 'At most {max} characters',
    locationOff: 'No position. Allow it in the browser, or type it.',
  },
  form: {
    createTitle: 'New {object}', editTitle: 'Edit {object}', moreFields: 'More fields', fewerFields: 'Fewer fields', saved: 'Saved', created: '{name} created', another: 'Save and add another',
    draftFound: 'What you had not saved is back.', dropDraft: 'Start afresh', unsaved: 'Not saved yet', unsavedHint: 'If you leave, it stays in this computer’s draft for when you come back.', stay: 'Stay', leave: 'Leave',
    fix: '{count} {count|place needs|places need} correction', saveKeys: 'Ctrl+Enter saves', nothing: 'Nothing changed', reason: 'Reason', acceptDuplicate: 'Not the same one: save anyway', other: 'Others',
    conflict: 'Somebody changed this record', conflictHint: 'Choose for each field, then save. Changes that do not collide are merged already.', mine: 'Mine', theirs: 'Theirs', keepMine: 'Keep mine', takeTheirs: 'Take theirs', saveMerged: 'Save the choice',
  },
  record: {
    properties: 'Properties', history: 'History', timeline: 'Timeline', related: 'Related', position: 'No. {at}', changed: 'changed', created: 'created', deletedNote: 'This record is deleted.', restored: 'Restored', deleted: '“{name}” deleted', from: 'from', to: 'to',
    historyEmpty: 'No changes yet.', system: 'System', toList: 'Back to list', count: '{count} in total', noRelated: 'No {object} yet', restoreEntry: 'Restore the state before', sections: 'Sections', copyLink: 'Copy link', linkCopied: 'Link copied', showEmpty: 'Show {count} empty', hideEmpty: 'Hide empty fields',
  },
  kanban: {
    by: 'Columns by', noValue: 'Not set', moved: 'Moved to “{column}”', more: 'Show {count} more', none: 'No choice field to make columns of. Use the table.', grip: 'Move {name}', drag: 'Space picks up, arrows move, Space drops', stale: 'No change for {days} days', reasonTitle: 'Move to “{column}”', add: 'New in this column', empty: 'No cards',
  },
  calendar: {
    by: 'By date', previous: 'Previous month', next: 'Next month', today: 'Back to today', more: '{count} more', add: 'New on this day', none: 'Nothing in this month.',
    keys: 'Arrows go from day to day, Page keys from month to month, Enter creates. On a record, Alt+arrows move it to another day.',
  },
  map: { by: 'By address', blank: '{count} without an address', all: 'Show all provinces' },
  palette: {
    title: 'Search and commands', placeholder: 'Search, or type what to do', go: 'Go', create: 'New', actions: 'Actions', recent: 'Recent', results: 'Found', none: 'Nothing found for “{q}”', hint: 'Try a short name, pinyin initials (such as hbsh) or the last phone digits.', keys: '↑↓ choose   Enter open   Esc close',
    newOf: 'New {object}', goTo: 'Go to {page}', searching: 'Searching',
  },
  keys: {
    title: 'Keyboard shortcuts', palette: 'Search and commands', search: 'Find in list', create: 'New', save: 'Save', close: 'Close', next: 'Next', previous: 'Previous', help: 'This help', goTo: 'Go to {page}', grid: 'In a table', move: 'Move', edit: 'Edit the cell', select: 'Select the row', peek: 'Side panel', general: 'General', go: 'Go',
  },
  chart: { asTable: 'As a table', asChart: 'As a chart', empty: 'No data for this time.', item: 'Item', value: 'Value', map: 'By province' },
};
