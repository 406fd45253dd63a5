import { ClipboardList, MoonStar, PhoneIncoming, UserPlus } from 'lucide-react';
import { createElement, lazy, Suspense } from 'react';
import type { WebModule } from '#kit/module/web-module.ts';
import { addBoardPanel } from '../board/board-panels.ts';

// The board's page holds no more than it needs until it is opened.
const Desk = lazy(() => import('./desk-panel.tsx').then(({ DeskPanel }) => ({ default: DeskPanel })));
const Actions = lazy(() => import('./desk-actions.tsx').then(({ DeskActions }) => ({ default: DeskActions })));
addBoardPanel({
  key: 'desk', grant: { object: 'visitRegistration', action: 'create' },
  view: ({ siteId }) => createElement(Suspense, { fallback: null }, createElement(Desk, { siteId })), head: ({ siteId }) => createElement(Suspense, { fallback: null }, createElement(Actions, { siteId })),
});

/** Registration of visits, referrals and calls, the evening record, and whose customer somebody is (RE-10 to RE-14, RE-20). */
export const registrationWeb: WebModule = {
  name: 'registration',
  pages: [
    { path: '/visits', title: { 'zh-CN': '来访', en: 'Visits' }, load: () => import('./visits-page.tsx') },
    { path: '/visits/new', title: { 'zh-CN': '来访登记', en: 'Register a visit' }, load: () => import('./register-page.tsx') },
    { path: '/referrals', title: { 'zh-CN': '员工介绍', en: 'Staff referrals' }, load: () => import('./referrals-page.tsx') },
    { path: '/evening', title: { 'zh-CN': '晚会记录', en: 'Evening record' }, load: () => import('./evening-page.tsx') },
  ],
  nav: [
    { key: 'visits', group: 'site', label: { 'zh-CN': '来访', en: 'Visits' }, to: '/visits', icon: ClipboardList, object: 'visitRegistration', letter: 'v', order: 20 },
    { key: 'calls', group: 'site', label: { 'zh-CN': '来电', en: 'Calls' }, to: '/o/call-registrations', icon: PhoneIncoming, object: 'callRegistration', order: 22 },
    { key: 'referrals', group: 'site', label: { 'zh-CN': '员工介绍', en: 'Staff referrals' }, to: '/referrals', icon: UserPlus, object: 'staffReferral', order: 24 },
    { key: 'evening', group: 'site', label: { 'zh-CN': '晚会记录', en: 'Evening record' }, to: '/evening', icon: MoonStar, object: 'visitRegistration', order: 40 },
  ],
  panels: [
    { key: 'ownership', object: 'customer', place: 'side', label: { 'zh-CN': '归属与分成', en: 'Ownership and shares' }, order: 5, load: () => import('../ownership/ownership-panel.tsx') },
    { key: 'referral-confirm', object: 'staffReferral', place: 'action', label: { 'zh-CN': '来访确认', en: 'Confirm' }, order: 10, isShown: (record) => record['status'] === 'registered', load: () => import('./referral-confirm.tsx') },
  ],
  commands: [{ key: 'register-visit', label: { 'zh-CN': '来访登记', en: 'Register a visit' }, words: ['laifang', '登记'], icon: ClipboardList, to: '/visits/new' }],
};
