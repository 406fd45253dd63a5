import { readdir, readFile } from 'node:fs/promises';
import type pg from 'pg';

const TICKS = 100;

interface Stat {
  readonly parent: number;
  readonly own: number;
  readonly ended: number;
}

async function statOf(pid: number): Promise<Stat | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const parts = text.slice(text.lastIndexOf(')') + 2).split(' ').map(Number);
  const at = (index: number) => parts[index] ?? 0;
  return { parent: at(1), own: (at(11) + at(12)) / TICKS, ended: (at(13) + at(14)) / TICKS };
}

/** Seconds of processor time that a process used so far (Linux). */
export const processSeconds = async (pid: number): Promise<number> => (await statOf(pid))?.own ?? 0;

/** Seconds that a PostgreSQL server used so far with all its processes, those that ended included. */
export async function databaseSeconds(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const parent = (await statOf(rows[0]?.pid ?? 0))?.parent ?? 0;
  const server = await statOf(parent);
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const stats = await Promise.all(pids.map(statOf));
  const living = stats.filter((stat) => stat?.parent === parent).reduce((sum, stat) => sum + (stat?.own ?? 0), 0);
  return living + (server?.own ?? 0) + (server?.ended ?? 0);
}
