import { afterAll, beforeAll, expect, it } from 'vitest';
import { allRoutes } from '#app/platform-routes.ts';
import { serverModules } from '#app/server-modules.ts';
import { type TestApp, startTestApp } from '#app/test-app.ts';
import { FieldIndexer } from '#platform/registry/field-index.ts';
import { type MatrixWorld, makeWorld } from './matrix-world.ts';
import { runRecordMatrix } from './record-matrix.ts';
import { runRouteMatrix } from './route-matrix.ts';

let app: TestApp;
let world: MatrixWorld;
beforeAll(async () => {
  app = await startTestApp();
  world = await makeWorld(app);
});
afterAll(() => app.close());

it('every record of every object, for every role: own, of the unit, foreign (SEC-12)', async () => {
  const { violations, cells } = await runRecordMatrix(world);
  expect(violations).toEqual([]);
  expect(cells).toBeGreaterThan(1_500);
});

it('every route, for nobody and every role (SEC-11)', async () => {
  const routes = allRoutes(app.services, serverModules, new FieldIndexer(app.services));
  const { violations, cells } = await runRouteMatrix(world, routes);
  expect(violations).toEqual([]);
  expect(cells).toBeGreaterThan(routes.length);
});
