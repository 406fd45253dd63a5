import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDesk, made, openTestDesk, takeIn } from './test-desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

interface Page { readonly data: { readonly id: string; readonly dueAt: string | null; readonly owner: { readonly id: string } | null }[]; readonly next: boolean }
const page = async (query: string, by = desk.agent) => (await by.get<Page>(`/service/case-queue?${query}`)).body;

test('a queue is ordered by deadline, pages without a gap, and holds what its box says (SE-10)', async () => {
  const ids: string[] = [];
  for (const type of ['建议', '投诉', '咨询', '投诉', '表扬', '报修']) ids.push(await takeIn(desk, type));
  const all = await page('box=team&limit=50');
  expect(new Set(all.data.map((row) => row.id))).toEqual(new Set(ids));
  const dues = all.data.map((row) => String(row.dueAt));
  expect(dues).toEqual(dues.toSorted());
  const first = await page('box=team&limit=4');
  const last = first.data.at(-1);
  expect(first.next).toBe(true);
  const second = await page(`box=team&limit=4&after=${last?.id ?? ''}&afterDue=${encodeURIComponent(last?.dueAt ?? '')}`);
  expect([...first.data, ...second.data].map((row) => row.id)).toEqual(all.data.map((row) => row.id));
  expect((await page('box=mine')).data.every((row) => row.owner?.id === desk.agent.id)).toBe(true);
  const counts = (await desk.agent.get('/service/case-queue/counts')).body;
  expect(counts).toMatchObject({ team: 6, unassigned: 0, mine: (await page('box=mine')).data.length });
});

test('two agents on one case see each other, and who writes (SE-10)', async () => {
  const id = await takeIn(desk, '咨询');
  const be = async (by: typeof desk.agent, state: string) => (await by.post<{ data: unknown[] }>(`/service/cases/${id}/presence`, { state })).body.data;
  expect(await be(desk.agent, 'reading')).toEqual([]);
  expect(await be(desk.other, 'writing')).toMatchObject([{ id: desk.agent.id, isWriting: false }]);
  expect(await be(desk.agent, 'reading')).toMatchObject([{ id: desk.other.id, isWriting: true }]);
  await be(desk.other, 'gone');
  expect(await be(desk.agent, 'reading')).toEqual([]);
});

test('merged: messages go over, clocks stop, the merged one leads to the other; split: its messages go with it', async () => {
  const [from, into] = [await takeIn(desk, '报修'), await takeIn(desk, '报修')];
  const say = async (id: string, body: string) => String((await made(desk.supervisor.post(`/service/cases/${id}/messages`, { kind: 'incoming', body })))['id']);
  await say(from, '楼道灯也坏了');
  const lamp = await say(into, '灯坏了');
  await made(desk.supervisor.post(`/service/cases/${from}/merge`, { into }));
  expect((await desk.supervisor.get(`/cases/${from}`)).body).toMatchObject({ state: 'merged', mergedInto: into, dueAt: null });
  const told = async (id: string) => (await desk.supervisor.get<{ data: { body: string }[] }>(`/service/cases/${id}/messages`)).body.data.map((message) => message.body);
  expect(await told(into)).toEqual(['楼道灯也坏了', '灯坏了']);
  expect((await desk.supervisor.post(`/service/cases/${from}/messages`, { kind: 'reply', body: '好的' })).body['code']).toBe('record.wrong-state');
  const split = await made(desk.supervisor.post(`/service/cases/${into}/split`, { caseType: desk.types['咨询'], subject: '灯的事', messages: [lamp] }));
  expect(await told(String(split['id']))).toEqual(['灯坏了']);
  expect((await desk.supervisor.get(`/cases/${String(split['id'])}`)).body).toMatchObject({ splitFrom: into, kind: 'enquiry' });
  const both = await Promise.all([desk.supervisor.post(`/service/cases/${into}/merge`, { into: split['id'] }), desk.supervisor.post(`/service/cases/${String(split['id'])}/merge`, { into })]);
  expect(both.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([204, 409]);
});
