import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TEST_PASSWORD, type TestPerson } from '#app/test-app.ts';
import { type TestDesk, doStep, made, openTestDesk, takeIn } from '#modules/service/server/test-desk.ts';

interface Wall { readonly data: readonly { readonly id: string; readonly kind: string; readonly person: string; readonly words: string | null; readonly isWithheld: boolean; readonly points: number; readonly reactions: readonly unknown[] }[]; readonly allowance: { readonly monthly: number; readonly left: number } }

let desk: TestDesk;
let worker: TestPerson & { readonly id: string };
beforeAll(async () => {
  desk = await openTestDesk();
  worker = await desk.app.person({ username: 'worker1', name: '石磊', roles: ['fieldWorker'], unit: await desk.unitOf('工程部') });
});
afterAll(() => desk.close());

const wall = async (by: TestPerson, query = '') => (await by.get<Wall>(`/performance/wall${query}`)).body;
const praise = (by: TestPerson, person: string, points: number) => by.post('/performance/wall', { person, words: '替我顶了一个夜班', points });

test('colleagues praise one another within the allowance of the month, never themselves', async () => {
  await made(praise(desk.agent, desk.other.id, 20));
  expect((await wall(desk.agent)).allowance).toMatchObject({ monthly: 30, left: 10 });
  const over = await praise(desk.agent, desk.other.id, 11);
  expect([over.status, over.text.includes('points')]).toEqual([400, true]);
  expect((await praise(desk.agent, desk.agent.id, 0)).status).toBe(400);
  const both = await Promise.all([praise(desk.agent, worker.id, 8), praise(desk.agent, worker.id, 8)]);
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 400]);
  await desk.at('2026-04-01T09:00');
  await made(worker.post('/auth/login', { username: 'worker1', password: TEST_PASSWORD }));
  expect((await wall(desk.agent)).allowance.left).toBe(30);
});

test('a praise case that is closed is on the wall; its words are for those who may read the case', async () => {
  const id = await takeIn(desk, '表扬', { owner: desk.agent.id, description: '林晚讲得清楚，谢谢她' });
  const { body } = await desk.supervisor.get<{ current: { step: string } | null }>(`/service/cases/${id}/process`);
  expect(body.current).not.toBe(null);
  for (let step = body.current?.step; step !== undefined;) {
    await made(doStep(desk.supervisor, id, step, step === 'answer' ? { reply: '已转达' } : { result: '已转达' }));
    step = (await desk.supervisor.get<{ current: { step: string } | null }>(`/service/cases/${id}/process`)).body.current?.step;
  }
  expect((await wall(desk.supervisor, '?show=customer')).data).toMatchObject([{ kind: 'customer', person: '林晚', words: '林晚讲得清楚，谢谢她', isWithheld: false }]);
  expect((await wall(worker, '?show=customer')).data).toMatchObject([{ words: null, isWithheld: true }]);
  expect(JSON.stringify(await wall(worker))).not.toContain('讲得清楚');
});

test('reactions are counted once a person; the supervisor takes a praise off the wall and puts it back', async () => {
  const [card] = (await wall(desk.other, '?show=colleague')).data;
  const id = card?.id ?? '';
  const react = (by: TestPerson, isOn: boolean) => by.call('PUT', `/performance/wall/${id}/reactions/applause`, { isOn });
  await Promise.all([react(desk.other, true), react(desk.other, true), react(worker, true)]);
  const reactions = async () => (await wall(desk.other, '?show=colleague')).data.find((row) => row.id === id)?.reactions;
  expect(await reactions()).toEqual([{ kind: 'applause', count: 2, isMine: true }]);
  await react(desk.other, false);
  expect(await reactions()).toEqual([{ kind: 'applause', count: 1, isMine: false }]);
  expect((await desk.agent.post(`/performance/wall/${id}/hide`, { reason: '不合适' })).status).toBe(403);
  const unit = await desk.app.services.database.one<{ id: string }>(sql`SELECT unit_id AS id FROM recognition WHERE id = ${id}`);
  const chief = await desk.app.person({ username: 'supervisor2', roles: ['serviceSupervisor'], unit: unit.id });
  expect((await chief.post(`/performance/wall/${id}/hide`, { reason: '写错了人' })).status).toBe(204);
  expect((await wall(desk.other)).data.some((row) => row.id === id)).toBe(false);
  expect((await desk.other.get(`/recognitions/${id}`)).status).toBe(404);
  expect((await wall(chief, '?show=hidden')).data).toMatchObject([{ id, hiddenFor: '写错了人' }]);
  expect((await chief.post(`/performance/wall/${id}/show`)).status).toBe(204);
  expect((await wall(desk.other)).data.some((row) => row.id === id)).toBe(true);
});
