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
  const role = await admin.call('POST', '/roles', {
    key: 'hr', label: { 'zh-CN': '人事', en: 'HR' }, rights: ['admin.users'], grants: { user: { read: 'all', create: 'all', update: 'all' }, orgUnit: { read: 'all' } },
  });
  expect(role.body).toMatchObject({ key: 'hr', version: 1, isBuiltIn: false, people: 0, grants: { user: { read: 'all' } } });
});
afterAll(() => app.stop());

async function person(username: string, roles: readonly string[] = []): Promise<{ id: string; browser: Browser }> {
  const made = await admin.call('POST', '/users', { username, name: `员工${username}`, roles, password: strongPassword, mustChangePassword: false });
  const browser = app.browser();
  const answer = await browser.call('POST', '/auth/login', { username, password: strongPassword });
  expect([made.status, answer.status]).toEqual([201, 200]);
  return { id: String(made.body['id']), browser };
}

const me = async (): Promise<string> => ((await admin.call('GET', '/auth/me')).body['user'] as { id: string }).id;

test('a new person gets a one-time password that must be changed, and is found by pinyin', async () => {
  const made = await admin.call('POST', '/users', { username: 'zeng.wei', name: '曾伟', phone: '138 1234 5678', roles: ['salesperson'] });
  expect(made).toMatchObject({ status: 201, body: { name: '曾伟', phone: '138****5678', isActive: true, version: 1 } });
  const oneTime = String(made.body['oneTimePassword']);
  const browser = app.browser();
  await browser.call('POST', '/auth/login', { username: 'zeng.wei', password: oneTime });
  expect((await browser.call('GET', '/auth/me')).body).toMatchObject({ mustChangePassword: true, rights: [] });
  const found = await admin.call('GET', '/users?q=zengw');
  expect(found.body['data']).toMatchObject([{ name: '曾伟' }]);
  const stored = await app.services.database.rows(sql`SELECT 1 FROM audit_entry WHERE detail::text LIKE ${`%${oneTime}%`} OR changes::text LIKE ${`%${oneTime}%`}`);
  expect(stored).toEqual([]);
});

test('what is wrong with a person is said field by field (SEC-16)', async () => {
  const post = (body: Record<string, unknown>) => admin.call('POST', '/users', body);
  expect((await post({ username: 'a b', name: '甲' })).body).toMatchObject({ errors: [{ path: 'username' }] });
  expect((await post({ username: 'ADMIN', name: '甲' })).status).toBe(409);
  expect((await post({ username: 'x1', name: '甲', passwordHash: 'x' })).body).toMatchObject({ code: 'request.unknown-field' });
  expect((await post({ username: 'x1', name: '甲', unit: await me() })).body).toMatchObject({ errors: [{ path: 'unit', code: 'not-found' }] });
  expect((await post({ username: 'x1', name: '甲', roles: ['emperor'] })).body).toMatchObject({ errors: [{ path: 'roles' }] });
  expect((await admin.call('GET', '/users?q=x1')).body['data']).toEqual([]);
});

test('changing a person: stale versions, circles of managers, further units', async () => {
  const { id } = await person('chief');
  const { id: below } = await person('below');
  const boss = { manager: id };
  expect((await admin.call('PATCH', `/users/${below}`, boss, { 'if-match': '"1"' })).body).toMatchObject({ version: 2 });
  expect((await admin.call('PATCH', `/users/${below}`, { title: '主管' }, { 'if-match': '"1"' })).body).toMatchObject({ code: 'record.stale', current: { version: 2 } });
  expect((await admin.call('PATCH', `/users/${id}`, { manager: below })).body).toMatchObject({ errors: [{ path: 'manager', code: 'cycle' }] });
  expect((await admin.call('PATCH', `/users/${id}`, { isActive: false })).status).toBe(400);
  const company = ((await admin.call('GET', '/org-units')).body['data'] as { id: string }[])[0]?.id ?? '';
  await admin.call('PATCH', `/users/${id}`, { units: [company] });
  expect((await admin.call('GET', `/users/${id}/account`)).body).toMatchObject({ units: [company], roles: [] });
  const entries = await app.services.database.rows<{ changes: unknown }>(sql`
    SELECT changes FROM audit_entry WHERE record_id = ${id} AND action = 'update' ORDER BY seq`);
  expect(entries).toEqual([{ changes: { units: [[], [company]] } }]);
});

test('what happened to a person is not put back behind the back of the rules', async () => {
  const { id } = await person('put.back');
  await admin.call('POST', `/users/${id}/disable`);
  const history = (await admin.call('GET', `/users/${id}/history`)).body['data'] as { seq: number; action: string }[];
  expect(history.map((entry) => entry.action)).toEqual(['disable', 'create']);
  expect((await admin.call('POST', `/users/${id}/history/${history[0]?.seq ?? 0}/restore`, {})).status).toBe(403);
  expect((await admin.call('GET', `/users/${id}`)).body).toMatchObject({ isActive: false });
});

test('roles are in force with the next request (SEC-14)', async () => {
  const { id, browser } = await person('liu.er');
  expect((await browser.call('GET', '/users')).status).toBe(403);
  await admin.call('POST', `/users/${id}/roles`, { roles: ['hr'] });
  expect((await browser.call('GET', '/users')).status).toBe(200);
  await admin.call('PATCH', '/roles/hr', { grants: { orgUnit: { read: 'all' } } });
  expect((await browser.call('GET', '/users')).status).toBe(403);
  await admin.call('PATCH', '/roles/hr', { grants: { user: { read: 'all', create: 'all', update: 'all' }, orgUnit: { read: 'all' } } });
  expect((await browser.call('GET', '/users')).status).toBe(200);
});

test('without admin.roles nobody reaches beyond their own rights', async () => {
  const { id, browser } = await person('hr.one', ['hr']);
  const { id: other } = await person('plain.one');
  const admins = await me();
  for (const [path, body] of [
    [`/users/${id}/roles`, { roles: ['hr', 'administrator'] }], [`/users/${other}/roles`, { roles: ['administrator'] }],
    [`/users/${other}/roles`, { roles: ['salesManager'] }],
    [`/users/${admins}/reset-password`, undefined], [`/users/${admins}/disable`, undefined], [`/users/${admins}/end-sessions`, undefined],
    ['/users', { username: 'puppet', name: '甲', roles: ['administrator'] }],
    ['/delegations', { from: other, to: id, untilAt: '2099-01-01T00:00:00Z' }],
  ] as const) {
    expect([path, (await browser.call('POST', path, body)).status]).toEqual([path, 403]);
  }
  expect((await browser.call('PATCH', `/users/${admins}`, { title: '总' })).status).toBe(403);
  expect((await browser.call('POST', `/users/${other}/roles`, { roles: ['hr'] })).status).toBe(200);
  expect((await browser.call('POST', '/roles', { key: 'mine', label: { 'zh-CN': '我', en: 'me' } })).status).toBe(403);
});

test('the last administrator stays, also when two remove each other at once', async () => {
  const first = await me();
  expect((await admin.call('POST', `/users/${first}/disable`)).body).toMatchObject({ errors: [{ code: 'last-administrator' }] });
  expect((await admin.call('POST', `/users/${first}/roles`, { roles: [] })).status).toBe(409);
  expect((await admin.call('PATCH', '/roles/administrator', { rights: ['admin.users'] })).status).toBe(409);
  expect((await admin.call('DELETE', '/roles/administrator')).status).toBe(409);
  expect((await admin.call('GET', '/auth/me')).body['rights']).toContain('admin.roles');
  const second = await person('second', ['administrator']);
  const both = await Promise.all([
    admin.call('POST', `/users/${second.id}/roles`, { roles: [] }), second.browser.call('POST', `/users/${first}/roles`, { roles: [] }),
  ]);
  const kept = await app.services.database.rows(sql`SELECT 1 FROM user_role WHERE role = 'administrator'`);
  expect([kept.length, both.filter((answer) => answer.status === 200).length]).toEqual([1, 1]);
  if (both[1]?.status === 200) await second.browser.call('POST', `/users/${first}/roles`, { roles: ['administrator'] });
  expect((await admin.call('GET', '/admin/settings')).status).toBe(200);
});

test('a role names what exists, never hides a name, and is not removed while people have it', async () => {
  await admin.call('POST', '/auth/confirm', { password: strongPassword });
  const change = (body: Record<string, unknown>) => admin.call('PATCH', '/roles/hr', body);
  expect((await change({ grants: { unicorn: { read: 'all' } } })).body).toMatchObject({ errors: [{ path: 'grants.unicorn' }] });
  expect((await change({ fields: { user: { name: { view: 'hidden', edit: false } } } })).body).toMatchObject({ errors: [{ path: 'fields.user.name', code: 'not-allowed' }] });
  expect((await change({ fields: { user: { wings: { view: 'hidden', edit: false } } } })).status).toBe(400);
  expect((await change({ allowedNetworks: ['10.0.0.0/33'] })).body).toMatchObject({ errors: [{ path: 'allowedNetworks.0' }] });
  expect((await change({ isBuiltIn: true })).status).toBe(400);
  expect((await admin.call('DELETE', '/roles/hr')).status).toBe(409);
  await admin.call('POST', '/roles', { key: 'short', label: { 'zh-CN': '短', en: 'Short' } });
  expect((await admin.call('DELETE', '/roles/short')).status).toBe(204);
});

test('field rights: hidden, masked, full, the most generous role wins (SEC-13)', async () => {
  const label = { 'zh-CN': '甲', en: 'A' };
  const grants = { user: { read: 'all' } };
  await admin.call('POST', '/roles', { key: 'blind', label, grants, fields: { user: { phone: { view: 'hidden', edit: false } } } });
  await admin.call('POST', '/roles', { key: 'seeing', label, grants, fields: { user: { phone: { view: 'full', edit: false } } } });
  await admin.call('POST', '/roles', { key: 'usual', label, grants });
  await admin.call('POST', '/roles', { key: 'aside', label, grants: { orgUnit: { read: 'all' } } });
  const { id, browser } = await person('field.one');
  const phoneWith = async (...roles: string[]) => {
    await admin.call('POST', `/users/${id}/roles`, { roles });
    const data = (await browser.call('GET', '/users?q=zengw')).body['data'] as Record<string, unknown>[];
    return data[0]?.['phone'];
  };
  expect(await phoneWith('blind')).toBeUndefined();
  expect(await phoneWith('blind', 'aside')).toBeUndefined();
  expect(await phoneWith('usual')).toBe('138****5678');
  expect(await phoneWith('blind', 'usual')).toBe('138****5678');
  expect(await phoneWith('blind', 'seeing')).toBe('+8613812345678');
});

test('a role may be limited to networks, for sign-in and every request (SEC-10)', async () => {
  await admin.call('POST', '/roles', { key: 'office', label: { 'zh-CN': '办公室', en: 'Office' }, grants: { user: { read: 'all' } }, allowedNetworks: ['10.0.0.0/8'] });
  const made = await admin.call('POST', '/users', { username: 'desk', name: '丁', roles: ['office'], password: strongPassword, mustChangePassword: false });
  expect(made.status).toBe(201);
  const login = { username: 'desk', password: strongPassword };
  const home = app.browser('192.168.1.5');
  expect((await home.call('POST', '/auth/login', login)).status).toBe(403);
  expect((await home.call('POST', '/auth/login', login, { 'x-forwarded-for': '10.0.0.1' })).status).toBe(403);
  const office = app.browser('10.20.30.40');
  expect((await office.call('POST', '/auth/login', login)).status).toBe(200);
  expect((await office.call('GET', '/users')).status).toBe(200);
  office.ip = '192.168.1.5';
  expect((await office.call('GET', '/users')).status).toBe(401);
  expect((await admin.call('PATCH', '/roles/administrator', { allowedNetworks: ['10.0.0.0/8'] })).body).toMatchObject({ errors: [{ path: 'allowedNetworks' }] });
});

test('a delegation lends one’s records from its first to its last moment', async () => {
  const { id: absent, browser } = await person('absent');
  const { id: keeper, browser: keeping } = await person('keeper');
  const at = (ms: number) => new Date(app.services.clock().getTime() + ms).toISOString();
  const selves = async () => {
    const request = { headers: { cookie: keeping.cookie }, cookies: { zhike_session: keeping.cookie?.split('=')[1] }, ip: '127.0.0.1', protocol: 'http', method: 'GET' };
    return (await app.services.authenticate(request as never))?.selves;
  };
  const made = await browser.call('POST', '/delegations', { to: keeper, fromAt: at(2_000), untilAt: at(5_000), reason: '休假' });
  expect(made.status).toBe(201);
  expect(await selves()).toEqual([keeper]);
  app.advance(2_500);
  expect(await selves()).toEqual([keeper, absent]);
  expect((await keeping.call('GET', '/delegations')).body['data']).toMatchObject([{ from: { id: absent }, to: { id: keeper }, reason: '休假' }]);
  app.advance(3_000);
  expect(await selves()).toEqual([keeper]);
  const long = await browser.call('POST', '/delegations', { to: keeper, untilAt: at(3_600_000) });
  expect(await selves()).toEqual([keeper, absent]);
  const { browser: stranger } = await person('stranger');
  expect((await stranger.call('DELETE', `/delegations/${String(long.body['id'])}`)).status).toBe(404);
  expect((await browser.call('DELETE', `/delegations/${String(long.body['id'])}`)).status).toBe(204);
  expect(await selves()).toEqual([keeper]);
  expect((await browser.call('POST', '/delegations', { to: absent, untilAt: at(3_600_000) })).status).toBe(400);
});

test('the dengbao profile asks for three kinds of characters and a new password after its days', async () => {
  await admin.call('POST', '/auth/confirm', { password: strongPassword });
  const { browser } = await person('rotate');
  const settings = { passwordProfile: 'dengbao', rotationDays: 1, idleHours: 48, absoluteDays: 14 };
  app.advance(11 * 60_000);
  expect((await admin.call('PUT', '/admin/settings', { signIn: settings })).body['code']).toBe('auth.fresh-required');
  await admin.call('POST', '/auth/confirm', { password: strongPassword });
  expect((await admin.call('PUT', '/admin/settings', { signIn: { ...settings, rotationDays: 0 } })).body).toMatchObject({ errors: [{ path: 'signIn.rotationDays' }] });
  const saved = (await admin.call('PUT', '/admin/settings', { signIn: settings })).body['data'];
  expect(saved).toEqual(expect.arrayContaining([expect.objectContaining({ key: 'signIn', value: settings, isSet: true })]));
  expect((await browser.call('GET', '/auth/me')).body).toMatchObject({ mustChangePassword: false });
  app.advance(25 * 3_600_000);
  expect((await browser.call('GET', '/auth/me')).body).toMatchObject({ mustChangePassword: true });
  const change = (next: string) => browser.call('POST', '/auth/password', { current: strongPassword, next });
  expect((await change('only small letters here')).body).toMatchObject({ errors: [{ code: 'password-complexity' }] });
  expect((await change('Three kinds 4 now')).status).toBe(204);
  expect((await browser.call('GET', '/auth/me')).body).toMatchObject({ mustChangePassword: false });
});
