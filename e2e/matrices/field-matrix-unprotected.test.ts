import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type TestApp, startTestApp } from '#app/test-app.ts';
import { type FieldWorld, canaries, makeFieldWorld, runFieldMatrix } from './field-matrix.ts';

// The protection is taken out: every field is shown in full to everybody.
vi.mock('#platform/access/field-access.ts', async (importOriginal) => {
  const original = await importOriginal<{ visibleFields: unknown }>();
  const full = { view: 'full', edit: true };
  return { ...original, fieldAccessOf: () => full, visibleFields: (_actor: unknown, def: { fields: unknown[] }) => def.fields };
});

let app: TestApp;
let world: FieldWorld;
beforeAll(async () => {
  app = await startTestApp();
  world = await makeFieldWorld(app);
});
afterAll(() => app.close());

it('the field matrix fails for every field when the field rights are taken out', async () => {
  const { violations } = await runFieldMatrix(world, 'hidden');
  for (const { field } of canaries) expect(violations.filter((v) => v.startsWith(`hidden ${field} `)), field).not.toEqual([]);
});
