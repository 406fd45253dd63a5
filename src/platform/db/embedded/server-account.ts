import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { StartError } from '#platform/config/start-error.ts';

/** Whom the database server runs as. PostgreSQL refuses to run as root. */
export interface ServerAccount {
  readonly uid: number;
  readonly gid: number;
  /** True when we are root and the server must run as somebody else. */
  readonly isOther: boolean;
}

const NOBODY = 65534;

/**
 * The account for the server. As root: the owner of an existing cluster, else uid 65534.
 * Throws a StartError when root finds no ordinary account that initdb could use.
 */
export function chooseAccount(clusterDir: string): ServerAccount {
  const own = process.getuid?.();
  if (own === undefined) return { uid: -1, gid: -1, isOther: false };
  if (own !== 0) return { uid: own, gid: process.getgid?.() ?? own, isOther: false };
  const owner = ownerOf(clusterDir);
  if (owner !== undefined && owner.uid !== 0) return { ...owner, isOther: true };
  const nobody = nobodyFromPasswd();
  if (nobody !== undefined) return { ...nobody, isOther: true };
  throw new StartError(
    '以 root 运行时，数据库需要一个普通系统账户，但 /etc/passwd 中没有 nobody。请新建一个用户并以其身份启动，或设置 DATABASE_URL。',
    'As root the database needs an ordinary account, and /etc/passwd has no "nobody". '
      + 'Create a user and start as that user, or set DATABASE_URL.',
  );
}

function ownerOf(folder: string): { uid: number; gid: number } | undefined {
  try {
    const { uid, gid } = statSync(folder);
    return { uid, gid };
  } catch {
    return undefined;
  }
}

/** initdb looks its own uid up in the passwd file and gives up without an entry. */
function nobodyFromPasswd(): { uid: number; gid: number } | undefined {
  // macOS keeps accounts elsewhere; its nobody is -2 and cannot be given as a uid.
  if (process.platform === 'darwin') return { uid: NOBODY, gid: NOBODY };
  const rows = readFileSync('/etc/passwd', 'utf8').split('\n').map((row) => row.split(':'));
  const row = rows.find((cells) => cells[2] === String(NOBODY)) ?? rows.find((cells) => cells[0] === 'nobody');
  const uid = Number(row?.[2]);
  const gid = Number(row?.[3]);
  return Number.isInteger(uid) && Number.isInteger(gid) && uid > 0 ? { uid, gid } : undefined;
}

/** Whether the account may enter the folder: every folder on the way must grant it. Access lists are not looked at. */
export function canEnter(account: ServerAccount, folder: string): boolean {
  if (!account.isOther) return true;
  let current = path.resolve(folder);
  for (;;) {
    const stat = statSync(current);
    const bit = stat.uid === account.uid ? 0o100 : stat.gid === account.gid ? 0o010 : 0o001;
    if ((stat.mode & bit) === 0) return false;
    const parent = path.dirname(current);
    if (parent === current) return true;
    current = parent;
  }
}

export interface Invocation {
  readonly command: string;
  readonly args: string[];
  readonly options: { uid?: number; gid?: number; env: Record<string, string> };
  /** The kernel ends the program when we die. */
  readonly isTied: boolean;
}

/** How to run a program of the server as the account; `tied` asks that it ends with us where the system can do that. */
export function invocation(account: ServerAccount, program: string, args: string[], tied: boolean): Invocation {
  const env = serverEnvironment();
  const canTie = tied && hasSetpriv();
  if (!canTie) {
    const identity = account.isOther ? { uid: account.uid, gid: account.gid } : {};
    return { command: program, args, options: { ...identity, env }, isTied: false };
  }
  const identity = account.isOther ? [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups'] : [];
  // INT is PostgreSQL's fast shutdown: open transactions roll back, acknowledged ones are kept.
  const options = [...identity, '--pdeathsig', 'INT', program, ...args];
  return { command: 'setpriv', args: options, options: { env }, isTied: true };
}

let setprivFound: boolean | undefined;
function hasSetpriv(): boolean {
  setprivFound ??= process.platform === 'linux'
    && spawnSync('setpriv', ['--pdeathsig', 'INT', 'true'], { stdio: 'ignore' }).status === 0;
  return setprivFound;
}

/** The little the server needs; our own environment holds secrets that do not belong into its process. */
function serverEnvironment(): Record<string, string> {
  const kept = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'USERPROFILE'];
  const env: Record<string, string> = { TZ: 'UTC' };
  for (const name of kept) {
    const value = process.env[name];
    if (value !== undefined) env[name] = value;
  }
  return env;
}
