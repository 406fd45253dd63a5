import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import sql from 'sql-template-tag';
import { z } from 'zod';
import { openServices } from '../../src/app/open-services.ts';
import { serverModules } from '../../src/app/server-modules.ts';
import { ensureFirstAdministrator } from '#modules/identity/server/identity.public.ts';
import { backupIsOn } from '#platform/backup/scheduled/backup-settings.ts';
import { ensureDataDir } from '#platform/config/data-dir.ts';
import { loadSecret } from '#platform/config/secret.ts';
import { startEmbedded } from '#platform/db/embedded/embedded-server.ts';
import { readMigrations } from '#platform/db/migrate.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import { customIndexes } from '#platform/registry/custom-index.ts';
import type { Services } from '#platform/runtime/services.ts';
import { findField } from '#meta/object.ts';
import { makeNames } from './company-names.ts';
import { copyRows, dropIndexes } from './copy-table.ts';
import { BENCH_PASSWORD, fillPeople } from './fill-people.ts';
import { type Filled, SHARES, type Source, recordsOf } from './fill-records.ts';
import { makeRandom } from './random.ts';

/** Raised whenever the same rows would come out different. */
const GENERATOR = 3;

const stampSchema = z.object({ generator: z.number(), rows: z.number(), isReal: z.boolean(), migrations: z.record(z.string(), z.string()) });
type Stamp = z.infer<typeof stampSchema>;

export interface DataSet {
  readonly dataDir: string;
  readonly rows: number;
  /** Whether half of the names come from a list of real ones. */
  readonly isReal: boolean;
  /** How long it took to make; undefined when it was there. */
  readonly madeInSeconds?: number;
}

/** A data folder with that many customers: the one of an earlier run when its tables are still as declared. */
export async function ensureDataSet(root: string, rows: number, say: (line: string) => void): Promise<DataSet> {
  const dataDir = path.join(root, '.cache/bench', `data-${rows}`);
  const file = path.join(dataDir, 'bench.json');
  const migrations = await migrationHashes();
  const stamp = readStamp(file);
  const isSame = stamp?.generator === GENERATOR && stamp.rows === rows
    && Object.entries(stamp.migrations).every(([name, hash]) => migrations[name] === hash);
  if (isSame) {
    if (Object.keys(migrations).some((name) => stamp.migrations[name] === undefined)) {
      // Here and not by the server under test, which would first back all of it up.
      say(`applying new migrations to ${path.relative(root, dataDir)} …`);
      await withServices(dataDir, quieten);
      writeFileSync(file, JSON.stringify({ ...stamp, migrations } satisfies Stamp));
    }
    return { dataDir, rows, isReal: stamp.isReal };
  }
  say(`making ${rows.toLocaleString('en')} customers in ${path.relative(root, dataDir)} …`);
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(path.dirname(dataDir), { recursive: true });
  const started = performance.now();
  ensureDataDir(dataDir);
  const { isReal } = await withServices(dataDir, (services) => fill(services, root, rows, say));
  writeFileSync(file, JSON.stringify({ generator: GENERATOR, rows, isReal, migrations } satisfies Stamp));
  return { dataDir, rows, isReal, madeInSeconds: (performance.now() - started) / 1000 };
}

function readStamp(file: string): Stamp | undefined {
  if (!existsSync(file)) return undefined;
  const parsed = stampSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  return parsed.success ? parsed.data : undefined;
}

async function migrationHashes(): Promise<Record<string, string>> {
  const all = await readMigrations();
  return Object.fromEntries(all.map((m) => [m.name, createHash('sha256').update(m.sql).digest('hex').slice(0, 16)]));
}

/** The backup that a server makes up for after its start would be measured with everything else. */
async function quieten(services: Services): Promise<void> {
  await services.database.run(sql`INSERT INTO setting (key, value, updated_at) VALUES (${backupIsOn.key}, 'false', now()) ON CONFLICT (key) DO NOTHING`);
}

async function withServices<R>(dataDir: string, work: (services: Services) => Promise<R>): Promise<R> {
  const log = pino({ level: 'fatal' });
  const server = await startEmbedded({ dataDir, log });
  try {
    const secret = loadSecret({ dataDir });
    const services = await openServices({
      databaseUrl: server.url, secret, dataDir, timeZone: 'Asia/Shanghai', locale: 'zh-CN', log, modules: serverModules, poolSize: 2,
    });
    try {
      return await work(services);
    } finally {
      await services.close();
    }
  } finally {
    await server.stop();
  }
}

async function fill(services: Services, root: string, rows: number, say: (line: string) => void): Promise<{ isReal: boolean }> {
  await ensureFirstAdministrator(services, { adminUsername: 'founder', adminPassword: BENCH_PASSWORD });
  const random = makeRandom(20_261_121);
  const names = makeNames(random, root);
  const system = systemActor(services);
  const people = await runAction(services, { actor: system }, (ctx) => fillPeople(ctx, names));
  const source: Source = { random, names, people, system, rows, now: Date.UTC(2026, 10, 1) };
  const clients = [await connect(services), await connect(services)];
  try {
    let building = Promise.resolve();
    for (const table of ['customer', 'contact', 'activity'] as const) {
      const rebuild = await fillTable(services, clients[0] ?? fail(), source, table, say);
      // Indexes of one table are built on the other core while the rows of the next are made.
      building = building.then(() => rebuild(clients[1] ?? fail()));
    }
    await building;
    await finish(services, clients[0] ?? fail(), rows);
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
  return { isReal: names.isReal };
}

const fail = (): never => {
  throw new Error('no connection');
};

async function connect(services: Services): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: services.databaseUrl });
  await client.connect();
  await client.query("SET maintenance_work_mem = '512MB'; SET synchronous_commit = off; SET statement_timeout = 0");
  // The rows are right by the way they are made; asking for each parent would double the time.
  await client.query('SET session_replication_role = replica');
  return client;
}

async function fillTable(services: Services, client: pg.Client, source: Source, table: Filled, say: (line: string) => void) {
  const def = services.registry().object(table);
  if (!def) throw new Error(`there is no object called ${table}`);
  const started = performance.now();
  const indexes = await dropIndexes(client, def.table);
  const { columns, rows } = recordsOf(source, table, def);
  await copyRows(client, def.table, columns, rows);
  const count = Math.floor(source.rows * SHARES[table]);
  say(`  ${table}: ${count.toLocaleString('en')} rows, ${seconds(started)}`);
  return async (builder: pg.Client): Promise<void> => {
    const begun = performance.now();
    for (const index of indexes) await builder.query(index);
    await builder.query(`ANALYZE ${def.table}`);
    say(`  ${table}: ${indexes.length} indexes, ${seconds(begun)}`);
  };
}

async function finish(services: Services, client: pg.Client, rows: number): Promise<void> {
  await client.query("SELECT setval('zk_number_customer_code', $1)", [rows + 1_000]);
  await addScoreField(services, client);
  await quieten(services);
  // Visibility maps and statistics as autovacuum would have made them long ago.
  await client.query('VACUUM (ANALYZE) customer, contact, activity, app_user, org_unit');
  await client.query('CHECKPOINT');
}

/** A field of the administrator's with the index that the product itself gives it. */
async function addScoreField(services: Services, client: pg.Client): Promise<void> {
  const id = services.newId();
  const definition = { type: 'integer', label: { 'zh-CN': '评分', en: 'Score' }, group: 'more' } as const;
  await client.query(`
    INSERT INTO custom_field (id, object, key, definition, index_state, created_at)
    VALUES ($1, 'customer', 'benchScore', $2, 'ready', now())`, [id, JSON.stringify(definition)]);
  await services.reloadRegistry();
  const def = services.registry().object('customer');
  const field = def && findField(def, 'benchScore');
  if (!def || !field) throw new Error('the custom field is not there');
  for (const index of customIndexes(services.registry(), def, field, id)) await client.query(index.statement);
}

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;
