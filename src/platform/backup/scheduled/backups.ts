import { readTextFile } from '../command-line.ts';
import { type MadeBackup, makeBackup } from './make-backup.ts';
import type { BackupKind } from './backup-catalogue.ts';

export interface MakeRequest {
  readonly kind: BackupKind;
  readonly folder: string;
  readonly now: Date;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** Makes backups of this process's database and files; holds the key, so that nobody else need to. */
export interface Backups {
  readonly lockedBy: 'secret' | 'passphrase';
  make(request: MakeRequest): Promise<MadeBackup>;
}

export interface BackupPlace {
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly secret: Buffer;
  /** Read at each backup; absent: the secret locks them. */
  readonly passphraseFile?: string;
}

/** Throws a StartError when the file of the passphrase cannot be read. */
export function openBackups({ passphraseFile, ...place }: BackupPlace): Backups {
  readTextFile(passphraseFile);
  return {
    lockedBy: passphraseFile === undefined ? 'secret' : 'passphrase',
    make: (request) => {
      const passphrase = readTextFile(passphraseFile);
      return makeBackup({ ...place, ...request, ...(passphrase !== undefined && { passphrase }) });
    },
  };
}
