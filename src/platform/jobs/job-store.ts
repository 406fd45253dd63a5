import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Db } from '../db/database.ts';
import type { EnqueueOptions, JobData } from './jobs.ts';

export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

export interface JobRow {
  readonly id: Id;
  readonly name: string;
  readonly key: string | null;
  readonly data: JobData;
  readonly state: JobState;
  readonly attempts: number;
  readonly actor_id: Id | null;
}

/** A job's row; undefined when its key is taken. */
export async function insertJob(
  from: { readonly db: Db; readonly now: Date; readonly newId: () => Id; readonly actorId: Id | null }, name: string, data: JobData, options: EnqueueOptions,
): Promise<Id | undefined> {
  const id = from.newId();
  const added = await from.db.run(sql`
    INSERT INTO job (id, name, key, data, state, actor_id, run_at, created_at)
    VALUES (${id}, ${name}, ${options.key ?? null}, ${JSON.stringify(data)}, 'waiting', ${from.actorId},
      ${(options.runAt ?? from.now).toISOString()}, ${from.now.toISOString()})
    ON CONFLICT DO NOTHING`);
  return added === 1 ? id : undefined;
}

/** Jobs that are due, and those that say they run: whoever gets the lock of one of these knows that nobody runs it. */
export const openJobs = (db: Db, names: readonly string[], now: Date, limit: number): Promise<JobRow[]> =>
  db.rows<JobRow>(sql`
    SELECT id, name, key, data, state, attempts, actor_id FROM job
    WHERE state IN ('waiting', 'running') AND run_at <= ${now.toISOString()} AND name = ANY(${names}::text[])
    ORDER BY run_at, id LIMIT ${limit}`);

/** Marks the job as run by the lock's holder; undefined when it ended or was cancelled meanwhile. */
export const takeJob = (db: Db, id: Id, now: Date): Promise<JobRow | undefined> =>
  db.maybe<JobRow>(sql`
    UPDATE job SET state = 'running', attempts = attempts + 1, started_at = coalesce(started_at, ${now.toISOString()}), error = NULL
    WHERE id = ${id} AND state IN ('waiting', 'running') AND run_at <= ${now.toISOString()}
    RETURNING id, name, key, data, state, attempts, actor_id`);

/** Somebody cancelled the job while it ran: the batch is rolled back and the run ends. */
export class JobCancelled extends Error {
  override readonly name = 'JobCancelled';
}

export async function saveProgress(db: Db, id: Id, done: number, total: number | null, attempts: number): Promise<void> {
  const moved = await db.run(sql`UPDATE job SET done = ${done}, total = ${total}, attempts = ${attempts} WHERE id = ${id} AND state = 'running'`);
  if (moved === 0) throw new JobCancelled();
}

/** Ends the run; a job that was cancelled meanwhile stays cancelled. */
export async function closeJob(db: Db, id: Id, state: 'done' | 'failed' | 'cancelled', now: Date, error: string | null): Promise<void> {
  await db.run(sql`
    UPDATE job SET state = ${state}, finished_at = ${now.toISOString()}, error = ${error} WHERE id = ${id} AND state = 'running'`);
}

/** Gives the job back; `error` when it is to be tried again. */
export async function returnJob(db: Db, id: Id, runAt: Date, error: string | null): Promise<void> {
  await db.run(sql`
    UPDATE job SET state = 'waiting', run_at = ${runAt.toISOString()}, error = ${error},
      attempts = CASE WHEN ${error}::text IS NULL THEN 0 ELSE attempts END
    WHERE id = ${id} AND state = 'running'`);
}

/** A clock that was set back would make a repeated job, or a pause after an error, wait for the time it was ahead (REL-6). */
export async function pullIn(db: Db, now: Date, seconds: ReadonlyMap<string, number>, maxPauseMs: number): Promise<void> {
  const at = now.toISOString();
  await db.run(sql`
    UPDATE job SET run_at = ${at}::timestamptz + s.seconds * interval '1 second'
    FROM unnest(${[...seconds.keys()]}::text[], ${[...seconds.values()]}::int[]) AS s (name, seconds)
    WHERE job.key = 'every:' || s.name AND state = 'waiting' AND run_at > ${at}::timestamptz + s.seconds * interval '1 second'`);
  await db.run(sql`
    UPDATE job SET run_at = ${new Date(now.getTime() + maxPauseMs).toISOString()}
    WHERE state = 'waiting' AND error IS NOT NULL AND run_at > ${new Date(now.getTime() + maxPauseMs).toISOString()}`);
}

/** Ended jobs leave the list after a month. */
export async function tidyJobs(db: Db, before: Date): Promise<void> {
  await db.run(sql`DELETE FROM job WHERE finished_at < ${before.toISOString()} AND state IN ('done', 'failed', 'cancelled')`);
}
