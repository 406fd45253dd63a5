import { CalendarClock } from 'lucide-react';
import type { WebModule } from '#kit/module/web-module.ts';

/** Working calendars: hours, holidays, make-up days. */
export const calendarsWeb: WebModule = {
  name: 'calendars',
  pages: [{ path: '/admin/calendars', title: { 'zh-CN': '工作日历', en: 'Working calendars' }, load: () => import('./calendars-page.tsx') }],
  nav: [
    { key: 'calendars', group: 'admin', label: { 'zh-CN': '工作日历', en: 'Working calendars' }, to: '/admin/calendars', icon: CalendarClock, right: 'admin.settings', order: 62 },
  ],
};
