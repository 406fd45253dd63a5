import { readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { StartError } from '#platform/config/start-error.ts';
import { invocation, type ServerAccount } from './server-account.ts';
import type { ServerBinaries } from './server-binaries.ts';
import type { ServerHome, SocketPlace } from './server-home.ts';

export interface ServerLog {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

export interface RemainsInput {
  readonly home: ServerHome;
  readonly place: SocketPlace;
  readonly account: ServerAccount;
  readonly binaries: ServerBinaries;
  readonly log: ServerLog;
}

interface ProcessState {
  readonly parent: number;
  readonly isZombie: boolean;
}

/**
 * Ends a server that outlived its Zhike and removes its lock files. To be called by the holder of the owner lock only.
 * Throws a StartError when the server turns out to belong to a living Zhike, or does not end.
 */
export async function clearRemains(input: RemainsInput): Promise<void> {
  const pidFile = path.join(input.home.cluster, 'postmaster.pid');
  const pid = firstNumber(pidFile);
  if (pid !== undefined) {
    if (process.platform === 'linux') await clearOnLinux(input, pid, pidFile);
    else stopByControl(input);
  }
  for (const name of ['.s.PGSQL.5432', '.s.PGSQL.5432.lock']) rmSync(path.join(input.place.run, name), { force: true });
}

async function clearOnLinux(input: RemainsInput, pid: number, pidFile: string): Promise<void> {
  if (isServing(pid, input.home.cluster)) {
    const starter = firstNumber(input.home.starter);
    // An orphan is handed to another parent; the number that started it as parent means that its Zhike lives.
    if (starter !== undefined && starter !== process.pid && processState(pid)?.parent === starter) throw inUse(starter);
    input.log.warn(`database process ${pid} outlived its server and is stopped`);
    await stopOrphan(pid, input.home.cluster);
  }
  // Backends of a killed server end on their own as soon as they notice; until then they hold shared memory.
  if (!(await until(() => servingProcesses(input.home.cluster).length === 0, 30_000))) throw stuck(pid);
  // A zombie, or a stranger who got the same number, would make the next server believe that it is not alone.
  rmSync(pidFile, { force: true });
}

async function stopOrphan(pid: number, cluster: string): Promise<void> {
  for (const [signal, patience] of [['SIGINT', 60_000], ['SIGQUIT', 15_000]] as const) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return;
      throw stuck(pid, error);
    }
    if (await until(() => !isServing(pid, cluster), patience)) return;
  }
  throw stuck(pid);
}

function stopByControl(input: RemainsInput): void {
  const args = ['stop', '-D', input.home.cluster, '-m', 'fast', '-w', '-t', '60'];
  const { command, args: all, options } = invocation(input.account, input.binaries.pgCtl, args, false);
  spawnSync(command, all, { ...options, stdio: 'ignore', windowsHide: true });
}

/** A living process whose working folder is the cluster: PostgreSQL's processes all stand in it. */
function isServing(pid: number, cluster: string): boolean {
  if (processState(pid)?.isZombie !== false) return false;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === cluster;
  } catch {
    return false;
  }
}

/** The numbers of all processes that work in the cluster. Linux only. */
export function servingProcesses(cluster: string): number[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number)
    .filter((pid) => pid !== process.pid && isServing(pid, cluster));
}

function processState(pid: number): ProcessState | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may itself hold brackets and spaces.
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { parent: Number(parent), isZombie: state === 'Z' || state === 'X' };
  } catch {
    return undefined;
  }
}

function firstNumber(file: string): number | undefined {
  try {
    const number = Number.parseInt(readFileSync(file, 'utf8'), 10);
    return number > 0 ? number : undefined;
  } catch {
    return undefined;
  }
}

async function until(holds: () => boolean, patience: number): Promise<boolean> {
  const deadline = performance.now() + patience;
  while (performance.now() < deadline) {
    if (holds()) return true;
    await wait(20);
  }
  return holds();
}

/** A living Zhike runs the database of this data folder. */
export class DatabaseInUse extends StartError {}

/** The answer to a second Zhike on the same data folder. */
export function inUse(pid?: number): DatabaseInUse {
  return new DatabaseInUse(
    `另一个知客${pid === undefined ? '' : `（进程 ${pid}）`}正在使用该数据文件夹。请先停止它，或用 ZHIKE_DATA_DIR 指定另一个文件夹。`,
    `Another Zhike${pid === undefined ? '' : ` (process ${pid})`} is using this data folder. `
      + 'Stop it first, or choose another folder with ZHIKE_DATA_DIR.',
  );
}

function stuck(pid: number, cause?: unknown): StartError {
  return new StartError(
    `上次遗留的数据库进程 ${pid} 无法停止。请结束该进程后再启动。`,
    `The database process ${pid} left from last time does not stop. End that process, then start again.`,
    { cause },
  );
}
