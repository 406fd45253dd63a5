import path from 'node:path';
import { z } from 'zod';
import { defineSetting } from '../../settings/setting.ts';

const group = 'backup';

export const backupIsOn = defineSetting({
  key: 'backupIsOn', group, schema: z.boolean(), fallback: true,
  label: { 'zh-CN': '每天自动备份', en: 'Back up every day' },
});

export const backupTime = defineSetting({
  key: 'backupTime', group, schema: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/), fallback: '02:30',
  label: { 'zh-CN': '备份时间', en: 'Time of the backup' },
  help: { 'zh-CN': '公司所在时区的时刻，如 02:30；当时没有运行的，启动后补做', en: 'In the company’s time zone, such as 02:30; one that was missed is made up for after the next start' },
});

export const backupDailyKept = defineSetting({
  key: 'backupDailyKept', group, schema: z.int().min(1).max(365), fallback: 7,
  label: { 'zh-CN': '保留每日备份', en: 'Daily backups kept' },
});

export const backupWeeklyKept = defineSetting({
  key: 'backupWeeklyKept', group, schema: z.int().min(0).max(520), fallback: 4,
  label: { 'zh-CN': '另保留每周备份', en: 'Weekly backups kept besides' },
  help: { 'zh-CN': '更早的每周留一份', en: 'One for each earlier week' },
});

export const backupFolder = defineSetting({
  key: 'backupFolder', group, schema: z.string().max(500).refine((name) => name === '' || (path.isAbsolute(name) && !name.includes('\0'))), fallback: '',
  label: { 'zh-CN': '备份文件夹', en: 'Folder of the backups' },
  help: {
    'zh-CN': '服务器上的完整路径，最好在另一块磁盘或网络存储上；不填则在数据文件夹的 backups 中',
    en: 'A full path on the server, best on another disk or a network store; empty means backups in the data folder',
  },
});

export const backupSettings = [backupIsOn, backupTime, backupDailyKept, backupWeeklyKept, backupFolder];
