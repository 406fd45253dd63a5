import { readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

export const backupKinds = ['scheduled', 'manual', 'upgrade', 'command'] as const;
export type BackupKind = (typeof backupKinds)[number];

const noteShape = z.object({
  kind: z.enum(backupKinds),
  createdAt: z.iso.datetime(),
  /** When the finished file was read back whole; null: it never was. */
  verifiedAt: z.iso.datetime().nullable(),
  lockedBy: z.enum(['secret', 'passphrase']),
  version: z.int(),
  tables: z.int(),
  rows: z.int(),
  files: z.int(),
});

/** What is known of a backup beside its bytes; lies next to it, so that it outlives the database. */
export type BackupNote = z.infer<typeof noteShape>;

export interface ListedBackup {
  readonly name: string;
  readonly bytes: number;
  /** Of the note, else of the file's name. */
  readonly createdAt: string;
  /** Absent for a file that came without its note, as from another machine. */
  readonly note?: BackupNote;
}

const NAME = /^zhike-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z\.zkbackup$/;

/** True for the name of a backup; keeps paths of other files out of downloads. */
export const isBackupName = (name: string): boolean => NAME.test(name);

const noteOf = (folder: string, name: string): string => path.join(folder, `${name}.json`);

/** Whole or not at all. */
export async function writeNote(folder: string, name: string, note: BackupNote): Promise<void> {
  const draft = `${noteOf(folder, name)}.part`;
  await writeFile(draft, `${JSON.stringify(note)}\n`, { mode: 0o600 });
  await rename(draft, noteOf(folder, name));
}

async function readNote(folder: string, name: string): Promise<BackupNote | undefined> {
  try {
    return noteShape.parse(JSON.parse(await readFile(noteOf(folder, name), 'utf8')));
  } catch {
    return undefined;
  }
}

/** The backups of a folder, newest first; none for a folder that is not there yet. Throws when it cannot be read. */
export async function listBackups(folder: string): Promise<ListedBackup[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  const found: ListedBackup[] = [];
  for (const name of names.filter(isBackupName)) {
    const info = await stat(path.join(folder, name)).catch(() => undefined);
    if (info === undefined) continue;
    const note = await readNote(folder, name);
    const createdAt = note?.createdAt ?? name.replace(NAME, '$1-$2-$3T$4:$5:$6.000Z');
    found.push({ name, bytes: info.size, createdAt, ...(note !== undefined && { note }) });
  }
  return found.sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
}

/** The file and its note. */
export async function removeBackup(folder: string, name: string): Promise<void> {
  await rm(path.join(folder, name), { force: true });
  await rm(noteOf(folder, name), { force: true });
}
