import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';

const NAME = /^zhike-\d{8}T\d{6}Z\.zkbackup$/;

/** `zhike-20260302T010000Z.zkbackup`: sorts by time. */
export function backupName(now: Date): string {
  return `zhike-${now.toISOString().replace(/[-:]|\.\d+/g, '')}.zkbackup`;
}

/** Deletes all but the newest `keep` backups of a folder, by name; other files stay. Returns the deleted names. */
export async function pruneBackups(folder: string, keep: number): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => NAME.test(name)).sort();
  const old = names.slice(0, Math.max(0, names.length - Math.max(1, keep)));
  for (const name of old) for (const file of [name, `${name}.json`]) await rm(path.join(folder, file), { force: true });
  return old;
}
