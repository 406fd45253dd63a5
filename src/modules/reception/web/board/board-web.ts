import { ListOrdered, Scale, Store } from 'lucide-react';
import type { WebModule } from '#kit/module/web-module.ts';

/** The reception board, the counts explained, and the sales offices (RE-1 to RE-7). */
export const boardWeb: WebModule = {
  name: 'reception-board',
  pages: [
    { path: '/reception', title: { 'zh-CN': '接待轮排', en: 'Reception board' }, load: () => import('./day/reception-board-page.tsx') },
    { path: '/turns', title: { 'zh-CN': '轮次公示', en: 'Turns explained' }, load: () => import('./fairness-page.tsx') },
    { path: '/sites', title: { 'zh-CN': '案场', en: 'Sales offices' }, load: () => import('./sites/sites-page.tsx') },
  ],
  nav: [
    { key: 'reception', group: 'site', label: { 'zh-CN': '接待轮排', en: 'Reception board' }, to: '/reception', icon: ListOrdered, object: 'site', letter: 'r', order: 10 },
    { key: 'turns', group: 'site', label: { 'zh-CN': '轮次公示', en: 'Turns explained' }, to: '/turns', icon: Scale, object: 'site', order: 15 },
    { key: 'sites', group: 'site', label: { 'zh-CN': '案场设置', en: 'Sales offices' }, to: '/sites', icon: Store, object: 'site', right: 'policies.edit', order: 90 },
  ],
};
