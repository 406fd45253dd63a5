import { ChartScatter, ClipboardCheck, ClipboardList, ListChecks, Route, Ruler, Wrench } from 'lucide-react';
import type { WebModule } from '#kit/module/web-module.ts';
import { AuditSignal } from './fill/audit-signal.tsx';

/** Service standards, audits on the phone, their results, improvements, service circles. */
export const standardsWeb: WebModule = {
  name: 'standards',
  pages: [
    { path: '/audits', title: { 'zh-CN': '督查', en: 'Audits' }, load: () => import('./audits/audits-page.tsx') },
    { path: '/audits/fill/$audit', title: { 'zh-CN': '填写督查', en: 'Fill in an audit' }, load: () => import('./fill/audit-fill-page.tsx') },
    { path: '/audits/report/$audit', title: { 'zh-CN': '督查报告', en: 'Audit report' }, load: () => import('./audits/report-page.tsx') },
    { path: '/audit-results', title: { 'zh-CN': '督查结果', en: 'Audit results' }, load: () => import('./results/results-page.tsx') },
    { path: '/audit-improvements', title: { 'zh-CN': '改进措施', en: 'Improvements' }, load: () => import('./audits/improvements-page.tsx') },
    { path: '/standards', title: { 'zh-CN': '服务标准', en: 'Service standards' }, load: () => import('./library/library-page.tsx') },
    { path: '/audit-templates', title: { 'zh-CN': '督查模板', en: 'Audit templates' }, load: () => import('./library/audit-templates-page.tsx') },
    { path: '/audit-templates/$template', title: { 'zh-CN': '督查模板', en: 'Audit template' }, load: () => import('./library/template-editor-page.tsx') },
    { path: '/blueprints', title: { 'zh-CN': '服务圈', en: 'Service circles' }, load: () => import('./circle/circles-page.tsx') },
    { path: '/blueprints/$blueprint', title: { 'zh-CN': '服务圈', en: 'Service circle' }, load: () => import('./circle/circle-page.tsx') },
  ],
  nav: [
    { key: 'audits', group: 'service', label: { 'zh-CN': '督查', en: 'Audits' }, to: '/audits', icon: ClipboardCheck, object: 'serviceAudit', order: 60 },
    { key: 'audit-results', group: 'service', label: { 'zh-CN': '督查结果', en: 'Audit results' }, to: '/audit-results', icon: ChartScatter, object: 'serviceAudit', order: 62 },
    { key: 'improvements', group: 'service', label: { 'zh-CN': '改进措施', en: 'Improvements' }, to: '/audit-improvements', icon: Wrench, object: 'auditAction', order: 64 },
    { key: 'standards', group: 'service', label: { 'zh-CN': '服务标准', en: 'Standards' }, to: '/standards', icon: Ruler, object: 'standard', order: 66 },
    { key: 'blueprints', group: 'service', label: { 'zh-CN': '服务圈', en: 'Service circles' }, to: '/blueprints', icon: Route, object: 'blueprint', order: 68 },
  ],
  topBar: [{ key: 'audits', order: 22, view: AuditSignal }],
  panels: [{ key: 'audit-report', object: 'serviceAudit', place: 'action', label: { 'zh-CN': '督查报告', en: 'Audit report' }, load: () => import('./audits/report-link.tsx') }],
  commands: [
    { key: 'audit-templates', label: { 'zh-CN': '督查模板', en: 'Audit templates' }, words: ['dcmb', 'duchamuban'], icon: ListChecks, to: '/audit-templates' },
    { key: 'service-audits', label: { 'zh-CN': '督查记录', en: 'Audit records' }, words: ['dcjl', 'duchajilu'], icon: ClipboardList, to: '/o/service-audits' },
  ],
};
