import pg from 'pg';
import type { Sql } from 'sql-template-tag';
import { startHeartbeat } from './heartbeat.ts';
import { statementName } from './statement-names.ts';

// Timestamps stay text: parsing them costs a third of a list's throughput, and JSON wants text anyway.
const TEXT_TYPES = [1082, 1114, 1184, 1700, 20];

/** What queries and actions may do with the database. Inside an action it is the action's transaction. */
export interface Db {
  rows<R>(query: Sql): Promise<R[]>;
  /** The first row; undefined when there is none. */
  maybe<R>(query: Sql): Promise<R | undefined>;
  /** The first row; throws when there is none. */
  one<R>(query: Sql): Promise<R>;
  /** Number of rows touched. */
  run(query: Sql): Promise<number>;
  /**
   * Ends the transaction right behind what was sent, saving a round trip (PL-70): it commits if all of that succeeds.
   * Only where nothing can be refused any more by what comes back. Outside of a transaction it does nothing.
   */
  commitBehind(): void;
  /** A statement built by the records engine: text with $n, kept prepared on the server under `name` when given. */
  prepared<R>(statement: Statement): Promise<R[]>;
}

export interface Statement {
  readonly name?: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** PostgreSQL's text of an instant as ISO 8601, as every answer has it (PL-20). */
export const isoTime = (text: string): string => new Date(text).toISOString();

interface Queryable {
  query(config: pg.QueryConfig): Promise<pg.QueryResult>;
}

/** As node-postgres takes it; statements that come again and again stay prepared. */
function withName({ text, values }: Sql): pg.QueryConfig {
  const name = statementName(text);
  return name === undefined ? { text, values } : { name, text, values };
}

function makeDb(target: Queryable, commitBehind = () => undefined): Db {
  const rows = async <R>(query: Sql): Promise<R[]> => (await target.query(withName(query))).rows as R[];
  return {
    rows,
    maybe: async <R>(query: Sql) => (await rows<R>(query))[0],
    one: async <R>(query: Sql) => {
      const [row] = await rows<R>(query);
      if (row === undefined) throw new Error('a query that must answer a row answered none');
      return row;
    },
    run: async (query) => (await target.query(withName(query))).rowCount ?? 0,
    commitBehind,
    prepared: async <R>(s: Statement) =>
      (await target.query({ ...(s.name ? { name: s.name } : {}), text: s.text, values: [...s.values] })).rows as R[],
  };
}

export interface Database extends Db {
  /** Runs work in one transaction; serialization failures and deadlocks are tried again twice. */
  transaction<R>(work: (tx: Db, client: pg.PoolClient) => Promise<R>): Promise<R>;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly url: string;
  readonly max?: number;
  readonly onError?: (error: Error) => void;
  /** Role that the connections take: may not touch the audit trail's past (SEC-25). */
  readonly role?: string;
  readonly statementTimeoutMs?: number;
  /** Notice a database that hangs: end what waits for it, and refuse more until it answers again (REL-4). */
  readonly isWatched?: boolean;
}

/** The database does not answer at all. */
export class DatabaseHangs extends Error {
  override readonly name = 'DatabaseHangs';
  constructor() {
    super('the database does not answer');
  }
}

/** Opens the pool. A pool without an error handler would end the process with one lost backend. */
export function openDatabase(options: DatabaseOptions): Database {
  const types = new pg.TypeOverrides();
  for (const oid of TEXT_TYPES) types.setTypeParser(oid, (text: string) => (oid === 20 ? Number(text) : text));
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.max ?? 16,
    types,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    statement_timeout: options.statementTimeoutMs ?? 30_000,
    application_name: 'zhike',
    // Statements of one transaction that do not need each other's answers travel together (PL-70).
    pipeline: true,
    // Starting workers costs more than they save before a statement has tens of thousands of rows to read.
    options: `-c timezone=UTC -c parallel_setup_cost=10000${options.role ? ` -c role=${options.role}` : ''}`,
  });
  pool.on('error', (error) => options.onError?.(error));
  const requireAnswer = options.isWatched === true ? watch(pool, options) : undefined;
  const query: Queryable['query'] = (config) => {
    requireAnswer?.();
    return pool.query(config);
  };
  return {
    ...makeDb({ query }),
    pool,
    close: async () => {
      await requireAnswer?.stop();
      await pool.end();
    },
    transaction: (work) => withRetry(() => {
      requireAnswer?.();
      return runTransaction(pool, work);
    }),
  };
}

/** The function throws while the database hangs. When a hang begins, the lines on which somebody waits are cut. */
function watch(pool: pg.Pool, options: DatabaseOptions): (() => void) & { stop(): Promise<void> } {
  const taken = new Set<pg.PoolClient>();
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('acquire', (client) => taken.add(client));
  pool.on('release', (_error, client) => taken.delete(client));
  pool.on('remove', (client) => taken.delete(client));
  const heartbeat = startHeartbeat({
    url: options.url,
    onHang: () => {
      options.onError?.(new DatabaseHangs());
      for (const client of taken) client.connection.stream.destroy();
    },
  });
  const requireAnswer = () => {
    if (heartbeat.isHanging()) throw new DatabaseHangs();
  };
  return Object.assign(requireAnswer, { stop: () => heartbeat.stop() });
}

/**
 * Waits for statements that were sent one behind the other (PL-70). The first failure in that order counts: those after
 * it only say that the transaction is aborted. Nothing is left running when it throws.
 */
export async function inOrder<const T extends readonly Promise<unknown>[]>(...sent: T): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const ends = await Promise.allSettled(sent);
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
  return Promise.all(sent);
}

/** What a transaction sends in one turn of the event loop leaves in one write: each costs as much as building a statement. */
function gathered(client: pg.PoolClient): Queryable {
  const { stream } = client.connection;
  let isGathering = false;
  return {
    query: (config) => {
      if (!isGathering) {
        isGathering = true;
        stream.cork();
        setImmediate(() => {
          isGathering = false;
          stream.uncork();
        });
      }
      return client.query(config);
    },
  };
}

async function runTransaction<R>(pool: pg.Pool, work: (tx: Db, client: pg.PoolClient) => Promise<R>): Promise<R> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const remember = (error: Error) => { broken = error; };
  client.on('error', remember);
  try {
    const together = gathered(client);
    // Not waited for: it travels with the first statement.
    const begun = together.query({ text: 'BEGIN' });
    begun.catch(() => undefined);
    let sent: Promise<pg.QueryResult> | undefined;
    const commitBehind = () => {
      sent ??= together.query({ text: 'COMMIT' });
      sent.catch(() => undefined);
      return undefined;
    };
    const result = await work(makeDb(together, commitBehind), client);
    await begun;
    const ended = await (sent ?? client.query('COMMIT'));
    // PostgreSQL answers COMMIT with ROLLBACK where a statement failed whose error nobody passed on.
    if (ended.command !== 'COMMIT') throw new Error('a statement of this transaction failed, so nothing was written');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(remember);
    throw error;
  } finally {
    client.off('error', remember);
    client.release(broken);
  }
}

const RETRIABLE = new Set(['40001', '40P01']);

async function withRetry<R>(work: () => Promise<R>): Promise<R> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const code = error instanceof pg.DatabaseError ? error.code : undefined;
      if (attempt >= 2 || code === undefined || !RETRIABLE.has(code)) throw error;
    }
  }
}

/** The constraint's name when the error is a unique violation. */
export const uniqueViolation = (error: unknown): string | undefined =>
  error instanceof pg.DatabaseError && error.code === '23505' ? (error.constraint ?? '') : undefined;

/** Whether the error says that other rows still refer to this one. */
export const isForeignKeyViolation = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.code === '23503';

/** Whether the error says that a row breaks a rule of its table. */
export const isCheckViolation = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.code === '23514';
