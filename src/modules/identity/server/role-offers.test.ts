import sql, { type Sql } from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TEST_PASSWORD, type TestApp, startTestApp } from '#app/test-app.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import { linesOf } from './role-lines.ts';
import { ensureReadyRoles, partsOf } from './actions/ensure-ready-roles.ts';
import { readyRoles } from './ready-roles.ts';

let app: TestApp;
interface Role { key: string; rights: never[]; grants: Record<string, Record<string, never>>; fields: Record<string, never>; version: number }
const rolesNow = async () => new Map((await app.admin.get<{ data: Role[] }>('/roles')).body.data.map((role) => [role.key, role]));
const start = () => runAction(app.services, { actor: systemActor(app.services) }, (ctx) => ensureReadyRoles(ctx));
const database = { one: <R>(query: Sql) => app.services.database.one<R & object>(query), rows: <R>(query: Sql) => app.services.database.rows<R & object>(query) };

/** The company as an earlier version left it: roles without what came since, offers kept as a list of objects only. */
async function restoreOlder(): Promise<void> {
  const db = app.services.database;
  await db.run(sql`DELETE FROM role_offer`);
  // As the migration finds out who changed what.
  await db.run(sql`UPDATE role SET is_changed = version > 1 OR updated_by IS NOT NULL OR NOT is_built_in`);
  await db.run(sql`DELETE FROM role WHERE key IN ('fieldWorker', 'marketing')`);
  await db.run(sql`DELETE FROM role_grant WHERE object IN ('case', 'article', 'meeting', 'serviceOrder')`);
  await db.run(sql`UPDATE role SET rights = array_remove(rights, 'service.manage')`);
  // Marketing was offered and deleted by the company; the field worker had not been thought of.
  await db.run(sql`UPDATE setting SET value = (SELECT jsonb_agg(mark) FROM jsonb_array_elements_text(value) AS m (mark) WHERE mark <> 'fieldWorker') WHERE key = 'readyRoles'`);
}

beforeAll(async () => {
  app = await startTestApp();
  await app.admin.post('/auth/confirm', { password: TEST_PASSWORD });
  // The company's own hand: agents may not reveal numbers of customers any more, and may make units.
  const agent = (await rolesNow()).get('serviceAgent');
  const { reveal: _reveal, ...customer } = agent?.grants['customer'] ?? {};
  const changed = await app.admin.patch('/roles/serviceAgent', { grants: { ...agent?.grants, customer, project: { read: 'own' } } });
  expect(changed.status, changed.text).toBe(200);
  await restoreOlder();
});
afterAll(() => app.close());

test('two processes that start at once: unchanged roles become what the version says, once, with a record', async () => {
  const before = await database.one<{ count: number }>(sql`SELECT count(*)::int AS count FROM audit_entry WHERE object = 'role'`);
  expect((await Promise.all([start(), start(), start()])).filter(Boolean)).toHaveLength(1);
  const roles = await rolesNow();
  for (const ready of readyRoles.filter(({ key }) => key !== 'serviceAgent' && key !== 'marketing')) {
    const lines = (parts: Parameters<typeof linesOf>[0]) => linesOf(parts).map(({ line, value }) => `${line} ${value}`).toSorted();
    const role = roles.get(ready.key);
    expect(role && lines(role as never), ready.key).toEqual(lines(partsOf(ready)));
  }
  expect(roles.has('marketing')).toBe(false);
  const told = await database.rows<{ key: string; by: string }>(sql`SELECT detail->>'key' AS key, actor_kind AS by FROM audit_entry WHERE object = 'role' AND detail->>'newVersion' = 'true' ORDER BY 1`);
  expect(told).toContainEqual({ key: 'serviceSupervisor', by: 'system' });
  expect(new Set(told.map(({ key }) => key)).size).toBe(told.length);
  expect(told.map(({ key }) => key)).not.toContain('serviceAgent');
  expect(await start()).toBe(false);
  const after = await database.one<{ count: number }>(sql`SELECT count(*)::int AS count FROM audit_entry WHERE object = 'role'`);
  expect(after.count - before.count).toBe(told.length);
});

test('to a role that the company changed nothing is added; what is new is proposed, what it took away is not', async () => {
  const agent = (await rolesNow()).get('serviceAgent');
  expect(agent?.grants).not.toHaveProperty('case');
  const { data } = (await app.admin.get<{ data: { role: string; lines: { line: string; value: string }[] }[] }>('/role-offers')).body;
  expect(data.map(({ role }) => role)).toEqual(['serviceAgent']);
  const lines = data[0]?.lines.map(({ line }) => line) ?? [];
  expect(lines).toContain('grant:case:read');
  expect(lines).not.toContain('grant:customer:reveal');
  expect(lines).not.toContain('grant:customer:read');
});

test('a line is added or left with one press, for good, and is on record', async () => {
  const settle = (body: unknown) => app.admin.post('/roles/serviceAgent/offers', body);
  const line = (name: string, value: string) => ({ line: `grant:${name}`, value });
  expect((await settle({ take: [line('case:read', 'unitBelow'), line('article:read', 'all')], leave: [line('case:update', 'unitBelow')] })).status).toBe(204);
  expect((await settle({ take: [line('case:update', 'unitBelow')], leave: [] })).status).toBe(404);
  expect((await settle({ take: [line('customer:delete', 'all')], leave: [] })).status).toBe(404);
  const agent = (await rolesNow()).get('serviceAgent');
  expect(agent?.grants['case']).toEqual({ read: 'unitBelow' });
  expect(agent?.grants).toMatchObject({ article: { read: 'all' }, project: { read: 'own' } });
  expect(agent?.grants['customer']).not.toHaveProperty('reveal');
  expect(await start()).toBe(false);
  const left = (await app.admin.get<{ data: { lines: { line: string }[] }[] }>('/role-offers')).body.data[0]?.lines.map((each) => each.line) ?? [];
  expect(left).not.toContain('grant:case:update');
  expect(left).not.toContain('grant:case:read');
  const entries = await database.rows<{ detail: { declined?: unknown[] }; changes: unknown }>(sql`SELECT detail, changes FROM audit_entry WHERE object = 'role' AND detail->>'key' = 'serviceAgent' ORDER BY at DESC, id DESC LIMIT 2`);
  expect(entries[0]?.detail.declined).toEqual([line('case:update', 'unitBelow')]);
  expect(entries[1]?.changes).toHaveProperty('grants');
});

test('only who manages roles sees and settles offers', async () => {
  const clerk = await app.person({ username: 'offers.clerk', roles: ['salesperson'] });
  expect((await clerk.get('/role-offers')).status).toBe(403);
  expect((await clerk.post('/roles/serviceAgent/offers', { take: [], leave: [] })).status).toBe(403);
});

test('what a later version widens is proposed again, what it drops is proposed no more', async () => {
  const later = readyRoles.map((role) => (role.key === 'serviceAgent' ? { ...role, grants: { case: { read: 'all' as const } } } : role));
  await runAction(app.services, { actor: systemActor(app.services) }, (ctx) => ensureReadyRoles(ctx, later));
  const { data } = (await app.admin.get<{ data: { lines: unknown[] }[] }>('/role-offers')).body;
  expect(data[0]?.lines).toEqual([{ line: 'grant:case:read', value: 'all' }]);
});
