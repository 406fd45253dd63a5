import { Gauge, Inbox, PhoneCall, SlidersHorizontal, Wrench } from 'lucide-react';
import type { WebModule } from '#kit/module/web-module.ts';

/** The service desk: the queue and intake, the supervisor's board, its set-up. */
export const serviceDeskWeb: WebModule = {
  name: 'service-desk',
  pages: [
    { path: '/service', title: { 'zh-CN': '服务请求', en: 'Case queue' }, load: () => import('./service-queue-page.tsx') },
    { path: '/service/board', title: { 'zh-CN': '服务看板', en: 'Service board' }, load: () => import('../board/service-board-page.tsx') },
    { path: '/admin/service', title: { 'zh-CN': '服务台设置', en: 'Service desk set-up' }, load: () => import('../setup/service-setup-page.tsx') },
    { path: '/admin/service/processes/$key', title: { 'zh-CN': '流程', en: 'Process' }, load: () => import('../process/process-page.tsx') },
  ],
  nav: [
    { key: 'service-queue', group: 'service', label: { 'zh-CN': '服务请求', en: 'Case queue' }, to: '/service', icon: Inbox, object: 'case', letter: 'q', order: 10 },
    { key: 'service-board', group: 'service', label: { 'zh-CN': '服务看板', en: 'Service board' }, to: '/service/board', icon: Gauge, right: 'service.manage', object: 'case', order: 60 },
    { key: 'corrective-actions', group: 'service', label: { 'zh-CN': '纠正措施', en: 'Corrective actions' }, to: '/o/corrective-actions', icon: Wrench, object: 'correctiveAction', order: 62 },
    { key: 'service-setup', group: 'admin', label: { 'zh-CN': '服务台设置', en: 'Service desk' }, to: '/admin/service', icon: SlidersHorizontal, right: 'service.manage', order: 63 },
  ],
  commands: [
    { key: 'new-case', label: { 'zh-CN': '新建服务请求', en: 'New case' }, words: ['xinjian', 'tousu', '投诉', '报修', '来电'], icon: PhoneCall, to: '/service?new=1' },
  ],
  keys: [
    { label: { 'zh-CN': '服务请求：下一件、上一件', en: 'Cases: next, previous' }, keys: 'J K' },
    { label: { 'zh-CN': '服务请求：打开', en: 'Cases: open' }, keys: 'Enter' },
    { label: { 'zh-CN': '服务请求：选择', en: 'Cases: choose' }, keys: 'X' },
    { label: { 'zh-CN': '服务请求：接手', en: 'Cases: take' }, keys: 'T' },
    { label: { 'zh-CN': '服务请求：转交', en: 'Cases: hand on' }, keys: 'H' },
    { label: { 'zh-CN': '新建服务请求', en: 'New case' }, keys: 'N' },
  ],
};
