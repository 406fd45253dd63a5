import { setTimeout as pause } from 'node:timers/promises';
import type { ImapFlow } from 'imapflow';
import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { insertJob } from '#platform/jobs/job-store.ts';
import type { Services } from '#platform/runtime/services.ts';
import { imapClient, imapOf } from '../line/imap-line.ts';
import { loadMailbox } from '../queries/mailbox-rows.ts';
import { READ_JOB } from '../sending/mail-jobs.ts';

/** Milliseconds. */
export interface WatchTimes {
  /** How often mailboxes are looked through for one that nobody listens to. */
  readonly round: number;
  /** Pause after the first failure; doubled each time up to `longest`. */
  readonly first: number;
  readonly longest: number;
  /** How long a server holds a mailbox without saying so again. */
  readonly lease: number;
  /** A server without IDLE is asked again after this. */
  readonly without: number;
}

export const watchTimes: WatchTimes = { round: 10_000, first: 5_000, longest: 15 * 60_000, lease: 90_000, without: 3_600_000 };

/** Below the half hour after which servers hang up (RFC 2177), and below what routers forget. */
const IDLE_MS = 4 * 60_000;

const PARTING_MS = 5_000;

const boxesToHear = (services: Services) => services.database.rows<{ id: Id; version: number }>(sql`SELECT id, version FROM mailbox WHERE is_active AND deleted_at IS NULL`);

/**
 * Hears of new mail the moment it comes (IMAP IDLE, SE-30): a line for each mailbox, on one server at a time by a lease in
 * its row. It reads nothing itself but starts the job that does. Where it cannot listen the minute's look goes on as ever.
 */
export class MailWatch {
  readonly #services: Services;
  readonly #times: WatchTimes;
  readonly #server: Id;
  readonly #stopped = new AbortController();
  readonly #lines = new Map<Id, { readonly version: number; readonly stop: AbortController; readonly done: Promise<void> }>();
  #round: Promise<void> = Promise.resolve();

  constructor(services: Services, times: WatchTimes = watchTimes) {
    this.#services = services;
    this.#times = times;
    this.#server = services.newId();
  }

  start(): void {
    this.#round = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    // A server that never answers holds up nobody's end.
    await Promise.race([this.#round, pause(PARTING_MS, undefined, { ref: false })]);
  }

  async #run(): Promise<void> {
    while (!this.#stopped.signal.aborted) {
      await this.#look().catch((error: unknown) => this.#services.log.warn({ err: error }, 'mailboxes are not listened to'));
      await pause(this.#times.round, undefined, { signal: this.#stopped.signal, ref: false }).catch(() => undefined);
    }
    for (const line of this.#lines.values()) line.stop.abort();
    await Promise.all([...this.#lines.values()].map((line) => line.done));
  }

  /** A line for every mailbox that is in use; one that was changed gets a new one. */
  async #look(): Promise<void> {
    const boxes = new Map((await boxesToHear(this.#services)).map(({ id, version }) => [id, version]));
    for (const [id, line] of this.#lines) {
      if (boxes.get(id) === line.version) continue;
      line.stop.abort();
      await line.done;
    }
    for (const [id, version] of boxes) {
      if (this.#lines.has(id)) continue;
      const stop = new AbortController();
      const done = this.#hold(id, stop.signal).finally(() => this.#lines.delete(id));
      this.#lines.set(id, { version, stop, done });
    }
  }

  /** Listens again and again, with growing pauses after failures. */
  async #hold(id: Id, signal: AbortSignal): Promise<void> {
    const { first, longest, without, round } = this.#times;
    let failures = 0;
    while (!signal.aborted) {
      const began = Date.now();
      const heard = await this.#listen(id, signal).catch(() => 'failed' as const);
      // A line that held for a while and broke is no server that is away.
      failures = heard === 'failed' && Date.now() - began < longest ? failures + 1 : 0;
      const wait = heard === 'taken' ? round : heard === 'without' ? without : Math.min(longest, first * 2 ** Math.max(0, failures - 1));
      if (!signal.aborted) await pause(wait, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  async #listen(id: Id, signal: AbortSignal): Promise<'failed' | 'taken' | 'without'> {
    const box = await loadMailbox(this.#services.database, id);
    if (!box?.is_active || !(await this.#lease(id))) return 'taken';
    const client = imapClient(imapOf(this.#services, box), { socketTimeout: IDLE_MS + 60_000, maxIdleTime: IDLE_MS });
    const close = () => client.close();
    signal.addEventListener('abort', close);
    try {
      await client.connect();
      if (signal.aborted) return 'failed';
      if (!client.capabilities.has('IDLE')) return 'without';
      client.on('exists', () => void this.#call(id, signal));
      await client.mailboxOpen(box.folder, { readOnly: true });
      // What came while nobody listened.
      void this.#call(id, signal);
      await this.#services.database.run(sql`UPDATE mailbox SET is_pushing = true WHERE id = ${id} AND push_server = ${this.#server}`);
      await this.#stay(id, client, signal);
      return 'failed';
    } finally {
      signal.removeEventListener('abort', close);
      client.close();
      await this.#release(id);
    }
  }

  async #stay(id: Id, client: ImapFlow, signal: AbortSignal): Promise<void> {
    const beat = setInterval(() => void this.#lease(id).then((isOurs) => isOurs || client.close(), () => undefined), this.#times.lease / 3);
    beat.unref();
    try {
      while (client.usable && !signal.aborted) if ((await client.idle()) === false) return;
    } finally {
      clearInterval(beat);
    }
  }

  /** Starts the job that reads; while one is under way, until another is allowed: it may have looked a moment too early. */
  async #call(id: Id, signal: AbortSignal): Promise<void> {
    const { database, clock, newId, jobs } = this.#services;
    for (let tries = 0; tries < 60 && !signal.aborted; tries += 1) {
      const added = await insertJob({ db: database, now: clock(), newId, actorId: null }, READ_JOB, { mailbox: id }, { key: `${READ_JOB}:${id}` }).catch(() => undefined);
      if (added !== undefined) {
        jobs.wake();
        return;
      }
      await pause(1_000, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  async #lease(id: Id): Promise<boolean> {
    const now = this.#services.clock();
    const taken = await this.#services.database.run(sql`
      UPDATE mailbox SET is_pushing = is_pushing AND push_server IS NOT DISTINCT FROM ${this.#server}, push_server = ${this.#server}, push_until = ${new Date(now.getTime() + this.#times.lease).toISOString()}
      WHERE id = ${id} AND is_active AND deleted_at IS NULL AND (push_server IS NULL OR push_server = ${this.#server} OR push_until < ${now.toISOString()})`);
    return taken === 1;
  }

  async #release(id: Id): Promise<void> {
    await this.#services.database.run(sql`UPDATE mailbox SET push_server = NULL, push_until = NULL, is_pushing = false WHERE id = ${id} AND push_server = ${this.#server}`).catch(() => undefined);
  }
}
