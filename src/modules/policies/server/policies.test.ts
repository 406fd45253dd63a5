import { beforeAll, expect, test } from 'vitest';
import sql from 'sql-template-tag';
import type { PolicyModel, PolicyPack } from '#meta/decisions/decision-model.ts';
import type { Context } from '#platform/context/context.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import { decidePolicy } from '#platform/decisions/decide-policy.ts';
import { type TestApp, startTestApp } from '../../../app/test-app.ts';

const label = (zh: string, en = zh) => ({ 'zh-CN': zh, en });

/** Who follows up a customer that came back: earlier and new receiver share by the months between. */
const model: PolicyModel = {
  key: 'share', point: '', label: label('归属', 'Ownership'), about: label(''),
  facts: [
    { name: 'isRemembered', type: 'boolean', label: label('记得接待人', 'Remembers the receiver') },
    { name: 'months', type: 'number', label: label('相隔月数', 'Months between'), min: 0, isWhole: true },
  ],
  parameters: [], derived: [],
  tables: [{
    name: 'owner', label: label('归属', 'Owner'), hitPolicy: 'U', inputs: [{ expression: 'isRemembered' }, { expression: 'months' }],
    outputs: [{ name: 'earlier', type: 'number', label: label('原接待', 'Earlier'), unit: label('%') }, { name: 'next', type: 'number', label: label('新接待', 'New'), unit: label('%') }],
    rows: [
      { id: 'r1', clause: '3.6', conditions: ['true', '-'], results: ['100', '0'] },
      { id: 'r2', clause: '3.7i', conditions: ['false', '<= 1'], results: ['50', '50'] },
      { id: 'r3', clause: '3.7j', conditions: ['false', '> 1'], results: ['0', '100'] },
    ],
  }],
  sums: [{ table: 'owner', outputs: ['earlier', 'next'], total: 100 }],
  clauses: [
    { key: '3.6', text: label('记得原接待人的，归原接待人。', 'Who remembers the receiver goes back to that person.') },
    { key: '3.7i', text: label('一个月内认出的，各得一半。', 'Recognised within a month: half each.') },
    { key: '3.7j', text: label('一个月后归新接待人。', 'After a month it is the new receiver.') },
  ],
  tests: [{ id: 't1', label: label('一个月', 'one month'), facts: { isRemembered: false, months: 1 }, clause: '3.7i', results: { earlier: 50, next: 50 } }],
};
const pack: PolicyPack = { key: 'test-pack', label: label('测试制度', 'Test pack'), about: label(''), policies: [model] };
const key = 'test-pack.share';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ clock: () => new Date('2026-03-10T02:00:00Z') });
  const made = await app.admin.post('/policy-packs', pack);
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return () => app.close();
});

const inContext = <R>(work: (ctx: Context) => Promise<R>): Promise<R> => runAction(app.services, { actor: systemActor(app.services) }, work);
const put = (path: string, body: unknown) => app.admin.call('PUT', path, body);
const submit = (activeFrom: string) => app.admin.post(`/policies/${key}/draft/submit`, { activeFrom, note: '修订分成' });

test('an imported pack begins as a draft and decides nothing until it is approved', async () => {
  expect((await app.admin.post(`/policies/${key}/evaluate`, { facts: {} })).status).toBe(422);
  expect((await submit('2026-03-01')).status).toBe(200);
  expect((await app.admin.post(`/policies/${key}/approve`, {})).status).toBe(200);
  const { body } = await app.admin.post<{ status: string; clause: string; number: number }>(`/policies/${key}/evaluate`, { facts: { isRemembered: false, months: 1 } });
  expect(body).toMatchObject({ status: 'decided', clause: '3.7i', number: 1, results: { earlier: 50, next: 50 } });
});

test('asks for the facts that matter and refuses others by name', async () => {
  expect((await app.admin.post(`/policies/${key}/evaluate`, { facts: { isRemembered: true } })).body).toMatchObject({ status: 'decided', clause: '3.6' });
  expect((await app.admin.post(`/policies/${key}/evaluate`, { facts: { isRemembered: false } })).body).toMatchObject({ status: 'needs-facts', missing: ['months'] });
  expect((await app.admin.post(`/policies/${key}/evaluate`, { facts: { months: 1, colour: 'red' } })).body).toMatchObject({ status: 'refused', issues: [{ fact: 'colour', code: 'unknown-fact' }] });
});

/** Decides on record, as a module of the product does. */
const record = (at: string, months: number, subject: string) => inContext((ctx) =>
  decidePolicy(ctx, { policy: key, facts: { isRemembered: false, months }, at: new Date(at) }, { object: 'customer', id: subject }, { [subject]: '海信' }));

test('a draft is simulated on past decisions, approved from a day on, and never rewrites what was decided', async () => {
  const ids = ['0199f000-0000-7000-8000-000000000001', '0199f000-0000-7000-8000-000000000002'];
  await record('2026-03-02T02:00:00Z', 1, ids[0] ?? '');
  await record('2026-03-03T02:00:00Z', 3, ids[1] ?? '');
  expect((await app.admin.post(`/policies/${key}/draft`, {})).body).toEqual({ number: 2 });
  const changed = { ...model, key, tables: model.tables.map((table) => ({ ...table, rows: table.rows.map((row) => (row.id === 'r2' ? { ...row, results: ['40', '60'] } : row)) })), tests: [] };
  expect((await put(`/policies/${key}/draft`, { model: changed, version: 1 })).body).toEqual({ version: 2 });
  expect((await put(`/policies/${key}/draft`, { model: changed, version: 1 })).status).toBe(412);

  const simulation = await app.admin.post<{ decisions: number; changes: unknown[] }>(`/policies/${key}/simulate`, { from: '2026-03-01', to: '2026-03-31' });
  expect(simulation.body).toMatchObject({ decisions: 2, changes: [{ subject: { id: ids[0] }, before: { clause: '3.7i', results: { earlier: 50 } }, after: { clause: '3.7i', results: { earlier: 40 } } }] });

  expect((await submit('2026-03-09')).status).toBe(400);
  expect((await submit('2026-04-01')).status).toBe(200);
  expect((await put(`/policies/${key}/draft`, { model: changed, version: 3 })).status).toBe(409);
  expect((await app.admin.post(`/policies/${key}/approve`, {})).status).toBe(200);
  const share = async (at: string) => (await app.admin.post<{ number: number; results: { earlier: number } }>(`/policies/${key}/evaluate`, { facts: { isRemembered: false, months: 1 }, at })).body;
  expect(await share('2026-03-31T15:59:59Z')).toMatchObject({ number: 1, results: { earlier: 50 } });
  expect(await share('2026-03-31T16:00:00Z')).toMatchObject({ number: 2, results: { earlier: 40 } });
});

test('a decision answers why, in the language of who asks, with clause, facts and version', async () => {
  const { body } = await app.admin.get<{ data: { id: string }[] }>(`/decisions?policy=${key}`);
  expect(body.data).toHaveLength(2);
  const why = await app.admin.get(`/decisions/${body.data[1]?.id}`);
  expect(why.body).toMatchObject({
    versionNumber: 1, clause: '3.7i',
    explanation: {
      clause: { key: '3.7i', text: '一个月内认出的，各得一半。', isInterpretation: false },
      facts: [{ label: '记得接待人', text: '否', isDeciding: true }, { label: '相隔月数', text: '1', isDeciding: true }],
      results: [{ label: '原接待', text: '50%' }, { label: '新接待', text: '50%' }],
    },
  });
});

test('who may neither read policies nor see the subject is told nothing', async () => {
  const seller = await app.person({ username: 'seller', roles: ['salesperson'] });
  const { body } = await app.admin.get<{ data: { id: string }[] }>(`/decisions?policy=${key}`);
  expect((await seller.get(`/decisions/${body.data[0]?.id}`)).status).toBe(404);
  expect((await seller.get('/decisions')).status).toBe(403);
  expect((await seller.get(`/policies/${key}`)).status).toBe(403);
});

test('a draft with a gap, an overlap or a failing test is not submitted, and the reason is told', async () => {
  await app.admin.post(`/policies/${key}/draft`, { basedOn: 1 });
  const broken = { ...model, tables: model.tables.map((table) => ({ ...table, rows: table.rows.map((row) => (row.id === 'r3' ? { ...row, conditions: ['false', '> 2'] } : row)) })) };
  await put(`/policies/${key}/draft`, { model: broken, version: 1 });
  const refused = await app.admin.post<{ findings: { kind: string; example: unknown }[] }>(`/policies/${key}/draft/submit`, { activeFrom: '2026-05-01', note: '试' });
  expect(refused.status).toBe(422);
  expect(refused.body.findings).toMatchObject([{ kind: 'gap', example: [{ expression: 'isRemembered', value: false }, { expression: 'months', value: 2 }] }]);
  expect((await app.admin.call('DELETE', `/policies/${key}/draft`)).status).toBe(200);
});

test('an approved version cannot be changed, not even by SQL', async () => {
  await expect(inContext((ctx) => ctx.db.run(sql`UPDATE policy_version SET model = '{}' WHERE status = 'approved'`))).rejects.toThrow('never changes');
});

test('a version goes out as DMN and comes back the same; a hostile file is refused in words', async () => {
  const { body } = await app.admin.get<{ xml: string }>(`/policies/${key}/versions/1/dmn`);
  expect(body.xml).toContain('decisionTable');
  await app.admin.post(`/policies/${key}/draft`, { basedOn: 2 });
  expect((await put(`/policies/${key}/draft/dmn`, { xml: body.xml, version: 1 })).body).toEqual({ version: 2, notes: [] });
  const detail = await app.admin.get<{ versions: { number: number }[] }>(`/policies/${key}`);
  const back = await app.admin.get<{ model: PolicyModel }>(`/policies/${key}/versions/${detail.body.versions[0]?.number}`);
  expect(back.body.model).toEqual({ ...model, key });
  const hostile = '<!DOCTYPE x [<!ENTITY a "b">]><definitions/>';
  const refused = await put(`/policies/${key}/draft/dmn`, { xml: hostile, version: 2 });
  expect(refused.status).toBe(400);
  expect(JSON.stringify(refused.body)).toContain('DMN 文件不得含有文档类型声明');
});

test('a submitted version waits under approvals; its author does not approve it while somebody else can', async () => {
  const chief = await app.person({ username: 'chief', roles: ['executive'] });
  expect((await submit('2026-06-01')).status).toBe(200);
  expect((await app.admin.post(`/policies/${key}/approve`, {})).body).toMatchObject({ code: 'policy.own-submission' });
  const inbox = await chief.get<{ data: { id: string; title: string }[] }>('/approvals');
  expect(inbox.body.data).toHaveLength(1);
  const id = inbox.body.data[0]?.id;
  const detail = await chief.get(`/approvals/${id}`);
  expect(JSON.stringify(detail.body)).toContain('2026-06-01');
  const approved = await chief.post(`/approvals/${id}/approve`, {});
  expect(approved.status, JSON.stringify(approved.body)).toBeLessThan(300);
  const policy = await app.admin.get<{ versions: { status: string; approvedBy: string }[] }>(`/policies/${key}`);
  expect(policy.body.versions[0]).toMatchObject({ status: 'approved', approvedBy: 'chief' });
});

test('a shipped pack is put into use at once, and a pack in use gets the policies that came with a newer product', async () => {
  expect((await app.admin.post('/policy-packs/install', { key: 'first-visit' })).status).toBe(201);
  expect((await app.admin.post('/policy-packs/install', { key: 'first-visit' })).status).toBe(409);
  await inContext(async (ctx) => {
    await ctx.db.run(sql`DELETE FROM policy_version WHERE policy_id = (SELECT id FROM policy WHERE key = 'first-visit.turn')`);
    await ctx.db.run(sql`DELETE FROM policy WHERE key = 'first-visit.turn'`);
  });
  const before = await app.admin.get<{ offered: { key: string; policies: number }[] }>('/policy-packs');
  expect(before.body.offered.find((pack) => pack.key === 'first-visit')).toMatchObject({ policies: 1 });
  expect((await app.admin.post('/policy-packs/install', { key: 'first-visit' })).status).toBe(201);
  expect((await app.admin.post('/policies/first-visit.turn/evaluate', { facts: { state: 'absent' } })).body).toMatchObject({ clause: '2.3**' });
});
