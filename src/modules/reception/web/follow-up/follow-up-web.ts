import { ListChecks, Waves } from 'lucide-react';
import type { WebModule } from '#kit/module/web-module.ts';
import { useDueCount } from './use-follow-up.ts';

/** Follow-up sheets and public pools. */
export const followUpWeb: WebModule = {
  name: 'follow-up',
  pages: [
    { path: '/follow-up', title: { 'zh-CN': '客户追踪表', en: 'Follow-up sheet' }, load: () => import('./follow-up-page.tsx') },
    { path: '/pools', title: { 'zh-CN': '公海', en: 'Public pool' }, load: () => import('../pools/pools-page.tsx') },
  ],
  nav: [
    { key: 'follow-up', group: 'customers', label: { 'zh-CN': '客户追踪', en: 'Follow-up' }, to: '/follow-up', icon: ListChecks, object: 'customer', order: 30, useBadge: useDueCount },
    { key: 'pools', group: 'customers', label: { 'zh-CN': '公海', en: 'Public pool' }, to: '/pools', icon: Waves, right: 'pools.claim', order: 40 },
  ],
  panels: [{ key: 'follow-up', object: 'customer', place: 'side', label: { 'zh-CN': '客户追踪', en: 'Follow-up' }, order: 15, load: () => import('./sheet-panel.tsx') }],
};
