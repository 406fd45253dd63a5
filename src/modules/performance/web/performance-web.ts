import { ChartNoAxesCombined, Heart, Hourglass, Trophy } from 'lucide-react';
import type { WebModule } from '#kit/module/web-module.ts';

const team = { 'zh-CN': '绩效', en: 'Performance' };
const times = { 'zh-CN': '服务时间', en: 'Service times' };
const incentives = { 'zh-CN': '激励', en: 'Incentives' };
const wall = { 'zh-CN': '表扬墙', en: 'Praise wall' };

/** Performance sheets, service times, incentives, the praise wall. */
export const performanceWeb: WebModule = {
  name: 'performance',
  pages: [
    { path: '/performance', title: team, load: () => import('./sheet/team-sheet-page.tsx') },
    { path: '/performance/people/$person', title: team, load: () => import('./sheet/person-sheet-page.tsx') },
    { path: '/performance/times', title: times, load: () => import('./times/times-page.tsx') },
    { path: '/performance/incentives', title: incentives, load: () => import('./incentives/incentives-page.tsx') },
    { path: '/performance/incentives/$run', title: incentives, load: () => import('./incentives/run-page.tsx') },
    { path: '/praise', title: wall, load: () => import('./wall/wall-page.tsx') },
  ],
  nav: [
    { key: 'performance', group: 'service', label: team, to: '/performance', icon: ChartNoAxesCombined, object: 'incentiveEntry', order: 80 },
    { key: 'service-times', group: 'service', label: times, to: '/performance/times', icon: Hourglass, right: 'service.manage', object: 'case', order: 82 },
    { key: 'incentives', group: 'service', label: incentives, to: '/performance/incentives', icon: Trophy, object: 'incentiveRun', order: 84 },
    { key: 'praise', group: 'service', label: wall, to: '/praise', icon: Heart, object: 'recognition', order: 86 },
  ],
  homeCards: [{ key: 'praise', object: 'recognition', order: 50, load: () => import('./wall/home-praise.tsx') }],
  commands: [{ key: 'my-performance', label: { 'zh-CN': '我的绩效', en: 'My performance' }, words: ['wdjx', 'wodejixiao'], icon: ChartNoAxesCombined, to: '/performance/people/me' }],
};
