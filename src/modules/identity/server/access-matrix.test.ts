import { afterAll, beforeAll, expect, test } from 'vitest';
import sql from 'sql-template-tag';
import { organisationModule } from '#modules/organisation/server/organisation.module.ts';
import type { Route } from '#platform/http/route.ts';
import { identityModule } from './identity.module.ts';
import { type Browser, type TestServer, setUp, startTestServer, strongPassword } from './test-server.ts';

let app: TestServer;
let admin: Browser;
let plain: Browser;
let routes: readonly Route[];
beforeAll(async () => {
  app = await startTestServer([identityModule, organisationModule]);
  admin = await setUp(app);
  await admin.call('POST', '/users', { username: 'plain', name: '普通', password: strongPassword, mustChangePassword: false });
  plain = app.browser();
  await plain.call('POST', '/auth/login', { username: 'plain', password: strongPassword });
  routes = [identityModule, organisationModule].flatMap((module) => module.routes?.(app.services) ?? []);
});
afterAll(() => app.stop());

const ID = '01900000-0000-7000-8000-000000000001';
const call = (browser: Browser, route: Route, body?: unknown) =>
  browser.call(route.method, route.path.replace(':id', ID).replace(':key', 'nokey'), body);

test('who is not signed in gets 401 everywhere but at the public doors, whatever they send (SEC-11)', async () => {
  const open = routes.filter((route) => route.access === 'public').map((route) => `${route.method} ${route.path}`);
  expect(open).toEqual(['GET /setup', 'POST /setup', 'POST /auth/login', 'POST /auth/logout']);
  for (const route of routes.filter((one) => one.access !== 'public')) {
    const answer = await call(app.browser(), route, route.method === 'GET' ? undefined : { nonsense: 1 });
    expect([route.path, answer.status]).toEqual([route.path, 401]);
  }
});

test('who lacks the right gets 403 before anything they sent is looked at', async () => {
  const guarded = routes.filter((route) => typeof route.access === 'object');
  expect(guarded.length).toBeGreaterThan(15);
  const before = await app.services.database.one(sql`SELECT count(*) FROM audit_entry`);
  for (const route of guarded) {
    const answer = await call(plain, route, route.method === 'GET' ? undefined : { nonsense: 1 });
    expect([route.path, answer.status]).toEqual([route.path, 403]);
  }
  expect(await app.services.database.one(sql`SELECT count(*) FROM audit_entry`)).toEqual(before);
});

test('who may gets 400 for what they should not have sent (SEC-16)', async () => {
  for (const route of routes.filter((one) => one.body !== undefined && one.path !== '/setup')) {
    const body = { __proto__: null, nonsense: 1, id: ID, created_at: '2020-01-01' };
    const answer = await call(admin, route, body);
    const expected = route.path.includes(':id') && route.method === 'PATCH' ? [400, 404] : [400];
    expect([route.path, expected.includes(answer.status)]).toEqual([route.path, true]);
  }
});

test('sensitive actions want the password entered again after ten minutes (SEC-9)', async () => {
  app.advance(11 * 60_000);
  const sensitive = routes.filter((route) => route.isFreshNeeded === true);
  expect(sensitive.map((route) => route.path)).toEqual(expect.arrayContaining([
    '/users', '/users/:id/roles', '/users/:id/reset-password', '/auth/api-keys', '/auth/two-factor', '/roles',
  ]));
  for (const route of sensitive) {
    expect([route.path, (await call(admin, route, { nonsense: 1 })).body['code']]).toEqual([route.path, 'auth.fresh-required']);
  }
  expect((await admin.call('POST', '/auth/confirm', { password: 'wrong' })).status).toBe(401);
  expect((await admin.call('POST', '/auth/confirm', { password: strongPassword })).status).toBe(200);
  expect((await admin.call('POST', '/roles', { nonsense: 1 })).status).toBe(400);
});

test('a page of another site changes nothing (SEC-20)', async () => {
  const answers = [
    await admin.call('POST', '/auth/logout', undefined, { origin: 'https://evil.example' }),
    await admin.call('POST', '/auth/logout', undefined, { 'sec-fetch-site': 'cross-site' }),
    await admin.call('POST', '/auth/preferences', undefined, { 'content-type': 'text/plain' }),
  ];
  expect(answers.map((answer) => answer.status)).toEqual([403, 403, 415]);
  expect((await admin.call('GET', '/auth/me')).status).toBe(200);
});

test('a cookie does not count beside an Authorization header', async () => {
  expect((await admin.call('GET', '/auth/me', undefined, { authorization: 'Bearer x' })).status).toBe(401);
});

test('a warm list costs no query for knowing who asks', async () => {
  await plain.call('GET', '/auth/me');
  const { database } = app.services;
  let queries = 0;
  const original = database.pool.query.bind(database.pool);
  Object.assign(database.pool, { query: (...args: Parameters<typeof original>) => { queries += 1; return original(...args); } });
  const request = { headers: {}, cookies: { zhike_session: plain.cookie?.split('=')[1] }, ip: '127.0.0.1', protocol: 'http', method: 'GET' };
  const actors = await Promise.all(Array.from({ length: 50 }, () => app.services.authenticate(request as never)));
  Object.assign(database.pool, { query: original });
  expect([queries, new Set(actors).size, actors[0]?.username]).toEqual([0, 1, 'plain']);
});
