import { afterAll, beforeAll, expect, test } from 'vitest';
import { customersModule } from '#modules/customers/server/customers.public.ts';
import { identityModule } from '#modules/identity/server/identity.module.ts';
import { type Browser, type TestServer, setUp, startTestServer, strongPassword } from '#modules/identity/server/test-server.ts';
import sql from 'sql-template-tag';
import { organisationModule } from './server/organisation.module.ts';

let app: TestServer;
let admin: Browser;
let company: string;
beforeAll(async () => {
  app = await startTestServer([identityModule, organisationModule, customersModule]);
  admin = await setUp(app);
  company = ((await admin.call('GET', '/org-units')).body['data'] as { id: string }[])[0]?.id ?? '';
});
afterAll(() => app.stop());

async function unit(name: string, parent: string, kind = 'department'): Promise<string> {
  const made = await admin.call('POST', '/org-units', { name, kind, parent });
  expect(made).toMatchObject({ status: 201, body: { name } });
  return String(made.body['id']);
}

async function person(username: string, unitId: string, roles: readonly string[]): Promise<{ id: string; browser: Browser }> {
  const made = await admin.call('POST', '/users', { username, name: `员工${username}`, unit: unitId, roles, password: strongPassword, mustChangePassword: false });
  const browser = app.browser();
  const answer = await browser.call('POST', '/auth/login', { username, password: strongPassword });
  expect([made.status, answer.status]).toEqual([201, 200]);
  return { id: String(made.body['id']), browser };
}

const pathOf = async (id: string) =>
  (await app.services.database.one<{ path: string[] }>(sql`SELECT path FROM org_unit WHERE id = ${id}`)).path;

const seen = async (browser: Browser) =>
  ((await browser.call('GET', '/customers?sort=name')).body['data'] as { name: string }[]).map((row) => row.name);

test('a unit stands under its parent; what is wrong is said field by field', async () => {
  const post = (body: Record<string, unknown>) => admin.call('POST', '/org-units', body);
  expect((await post({ name: '无根' })).body).toMatchObject({ errors: [{ path: 'parent', code: 'required' }] });
  expect((await post({ name: '甲', parent: company, kind: 'galaxy' })).body).toMatchObject({ errors: [{ path: 'kind' }] });
  expect((await post({ name: '甲', parent: company, path: [] })).body).toMatchObject({ code: 'request.unknown-field' });
  const id = await unit('华东分公司', company, 'branch');
  expect(await pathOf(id)).toEqual([company, id]);
  expect((await admin.call('GET', '/org-units?q=hdfgs')).body['data']).toMatchObject([{ name: '华东分公司' }]);
});

test('a move takes everything below along, never makes a circle, and changes scopes at once', async () => {
  const east = await unit('东区', company, 'branch');
  const west = await unit('西区', company, 'branch');
  const team = await unit('东一组', east, 'team');
  const cell = await unit('东一组甲', team, 'team');
  const { browser: boss } = await person('west.boss', west, ['salesManager']);
  const { browser: seller } = await person('cell.seller', cell, ['salesperson']);
  expect((await seller.call('POST', '/customers', { kind: 'company', name: '甲客户有限公司' })).status).toBe(201);
  expect(await seen(boss)).toEqual([]);
  expect((await admin.call('PATCH', `/org-units/${team}`, { parent: west }, { 'if-match': '"1"' })).body).toMatchObject({ version: 2 });
  expect(await pathOf(cell)).toEqual([company, west, team, cell]);
  expect(await seen(boss)).toEqual(['甲客户有限公司']);
  expect((await admin.call('PATCH', `/org-units/${west}`, { parent: cell })).body).toMatchObject({ errors: [{ path: 'parent', code: 'cycle' }] });
  expect((await admin.call('PATCH', `/org-units/${west}`, { parent: west })).body).toMatchObject({ errors: [{ code: 'cycle' }] });
  expect((await admin.call('PATCH', `/org-units/${company}`, { parent: west })).status).toBe(400);
  expect((await admin.call('PATCH', `/org-units/${team}`, { name: '改' }, { 'if-match': '"1"' })).status).toBe(412);
  const both = await Promise.all([
    admin.call('PATCH', `/org-units/${east}`, { parent: west }), admin.call('PATCH', `/org-units/${west}`, { parent: east }),
  ]);
  expect(both.map((answer) => answer.status).sort((a, b) => a - b)).toEqual([200, 400]);
});

test('only an empty unit is removed', async () => {
  const full = await unit('有人部', company);
  await person('inside', full, []);
  const empty = await unit('空部', company);
  const above = await unit('有下级部', company);
  await unit('下级', above);
  for (const [id, status] of [[full, 409], [above, 409], [company, 409], [empty, 204], [empty, 404]] as const) {
    expect((await admin.call('DELETE', `/org-units/${id}`)).status).toBe(status);
  }
});

interface Inspected {
  readonly allowed: Record<string, { isAllowed: boolean; because: { code: string; text: string }[] }>;
  readonly because: { code: string; text: string }[];
  readonly fields: { field: string; view: string }[];
}

async function inspect(user: string, object: string, record?: string): Promise<Inspected> {
  const answer = await admin.call('GET', `/inspector?user=${user}&object=${object}${record === undefined ? '' : `&record=${record}`}`);
  expect(answer.status).toBe(200);
  return answer.body as unknown as Inspected;
}

const codes = (inspected: Inspected, action = 'read') => [
  inspected.allowed[action]?.isAllowed, ...(inspected.allowed[action]?.because ?? []).map((reason) => reason.code),
];

test('the inspector names the rule by which somebody can, or cannot, see a record (PL-31)', async () => {
  const north = await unit('北区', company, 'branch');
  const below = await unit('北一组', north, 'team');
  const owner = await person('north.owner', below, ['salesperson']);
  const boss = await person('north.boss', north, ['salesManager']);
  const other = await person('north.other', below, ['salesperson']);
  const finance = await person('north.money', north, ['finance']);
  const nobody = await person('north.none', north, []);
  const made = await owner.browser.call('POST', '/customers', { kind: 'company', name: '北方客户有限公司' });
  const id = String(made.body['id']);
  const contact = await owner.browser.call('POST', '/contacts', { name: '王小明', customer: id, phone: '13900001111' });
  expect(contact.status).toBe(201);
  const contactId = String(contact.body['id']);

  expect(codes(await inspect(owner.id, 'customer', id))).toEqual([true, 'role.own', 'owner']);
  expect(codes(await inspect(owner.id, 'customer', id), 'delete')).toEqual([false, 'noGrant']);
  expect(codes(await inspect(boss.id, 'customer', id))).toEqual([true, 'role.unitBelow', 'unitBelow']);
  expect(codes(await inspect(finance.id, 'customer', id))).toEqual([true, 'role.all', 'scopeAll']);
  expect(codes(await inspect(other.id, 'customer', id))).toEqual([false, 'role.own', 'outOfScope']);
  expect(codes(await inspect(nobody.id, 'customer', id))).toEqual([false, 'noGrant']);
  const byParent = await inspect(boss.id, 'contact', contactId);
  expect(codes(byParent)).toEqual([true, 'role.unitBelow', 'via']);
  expect(byParent.because[1]?.text).toBe('随“客户”的“北方客户有限公司”可见：记录属于“北一组”，在 员工north.boss 所在部门之下');
  expect((await inspect(finance.id, 'contact', contactId)).fields).toContainEqual(expect.objectContaining({ field: 'phone', view: 'masked' }));

  const until = new Date(app.services.clock().getTime() + 3_600_000).toISOString();
  await owner.browser.call('POST', '/delegations', { to: other.id, untilAt: until });
  expect(codes(await inspect(other.id, 'customer', id))).toEqual([true, 'role.own', 'delegation']);
  const share = sql`INSERT INTO record_share (id, object, record_id, unit_id, level, created_at)
    VALUES (${app.services.newId()}, 'customer', ${id}, ${company}, 'read', now())`;
  await app.services.database.run(share);
  const guest = await person('guest', company, ['salesperson']);
  expect(codes(await inspect(guest.id, 'customer', id))).toEqual([true, 'role.own', 'shareUnit']);
  expect(codes(await inspect(guest.id, 'customer', id), 'update')).toEqual([false, 'role.own', 'outOfScope']);
  await admin.call('POST', `/users/${guest.id}/disable`);
  expect(codes(await inspect(guest.id, 'customer', id))).toEqual([false, 'disabled']);
  expect(codes(await inspect(boss.id, 'customer'))).toEqual([true, 'role.unitBelow']);

  expect((await boss.browser.call('GET', `/inspector?user=${other.id}&object=customer&record=${id}`)).status).toBe(403);
  expect((await admin.call('GET', `/inspector?user=${other.id}&object=customer&record=${guest.id}`)).status).toBe(404);
});

test('what the inspector says is what happens', async () => {
  const people = await app.services.database.rows<{ id: string; username: string }>(sql`SELECT id, username FROM app_user WHERE is_active AND username <> 'admin'`);
  const records = await app.services.database.rows<{ id: string }>(sql`SELECT id FROM customer`);
  expect(people.length * records.length).toBeGreaterThan(10);
  for (const { id, username } of people) {
    const browser = app.browser();
    await browser.call('POST', '/auth/login', { username, password: strongPassword });
    for (const record of records) {
      const { allowed } = await inspect(id, 'customer', record.id);
      const { status } = await browser.call('GET', `/customers/${record.id}`);
      expect([username, status === 200]).toEqual([username, allowed['read']?.isAllowed]);
    }
  }
});
