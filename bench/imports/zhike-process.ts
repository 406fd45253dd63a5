import { type ChildProcess, spawn } from 'node:child_process';
import { openAsBlob } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';

const main = fileURLToPath(new URL('../../src/app/main.ts', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));
const PASSWORD = 'Heron-on-the-lake-7391';

/** One server process of its own on a given database, and its administrator. */
export interface ZhikeProcess {
  readonly pid: number;
  call<B = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<{ status: number; body: B }>;
  upload(object: string, file: string, name: string): Promise<Record<string, unknown>>;
  /** Memory of the process now, in bytes. */
  memory(): Promise<number>;
  kill(signal: NodeJS.Signals): Promise<void>;
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

/** Starts the server and waits until it answers; throws with its own words when it does not. */
export async function startZhikeProcess(options: { databaseUrl: string; dataDir: string; port: number }): Promise<ZhikeProcess> {
  const child = spawn(process.execPath, [main], {
    cwd: root, stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH, HOME: process.env.HOME, DATABASE_URL: options.databaseUrl, ZHIKE_DATA_DIR: options.dataDir, ZHIKE_PORT: String(options.port),
      ZHIKE_ADMIN_USERNAME: 'admin', ZHIKE_ADMIN_PASSWORD: PASSWORD, ZHIKE_LOG_LEVEL: 'error', ZHIKE_SECRET: 'a secret of thirty-two bytes at least',
    },
  });
  let words = '';
  const keep = (chunk: Buffer) => { words = (words + chunk.toString()).slice(-4_000); };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const base = `http://127.0.0.1:${options.port}`;
  const session = await signIn(base, child, () => words);
  return processOf(child, base, session);
}

async function signIn(base: string, child: ChildProcess, words: () => string): Promise<string> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the server ended: ${words()}`);
    const answer = await fetch(`${base}/api/v1/auth/login`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username: 'admin', password: PASSWORD }),
    }).catch(() => undefined);
    if (answer?.ok) return answer.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
    await wait(50);
  }
  child.kill('SIGKILL');
  throw new Error(`the server did not answer: ${words()}`);
}

function processOf(child: ChildProcess, base: string, cookie: string): ZhikeProcess {
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    pid: child.pid ?? 0,
    async call<B>(method: string, path: string, body?: unknown) {
      const answer = await fetch(`${base}/api/v1${path}`, {
        method, headers: { cookie, ...(body !== undefined && { 'content-type': 'application/json' }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      return { status: answer.status, body: (text === '' ? {} : JSON.parse(text)) as B };
    },
    async upload(object, file, name) {
      const answer = await fetch(`${base}/api/v1/imports?object=${object}&name=${encodeURIComponent(name)}`, {
        method: 'POST', headers: { cookie, 'content-type': 'application/octet-stream' }, body: await openAsBlob(file),
      });
      return (await answer.json()) as Record<string, unknown>;
    },
    async memory() {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024;
    },
    async kill(signal) {
      child.kill(signal);
      await ended;
    },
  };
}
