import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { allRoutes } from '#app/platform-routes.ts';
import { serverModules } from '#app/server-modules.ts';
import { type TestApp, startTestApp } from '#app/test-app.ts';
import { FieldIndexer } from '#platform/registry/field-index.ts';
import { type MatrixWorld, makeWorld } from './matrix-world.ts';

let app: TestApp;
let world: MatrixWorld;
let approval: string;
let notification: string;
beforeAll(async () => {
  app = await startTestApp();
  world = await makeWorld(app);
  const owner = await app.person({ username: 'approver', roles: ['salesperson'] });
  const asker = await app.person({ username: 'asker', roles: ['salesperson'] });
  expect((await owner.post('/customers', { name: '审批矩阵专用公司' })).status).toBe(201);
  const found = await asker.post<{ data: { ticket?: string }[] }>('/customers/duplicates', { values: { kind: 'company', name: '审批矩阵专用公司' } });
  expect((await asker.post('/customers/duplicates/request-access', { ticket: found.body.data[0]?.ticket })).status).toBe(201);
  const row = await app.services.database.one<{ approval: string; notification: string }>(sql`
    SELECT (SELECT id FROM approval LIMIT 1) AS approval, (SELECT id FROM notification LIMIT 1) AS notification`);
  ({ approval, notification } = row);
});
afterAll(() => app.close());

const somebody = '0196bd1a-cca9-78f7-b4eb-4a8b8c1a4faf';

/** A body that each act takes; a new act needs one here. */
const bodies: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  approve: {}, reject: { opinion: '否' }, return: { opinion: '改' }, delegate: { to: somebody }, assign: { to: somebody },
  'add-signer': { user: somebody, place: 'before' }, resubmit: {}, withdraw: {}, remind: {},
};

const stored = async () => JSON.stringify(await app.services.database.rows(sql`
  SELECT to_jsonb(a) AS row FROM approval a UNION ALL SELECT to_jsonb(t) FROM approval_task t UNION ALL SELECT to_jsonb(n) FROM notification n`));

it('a request and a notification of other people do not exist, for every role and every act (SEC-12)', async () => {
  const routes = allRoutes(app.services, serverModules, new FieldIndexer(app.services)).filter((route) => route.path.startsWith('/approvals/:id'));
  expect(routes.length).toBeGreaterThan(9);
  const before = await stored();
  const violations: string[] = [];
  for (const [role, person] of world.people) {
    // Looks after everybody's approvals.
    if (role === 'administrator') continue;
    for (const route of routes) {
      const verb = route.path.split('/')[3];
      const body = verb === undefined ? undefined : bodies[verb];
      if (verb !== undefined && body === undefined) violations.push(`no sample for ${route.path}`);
      // Naming a signer is a right: whoever lacks it hears so, whatever the request.
      const expected = verb === 'assign' ? 403 : 404;
      const { status } = await person.call(route.method, route.path.replace(':id', approval), body);
      if (status !== expected) violations.push(`${role} ${route.method} ${route.path}: ${status}`);
    }
    for (const [path, allowed] of [[`/notifications/${notification}`, 404], ['/notifications', 200], ['/approvals?box=all', 200], ['/approvals?box=waiting', 200]] as const) {
      const answer = await person.get(path);
      if (answer.status !== allowed || answer.text.includes(approval) || answer.text.includes('审批矩阵')) violations.push(`${role} GET ${path}: ${answer.status}`);
    }
    await person.post('/notifications/read', { ids: [notification] });
    const many = await person.post<{ results: { status: number }[] }>('/approvals/approve', { ids: [approval] });
    if (many.body.results?.[0]?.status !== 404) violations.push(`${role} approve many`);
  }
  expect(violations).toEqual([]);
  expect(await stored()).toBe(before);
});
