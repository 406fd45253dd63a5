import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recomputeCalendar, runClockStages } from './clocks/clock-job.ts';
import { type TestDesk, made, openTestDesk, takeIn } from './test-desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

const stagesOf = async (id: string): Promise<string[]> => (await desk.app.services.database.rows<{ stage: string }>(sql`
  SELECT s.stage FROM case_clock_stage s JOIN case_clock k ON k.id = s.clock_id WHERE k.case_id = ${id} AND k.kind = 'whole' ORDER BY s.at, s.stage`)).map((row) => row.stage);
const dueOf = async (id: string) => (await desk.supervisor.get(`/cases/${id}`)).body['dueAt'];
const toldOf = (id: string) => desk.app.services.database.rows<{ kind: string; n: number }>(sql`
  SELECT kind, count(*)::int AS n FROM notification WHERE about_id = ${id} AND kind IN ('service.half', 'service.near', 'service.breached') GROUP BY kind ORDER BY kind`);

test('under a clock that jumps two hours to and fro and three days on, each stage comes once and none is skipped (SE-4, REL-6)', async () => {
  await desk.at('2026-03-02T09:00');
  const id = await takeIn(desk, '投诉');
  const look = async (time: string): Promise<string[]> => {
    await desk.at(time);
    await Promise.all([runClockStages(desk.app.services), runClockStages(desk.app.services)]);
    return stagesOf(id);
  };
  expect(await look('2026-03-02T10:00')).toEqual([]);
  expect(await look('2026-03-02T14:30')).toEqual(['half']);
  expect(await look('2026-03-02T12:30')).toEqual(['half']);
  expect(await look('2026-03-02T14:30')).toEqual(['half']);
  expect(await look('2026-03-05T14:30')).toEqual(['half', 'breached-1', 'breached-2', 'breached-3', 'near']);
  expect(await look('2026-03-05T12:30')).toHaveLength(5);
  expect(await look('2026-03-09T09:00')).toHaveLength(6);
  expect(await look('2026-03-20T09:00')).toHaveLength(6);
  const told = await toldOf(id);
  expect(told.find((row) => row.kind === 'service.half')?.n).toBe(1);
  expect(told.find((row) => row.kind === 'service.near')?.n).toBe(1);
});

test('more time is asked for and approved; seven working days in all is the most (P2-11)', async () => {
  await desk.at('2026-04-01T10:00');
  const id = await takeIn(desk, '投诉');
  expect((await desk.agent.post(`/service/cases/${id}/extension`, { days: 7, reason: '等配件' })).body).toMatchObject({ code: 'service.too-long' });
  await made(desk.agent.post(`/service/cases/${id}/extension`, { days: 6, reason: '等配件' }));
  expect((await desk.agent.post(`/service/cases/${id}/extension`, { days: 1, reason: '再等' })).body['code']).toBe('record.wrong-state');
  const before = await dueOf(id);
  const waiting = await desk.app.admin.get<{ data: { id: string; kind: string }[] }>('/approvals?box=waiting');
  await made(desk.app.admin.post(`/approvals/${waiting.body.data[0]?.id ?? ''}/approve`, {}));
  const after = await dueOf(id);
  expect(Date.parse(String(after))).toBeGreaterThan(Date.parse(String(before)) + 6 * 86_400_000);
  const { n } = await desk.app.services.database.one<{ n: number }>(sql`
    SELECT count(*)::int AS n FROM case_clock_change c JOIN case_clock k ON k.id = c.clock_id WHERE k.case_id = ${id} AND c.reason = 'extended'`);
  expect(n).toBe(1);
});

test('a corrected calendar moves the deadlines that run by it, and says so (SE-4)', async () => {
  await desk.at('2026-05-11T10:00');
  const id = await takeIn(desk, '投诉');
  expect(await dueOf(id)).toBe('2026-05-12T02:00:00+00:00');
  const { data } = (await desk.app.admin.get<{ data: { id: string; version: number }[] }>('/working-calendars')).body;
  const calendar = data[0];
  if (!calendar) throw new Error('no calendar');
  await made(desk.app.admin.patch(`/working-calendars/${calendar.id}`, { reason: '台风停工', days: [{ date: '2026-05-12', to: { kind: 'holiday', name: '停工' } }] }));
  await recomputeCalendar(desk.app.services, calendar.id);
  expect(await dueOf(id)).toBe('2026-05-13T02:00:00+00:00');
  expect(await desk.app.services.database.rows(sql`
    SELECT c.reason FROM case_clock_change c JOIN case_clock k ON k.id = c.clock_id WHERE k.case_id = ${id} ORDER BY c.at, c.id`)).toEqual([{ reason: 'started' }, { reason: 'calendar' }]);
  expect(await recomputeCalendar(desk.app.services, calendar.id)).toBe(0);
});
