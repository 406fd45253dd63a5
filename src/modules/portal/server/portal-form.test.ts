import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findProof } from '#kernel/proof-of-work.ts';
import { type TestPortal, openTestPortal } from './test-portal.ts';

let portal: TestPortal;
let minute = 0;
beforeAll(async () => { portal = await openTestPortal(); });
afterAll(() => portal.close());

const clock = (add: number): Promise<void> => {
  minute += add;
  const at = new Date(Date.UTC(2026, 2, 3, 1, minute));
  return portal.desk.at(new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19));
};

const words = () => ({ name: '来信人', email: 'guest@elsewhere.example', phone: '', caseType: portal.desk.types['咨询'], subject: '开放时间', text: '周末开放吗？', website: '' });

/** A token with its proof, a minute old. */
async function ready(): Promise<{ token: string; counter: number }> {
  const { token, bits } = (await portal.visitor().get<{ token: string; bits: number }>('/portal/form')).body;
  const counter = findProof(token, bits, 0, 50_000_000) ?? -1;
  await clock(1);
  return { token, counter };
}

test('a message of the form is one case, with its sender, however often it is sent', async () => {
  await clock(0);
  const message = { ...(await ready()), ...words() };
  const answers = await Promise.all(Array.from({ length: 5 }, () => portal.visitor().post('/portal/form', message)));
  expect(new Set(answers.map(({ status, body }) => `${status} ${String(body['number'])}`)).size).toBe(1);
  expect(answers[0]?.status).toBe(201);
  const rows = await portal.desk.app.services.database.rows(sql`SELECT channel, reporter_name AS name, reporter_email AS email, tags FROM service_case WHERE number = ${String(answers[0]?.body['number'])}`);
  expect(rows).toEqual([{ channel: 'web', name: '来信人', email: 'guest@elsewhere.example', tags: [] }]);
});

test('too early, without proof, forged or without an address it is refused', async () => {
  const { token, bits } = (await portal.visitor().get<{ token: string; bits: number }>('/portal/form')).body;
  const counter = findProof(token, bits, 0, 50_000_000) ?? -1;
  expect((await portal.visitor().post('/portal/form', { token, counter, ...words() })).status).toBe(429);
  await clock(1);
  expect((await portal.visitor().post('/portal/form', { token: `${token}x`, counter, ...words() })).body).toMatchObject({ errors: [{ path: 'token' }] });
  expect((await portal.visitor().post('/portal/form', { token, counter, ...words(), email: '', phone: '' })).body).toMatchObject({ errors: [{ path: 'email' }] });
  expect((await portal.visitor().post('/portal/form', { token, counter, ...words(), text: 'x'.repeat(4_001) })).status).toBe(400);
  expect((await portal.visitor().post('/portal/form', { token, counter, ...words(), caseType: portal.desk.types['巡查发现'] })).body).toMatchObject({ errors: [{ path: 'caseType' }] });
  await clock(121);
  expect((await portal.visitor().post('/portal/form', { token, counter, ...words() })).body).toMatchObject({ errors: [{ path: 'token' }] });
});

test('what looks like a machine’s is held: nobody gets it, the supervisor sees it with its tag', async () => {
  await clock(30);
  for (const sign of [{ text: 'http://a.example http://b.example http://c.example' }, { website: 'http://spam.example' }]) {
    const sent = await portal.visitor().post('/portal/form', { ...(await ready()), ...words(), subject: `疑 ${Object.keys(sign)[0]}`, ...sign });
    expect(sent.status).toBe(201);
    const filter = encodeURIComponent(JSON.stringify({ and: [{ field: 'number', op: 'eq', value: sent.body['number'] }] }));
    const { data } = (await portal.desk.supervisor.get<{ data: Record<string, unknown>[] }>(`/cases?filter=${filter}`)).body;
    expect(data).toMatchObject([{ owner: null, tags: ['review'], state: 'open' }]);
  }
});

test('five messages in ten minutes from one network, and a closed form is not there', async () => {
  await clock(60);
  const tokens = [];
  for (let at = 0; at < 6; at += 1) {
    const { token, bits } = (await portal.visitor().get<{ token: string; bits: number }>('/portal/form')).body;
    tokens.push({ token, counter: findProof(token, bits, 0, 50_000_000) ?? -1 });
  }
  await clock(1);
  const states: number[] = [];
  for (const token of tokens) states.push((await portal.visitor().post('/portal/form', { ...token, ...words() })).status);
  expect(states).toEqual([201, 201, 201, 201, 201, 429]);
  await portal.set({ portalFormIsOpen: false });
  expect((await portal.visitor().get('/portal/form')).status).toBe(404);
  expect((await portal.visitor().post('/portal/form', { ...tokens[5], ...words() })).status).toBe(404);
});

test('only origins may be allowed to embed the form', async () => {
  expect((await portal.desk.app.admin.call('PUT', '/admin/settings', { portalFormOrigins: ["https://a.example; script-src *"] })).status).toBe(400);
  expect((await portal.desk.app.admin.call('PUT', '/admin/settings', { portalFormOrigins: ['https://a.example'] })).status).toBe(200);
});
