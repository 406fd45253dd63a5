import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPerson } from '#app/test-app.ts';
import { doStep, made } from '#modules/service/server/test-desk.ts';
import { type TestPortal, openTestPortal } from './test-portal.ts';

let portal: TestPortal;
let chen: TestPerson;
let stranger: TestPerson;

beforeAll(async () => {
  portal = await openTestPortal();
  const other = String((await made(portal.desk.app.admin.post('/customers', { name: '临海置业', kind: 'company' })))['id']);
  await made(portal.desk.app.admin.post('/contacts', { name: '马克', customer: other, email: 'mark@linhai.example' }));
  chen = await portal.signIn('chen@harbour.example');
  stranger = await portal.signIn('mark@linhai.example');
});
afterAll(() => portal.close());

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

const report = (type: string, more: Readonly<Record<string, unknown>> = {}) => ({ key: randomUUID(), caseType: portal.desk.types[type], subject: '电梯异响', description: '三号楼电梯有异响', place: '三号楼', ...more });

async function upload(who: TestPerson, caseId: string, bytes: Buffer, query: Readonly<Record<string, string>> = {}) {
  const search = new URLSearchParams({ name: 'a.png', key: randomUUID(), ...query }).toString();
  const response = await fetch(`${portal.desk.app.url}/api/v1/portal/cases/${caseId}/pictures?${search}`, {
    method: 'POST', headers: { 'content-type': 'application/octet-stream', cookie: who.cookie() }, body: new Uint8Array(bytes),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const download = (who: TestPerson, id: string) => fetch(`${portal.desk.app.url}/api/v1/portal/files/${id}`, { headers: { cookie: who.cookie() } });

/** A repair that its customer was answered. */
async function answered(more: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const id = String((await made(chen.post('/portal/cases', report('报修', more))))['id']);
  const owner = (await made(portal.desk.app.admin.get(`/cases/${id}`)))['owner'] === portal.desk.agent.id ? portal.desk.agent : portal.desk.other;
  await made(doStep(owner, id, 'repair', { cause: portal.desk.causes['早期损坏'], result: '换了轴承' }));
  await made(doStep(owner, id, 'answer', { reply: '已更换轴承，请您试乘。' }));
  return id;
}

test('a report becomes one case of the contact, however often and at once it is sent', async () => {
  const body = report('投诉');
  const answers = await Promise.all(Array.from({ length: 8 }, () => chen.post('/portal/cases', body)));
  expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201));
  expect(new Set(answers.map((answer) => answer.body['id'])).size).toBe(1);
  const id = String(answers[0]?.body['id']);
  expect((await portal.desk.app.admin.get(`/cases/${id}`)).body).toMatchObject({ channel: 'portal', subject: '电梯异响', customer: portal.customer, contact: portal.contact, place: '三号楼' });
  const { data } = (await chen.get<{ data: Record<string, unknown>[] }>('/portal/cases')).body;
  expect(data.filter((row) => row['id'] === id)).toMatchObject([{ state: 'received', type: '投诉' }]);
  expect(data[0]?.['dueAt']).not.toBeNull();
});

test('only public types, only one’s own customers, only declared fields', async () => {
  expect((await chen.post('/portal/cases', report('巡查发现'))).body).toMatchObject({ code: 'record.invalid', errors: [{ path: 'caseType' }] });
  expect((await chen.post('/portal/cases', report('投诉', { customer: randomUUID() }))).body).toMatchObject({ code: 'record.invalid', errors: [{ path: 'customer' }] });
  expect((await chen.post('/portal/cases', { ...report('投诉'), owner: portal.desk.agent.id })).body['code']).toBe('request.unknown-field');
});

test('another’s case is not there, by any way, and nothing of it changes', async () => {
  const id = String((await made(chen.post('/portal/cases', report('投诉'))))['id']);
  const picture = String((await upload(chen, id, PNG)).body['id']);
  const said = String((await made(chen.post(`/portal/cases/${id}/messages`, { key: randomUUID(), body: '请尽快' })))['id']);
  for (const who of [stranger, portal.visitor()]) {
    const status = who === stranger ? 404 : 401;
    expect((await who.get(`/portal/cases/${id}`)).status).toBe(status);
    expect((await who.post(`/portal/cases/${id}/messages`, { key: randomUUID(), body: 'x' })).status).toBe(status);
    expect((await who.post(`/portal/cases/${id}/rating`, { score: 1, isSolved: false })).status).toBe(status);
    expect((await upload(who, id, PNG)).status).toBe(status);
    expect((await upload(who, id, PNG, { message: said })).status).toBe(status);
    expect((await download(who, picture)).status).toBe(status);
  }
  expect((await stranger.get<{ data: unknown[] }>('/portal/cases')).body.data).toEqual([]);
  const counts = await portal.desk.app.services.database.one<{ messages: number; files: number }>(sql`
    SELECT (SELECT count(*)::int FROM case_message WHERE case_id = ${id}) AS messages, (SELECT count(*)::int FROM portal_picture WHERE case_id = ${id}) AS files`);
  expect(counts).toEqual({ messages: 1, files: 1 });
});

test('replies are read, notes and their files never are, nor what staff wrote down or hung on the case', async () => {
  const { agent, app } = portal.desk;
  const id = String((await made(agent.post('/service/cases', { caseType: portal.desk.types['投诉'], channel: 'phone', subject: '门禁失灵', description: '此人常来闹事', customer: portal.customer, contact: portal.contact })))['id']);
  const hang = async (name: string) => {
    const response = await fetch(`${app.url}/api/v1/files?object=case&record=${id}&name=${name}`, { method: 'POST', headers: { 'content-type': 'application/octet-stream', cookie: agent.cookie() }, body: new Uint8Array(PNG) });
    return ((await response.json()) as { id: string }).id;
  };
  const [onCase, onNote, onReply] = [await hang('case.png'), await hang('note.png'), await hang('reply.png')];
  await made(agent.post(`/service/cases/${id}/messages`, { kind: 'note', body: '内部：先不赔', files: [onNote] }));
  await made(agent.post(`/service/cases/${id}/messages`, { kind: 'reply', body: '明天上门检修', files: [onReply] }));
  const seen = await chen.get(`/portal/cases/${id}`);
  expect(seen.body).toMatchObject({ state: 'working', description: null, pictures: [], messages: [{ from: 'us', name: '林晚', body: '明天上门检修', files: [{ id: onReply }] }] });
  for (const hidden of ['先不赔', '常来闹事', onNote, onCase, agent.id]) expect(seen.text).not.toContain(hidden);
  expect((await download(chen, onReply)).status).toBe(200);
  for (const file of [onNote, onCase]) expect((await download(chen, file)).status).toBe(404);
});

test('what was merged in from somebody else’s case stays theirs', async () => {
  const { app } = portal.desk;
  const contact = String((await made(app.admin.post('/contacts', { name: '吴凡', customer: portal.customer, email: 'wu@harbour.example' })))['id']);
  const raise = async (who: string) => String((await made(app.admin.post('/service/cases', { caseType: portal.desk.types['咨询'], channel: 'phone', subject: '物业费', customer: portal.customer, contact: who })))['id']);
  const [theirs, mine] = [await raise(contact), await raise(portal.contact)];
  await made(app.admin.post(`/service/cases/${theirs}/messages`, { kind: 'reply', body: '吴先生的回复' }));
  await made(app.admin.post(`/service/cases/${theirs}/merge`, { into: mine }));
  expect((await chen.get(`/portal/cases/${mine}`)).text).not.toContain('吴先生的回复');
});

test('pictures: by content, by size, by number, once a key', async () => {
  const id = String((await made(chen.post('/portal/cases', report('报修'))))['id']);
  const key = randomUUID();
  const [first, again] = [await upload(chen, id, PNG, { key }), await upload(chen, id, PNG, { key })];
  expect([first.status, again.body['id']]).toEqual([201, first.body['id']]);
  expect((await upload(chen, id, Buffer.from('<html><script>1</script>'))).status).toBe(415);
  expect((await upload(chen, id, Buffer.from('%PDF-1.4\n%âãÏÓ\n'), { name: 'a.pdf' })).status).toBe(415);
  expect((await upload(chen, id, Buffer.alloc(8 * 1024 * 1024 + 1, 1))).status).toBe(413);
  for (let at = 1; at < 10; at += 1) expect((await upload(chen, id, PNG)).status).toBe(201);
  expect((await upload(chen, id, PNG)).body['code']).toBe('record.too-many');
  const shown = (await chen.get<{ pictures: { id: string }[] }>(`/portal/cases/${id}`)).body.pictures;
  expect(shown).toHaveLength(10);
  const file = await download(chen, shown[0]?.id ?? '');
  expect([file.status, file.headers.get('content-type'), file.headers.get('content-security-policy')]).toEqual([200, 'image/png', "default-src 'none'; sandbox; frame-ancestors 'none'"]);
});

test('a message wakes a case that waits, and is one however often it is sent', async () => {
  const id = String((await made(chen.post('/portal/cases', report('服务请求'))))['id']);
  await made(portal.desk.app.admin.post(`/service/cases/${id}/wait`, { reason: '请补充门牌号' }));
  expect((await chen.get(`/portal/cases/${id}`)).body).toMatchObject({ state: 'waitsForYou', dueAt: null });
  const message = { key: randomUUID(), body: '3 栋 1502' };
  const answers = await Promise.all(Array.from({ length: 6 }, () => chen.post(`/portal/cases/${id}/messages`, message)));
  expect(new Set(answers.map((answer) => answer.body['id'])).size).toBe(1);
  expect((await chen.get(`/portal/cases/${id}`)).body).toMatchObject({ messages: [{ from: 'you', body: '3 栋 1502' }] });
  expect((await portal.desk.app.admin.get(`/cases/${id}`)).body['state']).toBe('open');
});

test('rated as solved: it is the call back, once', async () => {
  const id = await answered();
  expect((await chen.get(`/portal/cases/${id}`)).body).toMatchObject({ state: 'answered', mayRate: true });
  for (const score of [5, 1]) expect((await chen.post(`/portal/cases/${id}/rating`, { score, isSolved: true, words: '很快' })).status).toBe(204);
  expect((await portal.desk.app.admin.get(`/cases/${id}`)).body).toMatchObject({ satisfaction: 5, isSolved: true, step: 'feedback' });
  expect((await chen.get(`/portal/cases/${id}`)).body).toMatchObject({ mayRate: false, rating: { score: 5, isSolved: true } });
});

test('rated as not solved: open again with a new clock, and rated again after the next answer', async () => {
  const id = await answered();
  expect((await chen.post(`/portal/cases/${id}/rating`, { score: 2, isSolved: false, words: '还在响' })).status).toBe(204);
  expect((await portal.desk.app.admin.get(`/cases/${id}`)).body).toMatchObject({ satisfaction: 2, isSolved: false, state: 'open', step: 'repair', reopenCount: 1 });
  const seen = (await chen.get(`/portal/cases/${id}`)).body;
  expect(seen).toMatchObject({ state: 'working', mayRate: false });
  expect(seen['dueAt']).not.toBeNull();
  expect((await chen.post(`/portal/cases/${id}/rating`, { score: 1, isSolved: false })).status).toBe(409);
});

test('a closed request without a call back opens again as well; a message to it is refused', async () => {
  const id = String((await made(chen.post('/portal/cases', report('建议'))))['id']);
  const { admin } = portal.desk.app;
  await made(doStep(admin, id, 'handle', { result: '已采纳' }));
  await made(doStep(admin, id, 'answer', { reply: '谢谢您的建议' }));
  expect((await chen.get(`/portal/cases/${id}`)).body).toMatchObject({ state: 'done', mayWrite: false, mayRate: true });
  expect((await chen.post(`/portal/cases/${id}/messages`, { key: randomUUID(), body: '还有' })).status).toBe(409);
  expect((await chen.post(`/portal/cases/${id}/rating`, { score: 3, isSolved: false })).status).toBe(204);
  expect((await admin.get(`/cases/${id}`)).body).toMatchObject({ state: 'open', step: 'handle' });
});
