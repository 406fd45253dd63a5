import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { z } from 'zod';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a test asks for the address of the test database server; the first question starts it. */
    readonly testDatabaseDoor: string;
  }
}

/** A migrated, empty database of one test file. */
export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

const answer = z.object({ url: z.string(), template: z.string(), isThrowaway: z.boolean() });

/**
 * Clones the migrated template into a new database; call it in `beforeAll` and `drop` in `afterAll`. With
 * `isDurable` it lies on a server that waits for the disk, for tests which kill the server.
 */
export async function createTestDatabase(options: { readonly isDurable?: boolean } = {}): Promise<TestDatabase> {
  const door = await fetch(`${inject('testDatabaseDoor')}${options.isDurable ? 'durable' : 'fast'}/${process.env['VITEST_POOL_ID'] ?? '1'}`);
  const text = await door.text();
  if (!door.ok) throw new Error(`the test database server did not start: ${text}`);
  const { url, template, isThrowaway } = answer.parse(JSON.parse(text));
  const name = `test_${randomBytes(6).toString('hex')}`;
  // Copying files ends with a checkpoint: ten times as fast as the log where nothing waits for the disk, else slower.
  await onServer(url, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY ${isThrowaway ? 'FILE_COPY' : 'WAL_LOG'}`);
  return {
    url: withDatabaseName(url, name),
    drop: () => onServer(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

/** The same server, another database. The host may be a socket folder in the query, which URL cannot read. */
export function withDatabaseName(url: string, name: string): string {
  return url.replace(/^([a-z]+:\/\/[^/]*\/)[^?]*/, `$1${name}`);
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
