import { readFileSync, readdirSync } from 'node:fs';
import pg from 'pg';
import { joinEmbedded } from '#platform/db/embedded/embedded-server.ts';
import type { RealServer } from '../real-server.ts';

/** One look at the running server. */
export interface Sample {
  readonly second: number;
  readonly rssMb: number;
  readonly heapMb: number;
  readonly files: number;
  /** Server processes of the database, its own helpers included. */
  readonly connections: number;
  /** Jobs that have been due for a while and were not taken up. */
  readonly dueJobs: number;
  /** Entries of the trail that are not sealed yet. */
  readonly unsealed: number;
}

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Reads samples, with a connection of its own. A job due before `late` should have been taken up. */
export async function openWatch(server: RealServer, late: () => Date) {
  const { url } = await joinEmbedded({ dataDir: server.dataDir, log: quiet });
  const client = new pg.Client({ connectionString: url, application_name: 'soak' });
  await client.connect();
  const began = performance.now();
  const pid = server.child.pid ?? 0;
  const sample = async (): Promise<Sample> => {
    const metrics = await fetch(`${server.url}/metrics`).then((answer) => answer.text());
    const heap = Number(/^nodejs_heap_size_used_bytes (\S+)/m.exec(metrics)?.[1]);
    const rssKb = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
    const { rows: [row] } = await client.query<{ due: number; unsealed: number; lines: number }>(`
      SELECT (SELECT count(*)::int FROM job WHERE state = 'waiting' AND run_at < $1) AS due,
        (SELECT count(*)::int FROM pg_stat_activity WHERE datname = 'zhike' AND application_name <> 'soak') AS lines,
        (SELECT count(*)::int FROM audit_entry WHERE seq > coalesce((SELECT max(top_seq) FROM audit_seal), 0)) AS unsealed`, [late().toISOString()]);
    return {
      second: Math.round((performance.now() - began) / 1_000), rssMb: rssKb / 1_024, heapMb: heap / 1_048_576, files: readdirSync(`/proc/${pid}/fd`).length,
      connections: row?.lines ?? 0, dueJobs: row?.due ?? 0, unsealed: row?.unsealed ?? 0,
    };
  };
  return { sample, close: () => client.end() };
}

const floor = (samples: readonly Sample[], of: (one: Sample) => number): number => Math.min(...samples.map(of));
const peak = (samples: readonly Sample[], of: (one: Sample) => number): number => Math.max(...samples.map(of));

/** What is not flat between the first and the last third after a warm-up of a quarter; empty when all is well (REL-12). */
export function unevenness(samples: readonly Sample[]): string[] {
  const warm = samples.slice(Math.ceil(samples.length / 4));
  const third = Math.max(1, Math.floor(warm.length / 3));
  const [first, last] = [warm.slice(0, third), warm.slice(-third)];
  const found: string[] = [];
  const heap = [floor(first, (one) => one.heapMb), floor(last, (one) => one.heapMb)] as const;
  // The floor is what is left after collection: what really stays.
  if (heap[1] > heap[0] * 1.15 + 8) found.push(`heap floor ${heap[0].toFixed(0)} -> ${heap[1].toFixed(0)} MB`);
  const rss = [peak(first, (one) => one.rssMb), peak(last, (one) => one.rssMb)] as const;
  if (rss[1] > rss[0] * 1.15 + 15) found.push(`memory ${rss[0].toFixed(0)} -> ${rss[1].toFixed(0)} MB`);
  for (const key of ['connections', 'files'] as const) {
    const [before, after] = [peak(first, (one) => one[key]), peak(last, (one) => one[key])];
    if (after > before + (key === 'files' ? 20 : 4)) found.push(`${key} ${before} -> ${after}`);
  }
  if (peak(last, (one) => one.dueJobs) > 5) found.push(`${peak(last, (one) => one.dueJobs)} jobs are due and not taken up`);
  if (peak(last, (one) => one.unsealed) > 2_000) found.push(`${peak(last, (one) => one.unsealed)} entries are not sealed`);
  return found;
}
