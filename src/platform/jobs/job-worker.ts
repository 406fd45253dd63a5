import type { Id } from '#kernel/ids.ts';
import { systemActor } from '../runtime/make-context.ts';
import type { Services } from '../runtime/services.ts';
import { type JobLocks, openJobLocks } from './job-locks.ts';
import { JobCancelled, type JobRow, closeJob, insertJob, openJobs, returnJob, saveProgress, takeJob, tidyJobs } from './job-store.ts';
import type { JobDefinition, JobRun, Jobs } from './jobs.ts';

// Work of other servers and of those that died is looked for this often; own work is told of at its commit.
const SWEEP_MS = 2_000;
const READY_MS = 30_000;
const PLACES = { long: 2, short: 4 } as const;
const PAUSE_MS = 4_000;
const MAX_PAUSE_MS = 300_000;
const KEEP_DAYS = 30;
const TIDY = 'jobs.tidy';

interface Running {
  readonly isLong: boolean;
  readonly abort: AbortController;
  readonly end: Promise<void>;
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 2_000);

/** The workers of one process. A job is run by whoever holds its lock; the sweeper takes over what nobody holds (REL-1). */
export function makeJobs(): Jobs {
  const definitions = new Map<string, JobDefinition>();
  const intervals = new Map<string, number>();
  const running = new Map<Id, Running>();
  let services: Services | undefined;
  let locks: JobLocks | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isStopping = false;
  let sweeping: Promise<void> | undefined;
  let isAsked = false;
  let sweptAt = 0;

  const freePlaces = (isLong: boolean): number =>
    (isLong ? PLACES.long : PLACES.short) - [...running.values()].filter((one) => one.isLong === isLong).length;

  const run = async (on: Services, definition: JobDefinition, row: JobRow, abort: AbortController): Promise<void> => {
    const given: JobRun = {
      id: row.id, data: row.data, actorId: row.actor_id, signal: abort.signal,
      progress: (db, done, total) => saveProgress(db, row.id, done, total),
    };
    try {
      const result = await definition.handler(given, on);
      if (result === 'again') await returnJob(on.database, row.id, on.clock(), null);
      else await closeJob(on.database, row.id, 'done', on.clock(), null);
    } catch (error) {
      if (error instanceof JobCancelled) {
        await definition.onGivenUp?.(given, on, 'cancelled');
      } else {
        on.log.error({ err: error, job: row.name, id: row.id }, 'a job failed');
        await afterError(on, definition, row, textOf(error));
      }
    }
    const seconds = intervals.get(row.name);
    if (seconds !== undefined) await schedule(on, row.name, seconds);
  };

  const take = async (on: Services, held: JobLocks, row: JobRow): Promise<void> => {
    const definition = definitions.get(row.name);
    if (!definition || running.has(row.id) || freePlaces(definition.isLong === true) <= 0) return;
    if (!(await held.take(row.id))) return;
    const taken = await takeJob(on.database, row.id, on.clock());
    if (!taken || isStopping) {
      if (taken) await returnJob(on.database, row.id, on.clock(), null);
      return held.release(row.id);
    }
    const abort = new AbortController();
    const end = run(on, definition, taken, abort)
      .catch((error: unknown) => on.log.error({ err: error, id: row.id }, 'the end of a job was not recorded'))
      .finally(async () => {
        running.delete(row.id);
        await held.release(row.id);
        sweep();
      });
    running.set(row.id, { isLong: definition.isLong === true, abort, end });
  };

  const sweepOnce = async (on: Services, held: JobLocks): Promise<void> => {
    const names = [...definitions.values()].filter((one) => freePlaces(one.isLong === true) > 0).map((one) => one.name);
    for (const row of await openJobs(on.database, names, on.clock(), 50)) await take(on, held, row);
    sweptAt = performance.now();
  };

  /** One sweep at a time; a call during one makes another follow it. */
  const sweep = (): void => {
    if (!services || !locks || isStopping) return;
    isAsked = true;
    const [on, held] = [services, locks];
    sweeping ??= (async () => {
      while (isAsked && !isStopping) {
        isAsked = false;
        await sweepOnce(on, held);
      }
    })()
      .catch((error: unknown) => on.log.error({ err: error }, 'looking for jobs failed'))
      .finally(() => {
        sweeping = undefined;
      });
  };

  return {
    define: (definition) => void definitions.set(definition.name, definition),
    every: (name, seconds) => void intervals.set(name, seconds),
    async enqueue(ctx, name, data, options = {}) {
      const id = await insertJob(ctx, name, data, options);
      ctx.afterCommit(sweep);
      return id;
    },
    wake: sweep,
    async start(given) {
      services = given;
      locks = openJobLocks({
        url: given.databaseUrl,
        onError: (error) => given.log.warn({ err: error }, 'the line of the job locks'),
        onLost: () => running.forEach((one) => one.abort.abort()),
      });
      definitions.set(TIDY, { name: TIDY, handler: tidy });
      intervals.set(TIDY, 86_400);
      for (const name of intervals.keys()) await schedule(given, name, 0);
      timer = setInterval(sweep, SWEEP_MS);
      timer.unref();
      sweep();
    },
    async stop() {
      isStopping = true;
      clearInterval(timer);
      await sweeping;
      running.forEach((one) => one.abort.abort());
      await Promise.allSettled([...running.values()].map((one) => one.end));
      await locks?.close();
    },
    isReady: () => services === undefined || (locks?.isConnected() === true && performance.now() - sweptAt < READY_MS),
  };
}

/** A pause that doubles with each try without progress; then the job is given up. */
async function afterError(services: Services, definition: JobDefinition, row: JobRow, error: string): Promise<void> {
  const now = services.clock();
  if (row.attempts < (definition.attempts ?? 5)) {
    const pause = Math.min(MAX_PAUSE_MS, PAUSE_MS * 2 ** (row.attempts - 1));
    return returnJob(services.database, row.id, new Date(now.getTime() + pause), error);
  }
  await closeJob(services.database, row.id, 'failed', now, error);
  await definition.onGivenUp?.({ id: row.id, data: row.data, actorId: row.actor_id }, services, error);
}

async function schedule(services: Services, name: string, seconds: number): Promise<void> {
  const now = services.clock();
  const ctx = { db: services.database, now, newId: services.newId, actor: systemActor(services) };
  await insertJob(ctx, name, {}, { key: `every:${name}`, runAt: new Date(now.getTime() + seconds * 1_000) });
}

async function tidy(_run: JobRun, services: Services): Promise<'done'> {
  await tidyJobs(services.database, new Date(services.clock().getTime() - KEEP_DAYS * 86_400_000));
  return 'done';
}
