import pg from 'pg';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openDatabase } from '../db/database.ts';
import { type TestDatabase, createTestDatabase } from '../db/test-database.ts';
import { errorLine } from './error-line.ts';

const PASSWORD = 'Laoshan-2026-geheim';

let base: TestDatabase;
beforeAll(async () => { base = await createTestDatabase(); });
afterAll(() => base.drop());

function logged(error: unknown): string {
  const lines: string[] = [];
  pino({ serializers: { err: errorLine } }, { write: (line: string) => lines.push(line) }).error({ err: error }, 'background failure');
  return lines.join('');
}

describe('errors in the log (SEC-26)', () => {
  it('holds no password when a connection of the pool is lost', async () => {
    const { promise, resolve } = Promise.withResolvers<Error>();
    const database = openDatabase({ url: base.url, max: 1, onError: resolve });
    const password = z.string().min(8).parse(new pg.Client({ connectionString: base.url }).password);
    const other = new pg.Client({ connectionString: base.url });
    await other.connect();
    try {
      const { rows } = await database.pool.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await other.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
      const line = logged(await promise);
      expect(line).toContain('57P01');
      expect(line).not.toContain(password);
      expect(z.object({ err: z.record(z.string(), z.unknown()) }).parse(JSON.parse(line)).err).toEqual({
        type: expect.any(String), code: '57P01', message: expect.any(String), stack: expect.any(String),
      });
    } finally {
      await other.end();
      await database.close();
    }
  });

  it('hides the password of an address in a message', () => {
    expect(logged(new Error(`no route to postgres://zhike:${PASSWORD}@db:5432/zhike`))).not.toContain(PASSWORD);
    expect(logged(`postgres://zhike:${PASSWORD}@db`)).toContain('postgres://zhike:****@db');
  });
});
