import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { made } from '#modules/service/server/test-desk.ts';
import { type TestPortal, openTestPortal } from './test-portal.ts';

let portal: TestPortal;
beforeAll(async () => { portal = await openTestPortal(); });
afterAll(() => portal.close());

const wrongOf = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

test('a known address gets a code and signs in with it, once', async () => {
  const visitor = portal.visitor();
  const asked = await portal.codeFor(visitor, 'CHEN@harbour.example');
  expect(asked.code).toMatch(/^\d{6}$/);
  const answer = await visitor.post('/portal/session', asked);
  expect(answer.status).toBe(204);
  expect(answer.headers.getSetCookie()[0]).toMatch(/^zhike_portal=[\w-]{43}; .*HttpOnly.*SameSite=Lax/);
  expect((await visitor.get('/portal/me')).body).toMatchObject({ email: 'chen@harbour.example', parties: [{ customer: portal.customer, name: '青岛港湾机械有限公司' }] });
  expect((await portal.visitor().post('/portal/session', asked)).body['code']).toBe('auth.second-factor-wrong');
  const { database } = portal.desk.app.services;
  const row = await database.one<{ text: string }>(sql`SELECT row_to_json(c)::text AS text FROM portal_code c WHERE email = 'chen@harbour.example'`);
  expect(row.text).not.toContain(`"${asked.code}"`);
});

test('an unknown address is answered alike and gets no mail; no code opens it', async () => {
  const visitor = portal.visitor();
  const sent = portal.smtp.mails.length;
  const known = await portal.visitor().post('/portal/codes', { email: 'chen@harbour.example' });
  const unknown = await visitor.post('/portal/codes', { email: 'nobody@elsewhere.example' });
  const shape = ({ status, body, headers }: typeof known) => ({ status, keys: Object.keys(body), length: String(body['challenge']).length, type: headers.get('content-type'), cookies: headers.getSetCookie() });
  expect(shape(unknown)).toEqual(shape(known));
  const { database } = portal.desk.app.services;
  await expect.poll(async () => (await database.one<{ state: string }>(sql`SELECT state FROM portal_code WHERE email = 'nobody@elsewhere.example'`)).state).toBe('dropped');
  expect(portal.smtp.mails.slice(sent).every((mail) => !mail.to.includes('nobody@elsewhere.example'))).toBe(true);
  const refused = await visitor.post('/portal/session', { challenge: unknown.body['challenge'], code: '000000' });
  const wrong = await visitor.post('/portal/session', { challenge: 'x'.repeat(32), code: '000000' });
  expect([refused.status, refused.body['code'], refused.body['title']]).toEqual([wrong.status, wrong.body['code'], wrong.body['title']]);
});

test('the fifth wrong try ends a code, also when the tries come at once, and the right one no longer helps', async () => {
  await made(portal.desk.app.admin.post('/contacts', { name: '柳青', customer: portal.customer, email: 'liu@harbour.example' }));
  const visitor = portal.visitor();
  const asked = await portal.codeFor(visitor, 'liu@harbour.example');
  const tries = await Promise.all(Array.from({ length: 12 }, () => visitor.post('/portal/session', { challenge: asked.challenge, code: wrongOf(asked.code) })));
  expect(tries.every(({ status }) => status === 401)).toBe(true);
  expect((await visitor.post('/portal/session', asked)).status).toBe(401);
  const { database } = portal.desk.app.services;
  expect((await database.one<{ tries: number }>(sql`SELECT tries FROM portal_code WHERE email = 'liu@harbour.example' AND is_live`)).tries).toBe(5);
});

test('a code belongs to the browser that asked, is replaced by the next one and ends after ten minutes', async () => {
  await made(portal.desk.app.admin.post('/contacts', { name: '韩雨', customer: portal.customer, email: 'han@harbour.example' }));
  const visitor = portal.visitor();
  const first = await portal.codeFor(visitor, 'han@harbour.example');
  const second = await portal.codeFor(visitor, 'han@harbour.example');
  expect((await visitor.post('/portal/session', first)).status).toBe(401);
  expect((await visitor.post('/portal/session', { challenge: first.challenge, code: second.code })).status).toBe(401);
  await portal.desk.at('2026-03-02T09:10:01');
  expect((await visitor.post('/portal/session', second)).status).toBe(401);
  const third = await portal.codeFor(visitor, 'han@harbour.example');
  expect((await visitor.post('/portal/session', third)).status).toBe(204);
});

test('codes are asked for five times in a quarter of an hour, whether the address is known or not', async () => {
  await portal.desk.at('2026-03-02T10:00');
  for (const email of ['chen@harbour.example', 'stranger@elsewhere.example']) {
    const states: number[] = [];
    for (let at = 0; at < 6; at += 1) states.push((await portal.visitor().post('/portal/codes', { email })).status);
    expect(states).toEqual([202, 202, 202, 202, 202, 429]);
  }
  await portal.desk.at('2026-03-02T10:15');
  expect((await portal.visitor().post('/portal/codes', { email: 'stranger@elsewhere.example' })).status).toBe(202);
});

test('what may have arrived is not sent again', async () => {
  await portal.desk.at('2026-03-02T11:00');
  portal.smtp.behaviour.after = 'hang-up';
  const before = portal.smtp.mails.length;
  await made(portal.visitor().post('/portal/codes', { email: 'chen@harbour.example' }));
  const { database } = portal.desk.app.services;
  await expect.poll(async () => (await database.one<{ state: string }>(sql`SELECT state FROM portal_code WHERE email = 'chen@harbour.example' AND is_live`)).state).toBe('unsure');
  portal.smtp.behaviour.after = 'fine';
  expect(portal.smtp.mails.length).toBe(before + 1);
});

test('a signed-out cookie is worth nothing, an idle one ends after a week, all ends after thirty days', async () => {
  await portal.desk.at('2026-03-03T09:00');
  const one = await portal.signIn('chen@harbour.example');
  const two = await portal.signIn('chen@harbour.example');
  const kept = two.cookie();
  expect((await one.post('/portal/sign-out', { everywhere: true })).status).toBe(204);
  expect((await portal.visitor().call('GET', '/portal/me', undefined, { cookie: kept })).status).toBe(401);
  const three = await portal.signIn('chen@harbour.example');
  await portal.desk.at('2026-03-10T09:00:01');
  expect((await three.get('/portal/me')).status).toBe(401);
  const four = await portal.signIn('chen@harbour.example');
  for (const day of ['03-16', '03-22', '03-28', '04-03', '04-09']) {
    await portal.desk.at(`2026-${day}T08:00`);
    expect((await four.get('/portal/me')).status).toBe(200);
  }
  await portal.desk.at('2026-04-09T09:00:02');
  expect((await four.get('/portal/me')).status).toBe(401);
});

test('other sites cannot act, staff are no customers, and a closed portal is not there', async () => {
  const visitor = await portal.signIn('chen@harbour.example');
  expect((await visitor.post('/portal/sign-out', {}, { origin: 'https://evil.example' })).body['code']).toBe('request.cross-site');
  expect((await visitor.get('/portal/me')).status).toBe(200);
  expect((await portal.desk.app.admin.get('/portal/cases')).status).toBe(401);
  expect((await visitor.get('/customers')).status).toBe(401);
  await portal.set({ portalIsOpen: false });
  expect((await visitor.get('/portal/me')).status).toBe(404);
  expect((await portal.visitor().post('/portal/codes', { email: 'chen@harbour.example' })).status).toBe(404);
  await portal.set({ portalIsOpen: true });
});
