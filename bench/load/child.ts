import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

export interface Child {
  readonly port: number;
  readonly pid: number;
  /** From spawn to the first good answer, ms. */
  readonly startedInMs: number;
  stop(): Promise<void>;
}

/** Starts a program of ours and waits until `path` answers 200. Its words go to our error output. */
export async function startChild(args: readonly string[], port: number, path: string, env: Readonly<Record<string, string>>): Promise<Child> {
  const begun = performance.now();
  const flags = process.env.ZHIKE_BENCH_NODE_FLAGS?.split(' ').filter(Boolean) ?? [];
  const child = spawn(process.execPath, [...flags, ...args], { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    await untilReady(child, `http://127.0.0.1:${port}${path}`);
  } catch (error) {
    await stopChild(child);
    throw error;
  }
  return { port, pid: child.pid ?? 0, startedInMs: performance.now() - begun, stop: () => stopChild(child) };
}

async function untilReady(child: ChildProcess, url: string): Promise<void> {
  for (let i = 0; i < 6_000; i += 1) {
    if (child.exitCode !== null) throw new Error(`the server ended with code ${child.exitCode}`);
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await wait(10);
  }
  throw new Error(`no answer at ${url}`);
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/** Resident memory, MB; undefined where there is no /proc. */
export function residentMb(pid: number): number | undefined {
  return statusMb(`/proc/${pid}/status`, 'VmRSS');
}

/** Memory of a process counting shared pages once among all that share them, MB. */
export function proportionalMb(pid: number): number | undefined {
  return statusMb(`/proc/${pid}/smaps_rollup`, 'Pss');
}

/** Processor time that a process has used, ms; undefined where there is no /proc. Ticks are 10 ms. */
export function processorMs(pid: number): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ');
    return fields === undefined ? undefined : (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return undefined;
  }
}

function statusMb(file: string, key: string): number | undefined {
  try {
    const kb = new RegExp(`^${key}:\\s+(\\d+) kB`, 'm').exec(readFileSync(file, 'utf8'))?.[1];
    return kb === undefined ? undefined : Number(kb) / 1024;
  } catch {
    return undefined;
  }
}
