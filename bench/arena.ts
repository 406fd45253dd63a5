import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { joinEmbedded } from '#platform/db/embedded/embedded-server.ts';
import { ensureDataSet, type DataSet } from './fill/data-set.ts';
import { type AppServer, startApp } from './load/app-server.ts';
import { type BareJob, Engine } from './load/captured-sql.ts';
import { type Child, freePort, startChild } from './load/child.ts';

const BARE = fileURLToPath(new URL('load/bare-server.ts', import.meta.url));

/** Everything that a figure needs: the data, the real server on them, and the engine to learn its SQL. */
export interface Arena {
  readonly root: string;
  readonly data: DataSet;
  readonly app: AppServer;
  readonly engine: Engine;
  readonly databaseUrl: string;
  /** Slices of a second that each of the two servers gets per figure. */
  readonly seconds: number;
  readonly say: (line: string) => void;
  /** The bare server with these jobs, on the same database; the caller stops it. */
  startBare(jobs: Readonly<Record<string, BareJob>>): Promise<Child>;
  close(): Promise<void>;
}

export interface ArenaOptions {
  readonly root: string;
  readonly rows: number;
  readonly seconds: number;
  readonly say: (line: string) => void;
}

export async function openArena({ root, rows, seconds, say }: ArenaOptions): Promise<Arena> {
  const data = await ensureDataSet(root, rows, say);
  const app = await startApp(data.dataDir);
  try {
    // The server under test runs the database; this finds the running one.
    const joined = await joinEmbedded({ dataDir: data.dataDir, log: { info: ignore, warn: ignore, error: say } });
    const engine = await Engine.open(joined.url, data.dataDir);
    return {
      root, data, app, engine, databaseUrl: joined.url, seconds, say,
      startBare: (jobs) => startBare(root, joined.url, jobs),
      close: async () => {
        await engine.services.close();
        await joined.stop();
        await app.stop();
      },
    };
  } catch (error) {
    await app.stop();
    throw error;
  }
}

const ignore = (): void => undefined;

async function startBare(root: string, databaseUrl: string, jobs: Readonly<Record<string, BareJob>>): Promise<Child> {
  const file = path.join(root, '.cache/bench/jobs.json');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(jobs));
  const port = await freePort();
  return startChild([BARE], port, '/ready', { DATABASE_URL: databaseUrl, BENCH_JOBS: file, BENCH_PORT: String(port) });
}
