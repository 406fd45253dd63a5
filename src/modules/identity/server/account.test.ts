import { NobleCryptoPlugin, ScureBase32Plugin, TOTP } from 'otplib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import sql from 'sql-template-tag';
import { organisationModule } from '#modules/organisation/server/organisation.module.ts';
import { identityModule } from './identity.module.ts';
import { type Browser, type TestServer, setUp, startTestServer, strongPassword } from './test-server.ts';

let app: TestServer;
let admin: Browser;
beforeAll(async () => {
  app = await startTestServer([identityModule, organisationModule]);
  admin = await setUp(app);
});
afterAll(() => app.stop());

const MINUTE = 60_000;
const totp = new TOTP({ crypto: new NobleCryptoPlugin(), base32: new ScureBase32Plugin() });
const codeAt = (secret: string, ms = 0): Promise<string> =>
  totp.generate({ secret, epoch: Math.floor((app.services.clock().getTime() + ms) / 1000) });

async function person(username: string, roles: readonly string[] = ['salesperson']): Promise<{ id: string; browser: Browser }> {
  await signIn(admin, 'admin');
  const made = await admin.call('POST', '/users', { username, name: `员工${username}`, roles, password: strongPassword, mustChangePassword: false });
  expect(made.body).toMatchObject({ username });
  const browser = app.browser();
  expect((await signIn(browser, username)).status).toBe(200);
  return { id: String(made.body['id']), browser };
}

const signIn = (browser: Browser, username: string, password = strongPassword, code?: string) =>
  browser.call('POST', '/auth/login', { username, password, ...(code !== undefined && { code }) });

test('guesses are slowed down, a known desk is not shut out by strangers (SEC-3)', async () => {
  await person('li.lei');
  const stranger = app.browser('10.0.0.9');
  const answers = [];
  for (let i = 0; i < 8; i += 1) answers.push((await signIn(stranger, 'li.lei', `wrong ${i}`)).status);
  expect(answers).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
  const refused = await signIn(stranger, 'li.lei');
  expect(refused.body).toMatchObject({ code: 'auth.locked' });
  expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(30);
  expect((await signIn(app.browser('10.0.0.10'), 'li.lei', 'wrong')).status).toBe(401);
  for (let i = 11; i < 15; i += 1) await signIn(app.browser(`10.0.0.${i}`), 'li.lei', 'wrong');
  expect((await signIn(app.browser('10.0.0.16'), 'li.lei')).status).toBe(429);
  expect((await signIn(app.browser('127.0.0.1'), 'li.lei')).status).toBe(200);
  app.advance(31_000);
  expect((await signIn(app.browser('10.0.0.16'), 'li.lei')).status).toBe(200);
});

test('of many guesses at the same moment no more than the free ones are looked at', async () => {
  await person('wang.wu');
  const tries = await Promise.all(Array.from({ length: 20 }, () => signIn(app.browser('10.4.4.4'), 'wang.wu', 'wrong')));
  expect(tries.filter((answer) => answer.status === 401)).toHaveLength(5);
});

test('unknown names are slowed down just the same', async () => {
  const statuses = [];
  for (let i = 0; i < 6; i += 1) statuses.push((await signIn(app.browser('10.5.5.5'), 'nobody', 'wrong')).status);
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
});

test('a new password: strong, different, all other sessions end; 72 and 73 bytes are not the same (SEC-2)', async () => {
  const { browser } = await person('han.mei');
  const other = app.browser();
  await signIn(other, 'han.mei');
  const change = (current: string, next: string) => browser.call('POST', '/auth/password', { current, next });
  expect((await change('wrong', 'anything at all 9')).status).toBe(401);
  for (const [next, code] of [
    ['short', 'password-length'], ['1qaz2wsx3edc', 'password-simple'], ['P@ssw0rd', 'password-common'],
    ['han.mei2026', 'password-context'], [strongPassword, 'password-same'],
  ] as const) {
    expect((await change(strongPassword, next)).body).toMatchObject({ code: 'auth.password-weak', errors: [{ path: 'next', code }] });
  }
  const long = `${'x9'.repeat(20)}${'一'.repeat(20)}abcdefghijkl`;
  expect((await change(strongPassword, long)).status).toBe(204);
  expect((await other.call('GET', '/auth/me')).status).toBe(401);
  expect((await browser.call('GET', '/auth/me')).status).toBe(200);
  expect((await signIn(app.browser(), 'han.mei', long.slice(0, -1))).status).toBe(401);
  expect((await signIn(app.browser(), 'han.mei', long)).status).toBe(200);
});

test('a code works once, one step around now; recovery codes once; a reset does not skip it (SEC-5)', async () => {
  const { id, browser } = await person('zhao.liu');
  const start = await browser.call('POST', '/auth/two-factor/start');
  const secret = String(start.body['secret']);
  expect(start.body['address']).toMatch(/^otpauth:\/\/totp\/.*issuer=/);
  expect(start.body['qr']).toMatch(/^<svg/);
  expect((await browser.call('POST', '/auth/two-factor/confirm', { code: '000000' })).status).toBe(401);
  const confirmed = await browser.call('POST', '/auth/two-factor/confirm', { code: await codeAt(secret) });
  const codes = confirmed.body['recoveryCodes'] as string[];
  expect(new Set(codes).size).toBe(10);
  const row = await app.services.database.one<{ totp_cipher: string }>(sql`SELECT totp_cipher FROM app_user WHERE id = ${id}`);
  expect(row.totp_cipher).not.toContain(secret);

  const fresh = () => app.browser();
  expect((await signIn(fresh(), 'zhao.liu')).body).toMatchObject({ code: 'auth.second-factor-required' });
  expect((await signIn(fresh(), 'zhao.liu', strongPassword, await codeAt(secret))).status).toBe(401);
  app.advance(30_000);
  const next = await codeAt(secret);
  const both = await Promise.all([signIn(fresh(), 'zhao.liu', strongPassword, next), signIn(fresh(), 'zhao.liu', strongPassword, next)]);
  expect(both.map((answer) => answer.status).sort((a, b) => a - b)).toEqual([200, 401]);
  app.advance(5 * MINUTE);
  expect((await signIn(fresh(), 'zhao.liu', strongPassword, await codeAt(secret, -61_000))).status).toBe(401);
  expect((await signIn(fresh(), 'zhao.liu', strongPassword, await codeAt(secret, -30_000))).status).toBe(200);
  expect((await signIn(fresh(), 'zhao.liu', strongPassword, codes[0])).status).toBe(200);
  expect((await signIn(fresh(), 'zhao.liu', strongPassword, codes[0])).status).toBe(401);

  await admin.call('POST', '/auth/confirm', { password: strongPassword });
  const reset = await admin.call('POST', `/users/${id}/reset-password`);
  const oneTime = String(reset.body['oneTimePassword']);
  expect((await signIn(fresh(), 'zhao.liu', oneTime)).body).toMatchObject({ code: 'auth.second-factor-required' });
  app.advance(MINUTE);
  const again = fresh();
  expect((await signIn(again, 'zhao.liu', oneTime, await codeAt(secret))).status).toBe(200);
  expect((await again.call('GET', '/auth/me')).body).toMatchObject({ mustChangePassword: true, isTwoFactorOn: true, rights: [] });
  expect((await again.call('GET', '/users')).status).toBe(403);
  await again.call('POST', '/auth/password', { current: oneTime, next: 'a quite different sentence' });
  expect((await again.call('GET', '/users')).status).toBe(200);
});

test('a role that requires a second factor gives no rights before it is set up', async () => {
  await admin.call('POST', '/auth/confirm', { password: strongPassword });
  await admin.call('PATCH', '/roles/finance', { requiresTwoFactor: true });
  const { browser } = await person('qian.qi', ['finance']);
  expect((await browser.call('GET', '/auth/me')).body).toMatchObject({ mustSetUpTwoFactor: true });
  expect((await browser.call('GET', '/users')).status).toBe(403);
  const start = await browser.call('POST', '/auth/two-factor/start');
  await browser.call('POST', '/auth/two-factor/confirm', { code: await codeAt(String(start.body['secret'])) });
  expect((await browser.call('GET', '/users')).status).toBe(200);
});

test('a key does what its scopes name and no more, and dies with its account (SEC-8)', async () => {
  const { id, browser } = await person('sun.ba', ['administrator']);
  const asKey = async (scopes: string[]) => {
    const made = await browser.call('POST', '/auth/api-keys', { name: '同步', scopes });
    expect(made.body['key']).toMatch(/^zk_[0-9A-Za-z]{43}$/);
    const headers = { authorization: `Bearer ${String(made.body['key'])}` };
    return (method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown) => app.browser('10.7.7.7').call(method, path, body, headers);
  };
  expect((await browser.call('POST', '/auth/api-keys', { name: 'x', scopes: ['customer:fly'] })).status).toBe(400);
  const reader = await asKey(['read']);
  expect((await reader('GET', '/users')).status).toBe(200);
  expect((await reader('GET', `/users/${id}/account`)).status).toBe(403);
  expect((await reader('POST', '/auth/preferences', { locale: 'en' })).status).toBe(403);
  expect((await reader('POST', '/auth/api-keys', { name: 'y', scopes: ['read'] })).status).toBe(403);
  expect((await reader('GET', '/auth/sessions')).status).toBe(403);
  const narrow = await asKey(['orgUnit:read', 'admin.users']);
  expect((await narrow('GET', '/org-units')).status).toBe(200);
  expect((await narrow('GET', '/users')).status).toBe(403);
  expect((await narrow('GET', `/users/${id}/account`)).status).toBe(200);
  const keys = await browser.call('GET', '/auth/api-keys');
  expect(JSON.stringify(keys.body)).not.toMatch(/zk_[0-9A-Za-z]{43}/);

  await admin.call('POST', '/auth/confirm', { password: strongPassword });
  expect((await admin.call('POST', `/users/${id}/disable`)).status).toBe(204);
  expect((await reader('GET', '/users')).status).toBe(401);
  expect((await browser.call('GET', '/auth/me')).status).toBe(401);
  expect((await signIn(app.browser(), 'sun.ba')).status).toBe(401);
  await admin.call('POST', `/users/${id}/enable`);
  expect((await reader('GET', '/users')).status).toBe(401);
  expect((await browser.call('GET', '/auth/me')).status).toBe(401);
  expect((await signIn(app.browser(), 'sun.ba')).status).toBe(200);
});

test('who tries keys is slowed down, a right key is not', async () => {
  const made = await admin.call('POST', '/auth/api-keys', { name: 'ok', scopes: ['read'] });
  const call = (key: string) => app.browser('10.8.8.8').call('GET', '/users', undefined, { authorization: `Bearer ${key}` });
  const wrong = [];
  for (let i = 0; i < 25; i += 1) wrong.push((await call(`zk_${'x'.repeat(43)}`)).status);
  expect([wrong[0], wrong[24]]).toEqual([401, 429]);
  expect((await call(String(made.body['key']))).status).toBe(200);
});

test('a session ends after idle time and after its absolute time (SEC-8)', async () => {
  const HOUR = 60 * MINUTE;
  const { browser } = await person('zhou.jiu');
  app.advance(11 * HOUR);
  expect((await browser.call('GET', '/auth/me')).status).toBe(200);
  app.advance(11 * HOUR);
  expect((await browser.call('GET', '/auth/me')).status).toBe(200);
  app.advance(12 * HOUR + 1000);
  expect((await browser.call('GET', '/auth/me')).status).toBe(401);
  await signIn(browser, 'zhou.jiu');
  for (let hours = 0; hours < 14 * 24; hours += 8) {
    expect((await browser.call('GET', '/auth/me')).status).toBe(200);
    app.advance(8 * HOUR);
  }
  expect((await browser.call('GET', '/auth/me')).status).toBe(401);
});

test('sessions are listed and ended one by one; another person’s are out of reach', async () => {
  const { browser } = await person('wu.shi');
  const second = app.browser('10.2.2.2');
  await signIn(second, 'wu.shi');
  const list = (await browser.call('GET', '/auth/sessions')).body['data'] as { id: string; ip: string; isCurrent: boolean }[];
  expect(list.map(({ ip, isCurrent }) => ({ ip, isCurrent }))).toEqual([
    { ip: '127.0.0.1', isCurrent: true }, { ip: '10.2.2.2', isCurrent: false },
  ]);
  const other = list[1]?.id ?? '';
  const { browser: stranger } = await person('zheng.shiyi');
  expect((await stranger.call('DELETE', `/auth/sessions/${other}`)).status).toBe(404);
  expect((await second.call('GET', '/auth/me')).status).toBe(200);
  expect((await browser.call('DELETE', `/auth/sessions/${other}`)).status).toBe(204);
  expect((await second.call('GET', '/auth/me')).status).toBe(401);
});

test('preferences are merged, limited, and change the language at once', async () => {
  const { browser } = await person('feng.er');
  expect((await browser.call('POST', '/auth/preferences', { locale: 'fr' })).status).toBe(400);
  await browser.call('POST', '/auth/preferences', { locale: 'en', preferences: { theme: 'dark', tables: { customer: ['name'] } } });
  await browser.call('POST', '/auth/preferences', { preferences: { theme: null, density: 'compact' } });
  expect((await browser.call('GET', '/auth/me')).body).toMatchObject({
    user: { locale: 'en' }, preferences: { density: 'compact', tables: { customer: ['name'] } },
  });
  expect((await browser.call('POST', '/auth/preferences', { preferences: { big: 'x'.repeat(40_000) } })).status).toBe(413);
  expect((await browser.call('DELETE', '/auth/sessions/none')).body['title']).toMatch(/not valid/);
});
