import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPerson } from '#app/test-app.ts';
import { type TestDesk, doStep, made, openTestDesk, takeIn } from './test-desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

interface Shown {
  readonly current: { readonly step: string; readonly isOwn: boolean; readonly who: { readonly id: string } | null } | null;
  readonly clocks: readonly { readonly kind: string; readonly clause: string; readonly leftSeconds: number; readonly urgency: string; readonly pauseReason: string | null; readonly moves: readonly { readonly reason: string; readonly who: string | null }[] }[];
  readonly extension: { readonly most: number; readonly left: number; readonly asked: number | null } | null;
  readonly names: Readonly<Record<string, string>>;
}
const shown = async (by: TestPerson, id: string): Promise<Shown> => (await by.get<Shown>(`/service/cases/${id}/process`)).body;

test('who may do the open step is told, and whom it waits for; clocks say what is left in working time and why they moved', async () => {
  const id = await takeIn(desk, '投诉', { owner: desk.other.id });
  const [mine, theirs] = [await shown(desk.agent, id), await shown(desk.other, id)];
  expect([mine.current, theirs.current]).toMatchObject([{ step: 'judge', isOwn: false, who: { id: desk.other.id } }, { step: 'judge', isOwn: true }]);
  expect(mine.extension).toEqual({ most: 7, left: 6, asked: null });
  await desk.at('2026-03-02T17:00');
  const [clock] = (await shown(desk.other, id)).clocks;
  expect(clock).toMatchObject({ kind: 'whole', moves: [{ reason: 'started', who: '林晚' }] });
  // Nine on the next day is due; an hour of this day and none of the next are left.
  expect(clock?.leftSeconds).toBeGreaterThan(0);
  expect(clock?.leftSeconds).toBeLessThanOrEqual(3_600);
  await made(desk.other.post(`/service/cases/${id}/extension`, { days: 2, reason: '等厂家' }));
  expect((await shown(desk.other, id)).extension).toMatchObject({ left: 6, asked: 2 });
  await made(doStep(desk.other, id, 'judge', { validity: 'valid', severity: 'ordinary' }));
  await made(doStep(desk.other, id, 'investigate', { cause: desk.causes['粗鲁'], findings: '核实' }));
  expect((await shown(desk.other, id)).names).toEqual({ [desk.causes['粗鲁'] ?? '']: '粗鲁' });
  await made(desk.other.post(`/service/cases/${id}/wait`, { reason: '等照片' }));
  expect((await shown(desk.agent, id)).clocks[0]).toMatchObject({ pauseReason: '等照片' });
});

test('files that the writer added to the case go with the message, once, and nobody else can take them', async () => {
  const id = await takeIn(desk, '咨询');
  const sent = await fetch(`${desk.app.url}/api/v1/files?name=a.txt&object=case&record=${id}`, {
    method: 'POST', headers: { cookie: desk.agent.cookie(), 'content-type': 'application/octet-stream', 'idempotency-key': 'message-file-0001' }, body: '照片说明',
  });
  const { id: file = '' } = (await sent.json()) as { id?: string };
  const say = (by: TestPerson, files: readonly string[]) => by.post(`/service/cases/${id}/messages`, { kind: 'reply', body: '见附件', files });
  expect((await say(desk.supervisor, [file])).status).toBe(400);
  await made(say(desk.agent, [file]));
  expect((await say(desk.agent, [file])).status).toBe(400);
  const { data } = (await desk.agent.get<{ data: { body: string; files: { id: string; name: string }[] }[] }>(`/service/cases/${id}/messages`)).body;
  expect(data.at(-1)).toMatchObject({ body: '见附件', files: [{ id: file, name: 'a.txt' }] });
  expect((await desk.agent.get(`/files/${file}`)).status).toBe(200);
});

test('a case stands on the timeline of its customer for those who may read it', async () => {
  const customer = String((await made(desk.app.admin.post('/customers', { name: '云栖物业' })))['id']);
  const id = await takeIn(desk, '咨询', { customer, owner: desk.agent.id });
  await made(doStep(desk.agent, id, 'handle', { result: '查了' }));
  await made(doStep(desk.agent, id, 'answer', { reply: '已说明' }));
  const unit = await desk.unitOf('分店');
  const stranger = await desk.app.person({ username: 'shop', roles: ['serviceAgent'], unit });
  const events = async (by: TestPerson) => (await by.get<{ data: { kind: string; event?: string; recordId: string }[] }>(`/customers/${customer}/timeline`)).body.data
    .filter((entry) => entry.kind === 'case' && entry.recordId === id).map((entry) => entry.event);
  expect(new Set(await events(desk.agent))).toEqual(new Set(['answered', 'closed', 'opened']));
  expect(await events(stranger)).toEqual([]);
});
