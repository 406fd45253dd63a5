import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDesk, openTestDesk } from '#modules/service/server/test-desk.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import { makeDice } from './seeded-random.ts';
import { loadTeam } from './team/load-team.ts';

let desk: TestDesk;
beforeAll(async () => { desk = await openTestDesk({ start: '2026-03-04T09:00:00' }); }, 120_000);
afterAll(() => desk.close());

test('the demo’s team: skills of which some end, four weeks of shifts, an exam with results, a newcomer', async () => {
  const { unit } = await desk.app.services.database.one<{ unit: string }>(sql`SELECT unit_id AS unit FROM app_user WHERE id = ${desk.agent.id}`);
  await runAction(desk.app.services, { actor: systemActor(desk.app.services) }, (ctx) => loadTeam(ctx, makeDice(1), { unit, supervisor: desk.supervisor.id, agents: [desk.agent.id, desk.other.id] }));
  const board = (await desk.supervisor.get<{ held: { daysLeft: number }[] }>('/team/skills')).body;
  expect(board.held.some(({ daysLeft }) => daysLeft >= 0 && daysLeft <= 30)).toBe(true);
  expect((await desk.agent.get<{ shifts: unknown[] }>('/team/my-shifts')).body.shifts.length).toBeGreaterThan(3);
  expect((await desk.supervisor.get<{ attempts: unknown[]; exams: unknown[] }>('/team/exams')).body).toMatchObject({ attempts: [{ state: 'passed', score: 100 }], exams: [{ name: '客服上岗考试' }] });
  expect((await desk.supervisor.get<{ inductions: { done: number }[] }>('/team/inductions')).body.inductions[0]?.done).toBe(7);
  expect((await desk.agent.get<{ mine: unknown[] }>('/team/training')).body.mine).toHaveLength(4);
  expect((await desk.supervisor.get<{ state: string }>('/team/plan?week=2026-03-16')).body.state).toBe('draft');
});
