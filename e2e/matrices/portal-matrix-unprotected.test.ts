import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type PortalWorld, makePortalWorld, runPortalMatrix } from './portal-matrix.ts';

// The one place that says what an account sees is taken out.
vi.mock('#modules/portal/server/queries/portal-scope.ts', async (importOriginal) => {
  const original = await importOriginal<Record<string, unknown>>();
  const everything = () => sql`true`;
  return { ...original, isTheirs: everything, isReadable: everything, isTheirContract: everything, isTheirDocument: everything, requireTheirs: () => Promise.resolve() };
});

let world: PortalWorld;
beforeAll(async () => { world = await makePortalWorld(); }, 300_000);
afterAll(() => world.portal.close());

test('the portal’s matrix fails when its scope is taken out', async () => {
  const { violations } = await runPortalMatrix(world);
  for (const path of ['GET /portal/cases/:id', 'POST /portal/cases/:id/messages', 'POST /portal/cases/:id/rating', 'GET /portal/files/:id', 'GET /portal/contracts/:id/pdf', 'GET /portal/documents/:id']) {
    expect(violations.filter((violation) => violation.startsWith(`${path} other`)), path).not.toEqual([]);
  }
  for (const path of ['/portal/cases', '/portal/papers']) expect(violations).toContain(`GET ${path}: holds what is another’s`);
}, 180_000);
