import path from 'node:path';
import type { Logger } from 'pino';
import { StartError } from '../../config/start-error.ts';
import type { Backups } from './backups.ts';
import { backupFailure, failureIn } from './make-backup.ts';

export interface UpgradeStep {
  readonly backups: Backups;
  readonly from: number;
  readonly to: number;
  readonly dataDir: string;
  readonly log: Pick<Logger, 'info'>;
}

/** The way back from an upgrade (PL-5). Lies in the data folder: the settings are in the database that is about to change. */
export async function backUpBeforeUpgrade({ backups, from, to, dataDir, log }: UpgradeStep): Promise<void> {
  const folder = path.join(dataDir, 'backups');
  log.info({ from, to }, 'backing up before the database is upgraded');
  try {
    // The file must carry the time of the machine: a shifted clock would sort it among others.
    const made = await backups.make({ kind: 'upgrade', folder, now: new Date() });
    log.info({ file: path.join(folder, made.name), bytes: made.bytes }, 'backup made and read back');
  } catch (error) {
    const why = backupFailure(error, folder);
    throw new StartError(
      `升级前的备份没有成功，数据库未作任何改动：${failureIn(why, 'zh-CN')}\n如另有快照，可设置 ZHIKE_UPGRADE_BACKUP=0 后再启动。`,
      `The backup before the upgrade failed, the database was not touched: ${failureIn(why, 'en')}\nWith a snapshot of your own, set ZHIKE_UPGRADE_BACKUP=0 and start again.`,
      { cause: error },
    );
  }
}
