import path from 'node:path';
import { pruneBackups } from '#platform/backup/backup-files.ts';
import { readOptions, readTextFile, runCommand, typedPath } from '#platform/backup/command-line.ts';
import { makeBackup } from '#platform/backup/scheduled/make-backup.ts';
import { loadConfig } from '#platform/config/config.ts';
import { loadSecret } from '#platform/config/secret.ts';
import { StartError } from '#platform/config/start-error.ts';
import { hasEmbeddedCluster, joinEmbedded } from '#platform/db/embedded/embedded-server.ts';

const known = [
  { name: 'to', zh: '存放备份的文件夹（默认：数据文件夹下的 backups）', en: 'folder for the backup (default: backups in the data folder)' },
  { name: 'keep', zh: '只保留最新的几份', en: 'keep only so many of the newest' },
  {
    name: 'passphrase-file',
    zh: '口令文件；备份由口令加密并含系统密钥',
    en: 'file with a passphrase that locks the backup, which then holds the secret',
  },
];

await runCommand(async () => {
  const options = readOptions(process.argv.slice(2), known);
  const config = loadConfig(process.env, process.cwd());
  const keep = options['keep'] === undefined ? undefined : Number(options['keep']);
  if (keep !== undefined && !(Number.isInteger(keep) && keep > 0)) {
    throw new StartError('--keep 应为正整数。', '--keep takes a whole number above zero.');
  }
  const passphrase = readTextFile(options['passphrase-file'] ?? config.backupPassphraseFile);
  const folder = options['to'] === undefined ? path.join(config.dataDir, 'backups') : typedPath(options['to']);
  if (config.databaseUrl === undefined && !hasEmbeddedCluster(config.dataDir)) throw nothingToSave(config.dataDir);
  const { dataDir, databaseUrl } = config;
  const server = databaseUrl === undefined ? await joinEmbedded({ dataDir, log: console }) : undefined;
  try {
    const now = new Date();
    const made = await makeBackup({
      kind: 'command', databaseUrl: databaseUrl ?? server?.url ?? '', dataDir, folder,
      secret: loadSecret(config), now, ...(passphrase === undefined ? {} : { passphrase }),
    });
    const removed = keep === undefined ? [] : await pruneBackups(folder, keep);
    const size = (made.bytes / 1e6).toFixed(1);
    return [
      `已备份并核对 / Saved and read back: ${path.join(folder, made.name)} (${size} MB)`,
      `${made.note.tables} 张表 / tables, ${made.note.rows} 行 / rows, ${made.note.files} 个文件 / files`,
      ...removed.map((name) => `已删除旧备份 / Removed the old ${name}`),
      made.note.lockedBy === 'passphrase'
        ? '备份含系统密钥；恢复时需要口令。 / It holds the secret; to restore it you need the passphrase.'
        : '恢复时需要数据文件夹中的 secret（或 ZHIKE_SECRET）。请另行保管。 / To restore it you need the file "secret" of the data folder '
          + '(or ZHIKE_SECRET). Keep that in another place.',
    ].join('\n');
  } finally {
    await server?.stop();
  }
});

function nothingToSave(dataDir: string): StartError {
  return new StartError(
    `${dataDir} 中没有数据库。请检查 ZHIKE_DATA_DIR 或 DATABASE_URL。`,
    `There is no database in ${dataDir}. Check ZHIKE_DATA_DIR or DATABASE_URL.`,
  );
}
