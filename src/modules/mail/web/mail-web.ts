import { Mail, Mailbox } from 'lucide-react';
import type { WebModule } from '#kit/module/web-module.ts';

/** Mailboxes in the administration, mails on timelines and as records. */
export const mailWeb: WebModule = {
  name: 'mail',
  pages: [{ path: '/admin/mailboxes', title: { 'zh-CN': '邮箱', en: 'Mailboxes' }, load: () => import('./pages/mailboxes-page.tsx') }],
  nav: [{ key: 'mailboxes', group: 'admin', label: { 'zh-CN': '邮箱', en: 'Mailboxes' }, to: '/admin/mailboxes', icon: Mailbox, right: 'admin.settings', order: 71 }],
  panels: [{ key: 'mail-content', object: 'mailMessage', place: 'tab', order: 5, label: { 'zh-CN': '邮件正文', en: 'Mail' }, load: () => import('./record/mail-content.tsx') }],
  timeline: [{ kind: 'mail', label: { 'zh-CN': '邮件', en: 'Mail' }, icon: Mail, colour: 'qing' }],
};
