import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, inOrder, openDatabase, uniqueViolation } from './database.ts';
import { type TestDatabase, createTestDatabase } from './test-database.ts';

let base: TestDatabase;
let database: Database;
beforeAll(async () => {
  base = await createTestDatabase();
  database = openDatabase({ url: base.url, max: 2 });
});
afterAll(async () => {
  await database.close();
  await base.drop();
});

const put = (key: string) => sql`INSERT INTO setting (key, value, updated_at) VALUES (${key}, '1', now())`;
const count = async (key: string) =>
  (await database.one<{ n: number }>(sql`SELECT count(*)::int AS n FROM setting WHERE key LIKE ${`${key}%`}`)).n;

describe('statements that travel together (PL-70)', () => {
  it('writes all of them, in the order in which they were sent', async () => {
    const [, , rows] = await database.transaction((tx) => inOrder(
      tx.run(put('both.a')), tx.run(put('both.b')), tx.rows(sql`SELECT key FROM setting WHERE key LIKE 'both.%'`),
    ));
    expect(rows).toHaveLength(2);
    expect(await count('both.')).toBe(2);
  });

  it('writes none when one fails, and names the first failure, not its echo', async () => {
    const failed: unknown = await database
      .transaction((tx) => inOrder(tx.run(put('one.a')), tx.run(put('one.a')), tx.run(put('one.b'))))
      .catch((error: unknown) => error);
    expect(uniqueViolation(failed)).toBe('setting_pkey');
    expect(await count('one.')).toBe(0);
    await database.transaction((tx) => tx.run(put('one.c')));
    expect(await count('one.')).toBe(1);
  });

  it('does not pretend to have written what PostgreSQL rolled back', async () => {
    const work = database.transaction(async (tx) => {
      await tx.run(put('lost.a'));
      await tx.run(put('lost.a')).catch(() => undefined);
    });
    await expect(work).rejects.toThrow('nothing was written');
    expect(await count('lost.')).toBe(0);
  });

  it('commits behind what was sent, and commits nothing when that fails', async () => {
    await database.transaction((tx) => {
      const written = inOrder(tx.run(put('behind.a')), tx.run(put('behind.b')));
      tx.commitBehind();
      return written;
    });
    expect(await count('behind.')).toBe(2);
    const failed: unknown = await database.transaction((tx) => {
      const written = inOrder(tx.run(put('behind.c')), tx.run(put('behind.a')));
      tx.commitBehind();
      return written;
    }).catch((error: unknown) => error);
    expect(uniqueViolation(failed)).toBe('setting_pkey');
    expect(await count('behind.')).toBe(2);
    const silent = database.transaction(async (tx) => {
      const written = tx.run(put('behind.a')).catch(() => undefined);
      tx.commitBehind();
      await written;
    });
    await expect(silent).rejects.toThrow('nothing was written');
  });
});
