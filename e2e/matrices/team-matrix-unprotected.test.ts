import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { KEY } from './team-marks.ts';
import { type TeamWorld, makeTeamWorld, runTeamMatrix } from './team-matrix.ts';

// The one question whether somebody may have a record is answered with yes.
vi.mock('#platform/access/allowed-ids.ts', async (original) => ({
  ...(await original<Record<string, unknown>>()), requireRecord: () => Promise.resolve(), allowedIds: (_ctx: unknown, _def: unknown, _action: unknown, ids: readonly string[]) => Promise.resolve(new Set(ids)),
}));

let world: TeamWorld;
beforeAll(async () => { world = await makeTeamWorld(); }, 300_000);
afterAll(() => world.app.close());

test('the team’s matrix fails when records are not asked for', async () => {
  const { violations } = await runTeamMatrix(world, ['serviceAgent']);
  expect(violations).toEqual(expect.arrayContaining([
    `serviceAgent GET /team/attempts/:id/result foreign: tells ${KEY}`, expect.stringMatching(/^serviceAgent GET \/team\/attempts\/:id\/result foreign: 200 /), expect.stringMatching(/^serviceAgent GET \/files\/:id foreign: 200 /),
    expect.stringMatching(/^serviceAgent GET \/team\/inductions\/:id unit: 200 /),
  ]));
}, 600_000);
