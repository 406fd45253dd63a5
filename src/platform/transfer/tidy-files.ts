import { rm } from 'node:fs/promises';
import sql from 'sql-template-tag';
import type { Services } from '../runtime/services.ts';
import { exportPath, takeExpired } from './export/export-store.ts';
import { importPath } from './import/import-files.ts';

const KEEP_IMPORT_DAYS = 30;

/** Takes the files of old exports and imports from the disk; what they did stays in the history and can be undone. */
export async function tidyFiles(services: Services): Promise<'done'> {
  const now = services.clock();
  for (const { storeKey } of await takeExpired(services.database, now)) await rm(exportPath(services.dataDir, storeKey), { force: true });
  const before = new Date(now.getTime() - KEEP_IMPORT_DAYS * 86_400_000).toISOString();
  const old = await services.database.rows<{ id: string }>(sql`
    UPDATE import_run SET store_key = NULL WHERE store_key IS NOT NULL AND created_at < ${before} AND state NOT IN ('checking', 'running', 'paused', 'undoing')
    RETURNING id`);
  for (const { id } of old) await rm(importPath(services.dataDir, id), { force: true });
  return 'done';
}
