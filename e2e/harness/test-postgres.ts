import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '#platform/db/embedded/embedded-server.ts';
import { migrate } from '#platform/db/migrate.ts';
import { withDatabaseName } from '#platform/db/test-database.ts';

/** A server for tests. `url` leads to its maintenance database, `template` is a migrated database to clone. */
export interface TestServer {
  readonly url: string;
  readonly template: string;
  /** It never waits for the disk. */
  readonly isThrowaway: boolean;
  close(): Promise<void>;
}

const quiet = { info: () => undefined, warn: console.warn, error: console.error };

/**
 * Opens the bundled PostgreSQL in a temp folder, or the one named by ZHIKE_TEST_DATABASE_URL (whose user may create
 * databases), and migrates a template database. Without `isDurable` the bundled one never waits for the disk.
 */
export async function openTestServer({ isDurable }: { isDurable: boolean }): Promise<TestServer> {
  const named = process.env['ZHIKE_TEST_DATABASE_URL'];
  const { url, stop } = named ? { url: named, stop: async () => undefined } : await startBundled(isDurable);
  const template = `zhike_template_${randomBytes(4).toString('hex')}`;
  try {
    await run(url, `CREATE DATABASE ${template}`);
    const pool = new pg.Pool({ connectionString: withDatabaseName(url, template), max: 1 });
    // Without a listener the end of an idle connection would hide what the migration failed of.
    pool.on('error', () => undefined);
    try {
      await migrate(pool);
    } finally {
      await pool.end();
    }
  } catch (error) {
    await stop();
    throw error;
  }
  const close = async (): Promise<void> => {
    if (named) await run(url, `DROP DATABASE ${template} WITH (FORCE)`);
    await stop();
  };
  return { url, template, isThrowaway: !isDurable && named === undefined, close };
}

async function startBundled(isDurable: boolean): Promise<{ url: string; stop(): Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'zhike-test-db-'));
  const remove = (): void => rmSync(dataDir, { recursive: true, force: true });
  try {
    const server = await startEmbedded({ dataDir, log: quiet, isThrowaway: !isDurable });
    const url = withDatabaseName(server.url, 'postgres');
    return { url, stop: () => server.stop().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
