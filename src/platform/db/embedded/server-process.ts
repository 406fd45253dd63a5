import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { folderArgument } from './cluster-init.ts';
import { invocation } from './server-account.ts';
import type { RemainsInput } from './server-remains.ts';
import { serverSettings, settingArguments, throwawaySettings } from './server-settings.ts';

/** A started server program; it may not answer yet. */
export interface ServerProcess {
  /** Settles when the program has ended, with a word on how. */
  readonly ended: Promise<string>;
  hasEnded(): boolean;
  /** Fast shutdown; what has been acknowledged is on disk. */
  stop(): Promise<void>;
}

export interface LaunchInput extends RemainsInput {
  /** TCP port on 127.0.0.1; absent: a Unix socket in the private folder only. */
  readonly tcpPort?: number;
  readonly isThrowaway: boolean;
}

/** Starts the server program on an existing cluster. */
export function launch(input: LaunchInput): ServerProcess {
  const listening = input.tcpPort === undefined
    ? { listen_addresses: '', unix_socket_directories: input.place.run, unix_socket_permissions: '0700', port: '5432' }
    : { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: String(input.tcpPort) };
  const args = settingArguments({ ...serverSettings(), ...(input.isThrowaway && throwawaySettings), ...listening });
  return process.platform === 'win32' ? launchByControl(input, args) : launchDirectly(input, args);
}

function launchDirectly(input: LaunchInput, args: string[]): ServerProcess {
  const folder = folderArgument(input.account, input.home.cluster);
  const call = invocation(input.account, input.binaries.postgres, ['-D', folder, ...args], true);
  const log = openLog(input.home.log);
  // Detached: Ctrl-C in a terminal goes to the whole group, and the server must outlast our last requests.
  const child = spawn(call.command, call.args, {
    ...call.options, cwd: input.home.cluster, detached: true, stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  let hasEnded = false;
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
  }).then((how) => {
    hasEnded = true;
    return how;
  });
  const guard = call.isTied || child.pid === undefined ? undefined : startGuard(child.pid);
  return {
    ended,
    hasEnded: () => hasEnded,
    stop: async () => {
      guard?.kill('SIGKILL');
      child.ref();
      await endChild(child, ended);
    },
  };
}

async function endChild(child: ChildProcess, ended: Promise<string>): Promise<void> {
  if (child.pid === undefined) return;
  child.kill('SIGINT');
  const patience = new AbortController();
  const late = wait(60_000, 'late', { signal: patience.signal }).catch(() => 'ended');
  if (await Promise.race([ended, late]) === 'late') child.kill('SIGQUIT');
  patience.abort();
  await ended;
}

/** Where the kernel cannot tie the server to us: a shell that reads from us and at our end asks the server to stop. */
function startGuard(pid: number): ChildProcess {
  const guard = spawn('/bin/sh', ['-c', 'read -r _; kill -INT "$0"', String(pid)], {
    detached: true, stdio: ['pipe', 'ignore', 'ignore'],
  });
  // A missing shell costs only the tie: the next start stops the orphan.
  guard.once('error', () => undefined);
  guard.stdin.once('error', () => undefined);
  guard.unref();
  // The pipe is a socket, which the general type of a stream does not tell.
  if (guard.stdin instanceof Socket) guard.stdin.unref();
  return guard;
}

/** On Windows the control program gives up administrator rights, with which the server would refuse to run. */
function launchByControl(input: LaunchInput, args: string[]): ServerProcess {
  const control = (verb: string[]): number => {
    const all = [...verb, '-D', input.home.cluster, '-w'];
    return spawnSync(input.binaries.pgCtl, all, { stdio: 'ignore', windowsHide: true }).status ?? 1;
  };
  const status = control(['start', '-t', '600', '-l', input.home.log, '-o', args.join(' ')]);
  let end: (how: string) => void = () => undefined;
  const ended = new Promise<string>((resolve) => {
    end = resolve;
  });
  let hasEnded = status !== 0;
  if (hasEnded) end(`pg_ctl: ${status}`);
  return {
    ended,
    hasEnded: () => hasEnded,
    stop: async () => {
      control(['stop', '-m', 'fast', '-t', '60']);
      hasEnded = true;
      end('stopped');
    },
  };
}

const LOG_LIMIT = 5 * 1024 * 1024;

/** A file and not a pipe: the server must be able to write its last words when we are gone. */
function openLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

/** The last lines that the server wrote, for a message. */
export function lastWords(file: string): string {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-8).join('\n');
  } catch {
    return '';
  }
}
