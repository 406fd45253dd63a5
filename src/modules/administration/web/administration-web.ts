import { Cog, DatabaseBackup, FileClock, Layers, ListChecks, ScanEye } from 'lucide-react';
import type { WebModule } from '#kit/module/web-module.ts';

/** What administrators look after: objects and fields, settings, the trail, background work, why somebody sees something. */
export const administrationWeb: WebModule = {
  name: 'administration',
  pages: [
    { path: '/admin/objects', title: { 'zh-CN': '对象与字段', en: 'Objects and fields' }, load: () => import('./fields/objects-page.tsx') },
    { path: '/admin/objects/$key', title: { 'zh-CN': '字段', en: 'Fields' }, load: () => import('./fields/object-page.tsx') },
    { path: '/audit', title: { 'zh-CN': '审计日志', en: 'Audit trail' }, load: () => import('./audit/audit-page.tsx') },
    { path: '/settings', title: { 'zh-CN': '系统设置', en: 'Settings' }, load: () => import('./settings/settings-page.tsx') },
    { path: '/settings/views', title: { 'zh-CN': '视图', en: 'Saved views' }, load: () => import('./settings/saved-views-page.tsx') },
    { path: '/settings/configuration', title: { 'zh-CN': '配置导入导出', en: 'Configuration' }, load: () => import('./settings/configuration-page.tsx') },
    { path: '/jobs', title: { 'zh-CN': '后台任务', en: 'Background jobs' }, load: () => import('./jobs/jobs-page.tsx') },
    { path: '/backups', title: { 'zh-CN': '备份', en: 'Backups' }, load: () => import('./backups/backups-page.tsx') },
    { path: '/inspector', title: { 'zh-CN': '权限查询', en: 'Who sees what' }, load: () => import('./inspector/inspector-page.tsx') },
  ],
  nav: [
    { key: 'inspector', group: 'admin', label: { 'zh-CN': '权限查询', en: 'Who sees what' }, to: '/inspector', icon: ScanEye, right: 'admin.roles', order: 63 },
    { key: 'objects', group: 'admin', label: { 'zh-CN': '对象与字段', en: 'Objects and fields' }, to: '/admin/objects', icon: Layers, right: 'admin.fields', order: 64 },
    { key: 'audit', group: 'admin', label: { 'zh-CN': '审计日志', en: 'Audit trail' }, to: '/audit', icon: FileClock, right: 'admin.audit', order: 66 },
    { key: 'jobs', group: 'admin', label: { 'zh-CN': '后台任务', en: 'Background jobs' }, to: '/jobs', icon: ListChecks, right: 'admin.jobs', order: 67 },
    { key: 'backups', group: 'admin', label: { 'zh-CN': '备份', en: 'Backups' }, to: '/backups', icon: DatabaseBackup, right: 'admin.settings', order: 69 },
    { key: 'settings', group: 'admin', label: { 'zh-CN': '系统设置', en: 'Settings' }, to: '/settings', icon: Cog, right: 'admin.settings', order: 68 },
  ],
  commands: [
    { key: 'saved-views', label: { 'zh-CN': '管理视图', en: 'Manage saved views' }, icon: Cog, right: 'views.share', to: '/settings/views' },
    { key: 'configuration', label: { 'zh-CN': '配置导入导出', en: 'Export or import the configuration' }, icon: Cog, right: 'admin.fields', to: '/settings/configuration' },
  ],
};
