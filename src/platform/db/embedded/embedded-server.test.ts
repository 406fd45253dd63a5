import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type EmbeddedServer, joinEmbedded, startEmbedded } from './embedded-server.ts';
import { servingProcesses } from './server-remains.ts';

const isLinux = process.platform === 'linux';
const isWindows = process.platform === 'win32';
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
let folder = '';
const open: EmbeddedServer[] = [];
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'zhike-pg-')));
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const server of open.splice(0)) await server.stop();
  // A database that is still shutting down would write into the folder while it is removed.
  if (isLinux) await until(() => servingProcesses(path.join(folder, 'data/postgres/cluster')).length === 0);
  rmSync(folder, { recursive: true, force: true });
});

async function start(dataDir = path.join(folder, 'data')): Promise<EmbeddedServer> {
  const server = await startEmbedded({ dataDir, log: quiet });
  open.push(server);
  return server;
}

async function stop(server: EmbeddedServer): Promise<void> {
  open.splice(open.indexOf(server), 1);
  await server.stop();
}

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Another node process that holds the server, inserts row after row, and prints every acknowledged number. */
function startHolder(dataDir: string, env: NodeJS.ProcessEnv = {}): { child: ChildProcess; acknowledged: number[] } {
  const at = (name: string): string => JSON.stringify(pathToFileURL(path.join(import.meta.dirname, name)).href);
  const script = `
    const { startEmbedded } = await import(${at('embedded-server.ts')});
    const { default: pg } = await import('pg');
    const server = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, log: console });
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await client.query('create table if not exists kept (n int primary key)');
    for (let n = 1; ; n += 1) { await client.query('insert into kept values ($1)', [n]); console.log('row ' + n); }`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd: path.resolve(import.meta.dirname, '../../../..'),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const acknowledged: number[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith('row ')) acknowledged.push(Number(line.slice(4)));
  });
  return { child, acknowledged };
}

async function until(holds: () => boolean): Promise<void> {
  await expect.poll(holds, { timeout: 60_000, interval: 10 }).toBe(true);
}

const ended = (child: ChildProcess): Promise<unknown> => new Promise((resolve) => {
  child.once('exit', resolve);
});

test('a fresh folder becomes a database that keeps its rows, knows Chinese and listens to nobody else', async () => {
  const server = await start();
  const [facts] = await query<Record<string, unknown>>(server.url, `
    select current_database() as name, current_user as role, current_setting('listen_addresses') as addresses,
      current_setting('server_encoding') as encoding, current_setting('fsync') as fsync,
      current_setting('data_checksums') as sums, current_setting('jit') as jit, lower('ÀÉ') as lower`);
  expect(facts).toMatchObject({
    name: 'zhike', role: 'postgres', encoding: 'UTF8', fsync: 'on', sums: 'on', jit: 'off', lower: 'àé',
    addresses: process.platform === 'win32' ? '127.0.0.1' : '',
  });
  await query(server.url, 'create extension pg_trgm');
  const [row] = await query<{ found: string[] }>(server.url, "select show_trgm('中国石化') as found");
  expect(row?.found.length).toBeGreaterThan(0);
  await query(server.url, 'create table kept as select 1 as n');
  await stop(server);
  expect(await query((await start()).url, 'select n from kept')).toEqual([{ n: 1 }]);
});

test.skipIf(isWindows)('without the password nobody gets in, and the folders are closed', async () => {
  const { url } = await start();
  const wrong = url.replace(/postgres:[^@]+@/, 'postgres:wrong@');
  await expect(query(wrong, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  await expect(query(url.replace(/:[^:@]+@/, '@'), 'select 1')).rejects.toThrow('password');
  const run = new URL(url.replace('@/', '@x/')).searchParams.get('host') ?? '';
  expect(statSync(run).mode & 0o777).toBe(0o700);
  expect(statSync(path.join(folder, 'data/postgres/password')).mode & 0o777).toBe(0o600);
  expect(statSync(path.join(folder, 'data/postgres/cluster')).mode & 0o777).toBe(0o700);
});

test('two data folders run side by side; a second start on the same one is refused in words', async () => {
  const first = await start();
  const second = await start(path.join(folder, 'other'));
  expect(second.url).not.toBe(first.url);
  await query(first.url, 'create table only_here (n int)');
  await expect(query(second.url, 'select * from only_here')).rejects.toMatchObject({ code: '42P01' });
  await expect(start()).rejects.toThrow(/正在使用该数据文件夹[^]*using this data folder/);
  await query(first.url, 'select * from only_here');
});

test('a command joins the running server and leaves it running, or starts one', async () => {
  const dataDir = path.join(folder, 'data');
  const alone = await joinEmbedded({ dataDir, log: quiet });
  await query(alone.url, 'create table kept as select 3 as n');
  await alone.stop();
  const server = await start(dataDir);
  const joined = await joinEmbedded({ dataDir, log: quiet });
  expect(joined.url).toBe(server.url);
  await joined.stop();
  expect(await query(server.url, 'select n from kept')).toEqual([{ n: 3 }]);
});

test('another process on the same folder is refused while the first lives', async () => {
  const dataDir = path.join(folder, 'data');
  const holder = startHolder(dataDir);
  await until(() => holder.acknowledged.length > 0);
  await expect(start(dataDir)).rejects.toThrow('using this data folder');
  const before = holder.acknowledged.length;
  await until(() => holder.acknowledged.length > before);
});

// An empty PATH hides setpriv, so that the guarding shell has to do its work.
test.runIf(isLinux).each([['kernel tie', {}], ['guarding shell', { PATH: '/nowhere' }]])(
  'kill -9 of the holder, %s: the server ends by itself and acknowledged rows survive', async (_name, env) => {
    const dataDir = path.join(folder, 'data');
    const cluster = path.join(dataDir, 'postgres/cluster');
    const holder = startHolder(dataDir, env);
    await until(() => holder.acknowledged.length > 200);
    expect(servingProcesses(cluster).length).toBeGreaterThan(1);
    const gone = ended(holder.child);
    holder.child.kill('SIGKILL');
    await gone;
    await until(() => servingProcesses(cluster).length === 0);
    const rows = await query<{ n: number }>((await start(dataDir)).url, 'select n from kept order by n');
    expect(rows.slice(0, holder.acknowledged.length).map((row) => row.n)).toEqual(holder.acknowledged);
  },
);

test.runIf(isLinux)('kill -9 of holder and database: stale lock files stop nothing, rows survive', async () => {
  const dataDir = path.join(folder, 'data');
  const cluster = path.join(dataDir, 'postgres/cluster');
  const holder = startHolder(dataDir);
  await until(() => holder.acknowledged.length > 200);
  const postmaster = Number.parseInt(readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8'), 10);
  const gone = ended(holder.child);
  process.kill(postmaster, 'SIGKILL');
  holder.child.kill('SIGKILL');
  await gone;
  const rows = await query<{ n: number }>((await start(dataDir)).url, 'select n from kept order by n');
  expect(rows.slice(0, holder.acknowledged.length).map((row) => row.n)).toEqual(holder.acknowledged);
});

test.runIf(isLinux)('an orphaned server is stopped and its folder taken over', async () => {
  const dataDir = path.join(folder, 'data');
  const cluster = path.join(dataDir, 'postgres/cluster');
  const holder = startHolder(dataDir);
  await until(() => holder.acknowledged.length > 50);
  const postmaster = Number.parseInt(readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8'), 10);
  // Stopped, it cannot follow the kernel's wish to end with its holder: an orphan for certain.
  process.kill(postmaster, 'SIGSTOP');
  const gone = ended(holder.child);
  holder.child.kill('SIGKILL');
  await gone;
  const said: string[] = [];
  const starting = startEmbedded({ dataDir, log: { ...quiet, warn: (message) => said.push(message) } });
  await until(() => said.length > 0);
  process.kill(postmaster, 'SIGCONT');
  const server = await starting;
  open.push(server);
  expect(said.join()).toContain(String(postmaster));
  const [row] = await query<{ count: number }>(server.url, 'select count(*)::int as count from kept');
  expect(row?.count).toBeGreaterThanOrEqual(holder.acknowledged.length);
});

test.runIf(isLinux)('the number of a stranger in postmaster.pid is not taken for a server', async () => {
  await stop(await start());
  const pidFile = path.join(folder, 'data/postgres/cluster/postmaster.pid');
  writeFileSync(pidFile, `${process.ppid}\n/elsewhere\n`);
  expect(await query((await start()).url, 'select 1 as n')).toEqual([{ n: 1 }]);
});

test.runIf(isLinux)('a database that is killed comes back by itself', async () => {
  const server = await start();
  await query(server.url, 'create table kept as select 7 as n');
  const pidFile = path.join(folder, 'data/postgres/cluster/postmaster.pid');
  process.kill(Number.parseInt(readFileSync(pidFile, 'utf8'), 10), 'SIGKILL');
  const rows = (): Promise<unknown[]> => query(server.url, 'select n from kept').catch(() => []);
  await expect.poll(rows, { timeout: 60_000 }).toEqual([{ n: 7 }]);
});

test('a start that died while making the cluster leaves nothing in the way', async () => {
  const home = path.join(folder, 'data/postgres');
  mkdirSync(path.join(home, 'cluster.new/base'), { recursive: true });
  writeFileSync(path.join(home, 'cluster.new/PG_VERSION'), '18\n');
  expect(await query((await start()).url, 'select 1 as n')).toEqual([{ n: 1 }]);
});

test('a cluster of another version is refused before anything touches it', async () => {
  const cluster = path.join(folder, 'data/postgres/cluster');
  mkdirSync(cluster, { recursive: true });
  writeFileSync(path.join(cluster, 'PG_VERSION'), '17\n');
  writeFileSync(path.join(folder, 'data/postgres/password'), 'x');
  await expect(start()).rejects.toThrow('made by PostgreSQL 17');
});

test.skipIf(isWindows)('paths that are long, hold spaces and Chinese, or are closed to others work', async () => {
  const dataDir = path.join(folder, '数据 folder', 'x'.repeat(90), 'data');
  mkdirSync(path.dirname(dataDir), { recursive: true });
  chmodSync(path.join(folder, '数据 folder'), 0o700);
  const server = await start(dataDir);
  expect(await query(server.url, 'select 1 as n')).toEqual([{ n: 1 }]);
  const run = new URL(server.url.replace('@/', '@x/')).searchParams.get('host') ?? '';
  expect(Buffer.byteLength(run)).toBeLessThan(80);
  await stop(server);
  expect(await query((await start(dataDir)).url, 'select 2 as n')).toEqual([{ n: 2 }]);
  rmSync(path.dirname(run), { recursive: true, force: true });
});
