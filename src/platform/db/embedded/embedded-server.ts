import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { StartError } from '#platform/config/start-error.ts';
import { ensureCluster } from './cluster-init.ts';
import { acquireOwnerLock, type OwnerLock, SocketsUnsupported } from './owner-lock.ts';
import { chooseAccount, type ServerAccount } from './server-account.ts';
import { prepareBinaries } from './server-binaries.ts';
import {
  clusterDirOf, loadPassword, prepareHome, type ServerHome, socketPlace, type SocketPlace,
} from './server-home.ts';
import { lastWords, launch, type LaunchInput, type ServerProcess } from './server-process.ts';
import { clearRemains, DatabaseInUse, inUse, type ServerLog } from './server-remains.ts';
import { assertUsableServer } from './usable-server.ts';

export interface EmbeddedServer {
  /** Connects as the superuser `postgres` to the database `zhike`. Holds the password: never log it. */
  readonly url: string;
  /** Stops the server and gives the data folder free. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  readonly dataDir: string;
  readonly log: ServerLog;
  /** Nobody wants these data after a power cut: never waits for the disk. For tests. */
  readonly isThrowaway?: boolean;
}

/**
 * Starts the bundled PostgreSQL in `<dataDir>/postgres`, making the cluster and the database `zhike` when absent. One
 * Zhike per data folder; a server left from a killed one is stopped first; a server that dies is started again.
 * Throws a StartError with what to do.
 */
export async function startEmbedded({ dataDir, log, isThrowaway = false }: EmbeddedOptions): Promise<EmbeddedServer> {
  const account = chooseAccount(clusterDirOf(dataDir));
  const home = prepareHome(dataDir, account);
  const { place, lock } = await takePlace(home, account);
  try {
    const binaries = prepareBinaries(home.home, account);
    const password = loadPassword(home);
    await ensureCluster({ home, place, account, binaries, password });
    const tcpPort = process.platform === 'win32' ? { tcpPort: await freePort() } : {};
    const realHome = { ...home, cluster: realpathSync(home.cluster) };
    const input: LaunchInput = { home: realHome, place, account, binaries, log, isThrowaway, ...tcpPort };
    const url = (database: string): string => serverUrl(tcpPort.tcpPort ?? place.run, password, database);
    const supervisor = new Supervisor(input, url('postgres'));
    await supervisor.start();
    await ensureDatabase(url('postgres'), url('zhike')).catch(async (error: unknown) => {
      await supervisor.stop();
      throw error;
    });
    return {
      url: url('zhike'),
      stop: async () => {
        await supervisor.stop();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/**
 * The bundled server for a command that runs beside Zhike: the running one where there is one (then `stop` leaves it
 * running), else a started one.
 */
export async function joinEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  try {
    return await startEmbedded(options);
  } catch (error) {
    if (!(error instanceof DatabaseInUse)) throw error;
    return { url: runningUrl(options.dataDir), stop: () => Promise.resolve() };
  }
}

function runningUrl(dataDir: string): string {
  const account = chooseAccount(clusterDirOf(dataDir));
  const home = prepareHome(dataDir, account);
  // PostgreSQL's own record: number, folder, start, port, socket folder, address.
  const [, , , port, socketFolder] = readFileSync(path.join(home.cluster, 'postmaster.pid'), 'utf8').split('\n');
  return serverUrl(socketFolder?.trim() || Number(port), loadPassword(home), 'zhike');
}

async function takePlace(home: ServerHome, account: ServerAccount): Promise<{ place: SocketPlace; lock: OwnerLock }> {
  for (const isHomeUsable of [true, false]) {
    const place = socketPlace(home.home, account, isHomeUsable);
    try {
      const lock = await acquireOwnerLock(place.lock);
      if (lock === undefined) throw inUse();
      return { place, lock };
    } catch (error) {
      if (!(error instanceof SocketsUnsupported) || !isHomeUsable) throw error;
    }
  }
  throw inUse();
}

/** `at`: a TCP port of this machine, or the folder of the socket. */
function serverUrl(at: number | string, password: string, database: string): string {
  const login = `postgresql://postgres:${encodeURIComponent(password)}@`;
  return typeof at === 'string'
    ? `${login}/${database}?host=${encodeURIComponent(at)}`
    : `${login}127.0.0.1:${at}/${database}`;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** Runs the server and starts it again when it dies on its own. */
class Supervisor {
  readonly #input: LaunchInput;
  readonly #url: string;
  #current: ServerProcess | undefined;
  #isStopping = false;
  #restart: Promise<void> | undefined;

  constructor(input: LaunchInput, url: string) {
    this.#input = input;
    this.#url = url;
  }

  async start(): Promise<void> {
    await clearRemains(this.#input);
    writeFileSync(this.#input.home.starter, `${process.pid}\n`);
    const server = launch(this.#input);
    this.#current = server;
    await waitUntilReady(server, this.#url, this.#input);
    void server.ended.then((how) => {
      if (!this.#isStopping) this.#restart = this.#revive(how);
    });
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    await this.#current?.stop();
    await this.#restart;
  }

  async #revive(how: string): Promise<void> {
    this.#input.log.error(`the database ended by itself (${how}) and is started again`);
    for (let attempt = 1; attempt <= 5 && !this.#isStopping; attempt += 1) {
      try {
        await this.start();
        if (this.#isStopping) await this.#current?.stop();
        return;
      } catch (error) {
        this.#input.log.error(String(error));
        await wait(attempt * 1000);
      }
    }
  }
}

/** Recovery after a crash may take minutes, so the only limit is the life of the program. */
async function waitUntilReady(server: ServerProcess, url: string, input: LaunchInput): Promise<void> {
  for (;;) {
    if (server.hasEnded()) {
      throw new StartError(
        `数据库没有启动（${await server.ended}）。日志 ${input.home.log} 的最后几行：\n${lastWords(input.home.log)}`,
        `The database did not start (${await server.ended}); see the last lines of ${input.home.log} above.`,
      );
    }
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      await client.end().catch(() => undefined);
      if (isHopeless(error)) {
        await server.stop();
        throw new StartError(
          '数据库拒绝了保存的密码。请从备份恢复数据文件夹中的 postgres/password。',
          'The database refused the stored password. Restore postgres/password of the data folder from a backup.',
          { cause: error },
        );
      }
      await wait(15);
    }
  }
}

/** Refused password: waiting longer does not help. */
function isHopeless(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '28P01' || error.code === '28000');
}

async function ensureDatabase(adminUrl: string, url: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const { rowCount } = await client.query("select from pg_database where datname = 'zhike'");
    if (rowCount === 0) await client.query('create database zhike');
  });
  await withClient(url, assertUsableServer);
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** True when the data folder holds a cluster of the bundled server. */
export function hasEmbeddedCluster(dataDir: string): boolean {
  return existsSync(clusterDirOf(dataDir));
}
