import { existsSync } from 'node:fs';
import { readOptions, readTextFile, runCommand, typedPath } from '#platform/backup/command-line.ts';
import { restoreBackup } from '#platform/backup/restore-backup.ts';
import { loadConfig } from '#platform/config/config.ts';
import { StartError } from '#platform/config/start-error.ts';
import { startEmbedded } from '#platform/db/embedded/embedded-server.ts';

const known = [
  { name: 'from', zh: '备份文件', en: 'the backup' },
  { name: 'passphrase-file', zh: '备份时所用的口令文件', en: 'file with the passphrase of the backup' },
  {
    name: 'secret-file',
    zh: '原系统的 secret 文件（备份没有口令时）',
    en: 'file "secret" of the former system (for a backup without passphrase)',
  },
];

await runCommand(async () => {
  const options = readOptions(process.argv.slice(2), known);
  if (options['from'] === undefined) throw new StartError('请用 --from 指定备份文件。', 'Name the backup with --from.');
  const file = typedPath(options['from']);
  if (!existsSync(file)) throw new StartError(`找不到 ${file}。`, `There is no ${file}.`);
  const config = loadConfig(process.env, process.cwd());
  const passphrase = readTextFile(options['passphrase-file']);
  const former = readTextFile(options['secret-file']);
  if (passphrase === undefined && former === undefined && config.secret === undefined) {
    throw new StartError(
      '请用 --passphrase-file 或 --secret-file 给出打开备份的口令或原 secret 文件，或设置 ZHIKE_SECRET。',
      'Give what opens the backup: --passphrase-file, or the former file "secret" by --secret-file or ZHIKE_SECRET.',
    );
  }
  const secret = Buffer.from(former ?? config.secret ?? '', 'utf8');
  const key = passphrase === undefined ? { secret } : { passphrase };
  const { dataDir, databaseUrl } = config;
  const server = databaseUrl === undefined ? await startEmbedded({ dataDir, log: console }) : undefined;
  try {
    const report = await restoreBackup({
      file, databaseUrl: databaseUrl ?? server?.url ?? '', dataDir, key,
      keepSecret: config.secret === undefined,
    });
    const rows = report.tables.reduce((sum, table) => sum + table.rows, 0);
    return [
      ...report.tables.filter((table) => table.rows > 0).map((table) => `  ${table.name.padEnd(32)}${table.rows}`),
      `已恢复 ${report.createdAt} 的备份，行数与校验和全部一致。 / `
        + `Restored the backup of ${report.createdAt}; all counts and checksums agree.`,
      `${report.tables.length} 张表 / tables, ${rows} 行 / rows, ${report.files} 个文件 / files, `
        + `数据库版本 / database version ${report.version}`,
    ].join('\n');
  } finally {
    await server?.stop();
  }
});
