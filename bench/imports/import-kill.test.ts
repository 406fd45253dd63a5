import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, createTestDatabase } from '#platform/db/test-database.ts';
import { killImport } from './kill-import.ts';

let database: TestDatabase;
let folder = '';
beforeAll(async () => {
  database = await createTestDatabase({ isDurable: true });
  folder = await mkdtemp(join(tmpdir(), 'zhike-kill-test-'));
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

describe('kill -9 during an import (the long form: bench/imports/import-kill.ts)', () => {
  it('loses nothing, doubles nothing, and goes on by itself', { timeout: 300_000 }, async () => {
    const rows = 5_000;
    const result = await killImport({ rows, kills: 3, databaseUrl: database.url, folder, random: Math.random });
    expect(result).toMatchObject({ kills: 3, lost: 0, doubled: 0, audited: rows, kept: rows });
    expect(result.killedAt.every((at) => at > 0)).toBe(true);
  });
});
