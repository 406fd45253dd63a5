import pg from 'pg';
import type { Id } from '#kernel/ids.ts';

// The first half of the two-part advisory lock: jobs of this program.
const SPACE = 7_413_003;

interface LockOptions {
  readonly url: string;
  /** The line broke: every lock is gone, others may take the jobs. */
  readonly onLost: () => void;
  readonly onError: (error: unknown) => void;
}

/** The locks of running jobs on a connection of their own: they are gone the moment this process or its line dies. */
export class JobLocks {
  readonly #options: LockOptions;
  readonly #held = new Set<Id>();
  #client: pg.Client | undefined;
  #connecting: Promise<pg.Client> | undefined;

  constructor(options: LockOptions) {
    this.#options = options;
  }

  /** True when this process now holds the job; false when somebody does already. Connects when need be. */
  async take(id: Id): Promise<boolean> {
    // A session may take its own lock twice: the set keeps that from happening.
    if (this.#held.has(id)) return false;
    this.#held.add(id);
    try {
      const client = await this.#line();
      const { rows } = await client.query<{ got: boolean }>('SELECT pg_try_advisory_lock($1, hashtext($2)) AS got', [SPACE, id]);
      if (rows[0]?.got === true) return true;
      this.#held.delete(id);
      return false;
    } catch (error) {
      this.#held.delete(id);
      throw error;
    }
  }

  async release(id: Id): Promise<void> {
    if (!this.#held.delete(id)) return;
    await this.#client?.query('SELECT pg_advisory_unlock($1, hashtext($2))', [SPACE, id]).catch(this.#options.onError);
  }

  async close(): Promise<void> {
    const last = this.#client;
    this.#client = undefined;
    await last?.end().catch(this.#options.onError);
  }

  #line(): Promise<pg.Client> {
    if (this.#client) return Promise.resolve(this.#client);
    this.#connecting ??= this.#connect().finally(() => {
      this.#connecting = undefined;
    });
    return this.#connecting;
  }

  async #connect(): Promise<pg.Client> {
    // Jobs end by themselves: their locks are asked for and given back without waiting for one another.
    const next = new pg.Client({ connectionString: this.#options.url, application_name: 'zhike-jobs', keepAlive: true, pipeline: true });
    next.on('error', (error) => {
      this.#options.onError(error);
      this.#lost(next);
    });
    next.on('end', () => this.#lost(next));
    await next.connect();
    this.#client = next;
    return next;
  }

  #lost(client: pg.Client): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    this.#held.clear();
    this.#options.onLost();
  }
}
