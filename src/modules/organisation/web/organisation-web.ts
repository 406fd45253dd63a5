import { Network } from 'lucide-react';
import type { WebModule } from '#kit/module/web-module.ts';

/** The organisation as a tree. */
export const organisationWeb: WebModule = {
  name: 'organisation',
  pages: [{ path: '/organisation', title: { 'zh-CN': '组织架构', en: 'Organisation' }, load: () => import('./organisation-page.tsx') }],
  nav: [{ key: 'organisation', group: 'admin', label: { 'zh-CN': '组织架构', en: 'Organisation' }, to: '/organisation', icon: Network, object: 'orgUnit', order: 61 }],
};
