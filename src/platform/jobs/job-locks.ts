import pg from 'pg';
import type { Id } from '#kernel/ids.ts';

// The first half of the two-part advisory lock: jobs of this program.
const SPACE = 7_413_003;

/** The locks of running jobs on a connection of their own: they are gone the moment this process or its line dies. */
export interface JobLocks {
  /** True when this process now holds the job; false when somebody does already. */
  take(id: Id): Promise<boolean>;
  release(id: Id): Promise<void>;
  isConnected(): boolean;
  close(): Promise<void>;
}

/** `onLost` is called when the line broke: every lock is gone, others may take the jobs. It connects again by itself. */
export function openJobLocks(options: { url: string; onLost: () => void; onError: (error: unknown) => void }): JobLocks {
  let client: pg.Client | undefined;
  let connecting: Promise<pg.Client> | undefined;
  const held = new Set<Id>();

  const connect = async (): Promise<pg.Client> => {
    const next = new pg.Client({ connectionString: options.url, application_name: 'zhike-jobs', keepAlive: true });
    const lost = () => {
      if (client !== next) return;
      client = undefined;
      held.clear();
      options.onLost();
    };
    next.on('error', (error) => {
      options.onError(error);
      lost();
    });
    next.on('end', lost);
    await next.connect();
    client = next;
    return next;
  };

  const line = (): Promise<pg.Client> => {
    if (client) return Promise.resolve(client);
    connecting ??= connect().finally(() => {
      connecting = undefined;
    });
    return connecting;
  };

  return {
    async take(id) {
      // A session may take its own lock twice: the set keeps that from happening.
      if (held.has(id)) return false;
      held.add(id);
      try {
        const { rows } = await (await line()).query<{ got: boolean }>('SELECT pg_try_advisory_lock($1, hashtext($2)) AS got', [SPACE, id]);
        if (rows[0]?.got === true) return true;
        held.delete(id);
        return false;
      } catch (error) {
        held.delete(id);
        throw error;
      }
    },
    async release(id) {
      if (!held.delete(id)) return;
      await client?.query('SELECT pg_advisory_unlock($1, hashtext($2))', [SPACE, id]).catch(options.onError);
    },
    isConnected: () => client !== undefined,
    async close() {
      const last = client;
      client = undefined;
      await last?.end().catch(options.onError);
    },
  };
}
