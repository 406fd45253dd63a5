import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { made } from '#modules/service/server/test-desk.ts';
import { settleSilence } from './actions/settle-silence.ts';
import { type TestChat, type TestVisitor, openTestChat } from './test-chat.ts';

let chat: TestChat;
beforeAll(async () => {
  chat = await openTestChat();
  await chat.arrive(chat.desk.agent);
});
afterAll(() => chat.close());

type Brief = { id: string; caseId: string; number: string; unseen: number; lastLine: string };
const deskOf = async (who: TestChat['desk']['agent']) => (await made(who.get('/chat/desk'))) as unknown as { waiting: Brief[]; mine: Brief[]; others: Brief[]; isAgent: boolean };
const find = async (text: string): Promise<Brief> => {
  const { waiting, mine, others } = await deskOf(chat.desk.agent);
  const found = [...waiting, ...mine, ...others].find((row) => row.lastLine === text);
  if (!found) throw new Error(`no conversation with ${text}`);
  return found;
};
const reply = (who: TestChat['desk']['agent'], id: string, body: string, key: string = randomUUID()) => who.post(`/chat/conversations/${id}/lines`, { key, body });
const finish = async (visitor: TestVisitor) => { await visitor.call('POST', '/visit/end'); };

test('a talk: one line however often it is sent, taken, answered, seen; all of it lies in the thread of one case', async () => {
  const visitor = await chat.visitor();
  const key = randomUUID();
  const answers = await Promise.all(Array.from({ length: 8 }, () => visitor.call('POST', '/visit/lines', { key, body: '电梯停了', page: 'https://www.example.com/help' })));
  expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201));
  expect(new Set(answers.map(({ body }) => body['id'])).size).toBe(1);
  expect(await visitor.visit()).toMatchObject({ mode: 'live', conversation: { state: 'waiting', agent: null, ahead: 0 }, lines: [{ side: 'visitor', body: '电梯停了', key }] });
  const { id, caseId } = await find('电梯停了');
  expect((await chat.desk.app.admin.get(`/cases/${caseId}`)).body).toMatchObject({ channel: 'chat', subject: '在线咨询：电梯停了', owner: null });
  await made(chat.desk.agent.post(`/chat/conversations/${id}/take`));
  expect((await chat.desk.other.post(`/chat/conversations/${id}/take`)).body['code']).toBe('chat.taken');
  expect((await reply(chat.desk.other, id, '插一句')).body['code']).toBe('chat.taken');
  const answer = randomUUID();
  const replies = await Promise.all(Array.from({ length: 6 }, () => reply(chat.desk.agent, id, '马上派人去看', answer)));
  expect(new Set(replies.map(({ body }) => body['id'])).size).toBe(1);
  await made(chat.desk.agent.post(`/chat/conversations/${id}/mark`, { isTyping: true, seen: 1_000_000 }));
  const seen = await visitor.visit();
  expect(seen).toMatchObject({ conversation: { state: 'live', agent: '林晚', isTyping: true }, lines: [{ body: '电梯停了' }, { side: 'agent', name: '林晚', body: '马上派人去看' }] });
  // Nobody has seen what is not written yet.
  expect(seen.conversation?.agentSeen).toBe(seen.lines.at(-1)?.seq);
  await visitor.call('POST', '/visit/mark', { seen: seen.lines.at(-1)?.seq });
  expect((await made(chat.desk.agent.get(`/chat/conversations/${id}`)))['visitorSeen']).toBe(seen.lines.at(-1)?.seq);
  const { data } = (await chat.desk.agent.get<{ data: { kind: string; channel: string; body: string }[] }>(`/service/cases/${caseId}/messages`)).body;
  expect(data).toMatchObject([{ kind: 'incoming', channel: 'chat', body: '电梯停了' }, { kind: 'reply', channel: 'chat', body: '马上派人去看' }]);
  expect((await chat.desk.app.admin.get(`/cases/${caseId}`)).body).toMatchObject({ owner: chat.desk.agent.id, firstReceiver: chat.desk.agent.id });
  await made(chat.desk.agent.post(`/chat/conversations/${id}/end`));
  expect(await visitor.visit(seen.lines.at(-1)?.seq)).toMatchObject({ conversation: { state: 'ended' }, lines: [] });
});

test('what is written on the case’s page reaches the visitor; notes and mails do not', async () => {
  const visitor = await chat.visitor();
  await made(visitor.say('停车费怎么算'));
  const { id, caseId } = await find('停车费怎么算');
  await made(chat.desk.agent.post(`/chat/conversations/${id}/take`));
  await made(chat.desk.agent.post(`/service/cases/${caseId}/messages`, { kind: 'note', body: '内部：老客户' }));
  await made(chat.desk.agent.post(`/service/cases/${caseId}/messages`, { kind: 'reply', body: '每月三百' }));
  expect((await visitor.visit()).lines.map((line) => line.body)).toEqual(['停车费怎么算', '每月三百']);
  await finish(visitor);
});

test('who comes back within days joins the same case; after the case is over it is a new one', async () => {
  const visitor = await chat.visitor();
  await made(visitor.say('门禁卡丢了'));
  const { caseId } = await find('门禁卡丢了');
  await finish(visitor);
  await made(visitor.say('还是门禁卡的事'));
  expect((await find('还是门禁卡的事')).caseId).toBe(caseId);
  await finish(visitor);
  await made(chat.desk.app.admin.post(`/service/cases/${caseId}/withdraw`, { reason: '客户撤回' }));
  await made(visitor.say('另外一件事'));
  expect((await find('另外一件事')).caseId).not.toBe(caseId);
  await finish(visitor);
});

test('handed on within the queue it stays live; the other is told by their desk, a stranger to the queue is refused', async () => {
  const visitor = await chat.visitor();
  await made(visitor.say('想换物业费缴纳方式'));
  const { id, caseId } = await find('想换物业费缴纳方式');
  await made(chat.desk.agent.post(`/chat/conversations/${id}/take`));
  expect((await chat.desk.agent.post(`/chat/conversations/${id}/hand-on`, { to: chat.desk.supervisor.id })).status).toBe(400);
  await made(chat.desk.agent.post(`/chat/conversations/${id}/hand-on`, { to: chat.desk.other.id, note: '缴费问题请你接' }));
  expect((await visitor.visit()).conversation).toMatchObject({ state: 'live', agent: '周帆' });
  expect((await chat.desk.app.admin.get(`/cases/${caseId}`)).body['owner']).toBe(chat.desk.other.id);
  await made(reply(chat.desk.other, id, '我来处理'));
  // The case goes to somebody who does not answer chats: the visitor hears that it goes on without a talk.
  await made(chat.desk.app.admin.post(`/service/cases/${caseId}/hand-on`, { to: chat.desk.supervisor.id }));
  expect((await visitor.visit()).conversation).toMatchObject({ state: 'left', agent: null });
});

test('no more at once than an agent set', async () => {
  await chat.arrive(chat.desk.other, { capacity: 1 });
  const [first, second] = [await chat.visitor(), await chat.visitor()];
  await made(first.say('第一位'));
  await made(second.say('第二位'));
  expect((await second.visit()).conversation?.ahead).toBe(1);
  const ids = [(await find('第一位')).id, (await find('第二位')).id];
  const taken = await Promise.all(ids.map((id) => chat.desk.other.post(`/chat/conversations/${id}/take`)));
  expect(taken.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 409]);
  await Promise.all([first, second].map(finish));
  await chat.arrive(chat.desk.other, { isAvailable: false });
});

test('merged cases: the talk goes on in the other one', async () => {
  const visitor = await chat.visitor();
  await made(visitor.say('路灯不亮'));
  const { id, caseId } = await find('路灯不亮');
  await made(chat.desk.agent.post(`/chat/conversations/${id}/take`));
  const other = String((await made(chat.desk.agent.post('/service/cases', { caseType: chat.desk.types['报修'], channel: 'phone', subject: '路灯', owner: chat.desk.agent.id })))['id']);
  await made(chat.desk.agent.post(`/service/cases/${caseId}/merge`, { into: other }));
  await made(visitor.say('就在三号楼前'));
  expect((await find('就在三号楼前')).caseId).toBe(other);
  await finish(visitor);
});

test('who waited and closed the page is a case of the rotation; a talk without a word ends', async () => {
  const [gone, silent] = [await chat.visitor(), await chat.visitor()];
  await made(gone.say('没人理我'));
  await made(silent.say('我在听'));
  const { id } = await find('我在听');
  await made(chat.desk.agent.post(`/chat/conversations/${id}/take`));
  const { caseId } = await find('没人理我');
  await chat.desk.at('2026-03-02T09:04');
  await settleSilence(chat.desk.app.services);
  expect((await find('没人理我')).caseId).toBe(caseId);
  await chat.desk.at('2026-03-02T09:40');
  await settleSilence(chat.desk.app.services);
  await settleSilence(chat.desk.app.services);
  const states = await chat.desk.app.services.database.rows<{ state: string; by: string | null }>(sql`SELECT state, ended_by AS by FROM chat_conversation WHERE case_id = ${caseId} OR id = ${id} ORDER BY state`);
  expect(states).toEqual([{ state: 'ended', by: 'silence' }, { state: 'left', by: null }]);
  expect((await chat.desk.app.admin.get(`/cases/${caseId}`)).body['owner']).not.toBeNull();
  await chat.arrive(chat.desk.agent);
});

test('nobody there, then outside of hours: only with a way to reach them, and then by rotation', async () => {
  await chat.arrive(chat.desk.agent, { isAvailable: false });
  const visitor = await chat.visitor();
  expect(await visitor.visit()).toMatchObject({ mode: 'away', opensAt: null });
  expect((await visitor.say('有人吗')).body).toMatchObject({ code: 'record.invalid', errors: [{ path: 'contact.email' }] });
  expect((await visitor.say('有人吗', { contact: { name: '赵先生', email: '', phone: '12' } })).body).toMatchObject({ errors: [{ path: 'contact.phone' }] });
  await made(visitor.say('有人吗', { contact: { name: '赵先生', phone: '13800138000' } }));
  const { conversation } = await visitor.visit();
  expect(conversation).toMatchObject({ state: 'left', hasContact: true });
  const { data } = (await chat.desk.app.admin.get<{ data: Record<string, unknown>[] }>('/cases?limit=1&sort=-receivedAt')).body;
  expect(data[0]).toMatchObject({ number: conversation?.number, channel: 'chat', reporterName: '赵先生' });
  expect(data[0]?.['owner']).not.toBeNull();
  await chat.desk.at('2026-03-02T20:00');
  await chat.arrive(chat.desk.agent);
  expect(await visitor.visit()).toMatchObject({ mode: 'closed', opensAt: '2026-03-03T01:00:00.000Z' });
  // They know how to reach them, so more may be said.
  await made(visitor.say('补充一句'));
  expect((await visitor.visit()).conversation).toMatchObject({ state: 'left', number: conversation?.number });
});
