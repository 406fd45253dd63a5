import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serverModules } from '#app/server-modules.ts';
import { allRoutes } from '#app/platform-routes.ts';
import { TEST_PASSWORD, type TestAnswer, type TestApp, type TestPerson, startTestApp } from '#app/test-app.ts';
import type { Route } from '#platform/http/route.ts';
import { FieldIndexer } from '#platform/registry/field-index.ts';

let offset = 0;
let app: TestApp;
let sales: TestPerson & { id: string };
const MINUTE = 60_000;
beforeAll(async () => {
  app = await startTestApp({ clock: () => new Date(Date.now() + offset) });
  sales = await app.person({ username: 'lin.yue', name: '林悦', roles: ['salesperson'] });
  for (const [i, name] of ['青岛港湾机械有限公司', '烟台果蔬商贸有限公司'].entries()) await sales.post('/customers', { name, kind: 'company', phone: `1380013800${i}` });
  await app.admin.post('/customers', { name: '济南泉城酒店管理有限公司', kind: 'company' });
});
afterAll(() => app.close());

const routes = (): readonly Route[] => allRoutes(app.services, serverModules, new FieldIndexer(app.services));
const look = async (person: TestPerson = app.admin, user = sales.id) => {
  await person.post('/auth/confirm', { password: TEST_PASSWORD });
  return person.post('/view-as', { user, reason: '核对看不到客户的问题' });
};
const back = () => app.admin.post('/view-as/end');
const trail = async (action: string) =>
  (await app.admin.get<{ data: Entry[] }>(`/audit?action=${action}`)).body.data;
interface Entry { readonly ok: boolean; readonly recordId: string | null; readonly actor: { readonly name: string } | null; readonly detail: Record<string, unknown> | null }

/** Addresses that can be asked without knowing an id. */
const plain = (route: Route) => route.method === 'GET' && !route.path.replace(':plural', '').includes(':') && !['/events', '/auth/me', '/auth/sessions'].includes(route.path);

test('every reading answers what the person gets, nothing of the viewer (UX-14)', async () => {
  const objects = app.services.registry().objects.map((def) => def.plural);
  const paths = routes().filter(plain).flatMap(({ path }) => (path.includes(':plural') ? objects.map((plural) => path.replace(':plural', plural)) : [path]));
  expect((await look()).status).toBe(200);
  const person = await Promise.all(paths.map((path) => sales.get(path)));
  const viewer = await Promise.all(paths.map((path) => app.admin.get(path)));
  await back();
  // A problem names its own request.
  const said = (answer: TestAnswer | undefined) => `${answer?.status} ${answer?.text.replace(/"requestId":"[^"]*"/, '')}`;
  expect(paths.filter((_path, i) => said(viewer[i]) !== said(person[i]))).toEqual([]);
  expect(paths.length).toBeGreaterThan(25);
  expect((await app.admin.get<{ data: unknown[] }>('/customers')).body.data).toHaveLength(3);
});

test('every route that writes refuses, in words, and writes nothing (UX-14)', async () => {
  await look();
  const writing = routes().filter(({ method, path }) => method !== 'GET' && path !== '/auth/logout' && path !== '/view-as/end');
  const refused = await Promise.all(writing.map(async (route) => {
    const path = route.path.replace(':plural', 'customers').replace(/:([a-zA-Z]+)/g, () => randomUUID());
    const body = route.isUpload === true ? undefined : {};
    const answer = await app.admin.call(route.method, path, body, route.isUpload === true ? { 'content-type': 'application/octet-stream' } : {});
    return `${answer.status} ${String(answer.body['code'])} ${route.method} ${route.path}`;
  }));
  expect(refused.filter((words) => !words.startsWith('403 auth.view-only'))).toEqual([]);
  expect(refused.length).toBeGreaterThan(60);
  const said = await app.admin.post('/customers', { name: '不该存在' }, { 'accept-language': 'zh-CN' });
  expect(said.body['title']).toBe('您正在以“林悦”的身份查看，只能看不能改，本次操作没有执行。请先点“回到我自己”。');
  await back();
  expect((await app.admin.get('/customers?q=不该存在')).body['data']).toEqual([]);
});

test('it needs the right, a fresh password, and nobody with more rights', async () => {
  expect((await sales.post('/view-as', { user: sales.id, reason: '试试' })).body['code']).toBe('auth.forbidden');
  const guard = await app.person({ username: 'guard', roles: ['securityAdministrator'] });
  expect((await guard.post('/view-as', { user: sales.id, reason: '试试' })).body['code']).toBe('auth.forbidden');
  const role = await app.admin.post('/roles', { key: 'helper', label: { 'zh-CN': '助手', en: 'Helper' }, rights: ['admin.viewAs'], grants: { '*': { read: 'all' } } });
  expect(role.status).toBe(201);
  const helper = await app.person({ username: 'helper', roles: ['helper'] });
  const auditor = await app.person({ username: 'auditor', roles: ['auditor'] });
  const boss = await app.person({ username: 'boss', roles: ['helper', 'administrator'] });
  const reader = await app.person({ username: 'reader', roles: [] });
  expect((await look(helper, reader.id)).status).toBe(200);
  await helper.post('/view-as/end');
  for (const beyond of [sales, auditor, boss]) expect((await look(helper, beyond.id)).body['code']).toBe('auth.forbidden');
  expect((await look(helper, helper.id)).body['code']).toBe('request.invalid');
  expect((await look(helper, randomUUID())).body['code']).toBe('record.not-found');
  offset += 11 * MINUTE;
  expect((await app.admin.post('/view-as', { user: sales.id, reason: '试试' })).body['code']).toBe('auth.fresh-required');
});

test('it ends after half an hour, at sign-out, and when the person gets more rights', async () => {
  const me = async () => (await app.admin.get<{ user: { name: string }; viewing: unknown }>('/auth/me')).body;
  await look();
  expect(await me()).toMatchObject({ user: { name: '林悦' }, viewing: { by: '沈一舟' } });
  offset += 29 * MINUTE;
  expect((await me()).user.name).toBe('林悦');
  offset += 2 * MINUTE;
  expect(await me()).toMatchObject({ user: { name: '沈一舟' }, viewing: null });
  expect((await trail('view-as-end'))[0]).toMatchObject({ recordId: sales.id, detail: { reason: 'over' } });

  await app.admin.post('/auth/confirm', { password: TEST_PASSWORD });
  const other = await app.person({ username: 'second', roles: ['administrator'] });
  await look(other);
  expect((await other.post('/auth/logout')).status).toBe(204);
  expect((await other.get('/auth/me')).status).toBe(401);
  expect((await trail('view-as-end'))[0]).toMatchObject({ actor: { name: 'second' }, detail: { reason: 'sign-out' } });
  expect((await sales.get('/auth/me')).status).toBe(200);

  const third = await app.person({ username: 'third', roles: ['administrator'] });
  await look(third);
  await app.admin.post('/auth/confirm', { password: TEST_PASSWORD });
  await app.admin.post(`/users/${third.id}/roles`, { roles: ['salesperson'] });
  expect((await third.get<{ user: { name: string } }>('/auth/me')).body.user.name).toBe('third');
});

test('start, end and a refused reveal are on record under the viewer, and the person sees who looked', async () => {
  const { body } = await sales.get<{ data: { id: string }[] }>('/customers');
  await look();
  const refused = await app.admin.post(`/customers/${String(body.data[0]?.id)}/reveal`, { field: 'phone', reason: '想看看' });
  expect(refused.body['code']).toBe('auth.view-only');
  await back();
  expect((await trail('view-as-start'))[0]).toMatchObject({ recordId: sales.id, actor: { name: '沈一舟' }, detail: { reason: '核对看不到客户的问题' } });
  expect((await trail('view-as-end'))[0]).toMatchObject({ recordId: sales.id, actor: { name: '沈一舟' }, detail: { reason: 'back' } });
  expect((await trail('reveal'))[0]).toMatchObject({ ok: false, actor: { name: '沈一舟' }, detail: { field: 'phone', viewedAs: sales.id } });
  const seen = await sales.get<{ data: { by: string; reason: string; endedAt: string | null }[] }>('/auth/viewings');
  expect(seen.body.data[0]).toMatchObject({ by: '沈一舟', reason: '核对看不到客户的问题' });
  expect(seen.body.data.every((view) => view.endedAt !== null)).toBe(true);
});

test('event streams change sides at once and tell only what the person may see', async () => {
  const listen = async () => {
    const stop = new AbortController();
    const response = await fetch(`${app.url}/api/v1/events`, { headers: { cookie: app.admin.cookie() }, signal: stop.signal });
    const heard = { text: '', isEnded: false, stop };
    const read = async () => {
      for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) heard.text += chunk;
    };
    void read().catch(() => undefined).finally(() => { heard.isEnded = true; });
    return heard;
  };
  await app.admin.post('/auth/confirm', { password: TEST_PASSWORD });
  const rival = await app.person({ username: 'rival', roles: ['salesperson'] });
  const own = await listen();
  await look();
  await expect.poll(() => own.isEnded, { timeout: 60_000 }).toBe(true);
  const seen = await listen();
  const hidden = await rival.post('/customers', { name: '淄博陶瓷有限公司' });
  const shown = await sales.post('/customers', { name: '威海渔具有限公司' });
  await expect.poll(() => seen.text.includes(String(shown.body['id'])), { timeout: 60_000 }).toBe(true);
  expect(seen.text).not.toContain(String(hidden.body['id']));
  offset += 31 * MINUTE;
  await expect.poll(() => seen.isEnded, { timeout: 60_000 }).toBe(true);
}, 300_000);
