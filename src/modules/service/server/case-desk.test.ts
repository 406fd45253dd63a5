import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPerson } from '#app/test-app.ts';
import { type TestDesk, doStep, made, openTestDesk, takeIn } from './test-desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

interface Shown {
  readonly process: { readonly key: string };
  readonly current: { readonly step: string } | null;
  readonly clocks: readonly { readonly kind: string; readonly measure: string; readonly amount: number; readonly dueAt: string; readonly decision: string; readonly moves: readonly { readonly reason: string; readonly note: string | null }[] }[];
  readonly waits: readonly { readonly about: string; readonly waitingFor: readonly { readonly name: string }[]; readonly since: string; readonly mayOpen: boolean; readonly approval: string }[];
  readonly meetings: readonly { readonly id: string; readonly mayOpen: boolean }[];
  readonly mayRetype: boolean;
}
const shown = async (by: TestPerson, id: string): Promise<Shown> => (await by.get<Shown>(`/service/cases/${id}/process`)).body;
const retype = (by: TestPerson, id: string, type: string) => by.post(`/service/cases/${id}/type`, { caseType: desk.types[type], reason: '客户其实是投诉' });

test('another type: process and clocks are decided anew from the same start, with the reason; after the judgement only by a supervisor', async () => {
  const id = await takeIn(desk, '咨询', { owner: desk.agent.id, channel: 'web' });
  const before = await shown(desk.agent, id);
  expect(before).toMatchObject({ mayRetype: true });
  expect((await shown(desk.other, id)).mayRetype).toBe(false);
  expect((await retype(desk.other, id, '投诉')).body['code']).toBe('service.retype-supervisor');
  await made(retype(desk.agent, id, '投诉'));
  const after = await shown(desk.agent, id);
  expect(after).toMatchObject({ process: { key: 'complaint' }, current: { step: 'judge' } });
  expect((await desk.agent.get(`/cases/${id}`)).body).toMatchObject({ kind: 'complaint', caseType: desk.types['投诉'] });
  const whole = after.clocks.find((clock) => clock.kind === 'whole');
  expect(whole?.moves.map(({ reason, note }) => [reason, note])).toEqual([['started', null], ['retyped', '客户其实是投诉']]);
  expect(whole?.decision).not.toBe(before.clocks.find((clock) => clock.kind === 'whole')?.decision);
  expect((await desk.agent.get(`/decisions/${whole?.decision ?? ''}`)).body).toMatchObject({ facts: { kind: 'complaint' } });
  const { data } = (await desk.agent.get<{ data: { kind: string; body: string }[] }>(`/service/cases/${id}/messages`)).body;
  expect(data.at(-1)).toMatchObject({ kind: 'note', body: '类型由“咨询”改为“投诉”：客户其实是投诉' });
  const history = (await desk.supervisor.get<{ data: { action: string }[] }>(`/cases/${id}/history`)).body.data;
  expect(history.map((entry) => entry.action)).toContain('retype');
  await made(doStep(desk.agent, id, 'judge', { validity: 'valid', severity: 'major' }));
  expect((await shown(desk.agent, id)).mayRetype).toBe(false);
  expect((await retype(desk.agent, id, '报修')).body['code']).toBe('service.retype-supervisor');
  await made(retype(desk.supervisor, id, '报修'));
  expect(await shown(desk.supervisor, id)).toMatchObject({ process: { key: 'repair' }, current: { step: 'repair' } });
  expect((await desk.supervisor.get(`/cases/${id}`)).body).toMatchObject({ validity: 'unjudged', severity: 'ordinary' });
});

test('an answered case keeps its type; one of an unknown type is refused', async () => {
  const id = await takeIn(desk, '咨询', { owner: desk.agent.id });
  expect((await desk.agent.post(`/service/cases/${id}/type`, { caseType: desk.app.services.newId(), reason: '无此类型' })).status).toBe(400);
  await made(doStep(desk.agent, id, 'handle', { result: '查了' }));
  await made(doStep(desk.agent, id, 'answer', { reply: '已说明' }));
  expect((await retype(desk.supervisor, id, '投诉')).body['code']).toBe('record.wrong-state');
});

test('what was taken down is put right, with a word about whoever was faster; the conversation goes along with the customer', async () => {
  const customer = String((await made(desk.app.admin.post('/customers', { name: '青石书店' })))['id']);
  const id = await takeIn(desk, '报修', { owner: desk.agent.id });
  await made(desk.agent.post(`/service/cases/${id}/messages`, { kind: 'incoming', body: '门锁坏了' }));
  const { version } = (await desk.agent.get(`/cases/${id}`)).body;
  const put = (by: TestPerson, body: unknown, at: unknown) => by.call('PATCH', `/service/cases/${id}`, body, { 'if-match': `"${String(at)}"` });
  expect((await put(desk.agent, { customer, priority: 'high', reporterPhone: '138 1234 5678' }, version)).status).toBe(204);
  expect((await desk.supervisor.get(`/cases/${id}`)).body).toMatchObject({ customer, priority: 'high' });
  const stale = await put(desk.other, { subject: '换锁' }, version);
  expect([stale.status, stale.body['code']]).toEqual([412, 'record.stale']);
  expect(stale.body).toMatchObject({ yours: { subject: '换锁' }, current: { priority: 'high' } });
  const after = (await desk.agent.get(`/cases/${id}`)).body['version'];
  expect((await put(desk.agent, { priority: 'boiling' }, after)).status).toBe(400);
  expect((await put(desk.agent, { customer: desk.app.services.newId() }, after)).status).toBe(400);
  expect((await put(desk.agent, { state: 'closed' }, after)).status).toBe(400);
  const entries = (await desk.app.admin.get<{ data: { kind: string }[] }>(`/customers/${customer}/timeline`)).body.data;
  expect(entries.map((entry) => entry.kind)).toContain('case');
});

test('what waits says who decides and since when, and whether one may look at it', async () => {
  const id = await takeIn(desk, '投诉', { owner: desk.agent.id });
  await made(desk.agent.post(`/service/cases/${id}/extension`, { days: 1, reason: '等厂家' }));
  const remedy = await made(desk.agent.post(`/service/cases/${id}/remedies`, { kind: 'refund', amount: '9000', note: '退款' }));
  expect(remedy['state']).toBe('approving');
  const { waits } = await shown(desk.agent, id);
  expect(waits.map((each) => each.about)).toEqual(['extension', 'remedy']);
  expect(waits.every((each) => each.mayOpen && each.since === '2026-03-02T01:00:00.000Z')).toBe(true);
  expect((await shown(desk.other, id)).waits.every((each) => !each.mayOpen && each.waitingFor.length > 0)).toBe(true);
});

test('watchers hear of the customer and see the case; cases are linked once, from either side', async () => {
  const [one, two] = [await takeIn(desk, '报修', { owner: desk.agent.id }), await takeIn(desk, '报修', { owner: desk.agent.id })];
  const unit = await desk.unitOf('别处');
  const stranger = await desk.app.person({ username: 'watcher', name: '许观', roles: ['serviceAgent'], unit });
  expect((await stranger.get(`/service/cases/${one}/circle`)).status).toBe(404);
  await made(desk.agent.post(`/service/cases/${one}/watchers`, { user: stranger.id }));
  expect((await stranger.get(`/service/cases/${one}/circle`)).body).toMatchObject({ isWatching: true, watchers: [{ name: '许观' }] });
  await made(desk.agent.post(`/service/cases/${one}/messages`, { kind: 'incoming', body: '还没人来' }));
  const notes = (await stranger.get<{ data: { kind: string }[] }>('/notifications')).body.data.map((note) => note.kind);
  expect(notes).toEqual(expect.arrayContaining(['service.watching', 'service.incoming']));
  await made(stranger.call('PUT', `/service/cases/${one}/watching`, { isWatching: false }));
  expect((await desk.agent.get(`/service/cases/${one}/circle`)).body).toMatchObject({ watchers: [], isWatching: false });
  await made(desk.agent.post(`/service/cases/${one}/links`, { other: two }));
  await made(desk.agent.post(`/service/cases/${two}/links`, { other: one }));
  expect((await desk.agent.get(`/service/cases/${two}/circle`)).body).toMatchObject({ related: [{ id: one, how: 'linked' }] });
  // A watcher without the other case is not told of it.
  expect((await stranger.get(`/service/cases/${one}/circle`)).body).toMatchObject({ related: [] });
  expect((await desk.agent.post(`/service/cases/${one}/links`, { other: one })).status).toBe(409);
  await made(desk.agent.call('DELETE', `/service/cases/${two}/links/${one}`));
  expect((await desk.agent.get(`/service/cases/${one}/circle`)).body).toMatchObject({ related: [] });
});

test('who takes a case that somebody took a moment ago is told, and nothing happens', async () => {
  const id = await takeIn(desk, '报修', { owner: desk.supervisor.id });
  const take = (by: TestPerson & { id: string }) => by.post(`/service/cases/${id}/hand-on`, { to: by.id, seenOwner: desk.supervisor.id });
  const both = await Promise.all([take(desk.agent), take(desk.other)]);
  expect(both.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([204, 409]);
  expect(both.find((answer) => answer.status === 409)?.body['code']).toBe('service.taken-meanwhile');
});

test('a case is found by its number at once: whole, or by what stands behind the year', async () => {
  const id = await takeIn(desk, '报修', { owner: desk.agent.id });
  const found = async (q: string) => (await desk.agent.get<{ data: { id: string }[] }>(`/cases?q=${encodeURIComponent(q)}`)).body.data.map((row) => row.id);
  const number = String((await desk.agent.get(`/cases/${id}`)).body['number']);
  expect(await found(number)).toEqual([id]);
  expect(await found(number.slice(-6))).toEqual([id]);
  await made(desk.agent.call('PATCH', `/service/cases/${id}`, { subject: '换了主题' }));
  expect(await found(number.toLowerCase())).toEqual([id]);
});
