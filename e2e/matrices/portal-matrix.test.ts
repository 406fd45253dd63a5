import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PortalWorld, makePortalWorld, runPortalMatrix } from './portal-matrix.ts';

let world: PortalWorld;
beforeAll(async () => { world = await makePortalWorld(); }, 300_000);
afterAll(() => world.portal.close());

test('every way of the portal: the owner, another customer, nobody (SEC-12, SE-31)', async () => {
  const { violations, cells } = await runPortalMatrix(world);
  expect(violations).toEqual([]);
  expect(cells).toBeGreaterThan(40);
}, 180_000);
