import { Download, FileUp } from 'lucide-react';
import type { ListAction, WebModule } from '#kit/module/web-module.ts';

const importInto = (object: string): ListAction => ({
  key: `import-${object}`, object, label: { 'zh-CN': '导入', en: 'Import' }, icon: FileUp,
  needs: (meta) => meta.grants.import !== undefined, to: () => `/imports/new/${object}`,
});

/** Import and export of every object (CU-12, UX-9). */
export const transferWeb: WebModule = {
  name: 'transfer',
  pages: [
    { path: '/imports', title: { 'zh-CN': '导入与导出', en: 'Imports and exports' }, load: () => import('./history/import-history-page.tsx') },
    { path: '/imports/new/$object', title: { 'zh-CN': '导入', en: 'Import' }, load: () => import('./import/import-upload-page.tsx') },
    { path: '/imports/$id', title: { 'zh-CN': '导入', en: 'Import' }, load: () => import('./import/import-page.tsx') },
  ],
  nav: [{ key: 'imports', group: 'others', label: { 'zh-CN': '导入与导出', en: 'Imports and exports' }, to: '/imports', icon: FileUp, order: 80 }],
  listActions: ['customer', 'contact', 'activity', 'need'].map(importInto),
  bulkActions: [{
    key: 'export', object: '*', label: { 'zh-CN': '导出', en: 'Export' }, icon: Download, order: 90,
    needs: (meta) => meta.grants.export !== undefined, load: () => import('./export/export-dialog.tsx'),
  }],
  commands: [{ key: 'import-customers', label: { 'zh-CN': '导入客户', en: 'Import customers' }, words: ['daoru', 'import', 'excel'], icon: FileUp, to: '/imports/new/customer' }],
};
