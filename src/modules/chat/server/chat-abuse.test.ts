import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findProof } from '#kernel/proof-of-work.ts';
import { made } from '#modules/service/server/test-desk.ts';
import { type TestChat, openTestChat } from './test-chat.ts';

let chat: TestChat;
beforeAll(async () => {
  chat = await openTestChat();
  await chat.arrive(chat.desk.agent);
});
afterAll(() => chat.close());

const fetchVisit = (token: string) => fetch(`${chat.desk.app.url}/api/v1/chat/visit`, { headers: { 'x-chat-visitor': token } });

test('a visitor is made by a proof of work, once for each proof', async () => {
  const nobody = await chat.visitor('x');
  const { challenge } = (await made(nobody.call('GET', '/state'))) as { challenge: { token: string; bits: number } };
  const counter = findProof(challenge.token, challenge.bits, 0, 10_000_000) ?? -1;
  expect((await nobody.call('POST', '/visitors', { token: `${challenge.token}x`, counter })).status).toBe(400);
  const answers = await Promise.all([1, 2, 3].map(() => nobody.call('POST', '/visitors', { token: challenge.token, counter })));
  expect(new Set(answers.map(({ body }) => body['visitor'])).size).toBe(1);
});

test('a token of another hand is nobody’s, and nobody sees another’s talk', async () => {
  const [one, two] = [await chat.visitor(), await chat.visitor()];
  await made(one.say('只有我能看'));
  expect(JSON.stringify(await two.visit())).not.toContain('只有我能看');
  const [id] = one.token.split('.');
  const [, signature] = two.token.split('.');
  for (const token of ['', 'x', `${id}.${signature}`, `${id}.`, `${randomUUID()}.${signature}`]) expect((await fetchVisit(token)).status).toBe(401);
  expect((await fetchVisit(one.token)).status).toBe(200);
});

test('lines: a length, a number a minute, as text, declared fields only', async () => {
  const visitor = await chat.visitor();
  expect((await visitor.say('x'.repeat(2_001))).status).toBe(400);
  expect((await visitor.say('   ')).status).toBe(400);
  expect((await visitor.say('好', { owner: randomUUID() })).body['code']).toBe('request.unknown-field');
  expect((await visitor.say('好', { page: 'javascript:alert(1)' })).status).toBe(400);
  await made(visitor.say('<img src=x onerror=alert(1)>'));
  expect((await visitor.visit()).lines.map(({ body }) => body)).toEqual(['<img src=x onerror=alert(1)>']);
  const statuses: number[] = [];
  for (let at = 0; at < 25; at += 1) statuses.push((await visitor.say(`第 ${at} 句`)).status);
  expect(statuses.filter((status) => status === 201)).toHaveLength(19);
  expect(statuses.at(-1)).toBe(429);
});

test('a blocked visitor says nothing more, nor does the next one of their address; lifted, they do', async () => {
  const visitor = await chat.visitor();
  await made(visitor.say('骂人的话'));
  const { waiting } = (await made(chat.desk.agent.get('/chat/desk'))) as unknown as { waiting: { id: string; lastLine: string }[] };
  const id = waiting.find(({ lastLine }) => lastLine === '骂人的话')?.id ?? '';
  await made(chat.desk.agent.post(`/chat/conversations/${id}/block`));
  expect((await visitor.say('继续')).body['code']).toBe('chat.blocked');
  expect(await visitor.visit()).toMatchObject({ isBlocked: true, conversation: { state: 'ended' } });
  await expect(chat.visitor()).rejects.toThrow('chat.blocked');
  expect((await chat.desk.agent.get('/chat/blocked')).status).toBe(403);
  const { data } = (await made(chat.desk.app.admin.get('/chat/blocked'))) as unknown as { data: { id: string }[] };
  await made(chat.desk.app.admin.post(`/chat/blocked/${data[0]?.id}/lift`));
  expect((await visitor.say('抱歉')).status).toBe(201);
});

test('only the people of the queue come to conversations', async () => {
  const { supervisor, app } = chat.desk;
  const visitor = await chat.visitor();
  await made(visitor.say('给客服的话'));
  const { waiting } = (await made(chat.desk.other.get('/chat/desk'))) as unknown as { waiting: { id: string; lastLine: string }[] };
  const id = waiting.find(({ lastLine }) => lastLine === '给客服的话')?.id ?? '';
  for (const who of [supervisor, app.admin]) {
    expect((await made(who.get('/chat/desk')))).toMatchObject({ isAgent: false, waiting: [], mine: [], others: [] });
    expect(await made(who.get('/chat/waiting'))).toMatchObject({ isAgent: false, waiting: 0, unseen: 0 });
    expect((await who.get(`/chat/conversations/${id}`)).status).toBe(404);
    for (const [path, body] of [['take', {}], ['lines', { key: randomUUID(), body: 'x' }], ['mark', { seen: 1 }], ['hand-on', { to: chat.desk.agent.id }], ['end', {}], ['block', {}]] as const) {
      expect((await who.post(`/chat/conversations/${id}/${path}`, body)).status).toBe(404);
    }
    expect((await who.call('PUT', '/chat/presence', { isAvailable: true, capacity: 3, hasSound: false, hasNotices: false })).status).toBe(403);
  }
  expect((await visitor.visit()).conversation).toMatchObject({ state: 'waiting' });
});

test('closed, nothing of it is there', async () => {
  const visitor = await chat.visitor();
  await chat.set({ chatIsOpen: false });
  expect((await visitor.call('GET', '/state')).status).toBe(404);
  expect((await visitor.call('GET', '/visit')).status).toBe(404);
  expect((await visitor.say('有人吗')).status).toBe(404);
  await chat.set({ chatIsOpen: true });
  expect((await visitor.call('GET', '/visit')).status).toBe(200);
});
