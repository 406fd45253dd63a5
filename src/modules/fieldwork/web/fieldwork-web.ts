import { CalendarClock, ClipboardList, ListChecks, Van } from 'lucide-react';
import type { WebModule } from '#kit/module/web-module.ts';
import { FieldworkSignal } from './phone/fieldwork-signal.tsx';

/** Service orders: the dispatch board, the worker's telephone, the orders of a case. */
export const fieldworkWeb: WebModule = {
  name: 'fieldwork',
  pages: [
    { path: '/fieldwork', title: { 'zh-CN': '派工', en: 'Dispatch' }, load: () => import('./board/dispatch-page.tsx') },
    { path: '/fieldwork/mine', title: { 'zh-CN': '我的服务指令', en: 'My service orders' }, load: () => import('./phone/my-orders-page.tsx') },
    { path: '/fieldwork/order/$id', title: { 'zh-CN': '服务指令', en: 'Service order' }, load: () => import('./phone/order-page.tsx') },
  ],
  nav: [
    { key: 'my-service-orders', group: 'service', label: { 'zh-CN': '我的服务指令', en: 'My service orders' }, to: '/fieldwork/mine', icon: Van, object: 'serviceOrder', order: 30 },
    { key: 'dispatch', group: 'service', label: { 'zh-CN': '派工', en: 'Dispatch' }, to: '/fieldwork', icon: CalendarClock, object: 'serviceOrder', action: 'create', order: 32 },
  ],
  topBar: [{ key: 'fieldwork', order: 23, view: FieldworkSignal }],
  panels: [
    { key: 'case-orders', object: 'case', place: 'side', label: { 'zh-CN': '服务指令', en: 'Service orders' }, order: 30, replaces: ['serviceOrder'], load: () => import('./case/case-orders-panel.tsx') },
    { key: 'order-link', object: 'serviceOrder', place: 'action', label: { 'zh-CN': '打开', en: 'Open' }, load: () => import('./phone/order-link.tsx') },
  ],
  commands: [
    { key: 'service-orders', label: { 'zh-CN': '全部服务指令', en: 'All service orders' }, words: ['fwzl', 'fuwuzhiling'], icon: ClipboardList, to: '/o/service-orders' },
    { key: 'order-checklists', label: { 'zh-CN': '服务检查单', en: 'Service checklists' }, words: ['fwjcd', 'jianchadan'], icon: ListChecks, to: '/o/order-checklists' },
  ],
};
