import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

// Who waits for a lock makes everybody behind wait too: give way after a second and try again (REL-11: none above 2 s).
const LOCK_TIMEOUT = '1s';
const LOCK_TRIES = 120;

/** One statement of an online migration. `isRepeated`: run again until it touches no row. */
export interface Step {
  readonly sql: string;
  readonly isRepeated: boolean;
}

/**
 * The steps of a migration that begins with `-- online`, parted by lines `-- step` or `-- step repeat`; undefined for
 * an ordinary one. Steps run without a transaction around them, so each must bear to be run again.
 */
export function onlineSteps(sql: string): Step[] | undefined {
  if (!/^-- online\s*$/m.test(sql.split('\n')[0] ?? '')) return undefined;
  const parts = sql.split(/^-- step( repeat)?\s*$/m);
  const steps: Step[] = [];
  for (let at = 1; at < parts.length; at += 2) steps.push({ isRepeated: parts[at] !== undefined, sql: (parts[at + 1] ?? '').trim() });
  return steps;
}

/** Runs the steps in order; after a kill midway it is called again and begins at the first. */
export async function runSteps(client: pg.ClientBase, steps: readonly Step[]): Promise<void> {
  for (const { sql, isRepeated } of steps) {
    const index = /\bINDEX\s+CONCURRENTLY\s+IF\s+NOT\s+EXISTS\s+(\w+)/i.exec(sql)?.[1];
    if (index !== undefined) await dropUnfinished(client, index);
    // Building beside the writers waits for them, but holds up nobody: it may take its time.
    await client.query(`SET lock_timeout = ${index === undefined ? `'${LOCK_TIMEOUT}'` : '0'}`);
    for (;;) {
      const touched = await givingWay(async () => (await client.query(sql)).rowCount ?? 0);
      if (!isRepeated || touched === 0) break;
    }
  }
  await client.query('RESET lock_timeout');
}

/** An index whose building was killed stays behind, invalid, and would count as existing. */
async function dropUnfinished(client: pg.ClientBase, name: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_index WHERE indexrelid = to_regclass($1) AND NOT indisvalid', [name]);
  if (rowCount === 1) await client.query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
}

/** Runs statements in one transaction; where a lock is not to be had at once, gives way and begins anew. */
export function inOneTransaction(client: pg.ClientBase, work: () => Promise<void>): Promise<void> {
  return givingWay(async () => {
    await client.query('BEGIN');
    try {
      await client.query(`SET LOCAL lock_timeout = '${LOCK_TIMEOUT}'`);
      await work();
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    }
  });
}

async function givingWay<R>(work: () => Promise<R>): Promise<R> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const isLock = error instanceof pg.DatabaseError && error.code === '55P03';
      if (!isLock || attempt >= LOCK_TRIES) throw error;
      await wait(250);
    }
  }
}
