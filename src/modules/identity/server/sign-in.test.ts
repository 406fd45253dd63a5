import { afterAll, beforeAll, expect, test } from 'vitest';
import sql from 'sql-template-tag';
import { identityModule } from './identity.module.ts';
import { type Browser, type TestServer, startTestServer, strongPassword } from './test-server.ts';
import { setupSecret } from './setup.routes.ts';

let app: TestServer;
let admin: Browser;
beforeAll(async () => {
  app = await startTestServer([identityModule]);
});
afterAll(() => app.stop());

const first = { username: 'admin', name: '管理员', password: strongPassword, companyName: '青岛示例有限公司', locale: 'zh-CN' };

test('a new system has no account; from another computer the set-up asks for its secret (SEC-1)', async () => {
  const here = app.browser();
  expect((await here.call('GET', '/setup')).body).toEqual({ isNeeded: true, isSecretNeeded: false, hasDemo: false });
  expect((await here.call('POST', '/auth/login', { username: 'admin', password: 'admin' })).status).toBe(401);
  const away = app.browser('10.1.2.3');
  expect((await away.call('GET', '/setup')).body).toMatchObject({ isSecretNeeded: true });
  const refused = await away.call('POST', '/setup', { ...first, secret: 'x' });
  expect([refused.status, refused.body['errors']]).toMatchObject([400, [{ path: 'secret' }]]);
  const proxied = await here.call('POST', '/setup', first, { 'x-forwarded-for': '9.9.9.9' });
  expect(proxied.status).toBe(400);
  expect((await here.call('POST', '/setup', first, { host: 'evil.example' })).status).toBe(400);
});

test('the set-up refuses a weak password, and of five at once one wins', async () => {
  const weak = await app.browser().call('POST', '/setup', { ...first, password: 'admin123456' });
  expect(weak.body).toMatchObject({ code: 'auth.password-weak', errors: [{ path: 'password' }] });
  const away = app.browser('10.9.9.9');
  const tries = await Promise.all([
    ...Array.from({ length: 4 }, () => app.browser().call('POST', '/setup', first)),
    away.call('POST', '/setup', { ...first, secret: setupSecret(app.services.secrets) }),
  ]);
  expect(tries.map((answer) => answer.status).sort((a, b) => a - b)).toEqual([201, 409, 409, 409, 409]);
  expect((await app.browser().call('POST', '/setup', first)).status).toBe(409);
  expect((await app.browser().call('GET', '/setup')).body).toEqual({ isNeeded: false, isSecretNeeded: false, hasDemo: false });
});

test('signing in sets a guarded cookie, and me describes the person', async () => {
  admin = app.browser();
  expect((await admin.call('GET', '/auth/me')).status).toBe(401);
  const answer = await admin.call('POST', '/auth/login', { username: ' ADMIN ', password: strongPassword });
  expect(answer.status).toBe(200);
  expect(String(answer.headers['set-cookie'])).toMatch(/^zhike_session=[\w-]{43}; Path=\/; Expires=.*; HttpOnly; SameSite=Lax$/);
  const me = await admin.call('GET', '/auth/me');
  expect(me.body).toMatchObject({
    user: { username: 'admin', name: '管理员', unit: { name: '青岛示例有限公司' } }, roles: ['administrator'],
    isTwoFactorOn: false, mustChangePassword: false, company: { name: '青岛示例有限公司' }, isDemo: false,
  });
  expect(me.body['rights']).toContain('admin.roles');
  const row = await app.services.database.one<{ token_hash: string; password_hash: string }>(sql`
    SELECT s.token_hash, u.password_hash FROM session s JOIN app_user u ON u.id = s.user_id ORDER BY s.created_at DESC LIMIT 1`);
  expect(admin.cookie).not.toContain(row.token_hash);
  expect(row.password_hash).toMatch(/^\$argon2id\$/);
});

test('a token brought along is never taken over, and signing out ends the session (SEC-7)', async () => {
  const browser = app.browser();
  const planted = `zhike_session=${'a'.repeat(43)}`;
  browser.cookie = planted;
  await browser.call('POST', '/auth/login', { username: 'admin', password: strongPassword });
  const first = browser.cookie;
  expect(first).not.toBe(planted);
  await browser.call('POST', '/auth/login', { username: 'admin', password: strongPassword });
  expect(browser.cookie).not.toBe(first);
  const old = app.browser();
  old.cookie = first;
  expect((await old.call('GET', '/auth/me')).status).toBe(401);
  const latest = browser.cookie;
  expect((await browser.call('POST', '/auth/logout')).status).toBe(204);
  expect(browser.cookie).toBeUndefined();
  old.cookie = latest;
  expect((await old.call('GET', '/auth/me')).status).toBe(401);
});
