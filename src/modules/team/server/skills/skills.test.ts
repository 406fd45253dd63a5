import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDesk, made, openTestDesk, takeIn } from '#modules/service/server/test-desk.ts';
import { warnOfEnds } from './skill-warnings.ts';

let desk: TestDesk;
beforeAll(async () => { desk = await openTestDesk({ start: '2026-03-02T09:00:00' }); }, 120_000);
afterAll(() => desk.close());

interface People { readonly able: readonly { name: string }[]; readonly unable: readonly { name: string; reasons: readonly Record<'zh-CN' | 'en', string>[] }[]; readonly owner: string | null }
const people = async (id: string) => (await desk.supervisor.get<People>(`/team/cases/${id}/people`)).body;
const skill = async (values: Record<string, unknown>) => String((await made(desk.supervisor.post('/skills', values)))['id']);
const hold = (person: string, of: string, more: Record<string, unknown> = {}) =>
  desk.supervisor.post('/team/skills/held', { person, skill: of, level: 3, certificateNumber: null, validFrom: '2026-01-01', validUntil: null, note: null, ...more });
const notices = (kind: string) => desk.app.services.database.rows<{ user: string; params: Record<string, string> }>(sql`SELECT user_id AS "user", params FROM notification WHERE kind = ${kind} ORDER BY created_at, user_id`);

test('a case type asks for a skill: only who holds it gets the case; without anybody it lies in the queue and the reason is said', async () => {
  const lift = await skill({ code: 'lift', name: '电梯' });
  const type = desk.types['报修'];
  await made(desk.supervisor.call('PUT', `/team/skill-uses/${type}`, { skills: ['lift'] }));
  const first = await takeIn(desk, '报修');
  const nobody = await people(first);
  expect(nobody.owner).toBeNull();
  expect(nobody.unable.map(({ name, reasons }) => [name, reasons.map((reason) => reason['zh-CN'])])).toEqual(expect.arrayContaining([['林晚', ['没有技能：电梯']], ['周帆', ['没有技能：电梯']]]));
  expect((await notices('team.nobody')).map(({ user, params }) => [user, params['reasons']])).toEqual([[desk.supervisor.id, '没有技能：电梯']]);
  await made(hold(desk.other.id, lift));
  const second = await takeIn(desk, '报修');
  expect((await desk.supervisor.get(`/cases/${second}`)).body['owner']).toBe(desk.other.id);
  expect((await people(second)).able.map(({ name }) => name)).toEqual(['周帆']);
  // Another type still goes by load.
  expect((await desk.supervisor.get(`/cases/${await takeIn(desk, '咨询')}`)).body['owner']).toBe(desk.agent.id);
});

test('a skill that is over no longer counts, and the reason says until when it did', async () => {
  const gas = await skill({ code: 'gas', name: '燃气', needsCertificate: true });
  expect((await hold(desk.agent.id, gas)).body['errors']).toMatchObject([{ path: 'certificateNumber', code: 'required' }]);
  await made(hold(desk.agent.id, gas, { certificateNumber: 'RQ-1', validUntil: '2026-03-02' }));
  await made(desk.supervisor.call('PUT', `/team/skill-uses/${desk.types['报修']}`, { skills: ['gas'] }));
  const id = await takeIn(desk, '报修');
  expect((await people(id)).able.map(({ name }) => name)).toEqual(['林晚']);
  await desk.at('2026-03-03T00:30');
  expect((await people(id)).unable.find(({ name }) => name === '林晚')?.reasons).toEqual([{ 'zh-CN': '技能已过期：燃气（至 2026-03-02）', en: 'skill no longer valid: 燃气 (until 2026-03-02)' }]);
  // Renewed: one row, counting again.
  await made(hold(desk.agent.id, gas, { certificateNumber: 'RQ-2', validUntil: '2027-03-02' }));
  expect((await people(id)).able.map(({ name }) => name)).toEqual(['林晚']);
});

test('warned 30 and 7 days before and at the end: once each, whatever the clock does', async () => {
  const first = await skill({ code: 'aid', name: '急救' });
  await made(hold(desk.other.id, first, { validUntil: '2026-06-30' }));
  const told = async (time: string) => { await desk.at(time); await warnOfEnds(desk.app.services); await warnOfEnds(desk.app.services); return [(await notices('team.skill-ends')).filter(({ params }) => params['skill'] === '急救').length, (await notices('team.skill-over')).filter(({ params }) => params['skill'] === '急救').length]; };
  expect(await told('2026-05-30T09:00')).toEqual([0, 0]);
  expect(await told('2026-05-31T09:00')).toEqual([1, 0]);
  expect(await told('2026-05-29T09:00')).toEqual([1, 0]);
  expect(await told('2026-06-22T23:59')).toEqual([1, 0]);
  expect(await told('2026-06-25T09:00')).toEqual([2, 0]);
  expect(await told('2026-07-04T09:00')).toEqual([2, 1]);
  // Renewed, it is warned of anew.
  await made(hold(desk.other.id, first, { validUntil: '2026-07-20' }));
  expect(await told('2026-07-05T09:00')).toEqual([3, 1]);
});

test('own skills only for an agent; nobody says of themselves what they can; nobody beyond reach', async () => {
  const board = (await desk.agent.get<{ mayKeep: boolean; people: { id: string }[]; held: { person: string }[] }>('/team/skills')).body;
  expect([board.mayKeep, board.people.map(({ id }) => id), new Set(board.held.map(({ person }) => person))]).toEqual([false, [desk.agent.id], new Set([desk.agent.id])]);
  const any = await skill({ code: 'any', name: '任意' });
  expect((await desk.agent.post('/team/skills/held', { person: desk.agent.id, skill: any, level: 5, certificateNumber: null, validFrom: '2026-01-01', validUntil: null, note: null })).status).toBe(403);
  const stranger = await desk.app.person({ username: 'stranger', roles: ['serviceAgent'], unit: await desk.unitOf('外地客服') });
  expect((await hold(stranger.id, any)).status).toBe(400);
  const held = String((await made(hold(desk.agent.id, any)))['id']);
  expect((await desk.agent.call('DELETE', `/team/skills/held/${held}`)).status).toBe(403);
  expect((await desk.supervisor.call('DELETE', `/team/skills/held/${held}`)).status).toBe(204);
  expect((await desk.supervisor.get(`/staff-skills/${held}`)).status).toBe(404);
});
