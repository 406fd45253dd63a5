import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDesk, made, openTestDesk, takeIn } from '../test-desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

interface Caller { readonly phone: string | null; readonly match: string; readonly customers: { readonly id: string; readonly contact: string | null }[]; readonly cases: { readonly id: string }[] }
const caller = async (query: string, by = desk.agent) => (await by.get<Caller>(`/service/caller?${query}`)).body;

test('the number of whoever calls finds the customer, also by a contact, with what is still open for them (SE-1)', async () => {
  const customer = String((await made(desk.supervisor.post('/customers', { kind: 'company', name: '青石书店', phone: '0532-85711234' })))['id']);
  await made(desk.supervisor.post('/contacts', { customer, name: '尤敏', phone: '13812345678' }));
  const open = await takeIn(desk, '报修', { customer });
  const closed = await takeIn(desk, '咨询', { customer });
  await made(desk.supervisor.post(`/service/cases/${closed}/withdraw`, { reason: '不用了' }));
  const reported = await takeIn(desk, '投诉', { reporterPhone: '+8613812345678' });
  expect(await caller('phone=0532%208571-1234')).toMatchObject({ phone: '+8653285711234', customers: [{ id: customer, contact: null }], cases: [{ id: open }] });
  const byContact = await caller('phone=138%201234%205678');
  expect(byContact.customers).toMatchObject([{ id: customer, contact: '尤敏' }]);
  expect(new Set(byContact.cases.map((row) => row.id))).toEqual(new Set([open, reported]));
  expect((await caller(`customer=${customer}`)).cases.map((row) => row.id)).toEqual([open]);
  expect(await caller('phone=857')).toEqual({ phone: null, match: 'none', customers: [], cases: [] });
  // By the end of a number: whoever it may be, and the open cases that were reported from such a one; those of strangers are not told.
  expect(await caller('phone=5678')).toMatchObject({ phone: null, match: 'end', customers: [{ id: customer, contact: '尤敏' }], cases: [{ id: reported }] });
  expect((await caller('phone=85711234')).customers).toMatchObject([{ id: customer, contact: null }]);
  // Where numbers are masked the end is looked at as far as it is shown, so that nobody can guess one digit by digit.
  expect((await caller('phone=945678')).customers).toMatchObject([{ id: customer }]);
  expect((await caller('phone=5679')).customers).toEqual([]);
  const unit = await desk.unitOf('别处');
  const stranger = await desk.app.person({ username: 'stranger', roles: ['serviceAgent'], unit });
  expect((await caller('phone=13812345678', stranger)).cases).toEqual([]);
});

test('a macro does all of its acts or none, with the words of the case (SE-10)', async () => {
  const id = await takeIn(desk, '报修', { reporterName: '尤先生' });
  const macro = async (steps: unknown) => String((await made(desk.supervisor.post('/case-macros', { name: `快捷 ${JSON.stringify(steps).length}`, steps, isActive: true })))['id']);
  const all = await macro([{ do: 'reply', text: '{customer}您好，{number} 已受理。' }, { do: 'priority', to: 'high' }, { do: 'tag', tag: '电梯' }, { do: 'handOn', to: desk.other.id }, { do: 'wait', reason: '请补照片' }]);
  const shown = (await desk.agent.get<{ data: { id: string; isReadable: boolean; steps: { do: string; text: string; name: string | null }[] }[] }>(`/service/cases/${id}/macros`)).body.data;
  expect(shown.find((each) => each.id === all)).toMatchObject({ isReadable: true, steps: [{ do: 'reply', text: expect.stringMatching(/^尤先生您好，FW-2026-\d{6} 已受理。$/) }, { do: 'priority', text: 'high' }, { do: 'tag' }, { do: 'handOn', name: '周帆' }, { do: 'wait', text: '请补照片' }] });
  expect(await made(desk.supervisor.post(`/service/cases/${id}/macros/${all}`))).toEqual({ done: 5 });
  const row = (await desk.supervisor.get(`/cases/${id}`)).body;
  expect(row).toMatchObject({ priority: 'high', tags: ['电梯'], owner: desk.other.id, state: 'waiting' });
  const said = (await desk.supervisor.get<{ data: { body: string }[] }>(`/service/cases/${id}/messages`)).body.data;
  expect(said.map((message) => message.body)).toContain(`尤先生您好，${String(row['number'])} 已受理。`);
  const broken = await macro([{ do: 'priority', to: 'low' }, { do: 'handOn', to: desk.app.services.newId() }]);
  expect((await desk.supervisor.post(`/service/cases/${id}/macros/${broken}`)).status).toBe(400);
  expect((await desk.supervisor.get(`/cases/${id}`)).body).toMatchObject({ priority: 'high' });
  const unreadable = await macro([{ do: 'explode' }]);
  expect((await desk.supervisor.post(`/service/cases/${id}/macros/${unreadable}`)).body['code']).toBe('record.invalid');
});

test('the people of a queue are saved at once, and only by whoever may change it', async () => {
  const path = `/service/queues/${desk.queue}/members`;
  const put = (by: typeof desk.agent, body: unknown) => by.call('PUT', path, body);
  const names = async () => (await desk.supervisor.get<{ data: { id: string; maxOpen: number | null }[] }>(path)).body.data.map(({ id, maxOpen }) => [id, maxOpen]);
  expect((await put(desk.supervisor, { members: [{ id: desk.supervisor.id, maxOpen: 3 }, { id: desk.agent.id, maxOpen: null }] })).status).toBe(204);
  expect(new Map(await names() as [string, number | null][])).toEqual(new Map([[desk.supervisor.id, 3], [desk.agent.id, null]]));
  expect((await put(desk.agent, { members: [] })).status).toBe(403);
  expect((await put(desk.supervisor, { members: [{ id: desk.app.services.newId(), maxOpen: null }] })).status).toBe(400);
  expect(await names()).toHaveLength(2);
});

test('the processes are shown with their steps', async () => {
  const { data } = (await desk.agent.get<{ data: { key: string; steps: { key: string }[] }[] }>('/service/processes')).body;
  expect(data.find((process) => process.key === 'complaint')?.steps.map((step) => step.key)).toContain('callback');
});
