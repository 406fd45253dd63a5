import { spawn } from 'node:child_process';
import {
  chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { StartError } from '#platform/config/start-error.ts';
import { canEnter, invocation, type ServerAccount } from './server-account.ts';
import { giveTo, type ServerBinaries } from './server-binaries.ts';
import type { ServerHome, SocketPlace } from './server-home.ts';

/** The version of the bundled server; a cluster of another one cannot be opened. */
const MAJOR = '18';

export interface InitInput {
  readonly home: ServerHome;
  readonly place: SocketPlace;
  readonly account: ServerAccount;
  readonly binaries: ServerBinaries;
  readonly password: string;
}

/** Makes the cluster when absent: aside, then renamed, so that a start that died half-way leaves nothing behind. */
export async function ensureCluster(input: InitInput): Promise<void> {
  const { home } = input;
  for (const name of readdirSync(home.home)) {
    if (name.startsWith('cluster.new')) rmSync(path.join(home.home, name), { recursive: true, force: true });
  }
  if (existsSync(home.cluster)) return checkVersion(home.cluster);
  const failures: string[] = [];
  for (const ctype of candidateTypes()) {
    const draft = `${home.cluster}.new`;
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { mode: 0o700 });
    giveTo(input.account, draft);
    const failure = await runInitdb(input, draft, ctype);
    if (failure === undefined) return renameSync(draft, home.cluster);
    failures.push(failure);
    if (!failure.includes('locale')) break;
  }
  if (failures.some((failure) => failure.includes('effective user ID'))) throw nameless(input.account.uid);
  throw new StartError(
    `无法建立数据库（${home.cluster}）。也可以用 DATABASE_URL 指定 PostgreSQL 15 以上。\n${failures.join('\n')}`,
    `Cannot create the database (${home.cluster}). You may name a PostgreSQL 15 or newer in DATABASE_URL instead.`,
  );
}

function nameless(uid: number): StartError {
  return new StartError(
    `数据库需要系统账户有名字，而用户编号 ${uid} 不在 /etc/passwd 中。请以有名字的用户启动（容器请加一条），或设置 DATABASE_URL。`,
    `The database wants an account with a name, and user number ${uid} is not in /etc/passwd. Start as a user with one `
      + '(add it to the container), or set DATABASE_URL.',
  );
}

/** With LC_CTYPE=C, pg_trgm finds no letters in Chinese text; the first that the system knows is taken. */
function candidateTypes(): string[] {
  return process.platform === 'win32'
    ? ['C.UTF-8', 'en-US', 'zh-CN']
    : ['C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'zh_CN.UTF-8'];
}

/** Undefined when it worked, else what the program said. */
function runInitdb(input: InitInput, folder: string, ctype: string): Promise<string | undefined> {
  const passwordFile = path.join(input.place.run, 'initial-password');
  writeFileSync(passwordFile, input.password, { mode: 0o600 });
  chmodSync(passwordFile, 0o600);
  giveTo(input.account, passwordFile);
  const { command, args, options } = invocation(input.account, input.binaries.initdb, [
    '-D', folderArgument(input.account, folder), '-U', 'postgres', `--pwfile=${passwordFile}`,
    '-A', 'scram-sha-256', '-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8',
    '--lc-collate=C', `--lc-ctype=${ctype}`, '--lc-messages=C', '--data-checksums', '--no-instructions',
  ], true);
  return new Promise<string | undefined>((resolve) => {
    let said = '';
    const child = spawn(command, args, {
      ...options, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], windowsHide: true,
    });
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
    });
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code) => resolve(code === 0 ? undefined : said.trim() || `initdb: ${code}`));
  }).finally(() => rmSync(passwordFile, { force: true }));
}

/**
 * How to name the cluster to the server. When the way to it is closed to the account (a project under /root), the
 * server is started inside and named its own working folder, which needs no way.
 */
export function folderArgument(account: ServerAccount, folder: string): string {
  if (canEnter(account, folder)) return folder;
  if (process.platform === 'linux') return '/proc/self/cwd';
  throw new StartError(
    `数据库账户无法进入 ${folder}。请以普通用户启动，或把数据文件夹放到其他用户可进入的位置（ZHIKE_DATA_DIR）。`,
    `The account of the database cannot enter ${folder}. Start as an ordinary user, or choose a data folder that `
      + 'others may pass through (ZHIKE_DATA_DIR).',
  );
}

function checkVersion(cluster: string): void {
  let version: string;
  try {
    version = readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8').trim();
  } catch (error) {
    throw new StartError(
      `无法读取数据库文件夹 ${cluster}。它可能属于其他用户，请以原来的用户启动。`,
      `Cannot read the database folder ${cluster}. It may belong to another user: start as the user who made it.`,
      { cause: error },
    );
  }
  if (version === MAJOR) return;
  throw new StartError(
    `${cluster} 由 PostgreSQL ${version} 建立，本版本使用 ${MAJOR}。请用原版本备份，再恢复到空的数据文件夹。`,
    `${cluster} was made by PostgreSQL ${version}; this release uses ${MAJOR}. Back up with the former release and `
      + 'restore into an empty data folder.',
  );
}
