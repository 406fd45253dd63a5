import { MessageCircleMore, MessagesSquare } from 'lucide-react';
import type { WebModule } from '#kit/module/web-module.ts';
import { ChatTopBar } from './desk/chat-top-bar.tsx';

/** The agents' desk of the chat, and its set-up. */
export const chatWeb: WebModule = {
  name: 'chat',
  pages: [
    { path: '/service/chats', title: { 'zh-CN': '在线客服', en: 'Chats' }, load: () => import('./desk/chats-page.tsx') },
    { path: '/admin/chat', title: { 'zh-CN': '在线客服设置', en: 'Chat set-up' }, load: () => import('./setup/chat-setup-page.tsx') },
  ],
  nav: [
    { key: 'chats', group: 'service', label: { 'zh-CN': '在线客服', en: 'Chats' }, to: '/service/chats', icon: MessagesSquare, object: 'case', action: 'update', order: 15 },
    { key: 'chat-setup', group: 'admin', label: { 'zh-CN': '在线客服设置', en: 'Chat' }, to: '/admin/chat', icon: MessageCircleMore, right: 'admin.settings', order: 64 },
  ],
  topBar: [{ key: 'chat', order: 50, view: ChatTopBar }],
};
