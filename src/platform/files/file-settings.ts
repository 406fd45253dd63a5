import { z } from 'zod';
import sql from 'sql-template-tag';
import type { Db } from '../db/database.ts';
import { defineSetting } from '../settings/setting.ts';

/** Largest upload in megabytes (SEC-21). */
export const fileSizeSetting = defineSetting({
  key: 'maxFileMegabytes',
  group: 'files',
  label: { 'zh-CN': '单个文件上限（MB）', en: 'Largest file (MB)' },
  help: { 'zh-CN': '超过此大小的文件不能上传。', en: 'Larger files cannot be uploaded.' },
  schema: z.number().int().min(1).max(1_000),
  fallback: 25,
});

/** The largest upload in bytes, as set now. */
export async function maxFileBytes(db: Db): Promise<number> {
  const row = await db.maybe<{ value: unknown }>(sql`SELECT value FROM setting WHERE key = ${fileSizeSetting.key}`);
  const parsed = fileSizeSetting.schema.safeParse(row?.value);
  return (parsed.success ? parsed.data : fileSizeSetting.fallback) * 1024 * 1024;
}
