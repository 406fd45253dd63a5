import type { NavGroup } from '#kit/module/registry.tsx';

/** The navigation's headings, in order. Modules put their entries under these keys. */
export const navGroups: readonly NavGroup[] = [
  { key: 'today' },
  { key: 'customers', label: { 'zh-CN': '客户', en: 'Customers' } },
  { key: 'site', label: { 'zh-CN': '案场', en: 'Sales site' } },
  { key: 'sales', label: { 'zh-CN': '销售', en: 'Sales' } },
  { key: 'service', label: { 'zh-CN': '服务', en: 'Service' } },
  { key: 'others', label: { 'zh-CN': '其他', en: 'Others' } },
  { key: 'manage', label: { 'zh-CN': '管理', en: 'Management' } },
  { key: 'admin', label: { 'zh-CN': '系统', en: 'System' }, isFolded: true },
];
