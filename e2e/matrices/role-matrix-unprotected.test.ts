import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type TestApp, startTestApp } from '#app/test-app.ts';
import { type MatrixWorld, makeWorld } from './matrix-world.ts';
import { runRecordMatrix } from './record-matrix.ts';

// The protection is taken out: everybody may see every row for which they have any grant.
vi.mock('#platform/access/record-predicate.ts', async (importOriginal) => {
  const original = await importOriginal<Record<string, unknown>>();
  return { ...original, recordPredicate: () => 'true' };
});

let app: TestApp;
let world: MatrixWorld;
beforeAll(async () => {
  app = await startTestApp();
  world = await makeWorld(app);
});
afterAll(() => app.close());

it('the record matrix fails when the access predicate is taken out', async () => {
  const { violations } = await runRecordMatrix(world);
  for (const way of ['read', 'list', 'count', 'summary', 'history', 'update', 'bulk update', 'delete']) {
    expect(violations.filter((violation) => violation.includes(` ${way} foreign `)), way).not.toEqual([]);
  }
});
