// The yardstick of PL-70: node:http and pg with the same statements, and nothing else. No sign-in, no checks.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type ServerResponse, createServer } from 'node:http';
import pg from 'pg';
import type { BareJob, BareStatement } from './captured-sql.ts';

const jobs = new Map<string, BareJob>(Object.entries(JSON.parse(readFileSync(process.env.BENCH_JOBS ?? '', 'utf8')) as Record<string, BareJob>));
const types = new pg.TypeOverrides();
for (const oid of [1082, 1114, 1184, 1700, 20]) types.setTypeParser(oid, (text: string) => text);
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL, max: 16, types,
  // Statements without a name are planned for their values in both servers, and by the same costs.
  options: '-c timezone=UTC -c parallel_setup_cost=10000 -c role=zhike_app',
});
pool.on('error', (error) => process.stderr.write(`${error.message}\n`));

const run = (on: Pick<pg.Pool, 'query'>, s: BareStatement, values: readonly unknown[]) =>
  on.query<{ j?: string; r?: unknown }>({ ...(s.name !== undefined && { name: s.name }), text: s.text, values: [...values] });

async function read(job: BareJob, turn: number): Promise<string> {
  const [statement] = job.statements;
  const values = job.variants[turn % job.variants.length]?.[0];
  if (statement === undefined || values === undefined) throw new Error('an empty job');
  const { rows } = await run(pool, statement, values);
  return rows[0]?.j === undefined ? JSON.stringify(rows[0]?.r ?? rows) : `{"data":[${rows.map((row) => row.j).join(',')}]}`;
}

/** The statements of one action in one transaction, with new ids in place of those that were captured. */
async function write(job: BareJob, turn: number): Promise<string> {
  const variant = job.variants[turn % job.variants.length] ?? [];
  const fresh = new Map(job.ids.map((id) => [id, randomUUID()]));
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    for (const [i, statement] of job.statements.entries()) {
      const values = (variant[i] ?? []).map((value) => (typeof value === 'string' ? (fresh.get(value) ?? value) : value));
      await run(client, statement, values);
    }
    await client.query('COMMIT');
  } finally {
    client.release();
  }
  return '{}';
}

function send(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) });
  response.end(text);
}

let turn = 0;
const server = createServer((request, response) => {
  const job = jobs.get(request.url?.slice(1) ?? '');
  if (job === undefined) return send(response, request.url === '/ready' ? 200 : 404, '{}');
  turn += 1;
  const answer = job.isWrite ? write(job, turn) : read(job, turn);
  answer.then((text) => send(response, 200, text), (error: unknown) => send(response, 500, String(error)));
});
server.listen(Number(process.env.BENCH_PORT), '127.0.0.1');
process.on('SIGTERM', () => {
  server.closeAllConnections();
  server.close(() => void pool.end().then(() => process.exit(0)));
});
