import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensureDataDir } from '#platform/config/data-dir.ts';
import { StartError } from '#platform/config/start-error.ts';
import { canEnter, type ServerAccount } from './server-account.ts';
import { giveTo } from './server-binaries.ts';

/** Where things of the bundled server lie. All paths are absolute and real. */
export interface ServerHome {
  readonly home: string;
  readonly cluster: string;
  readonly log: string;
  /** Process number of the Zhike that started the server last. */
  readonly starter: string;
}

/** Folder of the sockets; only the server's account (and root) may enter `run`. */
export interface SocketPlace {
  readonly run: string;
  readonly lock: string;
}

export function clusterDirOf(dataDir: string): string {
  return path.join(dataDir, 'postgres', 'cluster');
}

/** Makes `<dataDir>/postgres`. */
export function prepareHome(dataDir: string, account: ServerAccount): ServerHome {
  ensureDataDir(dataDir);
  const home = path.join(realpathSync(dataDir), 'postgres');
  mkdirSync(home, { recursive: true });
  chmodSync(home, account.isOther ? 0o711 : 0o700);
  return {
    home,
    cluster: path.join(home, 'cluster'),
    log: path.join(home, 'postgres.log'),
    starter: path.join(home, 'starter'),
  };
}

/** A socket's path holds 107 bytes on Linux, 103 on macOS; the longest name that we put below is 24. */
const LONGEST_BASE = 78;

/** The place for sockets inside the home, unless its path is too long or closed to the account. */
export function socketPlace(home: string, account: ServerAccount, isHomeUsable = true): SocketPlace {
  const fits = isHomeUsable && Buffer.byteLength(home) <= LONGEST_BASE && canEnter(account, home);
  const base = fits ? home : outsideBase(home, account);
  const run = path.join(base, 'run');
  mkdirSync(run, { recursive: true, mode: 0o700 });
  chmodSync(run, 0o700);
  giveTo(account, run);
  const pipe = `\\\\.\\pipe\\zhike-${digest(home)}`;
  return { run, lock: process.platform === 'win32' ? pipe : path.join(base, 'owner.sock') };
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** /tmp and not TMPDIR: every start must find the same place. */
function outsideBase(home: string, account: ServerAccount): string {
  const base = `/tmp/zhike-${process.getuid?.() ?? 0}-${digest(home)}`;
  const mode = account.isOther ? 0o711 : 0o700;
  if (!existsSync(base)) mkdirSync(base, { mode });
  const stat = lstatSync(base);
  if (!stat.isDirectory() || stat.uid !== process.getuid?.()) {
    throw new StartError(
      `${base} 属于其他用户。请删除它，或把数据文件夹放在较短的路径下（ZHIKE_DATA_DIR）。`,
      `${base} belongs to somebody else. Remove it, or choose a data folder with a shorter path (ZHIKE_DATA_DIR).`,
    );
  }
  chmodSync(base, mode);
  return base;
}

/** The database's password, kept beside the cluster and readable by us only. */
export function loadPassword(home: ServerHome): string {
  const file = path.join(home.home, 'password');
  if (!existsSync(file)) {
    if (existsSync(home.cluster)) {
      throw new StartError(
        `数据库的密码文件 ${file} 不见了。请从备份恢复该文件。`,
        `The password of the database, ${file}, is missing. Restore that file from a backup.`,
      );
    }
    writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true });
  }
  return readFileSync(file, 'utf8').trim();
}
