import type { Logger } from 'pino';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '../context/context.ts';
import type { Database, Db } from '../db/database.ts';

/** JSON of an object; ids of records rather than their values. */
export type JobData = Readonly<Record<string, unknown>>;

/** One run of a job, given to its handler. */
export interface JobRun {
  readonly id: Id;
  readonly data: JobData;
  /** The person who asked for it; null for the system. */
  readonly actorId: Id | null;
  /** Set when the server stops or the job's lock is lost: end at the next batch and answer `again`. */
  readonly signal: AbortSignal;
  /** Says how far the job is, in the transaction of the batch itself; a job that moves is never given up. */
  progress(db: Db, done: number, total: number | null): Promise<void>;
  /** Shows how far work is that begins anew after an error: it does not count as progress. Throws once the job is cancelled. */
  show(db: Db, done: number, total: number | null): Promise<void>;
}

/**
 * Does the work, from wherever it stands: after a crash it is called again. `again`: the job goes back and is taken up
 * by any server. An error is tried again with growing pauses, and after `attempts` tries without progress is final.
 */
export type JobHandler = (run: JobRun) => Promise<'done' | 'again'>;

export interface JobDefinition {
  readonly name: string;
  readonly handler: JobHandler;
  /** Long work has places of its own, so that it never holds up short work. */
  readonly isLong?: boolean;
  /** Tries without progress, 5 when absent. */
  readonly attempts?: number;
  /** Called once when the job failed for good, or was cancelled while it ran (`cancelled`). */
  readonly onGivenUp?: (run: Pick<JobRun, 'id' | 'data' | 'actorId'>, error: string) => Promise<void>;
}

export interface EnqueueOptions {
  /** At most one waiting or running job of a key; a second one is not added. */
  readonly key?: string;
  readonly runAt?: Date;
}

export type EnqueueContext = Pick<Context, 'db' | 'now' | 'newId' | 'actor' | 'afterCommit'>;

/** What the workers need of the process. */
export interface JobHost {
  readonly database: Database;
  /** For the line of the locks, which must not go through a pooler. */
  readonly databaseUrl: string;
  readonly clock: () => Date;
  /** Long work waits while it is true (REL-5). */
  readonly isDiskLow: () => boolean;
  readonly newId: () => Id;
  readonly log: Logger;
}

/** Background work on the company's own database; many servers share it (PL-4). */
export interface Jobs {
  /** Says what a name means; before `start`. */
  define(definition: JobDefinition): void;
  /** Adds a job in the caller's transaction; it starts within moments of the commit. Undefined when the key is taken. */
  enqueue(ctx: EnqueueContext, name: string, data: JobData, options?: EnqueueOptions): Promise<Id | undefined>;
  /** Runs a defined name again and again, `seconds` after its last end, once for all servers together; before `start`. */
  every(name: string, seconds: number): void;
  /** Looks for work now. */
  wake(): void;
  start(host: JobHost): Promise<void>;
  /** Lets running batches end and gives their jobs back. */
  stop(): Promise<void>;
  /** For `/readyz` (PL-3): the worker is connected and looked for work lately. */
  isReady(): boolean;
}
