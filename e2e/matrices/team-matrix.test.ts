import { afterAll, beforeAll, expect, test } from 'vitest';
import { KEY, LEAVE, MARK } from './team-marks.ts';
import { type TeamWorld, makeTeamWorld, runTeamMatrix, waysLeftOut } from './team-matrix.ts';

let world: TeamWorld;
beforeAll(async () => { world = await makeTeamWorld(); });
afterAll(() => world.app.close());

test('every way to skills, shifts, trainings, exams and inductions, for every role: own, of the unit, foreign (SE-40, SEC-12, SEC-13)', async () => {
  expect(waysLeftOut(world)).toEqual([]);
  const { violations, told, cells } = await runTeamMatrix(world);
  expect(violations).toEqual([]);
  expect(cells).toBeGreaterThan(1_000);
  // Whoever may was told: the silence towards the others is no empty one.
  expect([...told]).toEqual(expect.arrayContaining([
    `GET /staff-skills/:id: ${MARK}`, `GET /files/:id: ${MARK}`, `GET /absences/:id: ${LEAVE}`, `GET /team/attempts/:id/result: ${MARK}`, `GET /team/attempts/:id/result: ${KEY}`,
    `GET /team/exams/:id: ${KEY}`, `GET /team/inductions/:id: ${MARK}`, `GET /shift-swaps/:id: ${MARK}`,
  ]));
}, 1_800_000);
