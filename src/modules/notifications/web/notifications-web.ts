import { Bell, BellRing, Mail } from 'lucide-react';
import type { WebModule } from '#kit/module/web-module.ts';
import { NotificationBell } from './bell/notification-bell.tsx';

/** The bell, one's notifications and how one wants to be told; the mail server. */
export const notificationsWeb: WebModule = {
  name: 'notifications',
  pages: [
    { path: '/notifications', title: { 'zh-CN': '通知', en: 'Notifications' }, load: () => import('./pages/notifications-page.tsx') },
    { path: '/notifications/settings', title: { 'zh-CN': '通知设置', en: 'Notification settings' }, load: () => import('./pages/preferences-page.tsx') },
    { path: '/notifications/$id', title: { 'zh-CN': '通知', en: 'Notification' }, load: () => import('./pages/open-notification-page.tsx') },
    { path: '/admin/mail', title: { 'zh-CN': '邮件服务器', en: 'Mail server' }, load: () => import('./pages/mail-server-page.tsx') },
  ],
  nav: [
    { key: 'mail-server', group: 'admin', label: { 'zh-CN': '邮件服务器', en: 'Mail server' }, to: '/admin/mail', icon: Mail, right: 'admin.settings', order: 70 },
  ],
  commands: [
    { key: 'notifications', label: { 'zh-CN': '通知', en: 'Notifications' }, words: ['tongzhi', '消息'], icon: Bell, to: '/notifications' },
    { key: 'notification-settings', label: { 'zh-CN': '通知设置', en: 'Notification settings' }, words: ['tongzhi', 'digest', '免打扰'], icon: BellRing, to: '/notifications/settings' },
  ],
  topBar: [{ key: 'notifications', order: 60, view: NotificationBell }],
};
