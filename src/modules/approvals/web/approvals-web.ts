import { Stamp, Workflow } from 'lucide-react';
import type { WebModule } from '#kit/module/web-module.ts';
import { ApprovalCount } from './approval-count.tsx';

/** What waits for an opinion, one's own requests, and the flows. */
export const approvalsWeb: WebModule = {
  name: 'approvals',
  pages: [
    { path: '/approvals', title: { 'zh-CN': '审批', en: 'Approvals' }, load: () => import('./pages/approvals-page.tsx') },
    { path: '/approvals/$id', title: { 'zh-CN': '审批', en: 'Approval' }, load: () => import('./pages/approval-page.tsx') },
    { path: '/approval-flows', title: { 'zh-CN': '审批流程', en: 'Approval flows' }, load: () => import('./flows/flows-page.tsx') },
  ],
  nav: [
    { key: 'approvals', group: 'today', label: { 'zh-CN': '审批', en: 'Approvals' }, to: '/approvals', icon: Stamp, letter: 'p', order: 30 },
    { key: 'approval-flows', group: 'admin', label: { 'zh-CN': '审批流程', en: 'Approval flows' }, to: '/approval-flows', icon: Workflow, right: 'approvals.manage', order: 65 },
  ],
  commands: [{ key: 'approvals', label: { 'zh-CN': '待我审批', en: 'To approve' }, words: ['shenpi', '审批'], icon: Stamp, to: '/approvals' }],
  topBar: [{ key: 'approvals', order: 55, view: ApprovalCount }],
};
