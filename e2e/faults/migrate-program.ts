import { readFileSync } from 'node:fs';
import pg from 'pg';
import { z } from 'zod';
import { migrate } from '#platform/db/migrate.ts';

// Migrates in a process of its own, so that it can be killed: the folder's migrations and those of a file.
const { MIGRATE_URL = '', MIGRATE_FILE = '' } = process.env;
const planted = z.array(z.object({ version: z.int(), name: z.string(), sql: z.string() })).parse(JSON.parse(readFileSync(MIGRATE_FILE, 'utf8')));
const pool = new pg.Pool({ connectionString: MIGRATE_URL, max: 1 });
await migrate(pool, { migrations: planted });
await pool.end();
process.stdout.write('migrated\n');
