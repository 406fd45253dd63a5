export { makeNotificationsModule } from './notifications.module.ts';
export { type Notice, notify } from './notify.ts';
