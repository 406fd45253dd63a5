export { type MailServer, readMailServer } from './mail/mail-server.ts';
export { makeNotificationsModule } from './notifications.module.ts';
export { clearNotices } from './actions/clear-notices.ts';
export { type Notice, notify } from './notify.ts';
