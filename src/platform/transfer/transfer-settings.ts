import { z } from 'zod';
import { defineSetting } from '../settings/setting.ts';

/** Rows that one export may hold (SEC-24). */
export const exportRowCap = defineSetting({
  key: 'exportRowCap', group: 'transfer', schema: z.int().min(100).max(10_000_000), fallback: 1_000_000,
  label: { 'zh-CN': '单次导出的最多行数', en: 'Rows in one export at most' },
});

/** Size of a file to import. */
export const importMegabytes = defineSetting({
  key: 'importMegabytes', group: 'transfer', schema: z.int().min(1).max(10_000), fallback: 500,
  label: { 'zh-CN': '导入文件的大小上限（MB）', en: 'Size of an import file at most (MB)' },
});

export const transferSettings = [exportRowCap, importMegabytes];
