import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPerson } from '#app/test-app.ts';
import { made } from '#modules/service/server/test-desk.ts';
import { type SaleScene, expectMade, fileSale, makeScene, unitAt } from '#modules/stock/server/test-sale.ts';
import { type TestPortal, openTestPortal } from './test-portal.ts';

let portal: TestPortal;
let scene: SaleScene;
let chen: TestPerson;
let owner: TestPerson;
let customer: string;
let signed: string;
let draft: string;
let file: string;

beforeAll(async () => {
  portal = await openTestPortal();
  const { app } = portal.desk;
  scene = await makeScene(app);
  customer = String((await made(scene.lin.post('/customers', { kind: 'company', name: '临港精工', email: 'office@lingang.example' })))['id']);
  await made(app.admin.post('/contacts', { name: '陈工', customer, email: 'chen@lingang.example' }));
  signed = (await fileSale(scene.lin, unitAt(scene, 1, 1), customer)).subscription;
  await expectMade(scene.lin.post(`/stock/subscriptions/${signed}/sign`));
  draft = (await fileSale(scene.lin, unitAt(scene, 2, 1), customer)).subscription;
  const response = await fetch(`${app.url}/api/v1/files?object=customer&record=${customer}&name=notice.txt`, { method: 'POST', headers: { 'content-type': 'application/octet-stream', cookie: app.admin.cookie() }, body: '交付通知' });
  file = ((await response.json()) as { id: string }).id;
  owner = await portal.signIn('office@lingang.example');
  chen = await portal.signIn('chen@lingang.example');
}, 300_000);
afterAll(() => portal.close());

interface Papers { contracts: { id: string }[]; documents: { id: string; name: string }[] }
const papers = async (who: TestPerson) => (await made(who.get('/portal/papers'))) as unknown as Papers;
const get = (who: TestPerson, path: string) => fetch(`${portal.desk.app.url}/api/v1/portal/${path}`, { headers: { cookie: who.cookie() } });
const accountOf = async (email: string) => (await portal.desk.app.services.database.one<{ id: string }>(sql`SELECT id FROM portal_account WHERE email = ${email}`)).id;

test('the customer’s own address reads what was signed, in its own copy; drafts never', async () => {
  expect((await papers(owner)).contracts).toMatchObject([{ id: signed, about: expect.stringContaining('云栖里'), state: 'signed', currency: 'CNY' }]);
  const pdf = await get(owner, `contracts/${signed}/pdf`);
  expect([pdf.status, pdf.headers.get('content-type'), pdf.headers.get('cache-control')]).toEqual([200, 'application/pdf', 'private, no-store']);
  expect(Buffer.from(await pdf.arrayBuffer()).toString('latin1', 0, 5)).toBe('%PDF-');
  expect((await get(owner, `contracts/${draft}/pdf`)).status).toBe(404);
  const trail = await portal.desk.app.services.database.one<{ count: number }>(sql`SELECT count(*)::int AS count FROM audit_entry WHERE action = 'print' AND record_id = ${signed}`);
  expect(trail.count).toBe(1);
});

test('a contact sees them only when somebody of the house said so, and no longer when it is taken back or they left', async () => {
  expect(await papers(chen)).toEqual({ contracts: [], documents: [] });
  expect((await get(chen, `contracts/${signed}/pdf`)).status).toBe(404);
  const account = await accountOf('chen@lingang.example');
  const allow = (who: TestPerson, isAllowed: boolean) => who.call('PUT', `/customers/${customer}/portal/accounts/${account}/papers`, { isAllowed });
  expect((await allow(portal.desk.agent, true)).status).toBe(403);
  await made(allow(portal.desk.supervisor, true));
  expect((await papers(chen)).contracts).toHaveLength(1);
  expect((await made(chen.get('/portal/me')))['hasPapers']).toBe(true);
  await portal.desk.app.services.database.run(sql`UPDATE contact SET deleted_at = now() WHERE email = 'chen@lingang.example'`);
  expect((await papers(chen)).contracts).toEqual([]);
  await portal.desk.app.services.database.run(sql`UPDATE contact SET deleted_at = NULL WHERE email = 'chen@lingang.example'`);
  await made(allow(portal.desk.supervisor, false));
  expect((await papers(chen)).contracts).toEqual([]);
});

test('a file shows when it was marked, and only files of the customer can be', async () => {
  expect((await get(owner, `documents/${file}`)).status).toBe(404);
  const mark = (of: string, isShown: boolean) => portal.desk.supervisor.call('PUT', `/customers/${of}/portal/documents/${file}`, { isShown });
  expect((await mark(portal.customer, true)).status).toBe(404);
  await made(mark(customer, true));
  expect((await papers(owner)).documents).toMatchObject([{ id: file, name: 'notice.txt' }]);
  const got = await get(owner, `documents/${file}`);
  expect([got.status, await got.text(), got.headers.get('content-disposition')]).toEqual([200, '交付通知', expect.stringMatching(/^attachment/)]);
  await made(mark(customer, false));
  expect((await get(owner, `documents/${file}`)).status).toBe(404);
});

test('a visit is a case of kind service with the wished window, once a key', async () => {
  const body = { key: randomUUID(), what: '厨房水龙头滴水', place: '3 栋 1502', on: '2026-03-06', part: 'afternoon' };
  const answers = await Promise.all(Array.from({ length: 5 }, () => owner.post('/portal/visits', body)));
  expect(new Set(answers.map((answer) => answer.body['id'])).size).toBe(1);
  const seen = (await portal.desk.app.admin.get(`/cases/${String(answers[0]?.body['id'])}`)).body;
  expect(seen).toMatchObject({ kind: 'service', channel: 'portal', subject: '预约上门：厨房水龙头滴水', place: '3 栋 1502', customer });
  expect(seen['description']).toContain('2026-03-06 下午');
  for (const on of ['2026-03-01', '2028-01-01', '2026-02-30']) expect((await owner.post('/portal/visits', { ...body, key: randomUUID(), on })).status).toBe(400);
});

test('sessions are seen and ended by right, one or all; it is on record', async () => {
  const who = portal.visitor();
  const again = await portal.signIn('chen@lingang.example');
  expect((await portal.desk.agent.get(`/customers/${customer}/portal`)).status).toBe(403);
  const shown = async () => (await made(portal.desk.supervisor.get(`/customers/${customer}/portal`))) as unknown as { accounts: { id: string; email: string; sessions: { id: string }[] }[] };
  const before = await shown();
  expect(JSON.stringify(before)).not.toContain('chen@lingang.example');
  const account = await accountOf('chen@lingang.example');
  const sessions = before.accounts.find(({ id }) => id === account)?.sessions ?? [];
  expect(sessions).toHaveLength(2);
  const revoke = (of: string, body: object) => portal.desk.supervisor.post(`/customers/${of}/portal/accounts/${account}/revoke`, body);
  expect((await revoke(portal.customer, {})).status).toBe(404);
  await made(revoke(customer, { session: sessions[0]?.id }));
  const alive = [(await chen.get('/portal/me')).status, (await again.get('/portal/me')).status].toSorted((a, b) => a - b);
  expect(alive).toEqual([200, 401]);
  const { challenge, code } = await portal.codeFor(who, 'chen@lingang.example');
  await made(revoke(customer, {}));
  // A code that was on its way opens nothing any more.
  expect((await who.post('/portal/session', { challenge, code })).status).toBe(401);
  expect([(await chen.get('/portal/me')).status, (await again.get('/portal/me')).status, (await owner.get('/portal/me')).status]).toEqual([401, 401, 200]);
  const { count } = await portal.desk.app.services.database.one<{ count: number }>(sql`SELECT count(*)::int AS count FROM audit_entry WHERE action = 'portal-revoke' AND record_id = ${customer}`);
  expect(count).toBe(2);
});
