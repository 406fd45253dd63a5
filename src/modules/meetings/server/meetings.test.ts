import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TEST_PASSWORD, type TestApp, type TestPerson, startTestApp } from '#app/test-app.ts';
import { remindOverdueActions } from './actions/meeting-actions.ts';
import { remindSymposiums, runMinutesClock } from './actions/minutes-clock.ts';

type Person = TestPerson & { readonly id: string };
type Body = Record<string, unknown>;
interface Room extends Body {
  readonly agenda: { key: string; topic: string; minutes: string }[];
  readonly guests: { id: string; name: string; answer: string; sentBy: string | null; isMe: boolean }[];
  readonly actions: { id: string; isOverdue: boolean; state: string }[];
}

let now = new Date('2026-03-02T01:00:00.000Z');
let app: TestApp;
let boss: Person;
let chair: Person;
let guest: Person;
let stranger: Person;
let unit = '';

async function made(pending: Promise<{ status: number; text: string; body: Body }>): Promise<Body> {
  const answer = await pending;
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
  return answer.body;
}
async function at(time: string): Promise<void> {
  now = new Date(time);
  for (const [username, person] of [['admin', app.admin], ['boss9', boss], ['chair9', chair], ['guest9', guest], ['other9', stranger]] as const) await made(person.post('/auth/login', { username, password: TEST_PASSWORD }));
}
const plan = (more: Body = {}, by: TestPerson = chair) =>
  made(by.post('/meetings/call', { kind: 'keyAccount', subject: '年度合作', at: '2026-03-02T06:00:00Z', until: '2026-03-02T08:00:00Z', agenda: [{ topic: 'service', title: '响应时间' }], ...more })).then((body) => String(body['id']));
const room = async (id: string, by: TestPerson = chair) => (await by.get<Room>(`/meetings/${id}/room`)).body;
const notices = async (person: TestPerson, kind: string) => (await person.get<{ data: { kind: string; title: string }[] }>('/notifications?limit=100')).body.data.filter((row) => row.kind === kind);

beforeAll(async () => {
  app = await startTestApp({ clock: () => now });
  // The workers would look at the clock beside the tests.
  await app.services.jobs.stop();
  const company = (await app.admin.get<{ data: { id: string }[] }>('/org-units')).body.data[0]?.id;
  unit = String((await made(app.admin.post('/org-units', { name: '大客户部', kind: 'department', parent: company })))['id']);
  const elsewhere = String((await made(app.admin.post('/org-units', { name: '别的部门', kind: 'department', parent: company })))['id']);
  boss = await app.person({ username: 'boss9', name: '陶然', roles: ['serviceSupervisor'], unit });
  chair = await app.person({ username: 'chair9', name: '林晚', roles: ['serviceAgent'], unit });
  guest = await app.person({ username: 'guest9', name: '周帆', roles: ['serviceAgent'], unit: elsewhere });
  stranger = await app.person({ username: 'other9', name: '何川', roles: ['serviceAgent'], unit: elsewhere });
  await app.services.database.run(sql`UPDATE org_unit SET manager_id = ${boss.id} WHERE id = ${unit}`);
});
afterAll(() => app.close());

test('a meeting from its plan to the minutes: invitations, answers, who got them, who sees it (SF-22)', async () => {
  await at('2026-03-02T01:00:00Z');
  const id = await plan({ participants: { users: [guest.id], names: ['客户王总'] } });
  expect((await stranger.get(`/meetings/${id}/room`)).status).toBe(404);
  expect((await notices(guest, 'meetings.invited')).length).toBe(1);
  await made(guest.post(`/meetings/${id}/answer`, { answer: 'accepted' }));
  expect((await stranger.post(`/meetings/${id}/answer`, { answer: 'accepted' })).status).toBe(404);
  expect((await guest.call('PUT', `/meetings/${id}/plan`, { place: '别处' })).status).toBe(403);
  const before = await room(id);
  const outside = before.guests.find(({ name }) => name === '客户王总');
  await made(chair.call('PUT', `/meetings/${id}/guests/${outside?.id ?? ''}`, { answer: 'declined' }));
  expect(Object.fromEntries((await room(id)).guests.map(({ name, answer }) => [name, answer]))).toEqual({ 周帆: 'accepted', 客户王总: 'declined', 林晚: 'accepted' });
  expect((await chair.call('PUT', `/meetings/${id}/minutes`, { items: [] })).body['code']).toBe('record.wrong-state');
  expect((await chair.post(`/meetings/${id}/hold`, { endedAt: '2026-03-02T08:00:00Z' })).status).toBe(400);
  await at('2026-03-02T09:00:00Z');
  await made(chair.post(`/meetings/${id}/hold`, {}));
  expect((await room(id))['dueAt']).toBe('2026-03-04T08:00:00.000Z');
  expect((await chair.post(`/meetings/${id}/send`, { byHand: [] })).status).toBe(400);
  const item = before.agenda[0]?.key ?? '';
  expect((await chair.call('PUT', `/meetings/${id}/minutes`, { items: [{ key: 'nowhere', minutes: '某事' }] })).status).toBe(400);
  await made(chair.call('PUT', `/meetings/${id}/minutes`, { items: [{ key: item, minutes: '四小时内回应' }], summary: '继续合作' }));
  expect(await made(chair.post(`/meetings/${id}/send`, { byHand: [] }))).toEqual({ sent: 2, left: 1 });
  expect((await notices(guest, 'meetings.minutes')).length).toBe(1);
  await made(chair.post(`/meetings/${id}/guests/${outside?.id ?? ''}/handed`));
  expect(Object.fromEntries((await room(id, guest)).guests.map(({ name, sentBy }) => [name, sentBy]))).toEqual({ 周帆: 'notice', 客户王总: 'hand', 林晚: 'notice' });
  expect((await chair.call('PUT', `/meetings/${id}/minutes`, { items: [{ key: item, minutes: '改口' }] })).body['code']).toBe('record.wrong-state');
  expect((await chair.patch(`/meetings/${id}`, { summary: '改口' })).status).toBeGreaterThanOrEqual(400);
});

test('minutes not sent: the chair is warned, then their manager; each stage once under clocks that jump (SF-22, REL-6)', async () => {
  await at('2026-04-01T01:00:00Z');
  const id = await plan({ at: '2026-04-01T02:00:00Z', until: '2026-04-01T03:00:00Z', subject: '没有纪要' });
  const stages = async () => (await app.services.database.rows<{ stage: string }>(sql`SELECT stage FROM meeting_clock_stage WHERE meeting_id = ${id} ORDER BY stage`)).map(({ stage }) => stage);
  now = new Date('2026-04-02T04:00:00Z');
  await Promise.all([runMinutesClock(app.services), runMinutesClock(app.services)]);
  expect(await stages()).toEqual(['half']);
  now = new Date('2026-04-02T01:00:00Z');
  await runMinutesClock(app.services);
  expect(await stages()).toEqual(['half']);
  await at('2026-04-06T00:00:00Z');
  await runMinutesClock(app.services);
  await runMinutesClock(app.services);
  expect(await stages()).toEqual(['breached', 'half', 'near']);
  const own = async (person: TestPerson, kind: string) => (await notices(person, kind)).filter(({ title }) => title.includes('没有纪要')).length;
  expect([await own(chair, 'meetings.half'), await own(chair, 'meetings.near'), await own(chair, 'meetings.breached'), await own(boss, 'meetings.breached'), await own(boss, 'meetings.half')]).toEqual([1, 1, 1, 1, 0]);
  expect((await room(id))['stage']).toBe('breached');
});

test('sent in time: the clock is silent', async () => {
  await at('2026-05-04T01:00:00Z');
  const id = await plan({ at: '2026-05-03T02:00:00Z', until: '2026-05-03T03:00:00Z' });
  await made(chair.post(`/meetings/${id}/hold`, {}));
  await made(chair.call('PUT', `/meetings/${id}/minutes`, { items: [], summary: '已谈妥' }));
  await made(chair.post(`/meetings/${id}/send`, { byHand: [] }));
  now = new Date('2026-05-20T00:00:00Z');
  await runMinutesClock(app.services);
  expect((await app.services.database.rows(sql`SELECT 1 FROM meeting_clock_stage WHERE meeting_id = ${id}`)).length).toBe(0);
});

test('a symposium: seven topics, preparation, opinions become actions, overdue told once (SF-21)', async () => {
  await at('2026-06-01T01:00:00Z');
  const id = await plan({ kind: 'symposium', subject: '客户座谈会', at: '2026-06-01T02:00:00Z', until: '2026-06-01T03:00:00Z', agenda: undefined });
  const first = await room(id);
  expect(first.agenda.map(({ topic }) => topic)).toEqual(['market', 'quality', 'process', 'service', 'productMix', 'satisfaction', 'needs']);
  const preparation = (first['preparation'] as { key: string; words: string; isDone: boolean }[]).map((item) => ({ ...item, isDone: true }));
  await made(chair.call('PUT', `/meetings/${id}/plan`, { preparation: [...preparation, { key: 'own', words: '准备礼品', isDone: false }] }));
  expect((await room(id))['preparation']).toHaveLength(7);
  await at('2026-06-01T04:00:00Z');
  await made(chair.post(`/meetings/${id}/hold`, {}));
  const action = String((await made(chair.post(`/meetings/${id}/actions`, { subject: '加一条热线', opinion: '电话打不通', owner: guest.id, dueOn: '2026-06-10' })))['id']);
  await made(chair.call('PUT', `/meetings/${id}/minutes`, { items: [], summary: '客户意见三条' }));
  await made(chair.post(`/meetings/${id}/send`, { byHand: [] }));
  expect((await chair.post(`/meetings/${id}/close`)).body['code']).toBe('record.wrong-state');
  await at('2026-06-11T04:00:00Z');
  const runs = await Promise.all([remindOverdueActions(app.services), remindOverdueActions(app.services)]);
  expect(runs[0] + runs[1]).toBe(1);
  expect(await remindOverdueActions(app.services)).toBe(0);
  expect((await guest.get<{ data: { id: string; isOverdue: boolean }[] }>('/meetings/actions')).body.data).toMatchObject([{ id: action, isOverdue: true }]);
  expect((await stranger.post(`/meetings/actions/${action}/finish`, { result: '不是我的' })).status).toBe(404);
  await made(guest.post(`/meetings/actions/${action}/finish`, { result: '已开通' }));
  expect((await guest.post(`/meetings/actions/${action}/finish`, { result: '再来' })).body['code']).toBe('record.wrong-state');
  await made(chair.post(`/meetings/${id}/close`));
});

test('a unit with customers and a year without a symposium: told once for each such year (SF-21)', async () => {
  await at('2027-06-20T04:00:00Z');
  await made(app.admin.post('/customers', { name: '云栖大厦', owner: chair.id }));
  const late = async () => (await notices(boss, 'meetings.symposium')).filter(({ title }) => title.includes('大客户部')).length;
  await Promise.all([remindSymposiums(app.services), remindSymposiums(app.services)]);
  await remindSymposiums(app.services);
  await expect.poll(late, { timeout: 30_000 }).toBe(1);
  now = new Date('2027-06-19T00:00:00Z');
  await remindSymposiums(app.services);
  expect(await late()).toBe(1);
});

test('nobody may open a meeting about a complaint by hand, nor one with people or customers that they cannot see', async () => {
  await at('2027-07-01T04:00:00Z');
  const body = { subject: '专题', at: '2027-07-02T06:00:00Z' };
  expect((await chair.post('/meetings/call', { ...body, kind: 'solution' })).status).toBe(400);
  expect((await chair.post('/meetings/call', { ...body, kind: 'other', participants: { users: [app.services.newId()] } })).status).toBe(400);
  expect((await chair.post('/meetings/call', { ...body, kind: 'other', participants: { contacts: [app.services.newId()] } })).status).toBe(400);
  expect((await chair.post('/meetings/call', { ...body, kind: 'other', customer: app.services.newId() })).status).toBe(404);
  expect((await chair.post('/meetings/call', { ...body, kind: 'other', until: '2027-07-02T05:00:00Z' })).status).toBe(400);
  const id = await plan({ at: '2027-07-02T06:00:00Z', until: '2027-07-02T07:00:00Z', participants: { users: [guest.id] } });
  await made(chair.post(`/meetings/${id}/cancel`, { reason: '客户改期' }));
  expect((await chair.post(`/meetings/${id}/hold`, {})).body['code']).toBe('record.wrong-state');
  expect((await notices(guest, 'meetings.cancelled')).length).toBe(1);
});

test('a changed plan: everybody is told what changed, another time asks for answers anew, the old plan stands in the history (SF-21, SF-22)', async () => {
  await at('2027-08-01T04:00:00Z');
  const id = await plan({ subject: '改期的会', place: '一楼', at: '2027-08-02T06:00:00Z', until: '2027-08-02T07:00:00Z', participants: { users: [guest.id], names: ['客户王总'] } });
  await made(guest.post(`/meetings/${id}/answer`, { answer: 'accepted' }));
  const told = async () => (await guest.get<{ data: { kind: string; title: string; body: string }[] }>('/notifications?limit=100')).body.data.filter((row) => row.kind === 'meetings.changed' && row.title.includes('改期的会')).map((row) => row.body);
  const before = (await chair.get<{ version: number }>(`/meetings/${id}`)).body.version;
  await made(chair.call('PUT', `/meetings/${id}/plan`, { goal: '只改目的' }));
  expect(await told()).toEqual([]);
  await made(chair.call('PUT', `/meetings/${id}/plan`, { place: '二楼', agenda: [{ topic: 'quality', title: '渗漏' }] }));
  expect(await told()).toEqual(['地点改为 二楼；议程有改动。']);
  const answers = async () => Object.fromEntries((await room(id)).guests.map(({ name, answer }) => [name, answer]));
  expect(await answers()).toMatchObject({ 周帆: 'accepted' });
  await made(chair.call('PUT', `/meetings/${id}/plan`, { at: '2027-08-03T06:00:00Z' }));
  expect((await told())[0]).toBe('时间改为 2027-08-03 14:00，请重新答复。');
  expect(await answers()).toEqual({ 林晚: 'accepted', 周帆: 'none', 客户王总: 'none' });
  expect((await room(id))['dueAt']).toBe('2027-08-05T07:00:00.000Z');
  const history = (await chair.get<{ data: { changes: { field: string; from: unknown }[] }[] }>(`/meetings/${id}/history`)).body.data.flatMap(({ changes }) => changes);
  expect(history).toContainEqual(expect.objectContaining({ field: 'place', from: '一楼' }));
  const file = await guest.get(`/meetings/${id}/calendar`);
  expect(file.headers.get('content-type')).toContain('text/calendar');
  expect(file.text).toContain('DTSTART:20270803T060000Z');
  expect(Number(/SEQUENCE:(\d+)/.exec(file.text)?.[1])).toBeGreaterThan(before);
  expect((await stranger.get(`/meetings/${id}/calendar`)).status).toBe(404);
  await made(chair.post(`/meetings/${id}/cancel`, { reason: '场地停电' }));
  expect((await guest.get(`/meetings/${id}/calendar`)).text).toContain('STATUS:CANCELLED');
  expect((await guest.get<{ data: { kind: string; body: string }[] }>('/notifications?limit=100')).body.data.find((row) => row.kind === 'meetings.cancelled')?.body).toBe('原因：场地停电');
});
