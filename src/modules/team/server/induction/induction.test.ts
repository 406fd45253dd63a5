import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDesk, made, openTestDesk } from '#modules/service/server/test-desk.ts';
import { remindLateSteps } from './run-induction.ts';

let desk: TestDesk;
let induction: string;
interface Sheet { readonly state: string; readonly dueOn: string; readonly maySign: boolean; readonly steps: readonly { id: string; title: string; dueOn: string; state: string; isLate: boolean }[] }
const sheet = async (person = desk.supervisor) => (await person.get<Sheet>(`/team/inductions/${induction}`)).body;

beforeAll(async () => {
  desk = await openTestDesk({ start: '2026-03-02T09:00:00' });
  await made(desk.supervisor.post('/team/induction-plans/load'));
}, 120_000);
afterAll(() => desk.close());

test('begun from the shipped plan: a month of class, two of practice, due by the working calendar', async () => {
  expect((await made(desk.supervisor.post('/team/induction-plans/load')))['added']).toBe(0);
  const { plans } = (await desk.supervisor.get<{ plans: { id: string }[] }>('/team/inductions')).body;
  const start = { person: desk.agent.id, mentor: desk.other.id, plan: plans[0]?.id, startedOn: '2026-03-02' };
  expect((await desk.agent.post('/team/inductions', start)).status).toBe(403);
  expect((await desk.supervisor.post('/team/inductions', { ...start, mentor: desk.agent.id })).status).toBe(400);
  induction = String((await made(desk.supervisor.post('/team/inductions', start)))['id']);
  expect((await desk.supervisor.post('/team/inductions', start)).status).toBe(409);
  const { steps } = await sheet();
  expect([steps[0]?.dueOn, steps[1]?.dueOn, steps.length]).toEqual(['2026-03-03', '2026-03-06', 13]);
});

test('the newcomer reads, the mentor signs, nobody else; overdue steps are told of once', async () => {
  const outsider = await desk.app.person({ username: 'outsider', roles: ['serviceAgent'], unit: await desk.unitOf('外部') });
  expect((await outsider.get(`/team/inductions/${induction}`)).status).toBe(404);
  const [first, second] = (await sheet(desk.agent)).steps;
  expect([(await sheet(desk.agent)).maySign, (await sheet(desk.other)).maySign]).toEqual([false, true]);
  expect((await desk.agent.post(`/team/induction-steps/${first?.id}/sign`, { note: null })).status).toBe(403);
  expect((await outsider.post(`/team/induction-steps/${first?.id}/sign`, { note: null })).status).toBe(404);
  await made(desk.other.post(`/team/induction-steps/${first?.id}/sign`, { note: '讲得清楚' }));
  expect((await desk.other.post(`/team/induction-steps/${first?.id}/sign`, { note: null })).status).toBe(409);
  await desk.at('2026-03-07T09:00');
  expect([await remindLateSteps(desk.app.services), await remindLateSteps(desk.app.services)]).toEqual([1, 0]);
  expect((await sheet()).steps.find(({ id }) => id === second?.id)?.isLate).toBe(true);
  const told = await desk.app.services.database.rows<{ user: string }>(sql`SELECT user_id AS "user" FROM notification WHERE kind = 'team.step-late'`);
  expect(told.map(({ user }) => user)).toEqual(expect.arrayContaining([desk.agent.id, desk.other.id]));
});

test('the last signature ends it; another mentor can take it over before', async () => {
  await made(desk.supervisor.post(`/team/inductions/${induction}/change`, { mentor: desk.supervisor.id, isCancelled: false }));
  expect((await desk.other.get(`/team/inductions/${induction}`)).status).toBe(404);
  for (const { id, state } of (await sheet()).steps) if (state === 'open') await made(desk.supervisor.post(`/team/induction-steps/${id}/sign`, { note: null }));
  expect((await sheet()).state).toBe('done');
  expect((await desk.supervisor.post(`/team/inductions/${induction}/change`, { mentor: null, isCancelled: true })).status).toBe(409);
});

test('a step with an exam is signed off after it was passed', async () => {
  const exam = String((await made(desk.supervisor.post('/team/exams', {
    name: '结业', about: null, course: null, minutes: 10, passMark: 100, maxAttempts: 1, drawCount: null, skill: null, skillLevel: null, state: 'active',
    questions: [{ key: 'q', kind: 'boolean', text: '投诉要登记', options: [], correct: ['yes'], points: 1, guide: '' }],
  })))['id']);
  const plan = String((await made(desk.supervisor.post('/team/induction-plans', { name: '一日带教', about: null, state: 'active', steps: [{ title: '考试', about: '', phase: 'test', day: 1, exam }] })))['id']);
  induction = String((await made(desk.supervisor.post('/team/inductions', { person: desk.agent.id, mentor: desk.other.id, plan, startedOn: '2026-03-09' })))['id']);
  const step = (await sheet()).steps[0]?.id;
  expect((await desk.other.post(`/team/induction-steps/${step}/sign`, { note: null })).body['code']).toBe('team.exam-first');
  const attempt = String((await made(desk.agent.post(`/team/exams/${exam}/sit`)))['id']);
  await made(desk.agent.post(`/team/attempts/${attempt}/submit`, { answers: [{ question: 'q', value: ['yes'], turn: 1 }] }));
  await made(desk.other.post(`/team/induction-steps/${step}/sign`, { note: null }));
  expect((await sheet()).state).toBe('done');
});
