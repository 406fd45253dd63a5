import type { Translated } from '#kernel/texts.ts';
import type { zh } from './zh-CN.ts';

export const en: Translated<typeof zh> = {
  title: 'Notifications', hint: 'What concerns you. J and K move, Enter opens, E marks as read.', bell: 'Notifications, {count} unread', bellNone: 'Notifications, none unread', badge: '{count} unread',
  unread: 'Unread', everything: 'All', allKinds: 'All kinds', kind: 'Kind', show: 'Which ones', urgent: 'Urgent', isUnread: 'Unread: ',
  readAll: 'Mark all as read', markRead: 'Mark as read', markUnread: 'Mark as unread', marked: 'Marked as read', more: 'Show more', seeAll: 'See all', settings: 'Notification settings',
  empty: 'Nothing unread', emptyHint: 'When somebody asks for your approval, reminds or answers you, you read it here.', none: 'No notifications yet',
  gone: 'What this notification is about is no longer to be seen', goneHint: 'It may have been deleted, or lies outside your permissions by now.', back: 'Back to notifications',
  preferences: {
    title: 'Notification settings', hint: 'Choose what is shown in the product and what comes by mail. Only for yourself.', kinds: 'Channels', inApp: 'In Zhike', mail: 'Mail', off: 'Never', now: 'At once', digest: 'Daily digest',
    mailOf: '{kind}: mail', inAppOf: '{kind}: in Zhike', reset: 'Back to default', saved: 'Notification settings saved',
    hours: 'Time of mails', digestHour: 'Daily digest at', quiet: 'Quiet hours', quietOn: 'No mails at night', from: 'From', until: 'until', hour: '{hour}:00', zone: 'In your time zone, {zone}. Urgent ones come at any time.',
    address: 'Mails go to {email}', noAddress: 'Your profile has no mail address, so no mails reach you. Ask your administrator to add one.', mailOff: 'No mail server is set up yet: notifications are shown in Zhike only.',
  },
  mail: {
    title: 'Mail server', hint: 'Notification mails leave from here. The password is stored encrypted and never shown again.', card: 'Server', host: 'Host', hostHint: 'like smtp.example.com', port: 'Port', security: 'Encryption', tls: 'TLS (465)', starttls: 'STARTTLS (587)', plain: 'None (inside your network only)',
    username: 'User name', password: 'Password', kept: 'Stored; leave empty to keep it', from: 'Sender', fromHint: 'like Zhike <crm@example.com>', siteUrl: 'Address of Zhike', siteUrlHint: 'Links in mails begin with it, like https://crm.example.com; without it mails have no links',
    save: 'Save', saved: 'Mail server saved', remove: 'Turn mail off', removed: 'Mail server removed', test: 'Send a test mail', tested: 'A test mail is on its way to you', testHint: 'Goes to the address in your own profile, by the saved settings.',
    fromEnvironment: 'In force now: ZHIKE_SMTP_URL of the start-up settings. What you save here goes first.', off: 'Not set up yet: no mails are sent.', state: 'Delivery', waiting: 'Waiting', failed: 'Not delivered in 7 days', unsure: 'Outcome unknown in 7 days', problems: 'Latest problems', noProblems: 'No problems in the last 7 days.',
    unsureHint: 'Outcome unknown: the other server took the whole mail and never answered. It is not sent again, so that nobody gets it twice.', states: { failed: 'Not delivered', unsure: 'Unknown', waiting: 'Tried again later' }, failedTest: 'The test mail did not leave', setAside: 'Enter the password again, because host or user name changed',
  },
};
