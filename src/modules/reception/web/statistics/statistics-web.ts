import { ChartColumn, NotebookPen } from 'lucide-react';
import type { WebModule } from '#kit/module/web-module.ts';

/** Visitor and call statistics, day and week plans. */
export const statisticsWeb: WebModule = {
  name: 'reception-statistics',
  pages: [
    { path: '/visitor-statistics', title: { 'zh-CN': '来人来电统计', en: 'Visitors and calls' }, load: () => import('./statistics-page.tsx') },
    { path: '/plans', title: { 'zh-CN': '工作计划', en: 'Plans' }, load: () => import('../plans/work-plans-page.tsx') },
  ],
  nav: [
    { key: 'visitor-statistics', group: 'site', label: { 'zh-CN': '来人来电统计', en: 'Visit figures' }, to: '/visitor-statistics', icon: ChartColumn, object: 'visitRegistration', order: 70 },
    { key: 'plans', group: 'today', label: { 'zh-CN': '工作计划', en: 'Plans' }, to: '/plans', icon: NotebookPen, object: 'visitRegistration', order: 30 },
  ],
};
