import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { findField } from '#meta/object.ts';
import { APP_ROLE } from '../db/app-role.ts';
import { sequenceOf } from '../records/computed/auto-number.ts';
import type { Services } from '../runtime/services.ts';
import { type CustomIndex, customIndexNames, customIndexes, customStatistics, dropStatistics } from './custom-index.ts';
import { renewMeta } from './meta-change.ts';

type IndexServices = Pick<Services, 'databaseUrl' | 'log' | 'registry' | 'reloadRegistry' | 'events'>;

interface Wish {
  readonly id: string;
  readonly object: string;
  readonly key: string;
  readonly is_wanted: boolean;
  readonly updated_at: string | null;
}

const LOCK = 7_413_050;
const OPEN = `SELECT id, object, key, updated_at::text, is_indexed AND retired_at IS NULL AS is_wanted FROM custom_field
  WHERE (is_indexed AND retired_at IS NULL AND index_state IN ('none', 'building'))
     OR ((NOT is_indexed OR retired_at IS NOT NULL) AND index_state <> 'none') ORDER BY created_at LIMIT 1`;

// After a restore or an operator's hand an index may be missing that a field believes to have.
const FORGET_MISSING = `UPDATE custom_field f SET index_state = 'building' WHERE index_state = 'ready' AND NOT EXISTS (
  SELECT 1 FROM pg_class c JOIN pg_index i ON i.indexrelid = c.oid
  WHERE i.indisvalid AND c.relname LIKE 'zk\\_field\\_' || replace(f.id::text, '-', '') || '\\_%')
  OR index_state = 'ready' AND NOT EXISTS (SELECT 1 FROM pg_statistic_ext s WHERE s.stxname = 'zk_field_' || replace(f.id::text, '-', '') || '_values')`;

/**
 * Builds the indexes of custom fields beside normal work, one at a time over all processes. What a crash left half-built
 * is dropped and built again at the next start; a build that fails says so and waits to be asked again.
 */
export class FieldIndexer {
  readonly #services: IndexServices;
  #running: Promise<void> | undefined;
  #isAsked = false;
  #client: pg.Client | undefined;
  #isStopped = false;
  #isFirst = true;

  constructor(services: IndexServices) {
    this.#services = services;
  }

  /** Looks for work; returns at once. Work that appears while it runs is found too. */
  wake(): void {
    this.#isAsked = true;
    if (this.#running !== undefined || this.#isStopped) return;
    this.#running = this.#run()
      .catch((error: unknown) => {
        if (!this.#isStopped) this.#services.log.error({ err: error }, 'building an index of a custom field failed');
      })
      .finally(() => {
        this.#running = undefined;
      });
  }

  /** Ends a build in progress; the next start takes it up again. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#client?.end().catch(() => undefined);
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#isAsked && !this.#isStopped) {
      this.#isAsked = false;
      await this.#withClient(async (client) => {
        if (!(await takeLock(client, () => this.#isStopped))) return;
        if (this.#isFirst) await prepareFirst(this.#services, client);
        this.#isFirst = false;
        for (let wish = await nextWish(client); wish !== undefined && !this.#isStopped; wish = await nextWish(client)) {
          await fulfil(this.#services, client, wish);
          await renewMeta(this.#services);
        }
      });
    }
  }

  /** The owner's own connection: the application's role may not make indexes, and a build must not end after 30 s. */
  async #withClient(work: (client: pg.Client) => Promise<void>): Promise<void> {
    const client = new pg.Client({ connectionString: this.#services.databaseUrl, application_name: 'zhike-indexes' });
    client.on('error', (error) => this.#services.log.warn({ err: error }, 'the connection for indexes was lost'));
    this.#client = client;
    await client.connect();
    try {
      await work(client);
    } finally {
      this.#client = undefined;
      await client.end().catch(() => undefined);
    }
  }
}

/** Asked again and again: a session that waits in pg_advisory_lock would make the concurrent build wait for it. */
async function takeLock(client: pg.Client, isStopped: () => boolean): Promise<boolean> {
  while (!isStopped()) {
    const { rows } = await client.query<{ ok: boolean }>('SELECT pg_try_advisory_lock($1) AS ok', [LOCK]);
    if (rows[0]?.ok === true) return true;
    await wait(1_000);
  }
  return false;
}

const nextWish = async (client: pg.Client): Promise<Wish | undefined> => (await client.query<Wish>(OPEN)).rows[0];

async function prepareFirst(services: IndexServices, client: pg.Client): Promise<void> {
  await client.query(FORGET_MISSING);
  const numbers = services.registry().objects.flatMap((def) => def.fields.filter((f) => f.custom === true && f.type === 'autoNumber').map((f) => [def.key, f.key] as const));
  for (const [object, key] of numbers) await makeSequence(client, object, key);
}

async function setState(client: pg.Client, id: string, state: string, error: string | null = null): Promise<void> {
  await client.query('UPDATE custom_field SET index_state = $2, index_error = $3 WHERE id = $1', [id, state, error]);
}

/** A field that was changed while its index was built is looked at once more. */
async function endState(client: pg.Client, wish: Wish, state: string): Promise<void> {
  await client.query(
    `UPDATE custom_field SET index_error = NULL, index_state = CASE WHEN updated_at::text IS NOT DISTINCT FROM $3 THEN $2 ELSE 'building' END WHERE id = $1`,
    [wish.id, state, wish.updated_at]);
}

async function fulfil(services: IndexServices, client: pg.Client, wish: Wish): Promise<void> {
  try {
    await setState(client, wish.id, 'building');
    const { wanted, statistics } = wish.is_wanted ? await plan(services, wish) : nothingWanted;
    await dropOthers(client, wish.id, wanted);
    await client.query(dropStatistics(wish.id));
    for (const index of wanted) await build(client, index);
    if (statistics !== undefined && wanted.length > 0) {
      await client.query(statistics);
      await client.query(`ANALYZE ${tableOf(services, wish)}`);
    }
    await endState(client, wish, wanted.length > 0 ? 'ready' : 'none');
    if (wish.is_wanted && wanted.length === 0) await client.query('UPDATE custom_field SET is_indexed = false WHERE id = $1', [wish.id]);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    services.log.error({ err: error, object: wish.object, field: wish.key }, 'an index of a custom field was not built');
    await setState(client, wish.id, 'failed', message.slice(0, 500));
  }
}

interface Plan {
  readonly wanted: readonly CustomIndex[];
  readonly statistics: string | undefined;
}
const nothingWanted: Plan = { wanted: [], statistics: undefined };

/** A field that another process added may not be known here yet. */
async function plan(services: IndexServices, wish: Wish): Promise<Plan> {
  const find = (): Plan | undefined => {
    const registry = services.registry();
    const def = registry.object(wish.object);
    const field = def && findField(def, wish.key);
    if (!def || !field) return undefined;
    return { wanted: customIndexes(registry, def, field, wish.id), statistics: customStatistics(registry, def, field, wish.id) };
  };
  const known = find();
  if (known) return known;
  await services.reloadRegistry();
  return find() ?? nothingWanted;
}

const tableOf = (services: IndexServices, wish: Wish): string => services.registry().object(wish.object)?.table ?? 'custom_record';

async function dropOthers(client: pg.Client, fieldId: string, wanted: readonly CustomIndex[]): Promise<void> {
  for (const name of customIndexNames(fieldId)) {
    if (!wanted.some((index) => index.name === name)) await client.query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
  }
}

/** An index that a crash or a widened type left behind is dropped first; one that is there and valid stays. */
async function build(client: pg.Client, index: CustomIndex): Promise<void> {
  const { rows } = await client.query<{ is_valid: boolean; comment: string | null }>(
    `SELECT i.indisvalid AS is_valid, obj_description(c.oid, 'pg_class') AS comment
     FROM pg_class c JOIN pg_index i ON i.indexrelid = c.oid WHERE c.relname = $1`, [index.name]);
  const [there] = rows;
  if (there?.is_valid === true && there.comment === index.statement) return;
  if (there) await client.query(`DROP INDEX CONCURRENTLY IF EXISTS ${index.name}`);
  await client.query(index.statement);
  await client.query(`COMMENT ON INDEX ${index.name} IS '${index.statement.replaceAll("'", "''")}'`);
}

/** The sequence of a custom auto-number, made by the owner before the field is known to anybody. */
export async function ensureSequence(services: Pick<Services, 'databaseUrl'>, object: string, key: string): Promise<void> {
  const client = new pg.Client({ connectionString: services.databaseUrl, application_name: 'zhike-indexes' });
  await client.connect();
  try {
    await makeSequence(client, object, key);
  } finally {
    await client.end();
  }
}

async function makeSequence(client: pg.Client, object: string, key: string): Promise<void> {
  const name = sequenceOf({ key: object }, { key });
  await client.query(`CREATE SEQUENCE IF NOT EXISTS ${name}`);
  const { rows } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [APP_ROLE]);
  if (rows.length > 0) await client.query(`GRANT USAGE, SELECT ON SEQUENCE ${name} TO ${APP_ROLE}`);
}
