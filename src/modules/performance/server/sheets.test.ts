import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPerson } from '#app/test-app.ts';
import { type TestDesk, doStep, made, openTestDesk } from '#modules/service/server/test-desk.ts';

interface Figure { readonly count: number; readonly value: number | null; readonly p90: number | null; readonly clock: number | null; readonly of: number | null }
interface Team { readonly data: readonly { readonly id: string; readonly name: string; readonly sheet: Readonly<Record<string, Figure>> }[]; readonly total: Readonly<Record<string, Figure>>; readonly medians: Readonly<Record<string, number | null>> }
interface Listed { readonly count: number; readonly data: readonly { readonly id: string; readonly title: string | null; readonly mayOpen: boolean; readonly value: number | null }[] }

let desk: TestDesk;
const MARCH = 'from=2026-03-01&to=2026-03-31';
const team = async (by: TestPerson = desk.supervisor) => (await by.get<Team>(`/performance/team?${MARCH}`)).body;
const sheetOf = async (id: string) => (await team()).data.find((row) => row.id === id)?.sheet ?? expect.unreachable();
const list = async (whose: string, figure: string, by: TestPerson = desk.supervisor) => (await by.get<Listed>(`/performance/people/${whose}/figures/${figure}?${MARCH}`)).body;

/** A request that comes in writing and is answered by its handler at an instant. */
async function answered(at: string, reply: string): Promise<string> {
  await desk.at(at);
  const id = String((await made(desk.agent.post('/service/cases', { caseType: desk.types['咨询'], channel: 'web', subject: '电梯何时检修', reporterName: '业主', owner: desk.agent.id })))['id']);
  await desk.at(reply);
  await made(doStep(desk.agent, id, 'handle', { result: '查了计划' }));
  await made(doStep(desk.agent, id, 'answer', { reply: '周五检修' }));
  return id;
}

let first: string;
let late: string;
beforeAll(async () => {
  desk = await openTestDesk();
  first = await answered('2026-03-02T09:00', '2026-03-02T10:30');
  // From Friday afternoon to Monday morning: 2.5 hours of work, 66.5 by the clock.
  late = await answered('2026-03-06T16:00', '2026-03-09T10:30');
});
afterAll(() => desk.close());

test('a sheet counts by its definitions: working time leaves the weekend out, clock time does not (SE-40)', async () => {
  const sheet = await sheetOf(desk.agent.id);
  expect(sheet['answered']).toMatchObject({ count: 2, value: 2 });
  const hours = (value: number | null | undefined) => Math.round((value ?? -1) / 36) / 100;
  expect(hours(sheet['solve']?.clock)).toBe(34);
  expect(hours(sheet['solve']?.value)).toBeLessThan(4);
  expect(sheet['response']).toMatchObject({ count: 2 });
  expect(sheet['taken']).toMatchObject({ count: 2 });
});

test('each figure lists the very cases that it counts', async () => {
  const { data } = await team();
  for (const { id, sheet } of data) {
    for (const [figure, { count }] of Object.entries(sheet)) {
      const found = await list(id, figure);
      expect([figure, found.count, found.data.length]).toEqual([figure, count, count]);
    }
  }
  expect(new Set((await list(desk.agent.id, 'answered')).data.map(({ id }) => id))).toEqual(new Set([first, late]));
});

test('an agent sees the own sheet alone, and of the unit only medians of three people or more', async () => {
  expect((await team(desk.agent)).data.map(({ id }) => id)).toEqual([desk.agent.id]);
  expect((await desk.agent.get(`/performance/people/${desk.other.id}?${MARCH}`)).status).toBe(404);
  expect((await desk.agent.get(`/performance/people/${desk.other.id}/figures/answered?${MARCH}`)).status).toBe(404);
  expect((await desk.agent.get(`/performance/people/${desk.other.id}/entries`)).status).toBe(404);
  const { status, body } = await desk.agent.get<{ isOwn: boolean; medians: Record<string, number | null>; trend: { month: string; sheet: Record<string, Figure> }[] }>(`/performance/people/me?${MARCH}`);
  expect(status).toBe(200);
  expect(body).toMatchObject({ isOwn: true, medians: { answered: null } });
  expect(body.trend).toHaveLength(12);
  expect(body.trend.at(-1)).toMatchObject({ month: '2026-03', sheet: { answered: { count: 2 } } });
  const far = await desk.unitOf('城西分部');
  const stranger = await desk.app.person({ username: 'far1', name: '远山', roles: ['serviceSupervisor'], unit: far });
  expect((await team(stranger)).data).toEqual([]);
  expect((await stranger.get(`/performance/people/${desk.agent.id}?${MARCH}`)).status).toBe(404);
});

test('the file is for those who may export, and has a line for everybody', async () => {
  const file = await desk.supervisor.get(`/performance/team/file?${MARCH}&format=csv`);
  expect(file.status).toBe(200);
  expect(file.text.split('\n').filter((line) => line.includes('林晚'))).toHaveLength(1);
  expect((await desk.agent.get(`/performance/team/file?${MARCH}&format=csv`)).status).toBe(403);
  expect((await desk.supervisor.get('/performance/team?from=2026-03-31&to=2026-03-01')).status).toBe(400);
});

test('service times: by month and type, and the moment of truth takes one as its actual wait (SE-22, SE-23)', async () => {
  interface Times { readonly data: readonly { readonly key: string; readonly count: number; readonly median: number | null; readonly months: readonly { month: string; count: number }[]; readonly groups: readonly { label: string | null; count: number }[] }[] }
  const { data } = (await desk.supervisor.get<Times>(`/performance/times?${MARCH}&by=type`)).body;
  const delivery = data.find(({ key }) => key === 'delivery');
  expect(delivery).toMatchObject({ count: 2, months: [{ month: '2026-03', count: 2 }], groups: [{ label: '咨询', count: 2 }] });
  expect(delivery?.median).toBe(34 * 3600);
  expect(data.find(({ key }) => key === 'waiting')).toMatchObject({ count: 0, median: null });
  const cases = (await desk.supervisor.get<Listed>(`/performance/times/delivery?${MARCH}`)).body;
  expect(cases.data.map(({ id }) => id)).toEqual([late, first]);
  const measures = (await desk.supervisor.get<{ data: { key: string }[] }>('/audits/wait-measures')).body.data.map(({ key }) => key);
  expect(measures).toContain('performance.delivery');
  const { id: circle } = await made(desk.supervisor.post('/blueprints', { name: '报修' }));
  const step = { name: '等待答复', moment: '', expectation: '', standards: [], waitTarget: 3600 };
  const save = (waitMeasure: string, version: number) => desk.supervisor.call('PUT', `/audits/blueprints/${String(circle)}/steps`, { version, steps: [{ ...step, waitMeasure }] });
  expect((await save('performance.nothing', 1)).status).toBe(400);
  expect((await save('performance.delivery', 1)).status).toBe(204);
  const shown = (await desk.supervisor.get<{ steps: { waitMeasure: string; measured: unknown }[] }>(`/audits/blueprints/${String(circle)}`)).body;
  expect(shown.steps).toMatchObject([{ waitMeasure: 'performance.delivery', measured: { seconds: 34 * 3600, count: 2 } }]);
});
