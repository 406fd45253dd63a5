import { connect } from 'node:net';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, type TestPerson, startTestApp } from '../../app/test-app.ts';
import { STREAMS_PER_USER } from './event-streams.ts';

let app: TestApp;
let isClosed = false;
const streams = new Set<Stream>();

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(async () => {
  for (const stream of streams) stream.abort();
  if (!isClosed) await app.close();
});

interface Stream {
  readonly status: number;
  readonly headers: Headers;
  readonly events: { name: string; data: Record<string, unknown> }[];
  readonly isEnded: () => boolean;
  abort(): void;
}

async function listen(person: TestPerson): Promise<Stream> {
  const aborter = new AbortController();
  const response = await fetch(`${app.url}/api/v1/events`, { headers: { cookie: person.cookie() }, signal: aborter.signal });
  const events: Stream['events'] = [];
  let isEnded = false;
  const read = async () => {
    let text = '';
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk;
      const parts = text.split('\n\n');
      text = parts.pop() ?? '';
      for (const part of parts) {
        const data = /^data: (.*)$/m.exec(part)?.[1];
        if (data !== undefined) events.push({ name: /^event: (.*)$/m.exec(part)?.[1] ?? 'message', data: JSON.parse(data) as Record<string, unknown> });
      }
    }
  };
  void read().catch(() => undefined).finally(() => { isEnded = true; });
  const stream = { status: response.status, headers: response.headers, events, isEnded: () => isEnded, abort: () => aborter.abort() };
  streams.add(stream);
  return stream;
}

const until = (check: () => boolean, ms = 60_000) => expect.poll(check, { timeout: ms, interval: 25 }).toBe(true);
const heard = (stream: Stream, id: unknown) => stream.events.some((event) => event.data.id === id);

test('each person hears of the records they may see, without any value', async () => {
  const seller = await app.person({ username: 'he', roles: ['salesperson'] });
  const other = await app.person({ username: 'she', roles: ['salesperson'] });
  const [mine, theirs, all] = await Promise.all([listen(seller), listen(other), listen(app.admin)]);
  expect(mine.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(mine.headers.get('x-content-type-options')).toBe('nosniff');
  const { body } = await seller.post('/customers', { name: '青岛海石化工有限公司' });
  await until(() => heard(mine, body.id) && heard(all, body.id));
  expect(mine.events.find((event) => event.data.id === body.id)?.data).toEqual({ object: 'customer', id: body.id, action: 'create', version: 1 });
  const contact = await seller.post('/contacts', { name: '王海', customer: body.id });
  await until(() => heard(mine, contact.body.id));
  const own = await other.post('/customers', { name: '烟台另一家有限公司' });
  await until(() => heard(theirs, own.body.id));
  expect(heard(theirs, body.id) || heard(theirs, contact.body.id) || heard(mine, own.body.id)).toBe(false);
  await app.admin.call('DELETE', `/customers/${String(body.id)}`);
  await until(() => mine.events.some((event) => event.data.id === body.id && event.data.action === 'delete'));
});

test('a burst is told as one', async () => {
  const stream = await listen(app.admin);
  const events = Array.from({ length: 500 }, () => ({ object: 'customer', id: app.services.newId(), action: 'create' }));
  app.services.events.announce({ kind: 'records', events });
  await until(() => stream.events.some((event) => event.data.action === 'many'));
  expect(stream.events.filter((event) => event.data.object === 'customer')).toEqual([{ name: 'message', data: { object: 'customer', id: '', action: 'many' } }]);
});

test('a personal notice reaches its person only', async () => {
  const person = await app.person({ username: 'named', roles: ['salesperson'] });
  const [own, foreign] = await Promise.all([listen(person), listen(app.admin)]);
  app.services.events.announce({ kind: 'personal', event: { userId: person.id, topic: 'job', payload: { done: 3 } } });
  await until(() => own.events.length > 0);
  expect(own.events).toEqual([{ name: 'personal', data: { topic: 'job', payload: { done: 3 } } }]);
  expect(foreign.events.some((event) => event.name === 'personal')).toBe(false);
});

test('pushes stop the moment a right is taken', async () => {
  const person = await app.person({ username: 'demoted', roles: ['serviceAgent'] });
  const stream = await listen(person);
  const { body } = await app.admin.post('/customers', { name: '淄博可见有限公司' });
  await until(() => heard(stream, body.id));
  const changed = await app.admin.post(`/users/${person.id}/roles`, { roles: ['salesperson'] });
  expect(changed.status).toBe(200);
  const after = await app.admin.post('/customers', { name: '淄博不可见有限公司' });
  const own = await person.post('/customers', { name: '淄博自己的有限公司' });
  await until(() => heard(stream, own.body.id));
  expect(heard(stream, after.body.id)).toBe(false);
  expect(stream.events.some((event) => event.data.object === 'meta')).toBe(true);
});

test('streams end within five seconds after sign-out, revocation and disabling', async () => {
  const [leaver, revoked, disabled] = await Promise.all(
    ['leaver', 'revoked', 'disabled'].map((username) => app.person({ username, roles: ['salesperson'] })));
  if (!leaver || !revoked || !disabled) throw new Error('three people are needed');
  const [first, second, third] = await Promise.all([listen(leaver), listen(revoked), listen(disabled)]);
  await leaver.post('/auth/logout');
  // Straight in the table, as another server would whose announcement was lost.
  await app.services.database.run(sql`UPDATE session SET revoked_at = now() WHERE user_id = ${revoked.id}`);
  expect((await app.admin.post(`/users/${disabled.id}/disable`)).status).toBeLessThan(300);
  await until(() => first.isEnded() && second.isEnded() && third.isEnded());
});

test('nobody listens without signing in, nor on too many streams', async () => {
  expect((await app.anonymous().get('/events')).status).toBe(401);
  const person = await app.person({ username: 'many', roles: ['salesperson'] });
  const open = await Promise.all(Array.from({ length: STREAMS_PER_USER }, () => listen(person)));
  expect(new Set(open.map((stream) => stream.status))).toEqual(new Set([200]));
  expect((await listen(person)).status).toBe(429);
  open[0]?.abort();
  await expect.poll(async () => (await listen(person)).status, { timeout: 60_000 }).toBe(200);
});

test('neither open streams nor connections on which nothing is sent hold up the stop of the server', async () => {
  const stream = await listen(app.admin);
  const silent = connect(Number(new URL(app.url).port), '127.0.0.1');
  await new Promise((resolve) => { silent.once('connect', resolve); });
  let isCutOff = false;
  const { server } = app.server;
  server.closeAllConnections = () => { isCutOff = true; };
  await app.close();
  isClosed = true;
  await until(() => stream.isEnded() && silent.destroyed);
  expect(isCutOff).toBe(false);
});
