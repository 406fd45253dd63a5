import path from 'node:path';
import type { Locale } from '#kernel/texts.ts';
import { StartError } from '#platform/config/start-error.ts';
import { backupName } from '../backup-files.ts';
import { createBackup } from '../create-backup.ts';
import { verifyBackup } from '../verify-backup.ts';
import { type BackupKind, type BackupNote, listBackups, removeBackup, writeNote } from './backup-catalogue.ts';
import { type KeepRule, expiredBackups } from './retention.ts';

export interface MakeOptions {
  readonly kind: BackupKind;
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly folder: string;
  readonly secret: Buffer;
  readonly passphrase?: string;
  readonly now: Date;
  /** Rows done and in all; each row is written once and read back once. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

export interface MadeBackup {
  readonly name: string;
  readonly bytes: number;
  readonly note: BackupNote;
}

/** Writes a backup, reads it back, and notes what it is (PL-5, SEC-34). One that cannot be read back is deleted, and that throws. */
export async function makeBackup(options: MakeOptions): Promise<MadeBackup> {
  const { kind, folder, secret, passphrase, now, signal } = options;
  const name = backupName(now);
  const file = path.join(folder, name);
  const progress = { done: 0, total: 0 };
  const tell = (rows: number) => {
    progress.done += rows;
    options.onProgress?.(progress.done, progress.total);
  };
  const report = await createBackup({
    databaseUrl: options.databaseUrl, dataDir: options.dataDir, outFile: file, secret, now,
    onRows: (rows, total) => {
      progress.total = total * 2;
      tell(rows);
    },
    ...(passphrase !== undefined && { passphrase }), ...(signal && { signal }),
  });
  try {
    await verifyBackup({ file, key: passphrase === undefined ? { secret } : { passphrase }, onRows: tell, ...(signal && { signal }) });
    const note: BackupNote = {
      kind, createdAt: now.toISOString(), verifiedAt: now.toISOString(), lockedBy: passphrase === undefined ? 'secret' : 'passphrase',
      version: report.version, tables: report.tables, rows: report.rows, files: report.files,
    };
    await writeNote(folder, name, note);
    return { name, bytes: report.bytes, note };
  } catch (error) {
    await removeBackup(folder, name);
    throw error;
  }
}

/** Removes what the rule lets go; answers the names. */
export async function tidyBackups(folder: string, rule: KeepRule): Promise<string[]> {
  const all = (await listBackups(folder)).map(({ name, createdAt, note }) => ({ name, createdAt, kind: note?.kind }));
  const gone = expiredBackups(all, rule);
  for (const name of gone) await removeBackup(folder, name);
  return gone;
}

/** Why a backup failed, for a person: Chinese, a line feed, English; other errors as they are. */
export function backupFailure(error: unknown, folder: string): string {
  if (error instanceof StartError) return `${error.zh}\n${error.en}`;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return `磁盘已满：${folder}。请腾出空间，或改用另一个备份文件夹。\nThe disk is full: ${folder}. Make room, or choose another folder for backups.`;
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR' || code === 'ENOENT') {
    return `无法写入备份文件夹 ${folder}。请检查路径和权限。\nThe folder ${folder} cannot be written. Check its path and rights.`;
  }
  return error instanceof Error ? error.message : String(error);
}

/** The part of such a text in one language. */
export function failureIn(text: string, locale: Locale): string {
  const [zh = text, en, ...more] = text.split('\n');
  if (en === undefined || more.length > 0) return text;
  return locale === 'zh-CN' ? zh : en;
}
