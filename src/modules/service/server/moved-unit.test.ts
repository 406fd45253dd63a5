import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recomputeCalendar } from './clocks/clock-job.ts';
import { type TestDesk, made, openTestDesk, takeIn } from './test-desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
  await desk.app.services.jobs.stop();
});
afterAll(() => desk.close());

interface Shown { readonly clocks: readonly { readonly kind: string; readonly dueAt: string; readonly moves: readonly { readonly reason: string; readonly note: string | null }[] }[] }
const whole = async (id: string) => (await desk.agent.get<Shown>(`/service/cases/${id}/process`)).body.clocks.find((clock) => clock.kind === 'whole');

test('a unit that is moved below another calendar: its open deadlines are computed anew, and say why (SE-4)', async () => {
  const night = await desk.unitOf('夜班部');
  const calendar = String((await made(desk.app.admin.post('/working-calendars', { name: '隔天', timeZone: 'Asia/Shanghai', week: ['09:00-18:00', '', '09:00-18:00', '', '09:00-18:00', '', ''], reason: '试行' })))['id']);
  await made(desk.app.admin.call('PUT', `/working-calendars/units/${night}`, { calendar, reason: '隔天上班' }));
  // Monday at nine; one working day is Tuesday by the company's calendar, Wednesday by that of the other unit.
  const id = await takeIn(desk, '投诉', { owner: desk.agent.id });
  expect((await whole(id))?.dueAt).toBe('2026-03-03T01:00:00.000Z');
  const unit = String((await desk.app.admin.get(`/cases/${id}`)).body['unit']);
  await made(desk.app.admin.patch(`/org-units/${unit}`, { parent: night }));
  const { data } = await desk.app.services.database.one<{ data: { calendar: string; reason: string } }>(sql`SELECT data FROM job WHERE name = 'service.calendar' AND data->>'reason' LIKE '客服部%'`);
  expect(data.reason).toBe('客服部移到夜班部下，改用那里的工作日历');
  expect(await recomputeCalendar(desk.app.services, data.calendar, data.reason)).toBe(1);
  const after = await whole(id);
  expect(after?.dueAt).toBe('2026-03-04T01:00:00.000Z');
  expect(after?.moves.map(({ reason, note }) => [reason, note])).toEqual([['started', null], ['calendar', data.reason]]);
});

test('a unit that has a calendar of its own takes it along: nothing is computed anew', async () => {
  const { id: parent } = await desk.app.services.database.one<{ id: string }>(sql`SELECT id FROM org_unit WHERE parent_id IS NULL`);
  const night = await desk.app.services.database.one<{ id: string }>(sql`SELECT id FROM org_unit WHERE name = '夜班部'`);
  const below = await desk.unitOf('二组');
  await made(desk.app.admin.patch(`/org-units/${night.id}`, { parent: below }));
  await made(desk.app.admin.patch(`/org-units/${night.id}`, { parent }));
  const { n } = await desk.app.services.database.one<{ n: number }>(sql`SELECT count(*)::int AS n FROM job WHERE name = 'service.calendar' AND data->>'reason' LIKE '夜班部%'`);
  expect(n).toBe(0);
});
