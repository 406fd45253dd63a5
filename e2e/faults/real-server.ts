import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type TestPerson, personOf } from '#app/test-app.ts';

export const PASSWORD = 'Heron-on-the-lake-7391';
const root = path.resolve(import.meta.dirname, '../..');

/** A server process of its own with a bundled PostgreSQL of its own, as `npm start` makes them. */
export interface RealServer {
  readonly url: string;
  readonly dataDir: string;
  readonly child: ChildProcess;
  /** Signed in as the administrator. */
  readonly admin: TestPerson;
  /** The processes of its PostgreSQL, the first one last. */
  databasePids(): number[];
  log(): string;
  /** Ends what is left and removes the folder. */
  close(): Promise<void>;
}

export interface ServerOptions {
  /** Made when absent, and then removed at the end. */
  readonly dataDir?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Another program than the server's own. */
  readonly program?: string;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** Calls until it answers true; throws after the time. */
export async function until(what: string, holds: () => Promise<boolean> | boolean, ms = 120_000): Promise<number> {
  const start = performance.now();
  for (;;) {
    if (await holds()) return performance.now() - start;
    if (performance.now() - start > ms) throw new Error(`${what}: not within ${ms} ms`);
    await wait(25);
  }
}

export const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) }).then((answer) => answer.ok, () => false);

export async function startRealServer(options: ServerOptions = {}): Promise<RealServer> {
  const dataDir = options.dataDir ?? mkdtempSync(path.join(tmpdir(), 'zhike-fault-'));
  mkdirSync(dataDir, { recursive: true });
  const port = await freePort();
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=8', path.join(root, options.program ?? 'src/app/main.ts')], {
    cwd: root, stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env, NODE_ENV: 'test', ZHIKE_DATA_DIR: dataDir, ZHIKE_PORT: String(port), ZHIKE_RATE_LIMIT: '0', ZHIKE_LOG_LEVEL: 'warn',
      ZHIKE_ADMIN_USERNAME: 'admin', ZHIKE_ADMIN_PASSWORD: PASSWORD, ...options.env,
    },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { text = (text + chunk.toString()).slice(-200_000); });
  const url = `http://127.0.0.1:${port}`;
  const databasePids = () => databaseOf(dataDir);
  const close = async () => {
    await endServer(child, databasePids);
    if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await until('the server is ready', async () => {
      if (child.exitCode !== null) throw new Error(`the server ended: ${text}`);
      return isReady(url);
    }, 180_000);
    const admin = personOf(url);
    const { status } = await admin.post('/auth/login', { username: 'admin', password: PASSWORD });
    if (status !== 200) throw new Error(`sign-in: ${status}`);
    return { url, dataDir, child, admin, databasePids, log: () => text, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function databaseOf(dataDir: string): number[] {
  try {
    const first = Number(readFileSync(path.join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0]);
    return [...childrenOf(first), first];
  } catch {
    return [];
  }
}

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter((part) => part !== '').map(Number);
}

async function endServer(child: ChildProcess, databasePids: () => number[]): Promise<void> {
  for (const pid of databasePids()) signalQuietly(pid, 'SIGCONT');
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGTERM');
    await Promise.race([new Promise((resolve) => { child.once('exit', resolve); }), wait(15_000, undefined, { ref: false })]);
    child.kill('SIGKILL');
  }
  await until('the database has ended', () => databasePids().every((pid) => !isAlive(pid)), 20_000).catch(() => {
    for (const pid of databasePids()) signalQuietly(pid, 'SIGKILL');
  });
}

export function signalQuietly(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended meanwhile.
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

