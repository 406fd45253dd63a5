import type { Translated } from '#kernel/texts.ts';
import type { zh } from './zh-CN.ts';

export const en: Translated<typeof zh> = {
  parts: { copy: 'Copy', copied: 'Copied', comma: ', ', denied: 'You do not have this right' },
  scope: { none: '–', own: 'Own', unit: 'Unit', unitBelow: '+ below', all: 'All' },
  action: {
    read: 'Read', create: 'Create', update: 'Change', delete: 'Delete', assign: 'Assign', share: 'Share', export: 'Export', import: 'Import', merge: 'Merge', reveal: 'Reveal',
  },
  view: { full: 'in full', masked: 'masked', hidden: 'hidden' },
  user: {
    many: 'Users', deniedHint: 'Managing people needs the right “Manage users”. Ask an administrator.',
    on: 'Active', off: 'Disabled', hasTwoFactor: 'Two-factor', passwordDue: 'New password due', account: 'Account', inspect: 'What this person sees',
    resetPassword: 'Reset password', resetTitle: 'Reset the password of {name}', resetHint: 'A one-time password is made and shown once. The person is signed out everywhere and must choose a new password at the next sign-in. Two-factor stays as it is.',
    endSessions: 'Sign out everywhere', ended: 'Ended {count} {count|session|sessions}', resetTwoFactor: 'Remove two-factor', twoFactorTitle: 'Remove two-factor of {name}', twoFactorGone: 'Two-factor of {name} is removed',
    twoFactorHint: 'For a lost telephone. First make sure by another way that it is really this person; afterwards the password alone is enough until two-factor is set up again.',
    enable: 'Enable account', enabled: '{name} can sign in again', disable: 'Disable account', disabled: '{name} is disabled', disabledTo: '{name} is disabled; the records went to {to}', disableTitle: 'Disable {name}',
    disableHint: 'Signs the person out everywhere at once, ends their keys for good and refuses sign-in. Records and history stay; the account can be enabled again.',
    moveTitle: '{name} is now in {to}', moveHint: '{name} still looks after {what} in {from}. What happens with these records?', moveStay: 'They stay in {from}', moveStayHint: 'The owner stays. Colleagues there see them as before, those of the new unit do not.', moveAlong: 'They move along to {to}', moveAlongHint: 'The owner stays. They are moved in the background, each on record; the new unit sees them.', moveStarted: 'They are being moved; see “Background jobs”', noUnit: 'no unit', moveOk: 'OK', owns: '{name} still owns {what}', successor: 'Hand over to', successorHint: 'Choose a successor to hand the records over while disabling. Without one they stay where they are and can be assigned later.',
    handOver: 'Hand the customers over first', roles: 'Roles', changeRoles: 'Change roles', noRoles: 'No roles yet: the person sees nothing after signing in.', rolesOf: 'Roles of {name}', rolesHint: 'Roles add up; the widest wins. In force as soon as saved.', saveRoles: 'Save roles', rolesSaved: 'Roles of {name} saved',
    signIn: 'Sign-in', lastSignIn: 'Last sign-in', never: 'never', passwordSince: 'Password since', dueNote: ' (must be changed at the next sign-in)', twoFactor: 'Two-factor', twoFactorOn: 'On', twoFactorOff: 'Off', keys: 'API keys', noKeys: 'none',
  },
  session: { title: 'Signed-in devices', none: 'No open sessions.', unknown: 'Unknown device', current: 'This one', facts: '{ip} · since {since} · last used {seen}', end: 'Sign out', ended: 'That device is signed out' },
  viewAs: {
    open: 'Look as this person', title: 'Look as {name}', hint: 'You will see everything that {name} sees, and can change nothing. It ends by itself after 30 minutes or when you sign out.', note: 'It is written to the audit trail, and {name} can see it under “My account and security”.',
    reason: 'Reason', reasonHint: 'Such as: why a customer cannot be seen', start: 'Start looking', bar: 'Looking as {name}', left: 'Read only · {minutes} min left', leftSoon: 'Read only · under 1 min left', back: 'Back to me', region: 'Looking as another person',
    card: 'Who looked as me', cardNone: 'Nobody in the last 90 days.', when: '{from} to {to}', now: 'since {from}, looking now',
  },
  newUser: {
    title: 'New user', hint: 'Enter a name and username and tick the roles. You then get a one-time password to hand over in person or by a way you trust.', person: 'Details', roles: 'Roles', rolesNote: '{count} chosen', create: 'Create user',
  },
  oneTime: { title: 'One-time password of {name}', hint: 'Give the username and this password to the person. They must choose their own at the first sign-in.', username: 'Username', password: 'One-time password', once: 'It cannot be seen again after closing; if lost, reset it.', done: 'Noted' },
  role: {
    one: 'Role', many: 'Roles', new: 'New role', copy: 'Copy', listHint: 'A role decides what people may do and how far they see. One person can have several; they add up.', deniedHint: 'Managing roles needs the right “Manage roles”. Ask an administrator.',
    everyObject: 'Every object', objectCount: '{count} {count|object|objects}', people: '{count} {count|person|people}', networkLimited: 'Limited networks', builtIn: 'Ready-made', missing: 'There is no such role', missingHint: 'It may have been deleted.',
    grants: 'Data', fields: 'Fields', more: 'Other rights and sign-in', names: 'Name and purpose', peopleTab: 'People {count}', object: 'Object',
    matrixHint: 'Choose how far each action reaches; the deeper the tint, the farther. The row “Every object” also holds for objects made later.', inherited: 'Given by the row “Every object”; it can be widened here',
    fieldsHint: 'Name only what differs from the usual. Usual: phone, email and the like masked, everything else in full. Of several roles the most generous wins.', field: 'Field', shown: 'Shown', editable: 'May change', nameField: 'a name, never hidden',
    viewOf: 'How {field} is shown', editOf: 'May change {field}', usual: 'Usual ({view})', computed: 'Filled in by the system',
    rights: 'Other rights', rightsNote: '{count} {count|right|rights}', signIn: 'Sign-in', requiresTwoFactor: 'Two-factor required', twoFactorHint: 'People with this role must set up an authenticator at their next sign-in before they can go on.',
    networks: 'Sign-in only from these networks', networksPlaceholder: 'such as 10.0.0.0/8; empty: from anywhere', networksHint: 'IP addresses or ranges, Enter adds one. You cannot shut out the network you are in now.',
    name: { 'zh-CN': 'Name in Chinese', en: 'Name in English' }, what: { 'zh-CN': 'Purpose in Chinese', en: 'Purpose in English' },
    offers: { title: 'New in this version', hint: 'These roles were changed by your company, so nothing is added to them without you. Roles that nobody changed have been brought up to date.', count: '{count} to decide', add: 'Add', leave: 'Do without', addAll: 'Add all', leaveAll: 'Do without all', addOne: 'Add {line}', leaveOne: 'Do without {line}', added: 'Added, in force at once', left: 'Noted, not asked again' },
    nobody: 'Nobody has this role yet. Give it on the page of a user, under “Account and roles”.', changed: 'The role was changed', changedHint: 'Not saved yet. Once saved it holds at once for {count} {count|person|people}.', discard: 'Discard', save: 'Save role', saved: 'Role saved, in force now',
    copyTitle: 'Copy role “{name}”', copyName: '{name} (copy)', copyHint: 'The new role has all the same rights and no people yet.', newHint: 'A new role begins without any right. You can also copy a similar one.', keyIs: 'Key: {key} (never changes)', keyNeeded: 'The English name makes the key; at least two letters.',
    deleteTitle: 'Delete role “{name}”', deleteHint: 'Nobody has it. It cannot be brought back.', deleteUsed: '{count} {count|person has|people have} this role. Change their roles first.',
  },
  account: {
    title: 'My account and security', hint: 'Concerns only your own account.', passwordDue: 'Choose your own new password first; then you can go on.', twoFactorDue: 'Your role requires two-factor. Set up an authenticator below first; then you can go on.', profile: 'Profile', name: 'Name', unit: 'Unit', noUnit: 'none', zone: 'Time zone', zoneSaved: 'Time zone changed',
    profileHint: 'Name, unit and roles are kept by an administrator.', look: 'Language and look',
  },
  password: { title: 'Password', current: 'Present password', next: 'New password', again: 'New password again', hint: 'At least 12 characters; a sentence is fine. No names, company or dates. Other devices are signed out.', different: 'The two differ.', save: 'Change password', saved: 'Password changed; other devices are signed out' },
  twoFactor: {
    onHint: 'Signing in asks for six digits from your authenticator besides the password.', offHint: 'If your password leaks, nobody gets in without your telephone. It takes about a minute.', setUp: 'Set up two-factor', remove: 'Switch off', renew: 'New recovery codes', gone: 'Two-factor is off',
    qr: 'QR code for the authenticator', stepApp: 'Open any authenticator on your telephone, such as Microsoft or Google Authenticator.', stepScan: 'Scan the picture, or type in the secret:', stepCode: 'Enter the six digits it shows:', confirm: 'Switch on',
    codes: 'Recovery codes', codesHint: 'Without your telephone, one of these stands in for the six digits; each works once. Print them or keep them somewhere safe. They cannot be seen again after closing.', print: 'Print', kept: 'Kept',
    removeTitle: 'Switch two-factor off', removeHint: 'Afterwards the password alone is enough, and the recovery codes end.',
  },
  key: {
    one: 'API key', many: 'API keys', new: 'New key', empty: 'For scripts and other systems that call the API as you. Give each key only what it needs; every key expires.', over: 'Expired', facts: 'until {until} · last used {used}',
    revoke: 'Revoke', revokeOf: 'Revoke key {name}', revokeTitle: 'Revoke key “{name}”', revokeHint: 'Programs that use it lose access at once; it cannot be brought back.', revoked: 'Key revoked', made: 'Key “{name}”', onceHint: 'Copy it now into the program that uses it. It cannot be seen again after closing.',
    until: 'Expires {date}', kept: 'Kept', name: 'What for', namePlaceholder: 'e.g. reconciliation in finance', scopes: 'What it may do', scopesHint: 'Never beyond your own rights. Export, reveal and administration must be named one by one.', days: 'Valid for', dayCount: '{count} days', create: 'Create key',
    general: 'General', read: 'Read everything you may see', write: 'Write everything you may change', rights: 'Administration',
  },
  delegation: {
    title: 'While you are away', hint: 'A colleague looks after your records while you are absent; it ends by itself.', to: 'Who', span: 'From and until', reason: 'Reason (optional)', reasonPlaceholder: 'e.g. annual leave', create: 'Delegate', made: '{name} looks after your records', ended: 'Delegation ended',
    toLine: '{name} looks after your records', fromLine: 'You look after the records of {name}', period: '{from} to {until}', end: 'End',
  },
};
