import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { writeCompanies } from './made-companies.ts';
import { type ZhikeProcess, freePort, startZhikeProcess } from './zhike-process.ts';

export interface KillOptions {
  readonly rows: number;
  readonly kills: number;
  readonly databaseUrl: string;
  /** The data folder, which outlives the killed servers. */
  readonly folder: string;
  /** 0 to 1, for the moments of the kills. */
  readonly random: () => number;
}

export interface KillResult {
  readonly kills: number;
  /** Rows done at each kill. */
  readonly killedAt: readonly number[];
  readonly lost: number;
  readonly doubled: number;
  readonly audited: number;
  readonly kept: number;
  readonly seconds: number;
}

/**
 * REL-1: kills the server with SIGKILL at random moments of an import and starts it again; nobody resumes the import.
 * Then counts rows that are missing or twice in the database, in the audit trail and in the import's own list.
 */
export async function killImport(options: KillOptions): Promise<KillResult> {
  const file = join(options.folder, 'companies.csv');
  await writeCompanies(file, options.rows);
  const started = performance.now();
  const port = await freePort();
  const start = () => startZhikeProcess({ databaseUrl: options.databaseUrl, dataDir: options.folder, port });
  let server = await start();
  const draft = await server.upload('customer', file, 'companies.csv');
  const id = String(draft.id);
  await server.call('POST', `/imports/${id}/start`, {});
  const killedAt: number[] = [];
  for (let kill = 1; kill <= options.kills; kill += 1) {
    // Spread over the file: the n-th kill comes once the n-th part is reached, at a random moment after it.
    const reached = await reach(server, id, Math.floor((options.rows * kill) / (options.kills + 1.5)));
    await wait(options.random() * 400);
    await server.kill('SIGKILL');
    killedAt.push(reached);
    server = await start();
  }
  await reach(server, id, options.rows);
  await wait(500);
  const { body } = await server.call('GET', `/imports/${id}`);
  await server.kill('SIGTERM');
  if (body.state !== 'done') throw new Error(`the import ended as ${String(body.state)}`);
  return { ...(await countRows(options, id)), kills: options.kills, killedAt, seconds: (performance.now() - started) / 1_000 };
}

async function reach(server: ZhikeProcess, id: string, wanted: number): Promise<number> {
  for (let tries = 0; tries < 6_000; tries += 1) {
    const { body } = await server.call('GET', `/imports/${id}`);
    const done = Number(body.rowsDone);
    if (done >= wanted) return done;
    if (body.state === 'failed') throw new Error(`the import failed: ${String(body.problem)}`);
    await wait(50);
  }
  throw new Error(`the import stands still before row ${wanted}`);
}

async function countRows(options: KillOptions, id: string) {
  const client = new pg.Client({ connectionString: options.databaseUrl });
  await client.connect();
  try {
    const one = async (text: string, values: unknown[] = []) => Number((await client.query<{ n: string }>(text, values)).rows[0]?.n);
    const all = await one("SELECT count(*) AS n FROM customer WHERE external_code LIKE 'K%'");
    const different = await one("SELECT count(DISTINCT external_code) AS n FROM customer WHERE external_code LIKE 'K%'");
    return {
      lost: options.rows - different, doubled: all - different,
      audited: await one("SELECT count(DISTINCT record_id) AS n FROM audit_entry WHERE detail->>'import' = $1 AND record_id IS NOT NULL AND action = 'create'", [id]),
      kept: await one("SELECT count(*) AS n FROM import_row WHERE import_id = $1 AND phase = 1 AND state = 'created'", [id]),
    };
  } finally {
    await client.end();
  }
}
