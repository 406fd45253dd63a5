import type { WebModule } from '#kit/module/web-module.ts';

/** What the house sees of the customers' portal. */
export const portalWeb: WebModule = {
  name: 'portal',
  panels: [{ key: 'portal', object: 'customer', place: 'side', label: { 'zh-CN': '客户门户', en: 'Customer portal' }, order: 60, right: 'service.manage', load: () => import('./staff/customer-portal-panel.tsx') }],
};
