import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPerson } from '#app/test-app.ts';
import { type TestDesk, made, openTestDesk, takeIn } from '#modules/service/server/test-desk.ts';
import { addWorkerFilter } from './orders/worker-filters.ts';

type Person = TestPerson & { readonly id: string };

let desk: TestDesk;
let shi: Person;
let mo: Person;
let stranger: Person;
let customer: string;
let checklist: string;

beforeAll(async () => {
  desk = await openTestDesk();
  const unit = await desk.unitOf('工程部');
  shi = await desk.app.person({ username: 'worker1', name: '石磊', roles: ['fieldWorker'], unit });
  mo = await desk.app.person({ username: 'worker2', name: '莫言青', roles: ['fieldWorker'], unit });
  stranger = await desk.app.person({ username: 'agent9', name: '远方', roles: ['serviceAgent'], unit: await desk.unitOf('外地客服部') });
  customer = String((await made(desk.app.admin.post('/customers', { name: '海晏小区业主会' })))['id']);
  checklist = (await made(desk.agent.get('/fieldwork/choices')) as { checklists: { id: string }[] }).checklists[0]?.id ?? '';
}, 120_000);
afterAll(() => desk.close());

const T = (time: string) => new Date(`2026-03-03T${time}:00+08:00`).toISOString();
const type = () => Object.keys(desk.types)[0] ?? '';

async function newCase(): Promise<string> {
  return takeIn(desk, type(), { customer, reporterName: '赵女士', reporterPhone: '+8613800001234', place: '3 号楼 502' });
}
async function newOrder(more: Readonly<Record<string, unknown>> = {}, caseId?: string): Promise<string> {
  return String((await made(desk.agent.post('/fieldwork/orders', { case: caseId ?? await newCase(), kind: 'repair', subject: '电梯按钮失灵', checklist, ...more })))['id']);
}
const dispatch = (id: string, worker: Person, from: string, to: string, more = {}) => desk.supervisor.post(`/fieldwork/orders/${id}/dispatch`, { worker: worker.id, from: T(from), to: T(to), ...more });

async function dispatched(worker: Person, from: string, to: string, caseId?: string): Promise<string> {
  const id = await newOrder({}, caseId);
  await made(dispatch(id, worker, from, to, { isOverlapAccepted: true }));
  return id;
}

const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** Adds a picture to an order as its worker's telephone does. */
async function fileOf(by: Person, order: string, key: string): Promise<string> {
  const answer = await fetch(`${desk.app.url}/api/v1/files?object=serviceOrder&record=${order}&name=${key}.png`, {
    method: 'POST', headers: { cookie: by.cookie(), 'content-type': 'application/octet-stream', origin: desk.app.url, 'idempotency-key': `${order}-${key}` }, body: pixel,
  });
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
  const { id } = await answer.json() as { id: string };
  return id;
}

interface Sheet { readonly items: readonly { readonly key: string; readonly needsPhoto: boolean }[]; readonly state: string; readonly contactPhone: string; readonly customer: string; readonly answers: readonly unknown[] }
const sheetOf = async (by: Person, id: string) => (await made(by.get(`/fieldwork/orders/${id}/sheet`))) as unknown as Sheet;

/** A report that misses nothing. */
async function fullReport(by: Person, id: string): Promise<Record<string, unknown>> {
  const { items } = await sheetOf(by, id);
  const photo = await fileOf(by, id, 'photo');
  return {
    key: desk.app.services.newId(), outcome: 'done', result: '更换 5 楼按钮板，试运行正常', parts: [{ part: null, name: '按钮板', quantity: '1' }], signature: await fileOf(by, id, 'signature'), unsignedFor: null,
    answers: items.map(({ key, needsPhoto }) => (key === 'slippers' ? { key, value: 'no', comment: '楼道作业，未进户', photos: [] } : { key, value: 'yes', comment: '', photos: needsPhoto ? [photo] : [] })),
  };
}

const notesOf = async (caseId: string) => ((await made(desk.agent.get(`/service/cases/${caseId}/messages`))) as { data: { kind: string; body: string }[] }).data.filter(({ kind }) => kind === 'note');
const noticesOf = (person: Person, kind: string) => desk.app.services.database.rows(sql`SELECT 1 FROM notification WHERE user_id = ${person.id} AND kind = ${kind}`);

/** The case lies with one of the two agents: the queue says with whom. */
const toldHandlers = async (kind: string) => (await noticesOf(desk.agent, kind)).length + (await noticesOf(desk.other, kind)).length;

test('an order takes place, name and phone from its case; agents of the unit read it, strangers do not', async () => {
  const id = await newOrder();
  expect((await made(desk.agent.get(`/service-orders/${id}`)))).toMatchObject({ state: 'planned', place: '3 号楼 502', contactName: '赵女士', contactPhone: expect.stringContaining('*') as string, owner: null });
  expect((await stranger.get(`/service-orders/${id}`)).status).toBe(404);
  expect((await stranger.post('/fieldwork/orders', { case: await newCase(), kind: 'repair', subject: '看不见的', checklist })).status).toBe(404);
  expect((await shi.get(`/service-orders/${id}`)).status).toBe(404);
  expect((await desk.agent.post(`/fieldwork/orders/${id}/dispatch`, { worker: shi.id, from: T('09:00'), to: T('10:00') })).status).toBe(403);
});

test('a dispatched order is the worker’s: name, place, masked phone with reveal, and nothing else of the customer', async () => {
  const id = await dispatched(shi, '09:00', '10:00');
  const sheet = await sheetOf(shi, id);
  expect(sheet).toMatchObject({ state: 'dispatched', customer: '海晏小区业主会', isMine: true });
  expect(sheet.contactPhone).toContain('*');
  expect((await made(shi.post(`/service-orders/${id}/reveal`, { field: 'contactPhone', reason: '到楼下了' })))['value']).toBe('+8613800001234');
  expect((await shi.get(`/customers/${customer}`)).status).toBe(403);
  expect((await mo.get(`/fieldwork/orders/${id}/sheet`)).status).toBe(404);
  expect((await noticesOf(shi, 'fieldwork.given')).length).toBeGreaterThan(0);
});

test('an overlap is refused until it is accepted; windows that touch are none', async () => {
  await made(dispatch(await newOrder(), mo, '09:00', '10:00'));
  await made(dispatch(await newOrder(), mo, '10:00', '11:00'));
  const third = await newOrder();
  const refused = await dispatch(third, mo, '09:30', '10:30');
  expect([refused.status, refused.body['code']]).toEqual([409, 'fieldwork.overlap']);
  await made(dispatch(third, mo, '09:30', '10:30', { isOverlapAccepted: true }));
  expect((await dispatch(third, desk.agent, '12:00', '13:00')).status).toBe(400);
  expect((await dispatch(third, mo, '13:00', '12:00')).status).toBe(400);
});

test('two dispatches to one worker at once: one of them sees the other', async () => {
  const [a, b] = [await newOrder(), await newOrder()];
  const answers = await Promise.all([dispatch(a, shi, '15:00', '16:00'), dispatch(b, shi, '15:30', '16:30')]);
  expect(answers.map(({ status }) => status).toSorted((x, y) => x - y)).toEqual([204, 409]);
});

test('moved to another worker: the first is told and sees it no more', async () => {
  const id = await dispatched(shi, '18:00', '19:00');
  await made(dispatch(id, mo, '18:00', '19:00'));
  expect((await shi.get(`/fieldwork/orders/${id}/sheet`)).status).toBe(404);
  expect(await noticesOf(shi, 'fieldwork.taken')).toHaveLength(1);
  await made(mo.post(`/fieldwork/orders/${id}/steps`, { step: 'leave' }));
  expect((await dispatch(id, shi, '18:00', '19:00')).status).toBe(409);
});

test('on the way, on site, reported: the case has one note and its handler one notice, however often it is sent', async () => {
  const caseId = await newCase();
  const id = await dispatched(shi, '11:00', '12:00', caseId);
  for (const step of ['leave', 'arrive', 'leave', 'arrive']) await made(shi.post(`/fieldwork/orders/${id}/steps`, { step }));
  expect((await sheetOf(shi, id)).state).toBe('onSite');
  const report = await fullReport(shi, id);
  expect((await desk.supervisor.post(`/fieldwork/orders/${id}/report`, report)).status).toBe(403);
  const answers = await Promise.all([1, 2, 3].map(() => shi.post(`/fieldwork/orders/${id}/report`, report)));
  expect(answers.map(({ status, body }) => [status, body['state']])).toEqual(Array.from({ length: 3 }, () => [200, 'done']));
  const notes = await notesOf(caseId);
  expect(notes).toHaveLength(1);
  expect(notes[0]?.body).toMatch(/已完成（石磊）：更换 5 楼按钮板[^]*用料：按钮板 × 1[^]*未做到：.*楼道作业，未进户/);
  expect(await toldHandlers('fieldwork.done')).toBe(1);
  expect((await shi.post(`/fieldwork/orders/${id}/report`, { ...report, key: desk.app.services.newId() })).status).toBe(409);
});

test('a report tells each gap; a foreign file is none of this order', async () => {
  const id = await dispatched(shi, '13:00', '14:00');
  const other = await dispatched(shi, '13:00', '14:00');
  const report = await fullReport(shi, id);
  const bare = await shi.post(`/fieldwork/orders/${id}/report`, { ...report, answers: [], signature: null });
  expect(bare.status).toBe(400);
  expect((bare.body['errors'] as { path: string }[]).map(({ path }) => path)).toEqual([...['in-time', 'greeting', 'slippers', 'cloths', 'explained', 'cleaned'].map((key) => `answers.${key}.value`), 'signature']);
  expect((await shi.post(`/fieldwork/orders/${id}/report`, { ...report, signature: await fileOf(shi, other, 'signature') })).status).toBe(400);
  await made(shi.post(`/fieldwork/orders/${id}/report`, { ...report, signature: null, unsignedFor: '客户有事先走' }));
});

test('not done: a reason is enough, the handler is told', async () => {
  const caseId = await newCase();
  const id = await dispatched(mo, '20:00', '21:00', caseId);
  const body = { key: desk.app.services.newId(), outcome: 'failed', result: '两次敲门无人应答', answers: [], parts: [], signature: null, unsignedFor: null };
  expect((await made(mo.post(`/fieldwork/orders/${id}/report`, body)))['state']).toBe('failed');
  expect((await notesOf(caseId)).map((note) => note.body)).toEqual([expect.stringContaining('未完成（莫言青）：两次敲门无人应答')]);
  expect(await toldHandlers('fieldwork.failed')).toBe(1);
});

test('a cancelled order goes no further', async () => {
  const id = await dispatched(mo, '07:00', '08:00');
  await made(desk.supervisor.post(`/fieldwork/orders/${id}/cancel`, { reason: '客户改期' }));
  expect((await mo.post(`/fieldwork/orders/${id}/steps`, { step: 'leave' })).status).toBe(409);
  expect((await mo.post(`/fieldwork/orders/${id}/report`, await fullReport(mo, id))).status).toBe(409);
});

test('the board of a day: each worker with windows and minutes, orders of nobody beside them', async () => {
  const late = await desk.app.person({ username: 'worker3', name: '池晚', roles: ['fieldWorker'], unit: await desk.unitOf('夜班') });
  await dispatched(late, '22:00', '23:30');
  const open = await newOrder({ window: { from: T('09:00'), to: T('10:00') } });
  const day = `from=${encodeURIComponent(new Date('2026-03-03T00:00:00+08:00').toISOString())}&to=${encodeURIComponent(new Date('2026-03-03T23:00:00+08:00').toISOString())}`;
  const board = await made(desk.supervisor.get(`/fieldwork/board?${day}`)) as { workers: { id: string; minutes: number; orders: unknown[] }[]; unassigned: { id: string }[] };
  expect(board.workers.find(({ id }) => id === late.id)).toMatchObject({ minutes: 60, orders: [{ subject: '电梯按钮失灵', from: T('22:00') }] });
  expect(board.unassigned.some(({ id }) => id === open)).toBe(true);
  expect((await shi.get(`/fieldwork/board?${day}`)).status).toBe(403);
});

test('a checklist of the company’s own; an order keeps the list that it was made with', async () => {
  const item = (key: string) => ({ key, label: { 'zh-CN': `做${key}`, en: `do ${key}` }, isRequired: true, needsPhoto: false });
  const list = { name: '装修巡查', nameEn: 'Renovation round', state: 'active', items: [item('a')] };
  const { id } = await made(desk.supervisor.post('/fieldwork/checklists', list));
  const order = await newOrder({ checklist: id });
  await made(desk.supervisor.post('/fieldwork/checklists', { ...list, id, items: [item('a'), item('b')] }));
  expect((await sheetOf(desk.agent, order)).items.map(({ key }) => key)).toEqual(['a']);
  expect((await desk.agent.post('/fieldwork/checklists', list)).status).toBe(403);
  expect((await desk.supervisor.post('/fieldwork/checklists', { ...list, items: [item('a'), item('a')] })).status).toBe(400);
});

test('who lacks something for it is named with the reason, until the dispatcher decides all the same (SE-11)', async () => {
  const id = await newOrder({ skills: ['electric'] });
  const asked: unknown[] = [];
  let isLacking = true;
  addWorkerFilter((_ctx, need) => {
    if (need.order === id) asked.push({ skills: need.skills, people: need.people, window: need.window });
    return Promise.resolve(isLacking && need.skills.includes('electric') ? need.people.map((userId) => ({ userId, reason: { 'zh-CN': '没有技能：电工', en: 'lacks a skill: electrician' } })) : []);
  });
  const refused = await dispatch(id, mo, '05:00', '06:00');
  expect([refused.status, refused.body['code'], refused.body['title']]).toEqual([409, 'fieldwork.unfit', '莫言青：没有技能：电工。请换人、改时段，或确认仍要派工。']);
  expect(asked).toEqual([{ skills: ['electric'], people: [mo.id], window: { from: T('05:00'), to: T('06:00') } }]);
  expect((await dispatch(id, mo, '05:00', '06:00', { isUnfitAccepted: true })).status).toBe(204);
  isLacking = false;
  expect((await dispatch(id, mo, '05:30', '06:30')).status).toBe(204);
});
