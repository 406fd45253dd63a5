import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDesk, made, openTestDesk, takeIn } from '#modules/service/server/test-desk.ts';

let desk: TestDesk;
let unit: string;
let patterns: Readonly<Record<string, string>>;
beforeAll(async () => {
  desk = await openTestDesk({ start: '2026-03-02T09:00:00' });
  unit = (await desk.app.services.database.one<{ unit: string }>(sql`SELECT unit_id AS unit FROM app_user WHERE id = ${desk.agent.id}`)).unit;
  await made(desk.supervisor.post('/team/shift-patterns/load'));
  const { patterns: rows } = (await desk.supervisor.get<Plan>('/team/plan')).body;
  patterns = Object.fromEntries(rows.map(({ name, id }) => [name, id]));
}, 120_000);
afterAll(() => desk.close());

interface Entry { readonly person: string; readonly day: string; readonly template: string | undefined }
interface Plan { readonly version: number; readonly state: string; readonly patterns: readonly { id: string; name: string }[]; readonly entries: readonly Entry[]; readonly conflicts: readonly Record<string, unknown>[]; readonly swaps: readonly { id: string }[]; readonly people: readonly { id: string }[] }
interface Mine { readonly isOnNow: boolean; readonly shifts: readonly { id: string; name: string; day: string; from: string; to: string }[]; readonly swaps: readonly { id: string; state: string; isForMe: boolean }[] }

const plan = async (week: string) => (await desk.supervisor.get<Plan>(`/team/plan?unit=${unit}&week=${week}`)).body;
const save = async (week: string, entries: readonly Entry[]) => desk.supervisor.call<Plan>('PUT', '/team/plan', { unit, week, version: (await plan(week)).version, entries });
const expectSaved = ({ status, text }: { status: number; text: string }): void => expect([status, status < 300 ? '' : text]).toEqual([200, '']);
const publish = async (week: string, isAccepted = false) => desk.supervisor.post('/team/plan/publish', { unit, week, version: (await plan(week)).version, isAccepted });
const at = (person: { readonly id: string }, day: string, name: string): Entry => ({ person: person.id, day, template: patterns[name] });
const mine = async (person = desk.agent) => (await person.get<Mine>('/team/my-shifts')).body;
const notices = async (kind: string) => (await desk.app.services.database.rows<{ user: string }>(sql`SELECT user_id AS "user" FROM notification WHERE kind = ${kind}`)).map(({ user }) => user);

test('a draft is nobody’s shift; published, each person is told once of what changed', async () => {
  const saved = await save('2026-03-09', [at(desk.agent, '2026-03-09', '早班'), at(desk.agent, '2026-03-10', '早班'), at(desk.other, '2026-03-09', '夜班')]);
  expect(saved.status).toBe(200);
  expect((await mine()).shifts).toEqual([]);
  expect((await desk.agent.get<{ data: unknown[] }>('/shifts')).body.data).toEqual([]);
  expect((await publish('2026-03-09')).status).toBe(200);
  expect((await mine()).shifts.map(({ name, day, from, to }) => [name, day, from, to])).toEqual([['早班', '2026-03-09', '2026-03-09T00:00:00.000Z', '2026-03-09T08:00:00.000Z'], ['早班', '2026-03-10', '2026-03-10T00:00:00.000Z', '2026-03-10T08:00:00.000Z']]);
  expect((await mine(desk.other)).shifts.map(({ to }) => to)).toEqual(['2026-03-10T00:00:00.000Z']);
  expect((await notices('team.plan')).toSorted()).toEqual([desk.agent.id, desk.other.id].toSorted());
  // Published again with one change: only who is concerned hears of it; the shift that falls away stays on record.
  await save('2026-03-09', [at(desk.agent, '2026-03-09', '早班'), at(desk.other, '2026-03-09', '夜班')]);
  expect((await plan('2026-03-09')).state).toBe('draft');
  expect((await mine()).shifts).toHaveLength(2);
  await made(publish('2026-03-09'));
  expect((await mine()).shifts).toHaveLength(1);
  expect((await notices('team.plan')).filter((user) => user === desk.other.id)).toHaveLength(1);
  expect((await desk.supervisor.get<{ data: unknown[] }>(`/shifts?filter=${encodeURIComponent(JSON.stringify({ field: 'state', op: 'eq', value: 'cancelled' }))}`)).body.data).toHaveLength(1);
});

test('conflicts are shown and hold the publication up until they are accepted', async () => {
  await made(desk.supervisor.call('PUT', `/team/shift-units/${unit}`, { isPlanned: true, cover: [{ template: patterns['早班'], weekday: 0, heads: 2 }] }));
  await made(desk.agent.post('/absences', { kind: 'annual', fromDay: '2026-03-19', toDay: '2026-03-20' }));
  const saved = await save('2026-03-16', [at(desk.agent, '2026-03-16', '中班'), at(desk.agent, '2026-03-17', '早班'), at(desk.agent, '2026-03-19', '早班'), at(desk.other, '2026-03-18', '早班'), at(desk.other, '2026-03-18', '中班')]);
  expect(saved.body.conflicts).toEqual([
    { kind: 'cover', day: '2026-03-16', template: patterns['早班'], planned: 0, needed: 2 }, { kind: 'rest', person: desk.agent.id, day: '2026-03-17', hours: 10 }, { kind: 'double', person: desk.other.id, day: '2026-03-18' }, { kind: 'leave', person: desk.agent.id, day: '2026-03-19' },
  ]);
  const refused = await publish('2026-03-16');
  expect([refused.status, refused.body['code']]).toEqual([409, 'team.conflicts']);
  expect(String(refused.body['title'])).toContain('林晚 2026-03-17 班前只休息 10 小时');
  expect((await publish('2026-03-16', true)).status).toBe(200);
});

test('last week is copied; what somebody else saved meanwhile is not overwritten; nobody of another unit, no day beside the week', async () => {
  const stranger = await desk.app.person({ username: 'stranger', roles: ['serviceAgent'], unit: await desk.unitOf('外地客服') });
  const { version } = await plan('2026-03-23');
  const copied = await desk.supervisor.post<Plan>('/team/plan/copy', { unit, week: '2026-03-23', version });
  expect(copied.body.entries.map(({ day }) => day)).toEqual(['2026-03-23', '2026-03-24', '2026-03-25', '2026-03-25', '2026-03-26']);
  expect((await desk.supervisor.call('PUT', '/team/plan', { unit, week: '2026-03-23', version, entries: [] })).status).toBe(412);
  expect((await save('2026-03-23', [at(desk.agent, '2026-03-30', '早班')])).status).toBe(400);
  expect((await save('2026-03-23', [{ ...at(desk.agent, '2026-03-23', '早班'), person: stranger.id }])).status).toBe(400);
  expect((await desk.supervisor.call('PUT', '/team/plan', { unit: await desk.unitOf('别处'), week: '2026-03-23', version: 0, entries: [] })).status).toBe(404);
  expect((await desk.agent.get('/team/plan')).status).toBe(403);
});

test('cases of a unit with shifts go only to who is on shift; outside of published days everybody counts', async () => {
  await desk.at('2026-03-09T10:00');
  for (const each of [1, 2, 3]) expect((await desk.supervisor.get(`/cases/${await takeIn(desk, '咨询', { subject: `第 ${each} 件` })}`)).body['owner']).toBe(desk.agent.id);
  await desk.at('2026-03-09T23:00');
  const night = await takeIn(desk, '咨询');
  expect((await desk.supervisor.get(`/cases/${night}`)).body['owner']).toBe(desk.other.id);
  expect((await desk.supervisor.get<{ unable: { reasons: { en: string }[] }[] }>(`/team/cases/${night}/people`)).body.unable[0]?.reasons).toMatchObject([{ en: 'is not on shift then' }]);
  await desk.at('2026-03-05T10:00');
  expect((await desk.supervisor.get(`/cases/${await takeIn(desk, '咨询')}`)).body['owner']).not.toBeNull();
});

test('a swap: asked, agreed, approved by the planner; the shifts change hands in the plan too', async () => {
  await desk.at('2026-03-05T10:00');
  expectSaved(await save('2026-04-06', [at(desk.agent, '2026-04-07', '早班'), at(desk.other, '2026-04-09', '早班')]));
  await made(publish('2026-04-06', true));
  await desk.at('2026-04-01T10:00');
  const [own] = (await mine()).shifts;
  const partners = (await desk.agent.get<{ data: { id: string; shifts: { id: string }[] }[] }>(`/team/my-shifts/${own?.id}/partners`)).body.data;
  expect(partners.map(({ id, shifts }) => [id, shifts.length])).toContainEqual([desk.other.id, 1]);
  const wish = { shift: own?.id, partner: desk.other.id, partnerShift: partners.find(({ id }) => id === desk.other.id)?.shifts[0]?.id, reason: '家里有事' };
  const id = String((await made(desk.agent.post('/team/swaps', wish)))['id']);
  expect((await desk.agent.post('/team/swaps', wish)).status).toBe(409);
  // Neither the one who asked nor the planner answers for the colleague.
  for (const person of [desk.agent, desk.supervisor]) expect((await person.post(`/team/swaps/${id}/answer`, { isAgreed: true, answer: null })).status).toBe(403);
  expect((await desk.supervisor.post(`/team/swaps/${id}/decide`, { isApproved: true, answer: null, isAccepted: false })).status).toBe(409);
  expect((await mine(desk.other)).swaps).toMatchObject([{ id, isForMe: true, state: 'asked' }]);
  await made(desk.other.post(`/team/swaps/${id}/answer`, { isAgreed: true, answer: null }));
  expect(await notices('team.swap-agreed')).toEqual([desk.supervisor.id]);
  expect((await desk.agent.post(`/team/swaps/${id}/decide`, { isApproved: true, answer: null, isAccepted: false })).status).toBe(403);
  await made(desk.supervisor.post(`/team/swaps/${id}/decide`, { isApproved: true, answer: null, isAccepted: false }));
  expect((await mine()).shifts.map(({ day }) => day)).toEqual(['2026-04-09']);
  expect((await mine(desk.other)).shifts.map(({ day }) => day)).toEqual(['2026-04-07']);
  expect((await plan('2026-04-06')).entries).toEqual(expect.arrayContaining([at(desk.other, '2026-04-07', '早班'), at(desk.agent, '2026-04-09', '早班')]));
});

test('a swap that leaves too little rest is refused until the planner accepts it', async () => {
  await desk.at('2026-04-01T10:00');
  expectSaved(await save('2026-04-13', [at(desk.agent, '2026-04-14', '早班'), at(desk.other, '2026-04-13', '中班')]));
  await made(publish('2026-04-13', true));
  const shift = (await mine()).shifts.find(({ day }) => day === '2026-04-14')?.id;
  const id = String((await made(desk.agent.post('/team/swaps', { shift, partner: desk.other.id, partnerShift: null, reason: null })))['id']);
  await made(desk.other.post(`/team/swaps/${id}/answer`, { isAgreed: true, answer: null }));
  const refused = await desk.supervisor.post(`/team/swaps/${id}/decide`, { isApproved: true, answer: null, isAccepted: false });
  expect([refused.status, String(refused.body['title'])]).toEqual([409, expect.stringContaining('周帆 2026-04-14 班前只休息 10 小时')]);
  await made(desk.supervisor.post(`/team/swaps/${id}/decide`, { isApproved: true, answer: null, isAccepted: true }));
  expect((await mine(desk.other)).shifts.some(({ day }) => day === '2026-04-14')).toBe(true);
});
