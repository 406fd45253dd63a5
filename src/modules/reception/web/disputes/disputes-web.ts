import { Scale } from 'lucide-react';
import type { WebModule } from '#kit/module/web-module.ts';

/** Disputes over ownership. */
export const disputesWeb: WebModule = {
  name: 'disputes',
  addresses: { dispute: '/disputes' },
  pages: [
    { path: '/disputes', title: { 'zh-CN': '归属争议', en: 'Disputes' }, load: () => import('./disputes-page.tsx') },
    { path: '/disputes/$id', title: { 'zh-CN': '归属争议', en: 'Dispute' }, load: () => import('./dispute-page.tsx') },
  ],
  nav: [{ key: 'disputes', group: 'site', label: { 'zh-CN': '归属争议', en: 'Disputes' }, to: '/disputes', icon: Scale, object: 'dispute', order: 60 }],
};
