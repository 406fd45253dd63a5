import { Combine, Eye, Forward, ShieldCheck } from 'lucide-react';
import type { WebModule } from '#kit/module/web-module.ts';
import { useOpenAccessRequests } from '../duplicates/use-access-requests.ts';
import { useWaitingHandovers } from '../handover/use-waiting-handovers.ts';

/** Duplicates, merging, completeness and hand-over of customers. */
export const customerQualityWeb: WebModule = {
  name: 'customer-quality',
  nav: [
    { key: 'quality', group: 'customers', label: { 'zh-CN': '数据质量', en: 'Data quality' }, to: '/quality', icon: ShieldCheck, object: 'customer', order: 80 },
    {
      key: 'handover', group: 'customers', label: { 'zh-CN': '客户移交', en: 'Hand-over' }, to: '/handovers', icon: Forward, object: 'customer', order: 90,
      useBadge: useWaitingHandovers,
    },
    {
      key: 'access-requests', group: 'customers', label: { 'zh-CN': '查看申请', en: 'Access requests' }, to: '/access-requests', icon: Eye, object: 'customer', order: 95,
      useBadge: useOpenAccessRequests,
    },
  ],
  pages: [
    { path: '/quality', title: { 'zh-CN': '数据质量', en: 'Data quality' }, load: () => import('./quality-page.tsx') },
    { path: '/quality/duplicates', title: { 'zh-CN': '重复客户', en: 'Duplicates' }, load: () => import('../duplicates/duplicates-page.tsx') },
    { path: '/access-requests', title: { 'zh-CN': '查看申请', en: 'Access requests' }, load: () => import('../duplicates/access-requests-page.tsx') },
    { path: '/merge/$plural/$survivor/$loser', title: { 'zh-CN': '合并', en: 'Merge' }, load: () => import('../merge/merge-page.tsx') },
    { path: '/merges', title: { 'zh-CN': '合并记录', en: 'Merges' }, load: () => import('../merge/merges-page.tsx') },
    { path: '/handovers', title: { 'zh-CN': '客户移交', en: 'Hand-over' }, load: () => import('../handover/handovers-page.tsx') },
    { path: '/handovers/new', title: { 'zh-CN': '新建移交', en: 'New hand-over' }, load: () => import('../handover/new-handover-page.tsx') },
    { path: '/handovers/$id', title: { 'zh-CN': '客户移交', en: 'Hand-over' }, load: () => import('../handover/handover-page.tsx') },
  ],
  panels: [
    { key: 'completeness', object: 'customer', place: 'side', label: { 'zh-CN': '资料完整度', en: 'Completeness' }, order: 60, load: () => import('./completeness-panel.tsx') },
    { key: 'merge', object: 'customer', place: 'action', label: { 'zh-CN': '合并', en: 'Merge' }, order: 80, load: () => import('../merge/merge-action.tsx') },
    { key: 'merge', object: 'contact', place: 'action', label: { 'zh-CN': '合并', en: 'Merge' }, order: 80, load: () => import('../merge/merge-action.tsx') },
    {
      key: 'handover', object: 'user', place: 'action', label: { 'zh-CN': '客户移交', en: 'Hand-over' }, order: 80, right: 'handover.manage',
      load: () => import('../handover/handover-action.tsx'),
    },
  ],
  bulkActions: (['customer', 'contact'] as const).map((object) => ({
    key: 'merge', object, label: { 'zh-CN': '合并', en: 'Merge' }, icon: Combine, order: 70,
    needs: (meta) => meta.grants.merge !== undefined, load: () => import('../merge/merge-bulk.tsx'),
  })),
  formPanels: [{ key: 'duplicates', object: 'customer', load: () => import('../duplicates/duplicate-panel.tsx') }],
  commands: [
    { key: 'duplicates', label: { 'zh-CN': '处理重复客户', en: 'Work through duplicates' }, words: ['查重', 'cfkh', 'duplicates'], icon: Combine, to: '/quality/duplicates' },
    { key: 'new-handover', label: { 'zh-CN': '移交客户', en: 'Hand customers over' }, words: ['离职', '调岗', 'yj'], icon: Forward, right: 'handover.manage', to: '/handovers/new' },
  ],
};
