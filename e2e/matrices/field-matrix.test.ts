import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestApp, startTestApp } from '#app/test-app.ts';
import { type FieldWorld, canaries, channels, makeFieldWorld, runFieldMatrix } from './field-matrix.ts';

let app: TestApp;
let world: FieldWorld;
beforeAll(async () => {
  app = await startTestApp();
  world = await makeFieldWorld(app);
});
afterAll(() => app.close());

it('every hidden field × every channel: as if it were not declared (SEC-13)', async () => {
  const { violations, cells } = await runFieldMatrix(world, 'hidden');
  expect(violations).toEqual([]);
  expect(cells).toBe(canaries.length * channels.length);
});

it('every masked field × every channel: the raw value is in no answer (SEC-27)', async () => {
  const { violations } = await runFieldMatrix(world, 'masked');
  expect(violations).toEqual([]);
});
