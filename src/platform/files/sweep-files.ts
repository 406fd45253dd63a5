import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import sql from 'sql-template-tag';
import type { Db } from '../db/database.ts';
import type { FileStore } from './file-store.ts';

const AT_ONCE = 500;

/**
 * Removes what a crash left: drafts, and stored files that were never noted down. Only such as nobody has touched for a
 * while, since another server may be writing them now. Answers how many were removed.
 */
export async function sweepFiles(options: { db: Db; store: FileStore; drafts: string; before: Date }): Promise<number> {
  // A file that waited a day for its record was given up with the form.
  const dayBefore = new Date(options.before.getTime() - 86_400_000).toISOString();
  await options.db.run(sql`DELETE FROM file_object WHERE record_id = id AND created_at < ${dayBefore}`);
  return (await sweepDrafts(options.drafts, options.before)) + (await sweepStore(options));
}

async function sweepDrafts(folder: string, before: Date): Promise<number> {
  let removed = 0;
  for (const name of await readdir(folder).catch(() => [])) {
    const file = path.join(folder, name);
    const info = await stat(file).catch(() => undefined);
    if (!name.endsWith('.part') || !info || info.mtime >= before) continue;
    await rm(file, { force: true });
    removed += 1;
  }
  return removed;
}

async function sweepStore({ db, store, before }: { db: Db; store: FileStore; before: Date }): Promise<number> {
  let removed = 0;
  let keys: string[] = [];
  const flush = async () => {
    const rows = await db.rows<{ key: string }>(sql`SELECT store_key AS key FROM file_object WHERE store_key = ANY(${keys}::text[])`);
    const known = new Set(rows.map((row) => row.key));
    for (const key of keys) {
      if (known.has(key)) continue;
      await store.remove(key);
      removed += 1;
    }
    keys = [];
  };
  for await (const item of store.list()) {
    if (item.changedAt < before) keys.push(item.key);
    if (keys.length >= AT_ONCE) await flush();
  }
  await flush();
  return removed;
}
