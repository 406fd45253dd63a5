import pg from 'pg';
import type { Logger } from 'pino';
import { ensureAppRole } from './app-role.ts';
import { assertUsableServer } from './embedded/usable-server.ts';
import { type MigrateOptions, migrate } from './migrate.ts';

/**
 * Checks the server, migrates as the owner of the database, and answers the role under which everything afterwards
 * works; undefined where there is none. `beforeUpgrade` runs before the migrations of a database that holds something.
 */
export async function prepareDatabase(url: string, log: Logger, beforeUpgrade?: MigrateOptions['beforeUpgrade']): Promise<string | undefined> {
  const owner = new pg.Pool({ connectionString: url, max: 2 });
  owner.on('error', (error) => log.error({ err: error }, 'database connection lost'));
  try {
    const client = await owner.connect();
    try {
      await assertUsableServer(client);
    } finally {
      client.release();
    }
    const { applied } = await migrate(owner, beforeUpgrade === undefined ? {} : { beforeUpgrade });
    if (applied.length > 0) log.info({ applied }, 'database migrated');
    return await ensureAppRole(owner, (reason) => log.warn({ reason }, 'no role of its own for the application'));
  } finally {
    await owner.end();
  }
}
