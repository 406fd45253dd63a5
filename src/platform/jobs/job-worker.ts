import type { Id } from '#kernel/ids.ts';
import { JobLocks } from './job-locks.ts';
import { JobCancelled, type JobRow, closeJob, insertJob, openJobs, pullIn, returnJob, saveProgress, takeJob, tidyJobs } from './job-store.ts';
import { authorOf } from '../context/author.ts';
import type { EnqueueContext, EnqueueOptions, JobData, JobDefinition, JobHost, JobRun, Jobs } from './jobs.ts';

// Work of other servers and of those that died is looked for this often; own work is told of at its commit.
const SWEEP_MS = 2_000;
const READY_MS = 30_000;
const PLACES = { long: 2, short: 4 } as const;
const PAUSE_MS = 4_000;
const MAX_PAUSE_MS = 300_000;
const KEEP_DAYS = 30;
// Repeated jobs are looked after so often: one that was cancelled, or whose server died at the wrong moment, comes back.
const SCHEDULES_MS = 60_000;
/** A clock that differs so much from the time passed was set. */
const JUMP_MS = 5_000;
const TIDY = 'jobs.tidy';

interface Running {
  readonly isLong: boolean;
  readonly abort: AbortController;
  readonly end: Promise<void>;
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 2_000);

export const makeJobs = (): Jobs => new JobWorker();

/** The workers of one process. A job is run by whoever holds its lock; the sweep takes over what nobody holds (REL-1). */
class JobWorker implements Jobs {
  readonly #definitions = new Map<string, JobDefinition>();
  readonly #intervals = new Map<string, number>();
  readonly #running = new Map<Id, Running>();
  #host: JobHost | undefined;
  #locks: JobLocks | undefined;
  #timer: NodeJS.Timeout | undefined;
  #sweeping: Promise<void> | undefined;
  #isAsked = false;
  #isStopping = false;
  #sweptAt = 0;
  #kept = { at: -Infinity, clock: 0 };

  define(definition: JobDefinition): void {
    this.#definitions.set(definition.name, definition);
  }

  every(name: string, seconds: number): void {
    this.#intervals.set(name, seconds);
  }

  async enqueue(ctx: EnqueueContext, name: string, data: JobData, options: EnqueueOptions = {}): Promise<Id | undefined> {
    const actorId = authorOf(ctx);
    const id = await insertJob({ db: ctx.db, now: ctx.now, newId: ctx.newId, actorId }, name, data, options);
    ctx.afterCommit(() => this.wake());
    return id;
  }

  async start(host: JobHost): Promise<void> {
    this.#host = host;
    this.#locks = new JobLocks({
      url: host.databaseUrl,
      onError: (error) => host.log.warn({ err: error }, 'the line of the job locks'),
      onLost: () => this.#running.forEach((one) => one.abort.abort()),
    });
    this.define({ name: TIDY, handler: () => tidy(host) });
    this.every(TIDY, 86_400);
    for (const name of this.#intervals.keys()) await schedule(host, name, 0);
    this.#timer = setInterval(() => this.wake(), SWEEP_MS);
    this.#timer.unref();
    this.wake();
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    clearInterval(this.#timer);
    await this.#sweeping;
    this.#running.forEach((one) => one.abort.abort());
    await Promise.allSettled([...this.#running.values()].map((one) => one.end));
    await this.#locks?.close();
  }

  isReady(): boolean {
    return this.#host === undefined || performance.now() - this.#sweptAt < READY_MS;
  }

  /** One sweep at a time; a call during one makes another follow it. */
  wake(): void {
    const host = this.#host;
    if (!host || this.#isStopping) return;
    this.#isAsked = true;
    this.#sweeping ??= this.#sweep(host)
      .catch((error: unknown) => host.log.error({ err: error }, 'looking for jobs failed'))
      .finally(() => {
        this.#sweeping = undefined;
        if (this.#isAsked) this.#isAsked = false;
      });
  }

  async #sweep(host: JobHost): Promise<void> {
    while (this.#isAsked && !this.#isStopping) {
      this.#isAsked = false;
      await this.#keepSchedules(host);
      if (host.isDiskLow()) this.#running.forEach((one) => one.isLong && one.abort.abort());
      const names = [...this.#definitions.values()].filter((one) => this.#freePlaces(one.isLong === true) > 0).map((one) => one.name);
      for (const row of await openJobs(host.database, names, host.clock(), 50)) await this.#take(host, row);
      this.#sweptAt = performance.now();
    }
  }

  async #keepSchedules(host: JobHost): Promise<void> {
    const at = performance.now();
    const passed = at - this.#kept.at;
    const isSet = Math.abs(host.clock().getTime() - this.#kept.clock - passed) > JUMP_MS;
    if (passed < SCHEDULES_MS && !isSet) return;
    await pullIn(host.database, host.clock(), this.#intervals, MAX_PAUSE_MS);
    for (const [name, seconds] of this.#intervals) await schedule(host, name, seconds);
    this.#kept = { at, clock: host.clock().getTime() };
  }

  #freePlaces(isLong: boolean): number {
    const taken = [...this.#running.values()].filter((one) => one.isLong === isLong).length;
    const places = !isLong ? PLACES.short : this.#host?.isDiskLow() === true ? 0 : PLACES.long;
    return places - taken;
  }

  async #take(host: JobHost, row: JobRow): Promise<void> {
    const definition = this.#definitions.get(row.name);
    const locks = this.#locks;
    if (!definition || !locks || this.#running.has(row.id) || this.#freePlaces(definition.isLong === true) <= 0) return;
    if (!(await locks.take(row.id))) return;
    const taken = await takeJob(host.database, row.id, host.clock());
    if (!taken || this.#isStopping) {
      if (taken) await returnJob(host.database, row.id, host.clock(), null);
      await locks.release(row.id);
      return;
    }
    const abort = new AbortController();
    const end = this.#runToEnd(host, definition, taken, abort.signal);
    this.#running.set(row.id, { isLong: definition.isLong === true, abort, end });
  }

  /** Never rejects: what went wrong is in the job's row, or in the log when even that could not be written. */
  async #runToEnd(host: JobHost, definition: JobDefinition, row: JobRow, signal: AbortSignal): Promise<void> {
    try {
      await this.#run(host, definition, row, signal);
    } catch (error) {
      host.log.error({ err: error, id: row.id }, 'the end of a job was not recorded');
    } finally {
      this.#running.delete(row.id);
      await this.#locks?.release(row.id);
      this.wake();
    }
  }

  async #run(host: JobHost, definition: JobDefinition, row: JobRow, signal: AbortSignal): Promise<void> {
    const { database, clock } = host;
    const given: JobRun = {
      id: row.id, data: row.data, actorId: row.actor_id, signal,
      progress: (db, done, total) => saveProgress(db, row.id, done, total, 0), show: (db, done, total) => saveProgress(db, row.id, done, total, row.attempts),
    };
    try {
      const result = await definition.handler(given);
      if (result === 'again') await returnJob(database, row.id, clock(), null);
      else await closeJob(database, row.id, 'done', clock(), null);
    } catch (error) {
      if (error instanceof JobCancelled) {
        await definition.onGivenUp?.(given, 'cancelled');
      } else {
        host.log.error({ err: error, job: row.name, id: row.id }, 'a job failed');
        await afterError(host, definition, row, textOf(error));
      }
    }
    const seconds = this.#intervals.get(row.name);
    if (seconds !== undefined) await schedule(host, row.name, seconds);
  }
}

/** A pause that doubles with each try without progress; then the job is given up. */
async function afterError(host: JobHost, definition: JobDefinition, row: JobRow, error: string): Promise<void> {
  const now = host.clock();
  if (row.attempts < (definition.attempts ?? 5)) {
    const pause = Math.min(MAX_PAUSE_MS, PAUSE_MS * 2 ** (row.attempts - 1));
    return returnJob(host.database, row.id, new Date(now.getTime() + pause), error);
  }
  await closeJob(host.database, row.id, 'failed', now, error);
  await definition.onGivenUp?.({ id: row.id, data: row.data, actorId: row.actor_id }, error);
}

async function schedule(host: JobHost, name: string, seconds: number): Promise<void> {
  const now = host.clock();
  const runAt = new Date(now.getTime() + seconds * 1_000);
  await insertJob({ db: host.database, now, newId: host.newId, actorId: null }, name, {}, { key: `every:${name}`, runAt });
}

async function tidy(host: JobHost): Promise<'done'> {
  await tidyJobs(host.database, new Date(host.clock().getTime() - KEEP_DAYS * 86_400_000));
  return 'done';
}
