import type { Translated } from '#kernel/texts.ts';
import type { zh } from './zh-CN.ts';

export const en: Translated<typeof zh> = {
  done: 'Done', denied: 'You do not have this right', discard: 'Discard',
  audit: {
    title: 'Audit trail', hint: 'Who did what, when, from where, and from what to what. Entries are only ever added, hold on to one another, and can be verified at any time.', deniedHint: 'The trail needs the right “Read the audit trail”. Ask an administrator.',
    when: 'When', who: 'Person', what: 'Action', where: 'IP address', object: 'Object', record: 'Record id', request: 'Request id', period: 'From and until', changes: 'Changes', became: 'became', nothing: 'empty', open: 'Open', refused: 'Refused',
    anyone: 'Everybody', anyAction: 'Every action', anyObject: 'Every object', onlyRefused: 'Refused only', clear: 'Clear', bySystem: 'system', byKey: 'by API key', byPerson: 'in person',
    none: 'No entry fits', noneHint: 'Widen the conditions.', older: 'Older entries', end: 'This is the oldest entry', export: 'Export', exportHint: 'Exporting the trail is sensitive: enter your password. The export itself is recorded.',
    verify: 'Verify the trail', verifying: 'Verifying', intact: 'The trail is intact: no entry was altered or removed.', broken: '{count} {count|place does|places do} not agree with what was sealed.', verified: 'Recomputed {entries} entries in {blocks} blocks.', sealedUntil: 'Sealed until {at}.', pending: '{count} more {count|is|are} too new to be sealed.',
    brokenNext: 'Leave the database as it is, tell whoever is responsible for security, and compare with the last backup.', number: 'no. {seq}',
    fault: { 'entry-altered': 'Entry altered', 'entry-removed': 'Entry removed', 'entry-inserted': 'Entry put in', 'block-altered': 'Block altered', 'block-removed': 'Block removed', 'end-removed': 'The end was cut off, or an older backup restored' },
    action: {
      create: 'Create', read: 'Read', update: 'Change', delete: 'Delete', restore: 'Bring back', retire: 'Retire', 'restore-values': 'Put back old values', assign: 'Assign', share: 'Share', merge: 'Merge', unmerge: 'Undo merge', reveal: 'Reveal', export: 'Export', import: 'Import', 'import-undo': 'Undo import',
      'sign-in': 'Sign in', 'sign-out': 'Sign out', 'change-password': 'Change password', 'reset-password': 'Reset password', 'confirm-password': 'Confirm password', 'two-factor-on': 'Two-factor on', 'two-factor-off': 'Two-factor off', 'recovery-codes': 'New recovery codes', 'end-sessions': 'Sign out everywhere', 'view-as-start': 'Began to look as another person', 'view-as-end': 'Stopped looking as another person',
      'set-roles': 'Set roles', enable: 'Enable', disable: 'Disable account', revoke: 'Revoke', 'hand-over': 'Hand over', 'accept-hand-over': 'Accept hand-over', 'request-access': 'Request access', 'not-a-duplicate': 'Mark as no duplicate', 'audit-verify': 'Verify trail', 'job-retry': 'Retry job', 'job-cancel': 'Cancel job', backup: 'Backup',
      'approval-request': 'Ask for approval', 'approval-approve': 'Approve', 'approval-reject': 'Reject', 'approval-return': 'Return for correction', 'approval-resubmit': 'Submit again', 'approval-withdraw': 'Withdraw request', 'approval-delegate': 'Pass approval on', 'approval-addBefore': 'Add signer before', 'approval-addAfter': 'Add signer after', 'approval-remind': 'Remind signers', 'approval-escalate': 'Escalate approval', 'approval-assign': 'Name signer', 'approval-approveElsewhere': 'Approve on its page', 'approval-rejectElsewhere': 'Decline on its page', 'test-mail': 'Send test mail',
    },
    thing: {
      approval: 'Approval', approvalFlow: 'Approval flow', mailServer: 'Mail server', notificationPreference: 'Notification settings',
      session: 'session', role: 'role', apiKey: 'API key', delegation: 'delegation', customField: 'field', customObject: 'object', objectLayout: 'layout', setting: 'setting', savedView: 'view', file: 'file',
    },
  },
  fields: {
    objects: 'Objects and fields', hint: 'Click a field to change it. Drag the grip, or focus it and press Alt with up or down. Every move is saved at once, for everybody.', openList: 'Open the list of {object}', deniedHint: 'This needs the right “Manage fields and objects”. Ask an administrator.', missing: 'There is no such object', missingHint: 'It may be retired.',
    builtIn: 'Built in', customObject: 'Our own', custom: 'Own', title: 'Name', tagCreate: 'On create', tagList: 'List', new: 'Add field', addHere: 'Add', add: 'Add field', save: 'Save', saved: 'Field “{name}” saved', added: 'Field “{name}” added', edit: 'Change field “{name}”', newOf: 'New field: {type}', otherType: 'Another type',
    pickType: 'What is to be written down?', zh: 'Name in Chinese', en: 'Name in English', enPlaceholder: 'As in Chinese when empty', helpZh: 'Help (Chinese)', helpEn: 'Help (English)', helpHint: 'Shown below the input.', group: 'Group',
    required: 'Required', requiredHint: 'Cannot be saved empty.', inCreate: 'Asked on create', inCreateHint: 'Stands in the short form.', inList: 'In the list at first', inListHint: 'Everybody may still change their columns.', isIndexed: 'Often filtered or sorted by', isIndexedHint: 'Gets an index: quick even with a million records.', searchable: 'Found by the search box', searchableHint: 'Only by people who may see the field; records that exist are indexed in the background.', sensitive: 'Encrypted', sensitiveHint: 'ID or account numbers; seen in full only with a reason. Cannot be changed later.', mask: 'Masked', maskHint: 'Only some roles see it in full.',
    target: 'Refers to', targetHint: 'Cannot be changed later.', min: 'At least', max: 'At most', default: 'Default', pattern: 'Number format', patternHint: '{0000} counts up, {yyyy} is the year: C-{yyyy}-{0000}.', formula: 'Formula', formulaHint: 'With + - * / and brackets. Fields: {fields}',
    rollObject: 'Over which records', rollMeasure: 'What', rollVia: 'By which reference', rollField: 'Of which field', measure: { count: 'Count', sum: 'Sum', min: 'Smallest', max: 'Largest' },
    index: { ready: 'Indexed', building: 'Building index', failed: 'Index failed' }, buildAgain: 'Build the index again', moveOf: 'Move field “{name}”', moveKeys: 'Drag, or Alt with up and down', renameGroup: 'Name of the group', newGroup: 'New group', emptyGroup: 'No fields yet. Drag one here or press “Add”.',
    retire: 'Retire', retired: 'Field “{name}” retired', restore: 'Bring back', restored: 'Field “{name}” is back', retiredTitle: 'Retired fields', retiredNote: 'values are kept',
    preview: 'Form preview', previewAll: 'Whole form', previewShort: 'Create form', previewEmpty: 'Nothing is asked on create.',
    typeGroup: { words: 'Words and contact', numbers: 'Numbers', time: 'Dates', choices: 'Choices', links: 'Links and files', computed: 'Worked out' },
    type: {
      text: 'Text', longText: 'Long text', richText: 'Rich text', number: 'Decimal', integer: 'Whole number', money: 'Money', percent: 'Percent', date: 'Date', dateTime: 'Date and time', boolean: 'Yes or no', choice: 'One choice', multiChoice: 'Several choices', phone: 'Phone', email: 'Email', url: 'Web address', address: 'Address',
      reference: 'One record', multiReference: 'Several records', file: 'File', image: 'Picture', json: 'Structured', autoNumber: 'Number series', formula: 'Formula', rollUp: 'Roll-up', geo: 'Place',
    },
    typeHint: {
      text: 'names, models, short notes', longText: 'descriptions with several lines', number: 'tonnes, prices: with decimals', integer: 'people, pieces', money: 'with currency, exact', percent: 'shares, discounts', date: 'signed on, ends on', dateTime: 'a moment agreed on', boolean: 'only two answers', choice: 'one of a list, with colours', multiChoice: 'some of a list',
      phone: 'recognised, dialled, masked', email: 'opens a mail', url: 'opens in a new window', address: 'province, city, street', reference: 'such as its contract', multiReference: 'such as its participants', file: 'contracts, scanned licences', image: 'photographs with preview', autoNumber: 'counts up by a pattern', formula: 'from other number fields', rollUp: 'count or sum of records below', geo: 'a point on the map',
    },
  },
  choices: {
    title: 'Choices', zh: 'Choice {at}', en: 'Choice {at} in English', zhPlaceholder: 'Chinese', enPlaceholder: 'English (optional)', colourOf: 'Colour of “{name}”', plain: 'None', colour: { ink: 'Grey', qing: 'Teal', green: 'Green', hu: 'Amber', zhu: 'Red', ju: 'Violet' },
    up: 'Move “{name}” up', down: 'Move “{name}” down', retire: 'Retire “{name}”', restore: 'Bring “{name}” back', add: 'Add choice', hint: 'A choice that records hold is only retired, never lost.', fixed: 'Rules of the program use these: rename, colour and retire them; none can be added.',
  },
  objects: {
    hint: 'Built-in objects can be renamed, extended and laid out; you can also make your own, such as contracts, vehicles or sample orders.', new: 'New object', newHint: 'It has lists, forms, search, rights, import, export and audit at once. It begins with a name; add fields next.', zhPlaceholder: 'in Chinese', enPlaceholder: 'e.g. Sample order', made: 'Object “{name}” made',
    who: 'Who sees its records', access: { owned: 'By owner and unit', customer: 'With the customer', everyone: 'Everybody with the right' }, accessHint: { owned: 'Each record has an owner; roles decide how far people see.', customer: 'Hangs on a customer; who sees the customer sees it.', everyone: 'Shared facts such as products or sites.' },
    count: '{all} {all|field|fields}', own: '{own} own', retired: 'Object “{name}” retired', away: 'Retired objects', awayNote: 'records are kept',
  },
  settings: {
    title: 'Settings', hint: 'In force for the whole company. Every change is recorded.', tab: { general: 'General and sign-in', views: 'Saved views', configuration: 'Configuration' }, group: { personalData: 'Personal data', lists: 'Lists', files: 'Files', backup: 'Automatic backups', portal: 'Customer portal', chat: 'Chat' }, usual: 'default', back: 'back to {value}', none: 'Nothing to set', noneHint: 'Changing settings needs the right “Manage settings”.',
    changed: '{count} {count|change|changes} not saved', save: 'Save settings', saved: 'Settings saved, in force now',
  },
  signIn: {
    title: 'Sign-in and passwords', profile: 'Password rules', nist: 'Length first (recommended)', nistHint: 'At least 12 characters, common and leaked ones refused, no forced rotation.', dengbao: 'Dengbao (MLPS)', dengbaoHint: 'Also three kinds of characters, and rotation.', rotationDays: 'Passwords last', rotationDaysHint: 'Afterwards a new one is asked at sign-in.', idleHours: 'Idle sign-out', idleHoursHint: 'Signed out after so long without use.', absoluteDays: 'Longest session',
    absoluteDaysHint: 'Even in use, one signs in again after it.', days: 'days', hours: 'h',
  },
  views: {
    hint: 'Columns, filters, order and grouping of a list, kept under a name. Shared ones are for everybody, role views for that role.', name: 'View', list: 'List', who: 'For whom', first: 'Default', actions: 'Actions', kind: { private: 'Only me', shared: 'Everybody', role: 'Role' }, role: 'Role', default: 'Opens first', isDefault: 'opens first', edit: 'Change view “{name}”', saved: 'View “{name}” saved', deleted: 'View “{name}” deleted',
    none: 'No saved views yet', noneHint: 'Arrange columns and filters of any list, then “Save as view”.',
  },
  configuration: {
    title: 'Configuration file', hint: 'Your objects, fields, layouts, settings, roles with their rights and shared views as one file, for keeping or for another system. No business data, people or passwords.', export: 'Export', import: 'Import', importTitle: 'Import {name}', planHint: 'It would change the following, all of it or nothing. What the file does not name stays as it is.', nothing: 'Nothing differs from what is here.', apply: 'Import {count} {count|change|changes}', done: 'Configuration imported', cannot: 'This file cannot be imported', notAFile: 'This is no configuration file. Choose a .json file that was exported here.',
    change: { added: 'new', changed: 'changed' }, empty: 'nothing', kind: { object: 'object', field: 'field', layout: 'layout', setting: 'setting', role: 'role', view: 'shared view' }, history: 'Changes of the configuration', noHistory: 'No changes yet.',
  },
  jobs: {
    title: 'Background jobs', hint: 'Imports, scores and other long work go on in the background, also when the page is closed.', deniedHint: 'This needs the right “See background jobs”. Ask an administrator.', all: 'All', state: { waiting: 'Waiting', running: 'Running', done: 'Done', failed: 'Failed', cancelled: 'Cancelled' }, system: 'system', attempts: 'try {count}', progress: 'Progress', of: '{done} / {total} ({share}%)', doneCount: '{done} done',
    cancel: 'Cancel', cancelled: 'Job cancelled', retry: 'Try again', retried: 'Job queued again', none: 'No jobs', noneHint: 'Imports, scores and the like stand here once they begin.', more: 'Show more',
    dueAt: 'from {at}', name: { transfer: { tidy: 'Tidy old transfer files' }, jobs: { tidy: 'Tidy old jobs' }, backup: { run: 'Backup' }, identity: { tidy: 'Tidy sign-in records', 'move-records': 'Move records along with a person' }, upkeep: { tidy: 'Tidy temporary records' }, import: { check: 'Check an import', run: 'Import', undo: 'Undo an import' }, customers: { 'renew-scores': 'Renew completeness', 'renew-scores-hourly': 'Renew completeness (hourly)', 'duplicate-scan': 'Look for duplicate customers' } },
  },
  backups: {
    title: 'Backups', hint: 'Encrypted backups of the database and the files. Each one is read back whole after it was written.', deniedHint: 'Backups need the right “Manage settings”; ask an administrator.', now: 'Back up now', state: 'How it stands', newest: 'Newest', never: 'None yet', next: 'Next', off: 'Automatic backups are off', folder: 'They lie in', free: 'Free space', unknown: 'Not known',
    running: 'Backing up', again: 'Tried again shortly', failed: 'The last backup failed', late: 'There has been no new backup for more than a day. See that the server is on at the time of the backup, or choose “Back up now”.',
    lockedBySecret: 'The master secret locks the backups: keep a copy of the file “secret” of the data folder in another place, nothing can be restored without it.', lockedByPassphrase: 'The passphrase of the passphrase file locks the backups, which hold the master secret: keep it safe, nothing can be restored without it.', restoreHint: 'How to restore is in the operations guide under “Restore”.',
    list: 'Backups', none: 'There are none yet. “Back up now” makes the first; automatic ones begin at the first backup time after there is an account.', kind: { scheduled: 'Automatic', manual: 'By hand', upgrade: 'Before an upgrade', command: 'By command', unknown: 'From elsewhere' }, holds: '{rows} rows, {files} files', verified: 'Read back', unverified: 'Not checked',
    download: 'Download', downloadOf: 'Download the backup of {when}', downloadHint: 'A backup holds all data; it stays encrypted. Enter your password to go on; the download is recorded.',
  },
  inspect: {
    title: 'Who sees what', hint: 'Why somebody sees a record, or does not. The verdict comes from the very rule that guards it.', deniedHint: 'This needs the right to manage people or roles, or to read the audit trail.', person: 'Who', object: 'Kind of record', record: 'Which one (empty: in general)', start: 'Choose a person first', startHint: 'Then a record, and the verdict stands here with the rules behind it.',
    can: '{person} sees “{record}”', cannot: '{person} does not see “{record}”', canAll: '{person} may read {object} records', cannotAll: '{person} may not read {object} records', actions: 'Action by action', action: 'Action', verdict: 'Verdict', why: 'Why', yes: 'Allowed', no: 'Not allowed', fields: 'Fields', fieldsNote: 'only the special ones', allFull: 'All fields are shown in full.',
    view: { full: 'in full', masked: 'masked', hidden: 'hidden' }, editable: 'editable', readOnly: 'read-only',
  },
};
