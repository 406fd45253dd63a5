import sql from 'sql-template-tag';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { identityModule } from '#modules/identity/server/identity.module.ts';
import { type Browser, type TestServer, setUp, startTestServer, strongPassword } from '#modules/identity/server/test-server.ts';
import { makeNotificationsModule } from '#modules/notifications/server/notifications.public.ts';
import { organisationModule } from '#modules/organisation/server/organisation.module.ts';
import { defineRoute } from '#platform/http/route.ts';
import type { ApprovalKind } from '#platform/modules/approval-kind.ts';
import type { ServerModule } from '#platform/modules/server-module.ts';
import { makeApprovalsModule } from './server/approvals.module.ts';
import { requestApproval } from './server/actions/request-approval.ts';
import { escalateOverdue } from './server/escalate-overdue.ts';

/** What is asked for in these tests: a price, changed at will; outcomes are noted. */
const prices = new Map<string, string>();
const settled: string[] = [];
const discount: ApprovalKind = {
  key: 'test.discount', label: { 'zh-CN': '特价', en: 'Special price' }, facts: [{ key: 'line', label: { 'zh-CN': '产品线', en: 'Product line' } }],
  summarise: (_ctx, { id }) => Promise.resolve(prices.has(id) ? {
    title: { 'zh-CN': '特价申请', en: 'Special price' }, clause: { ref: '8.2', text: { 'zh-CN': '特价须经审批', en: 'Special prices need approval' } },
    changes: [{ label: { 'zh-CN': '单价', en: 'Price' }, from: '100', to: prices.get(id) ?? null }],
  } : undefined),
  settle: (_ctx, { id }, outcome) => {
    settled.push(`${id} ${outcome}`);
    return Promise.resolve();
  },
};
const kinds = () => [discount];
const asking: ServerModule = {
  name: 'asking',
  routes: () => [defineRoute({
    method: 'POST', path: '/test-requests', access: 'signed-in', kind: 'action', tag: 'test', summary: 'Ask', status: 201,
    body: z.strictObject({ id: z.uuid(), amount: z.string().optional(), line: z.string().optional() }),
    handle: (ctx, { body }) => requestApproval(ctx, {
      kind: discount, subject: { object: 'price', id: body.id }, ...(body.amount !== undefined && { amount: body.amount }), values: { line: body.line ?? '' }, note: '老客户',
    }),
  })],
};

interface Person { readonly id: string; readonly name: string; readonly browser: Browser }
interface Shown { state: string; step: number; waitingFor: string[]; actions: string[]; isChanged: boolean; isStuck: boolean; entries: { action: string; for: string | null; opinion: string | null }[] }

let app: TestServer;
let admin: Browser;
let team: string;
const people = new Map<string, Person>();
const p = (name: string): Person => people.get(name) ?? expect.unreachable(name);

beforeAll(async () => {
  app = await startTestServer([identityModule, organisationModule, makeNotificationsModule({ kinds: () => [] }), makeApprovalsModule({ kinds }), asking]);
  admin = await setUp(app);
  const company = ((await admin.call('GET', '/org-units')).body['data'] as { id: string }[])[0]?.id ?? '';
  const unit = async (name: string, parent: string) => String((await admin.call('POST', '/org-units', { name, kind: 'department', parent })).body['id']);
  const region = await unit('华北', company);
  team = await unit('一组', region);
  for (const [name, roles, at] of [
    ['seller', ['salesperson'], team], ['lead', ['salesManager'], team], ['head', ['salesManager'], region], ['money1', ['finance'], company], ['money2', ['finance'], company],
    ['money3', ['finance'], company], ['other', ['salesperson'], region],
  ] as const) {
    const made = await admin.call('POST', '/users', { username: name, name, unit: at, roles, password: strongPassword, mustChangePassword: false });
    const browser = app.browser();
    expect((await browser.call('POST', '/auth/login', { username: name, password: strongPassword })).status).toBe(200);
    people.set(name, { id: String(made.body['id']), name, browser });
  }
  for (const [id, manager] of [[team, 'lead'], [region, 'head']] as const) {
    expect((await admin.call('PATCH', `/org-units/${id}`, { manager: p(manager).id })).status).toBe(200);
  }
});
afterAll(() => app.stop());

beforeEach(async () => {
  await app.services.database.run(sql`UPDATE approval_flow SET deleted_at = now()`);
});

async function ask(by = 'seller', more: Record<string, unknown> = {}): Promise<string> {
  const subject = app.services.newId();
  prices.set(subject, '92');
  const made = await p(by).browser.call('POST', '/test-requests', { id: subject, ...more });
  expect(made.status).toBe(201);
  subjects.set(String(made.body['id']), subject);
  return String(made.body['id']);
}
const subjects = new Map<string, string>();
const outcomes = (id: string) => settled.filter((line) => line.startsWith(subjects.get(id) ?? '-')).map((line) => line.split(' ')[1]);

const act = (who: string, id: string, verb: string, body: Record<string, unknown> = {}) => p(who).browser.call('POST', `/approvals/${id}/${verb}`, body);
const show = async (who: string, id: string) => (await p(who).browser.call('GET', `/approvals/${id}`)).body as unknown as Shown;
const waits = async (who: string) => ((await p(who).browser.call('GET', '/approvals?box=waiting&limit=100')).body['data'] as { id: string }[]).map((row) => row.id);

const anyOf = { kind: 'any' };
async function flow(steps: unknown[], more: Record<string, unknown> = {}): Promise<string> {
  const made = await admin.call('POST', '/approval-flows', { kind: 'test.discount', name: '特价', steps, ...more });
  expect(made.body).toMatchObject({ version: 1 });
  return String(made.body['id']);
}

describe('without a flow', () => {
  it('the requester’s manager decides, once, and the subject hears of it', async () => {
    const id = await ask();
    expect(await show('seller', id)).toMatchObject({ state: 'open', waitingFor: ['lead'], actions: ['withdraw', 'remind'], isChanged: false });
    expect(await waits('lead')).toContain(id);
    expect((await act('seller', id, 'approve')).status).toBe(409);
    expect((await act('other', id, 'approve')).status).toBe(404);
    expect((await p('other').browser.call('GET', `/approvals/${id}`)).status).toBe(404);
    const answers = await Promise.all([act('lead', id, 'approve'), act('lead', id, 'approve')]);
    expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
    expect(outcomes(id)).toEqual(['approved']);
    const told = await app.services.database.rows<{ kind: string; is_read: boolean }>(sql`
      SELECT kind, read_at IS NOT NULL AS is_read FROM notification WHERE link = ${`/approvals/${id}`} ORDER BY created_at, id`);
    expect(told).toEqual([{ kind: 'approvals.waiting', is_read: true }, { kind: 'approvals.decided', is_read: false }]);
    expect(await show('seller', id)).toMatchObject({ state: 'approved', actions: [] });
    expect((await show('seller', id)).entries.map((entry) => entry.action)).toEqual(['request', 'approve']);
    const trail = await app.services.database.rows<{ action: string }>(sql`SELECT action FROM audit_entry WHERE record_id = ${id} ORDER BY seq`);
    expect(trail.map((entry) => entry.action)).toEqual(['approval-request', 'approval-approve']);
  });

  it('a manager’s own request goes one level up, and never to oneself', async () => {
    expect((await show('lead', await ask('lead'))).waitingFor).toEqual(['head']);
    const top = await ask('head');
    expect((await show('head', top)).waitingFor).toHaveLength(1);
    expect((await show('head', top)).waitingFor).not.toContain('head');
  });

  it('asking twice is asking once', async () => {
    const subject = app.services.newId();
    prices.set(subject, '90');
    const made = await Promise.all([1, 2, 3].map(() => p('seller').browser.call('POST', '/test-requests', { id: subject })));
    expect(new Set(made.map((answer) => answer.body['id'])).size).toBe(1);
    expect(made.filter((answer) => answer.body['isNew'] === true)).toHaveLength(1);
  });
});

describe('flows and conditions', () => {
  it('the first flow whose conditions hold is taken; steps follow one another', async () => {
    await flow([{ by: { kind: 'manager', levels: 2 }, rule: anyOf }, { by: { kind: 'role', role: 'finance' }, rule: anyOf }], { position: 1, conditions: [{ kind: 'amountAbove', amount: '10000' }] });
    await flow([{ by: { kind: 'people', users: [p('other').id] }, rule: anyOf }], { position: 2, conditions: [{ kind: 'fact', fact: 'line', equals: '橡胶' }] });
    expect((await show('seller', await ask('seller', { amount: '10000' }))).waitingFor).toEqual(['lead']);
    expect((await show('seller', await ask('seller', { line: '橡胶' }))).waitingFor).toEqual(['other']);
    const id = await ask('seller', { amount: '10000.01' });
    for (const who of ['lead', 'head']) {
      expect((await show('seller', id)).waitingFor).toEqual([who]);
      expect((await act(who, id, 'approve')).status).toBe(200);
    }
    expect((await show('seller', id)).waitingFor).toEqual(['money1', 'money2', 'money3']);
    const both = await Promise.all([act('money1', id, 'approve'), act('money2', id, 'reject', { opinion: '太低' })]);
    expect(both.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(outcomes(id)).toHaveLength(1);
  });

  it('a committee votes: the majority decides, and each has one vote', async () => {
    await flow([{ by: { kind: 'role', role: 'finance' }, rule: { kind: 'vote', quorum: 2, majority: 'simple' } }]);
    const id = await ask();
    const answers = await Promise.all(['money1', 'money2', 'money3'].map((who) => act(who, id, 'approve')));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(2);
    expect(outcomes(id)).toEqual(['approved']);
  });

  it('only those who look after approvals see and change flows; what a flow names must exist', async () => {
    const body = { kind: 'test.discount', name: '错', steps: [{ by: { kind: 'role', role: 'nobody' }, rule: anyOf }] };
    expect((await p('lead').browser.call('POST', '/approval-flows', body)).status).toBe(403);
    expect((await p('lead').browser.call('GET', '/approval-flows')).status).toBe(403);
    expect((await admin.call('POST', '/approval-flows', body)).body).toMatchObject({ errors: [{ path: 'steps.0.by', code: 'not-found' }] });
    const id = await flow([{ by: { kind: 'manager', levels: 1 }, rule: anyOf }]);
    const next = { ...body, name: '新', steps: [{ by: { kind: 'manager', levels: 1 }, rule: anyOf }] };
    expect((await admin.call('PUT', `/approval-flows/${id}`, { ...next, version: 7 })).status).toBe(412);
    expect((await admin.call('PUT', `/approval-flows/${id}`, { ...next, version: 1 })).body).toMatchObject({ name: '新', version: 2 });
    expect((await admin.call('DELETE', `/approval-flows/${id}`)).status).toBe(204);
  });

  it('with nobody who qualifies the next manager is asked, and the request is never approved by silence', async () => {
    await flow([{ by: { kind: 'people', users: [p('seller').id] }, rule: { kind: 'all' } }]);
    const id = await ask();
    expect(await show('seller', id)).toMatchObject({ state: 'open', waitingFor: ['lead'] });
    await flow([{ by: { kind: 'people', users: [p('seller').id] }, rule: anyOf }], { allowsOwn: true, position: 0, conditions: [{ kind: 'fact', fact: 'line', equals: 'own' }] });
    await app.services.database.run(sql`UPDATE approval_flow SET position = 9 WHERE NOT allows_own`);
    const own = await ask('seller', { line: 'own' });
    expect((await act('seller', own, 'approve')).status).toBe(200);
    expect(outcomes(own)).toEqual(['approved']);
  });
});

describe('what one may do with a request', () => {
  it('rejecting and returning need an opinion; a returned one is submitted again', async () => {
    const id = await ask();
    expect((await act('lead', id, 'reject')).status).toBe(400);
    expect((await act('lead', id, 'return', { opinion: '请补充合同' })).status).toBe(200);
    expect(await show('seller', id)).toMatchObject({ state: 'returned', actions: ['resubmit', 'withdraw'] });
    expect((await p('seller').browser.call('GET', '/approvals/count')).body['returned']).toBeGreaterThan(0);
    expect((await act('lead', id, 'approve')).status).toBe(409);
    expect((await act('other', id, 'resubmit')).status).toBe(404);
    expect((await act('lead', id, 'resubmit')).status).toBe(403);
    expect((await act('seller', id, 'resubmit', { opinion: '已补充' })).body).toMatchObject({ state: 'open', round: 2, waitingFor: ['lead'] });
    expect((await act('lead', id, 'reject', { opinion: '不同意' })).body).toMatchObject({ state: 'rejected' });
    expect(outcomes(id)).toEqual(['rejected']);
  });

  it('a subject that changed is shown as changed and cannot be approved before it is submitted again', async () => {
    const id = await ask();
    prices.set(subjects.get(id) ?? '', '70');
    expect(await show('lead', id)).toMatchObject({ isChanged: true, actions: ['reject', 'return', 'delegate', 'addSigner'] });
    expect((await act('lead', id, 'approve')).body).toMatchObject({ errors: [{ path: 'subject', code: 'changed-since-request' }] });
    expect((await act('seller', id, 'resubmit')).body).toMatchObject({ round: 2, isChanged: false, changes: [{ from: '100', to: '70' }] });
    expect((await act('seller', id, 'resubmit')).status).toBe(409);
    expect((await act('lead', id, 'approve')).status).toBe(200);
  });

  it('withdrawing ends it for everybody', async () => {
    const id = await ask();
    expect((await act('lead', id, 'withdraw')).status).toBe(403);
    expect((await act('seller', id, 'withdraw')).body).toMatchObject({ state: 'withdrawn' });
    expect((await act('seller', id, 'withdraw')).status).toBe(200);
    expect((await act('lead', id, 'approve')).status).toBe(409);
    expect(outcomes(id)).toEqual(['withdrawn']);
  });

  it('delegating moves the task; it cannot go to the requester or to somebody asked already', async () => {
    const id = await ask();
    expect((await act('lead', id, 'delegate', { to: p('seller').id })).body).toMatchObject({ errors: [{ path: 'to', code: 'not-allowed' }] });
    expect((await act('lead', id, 'delegate', { to: p('lead').id })).body).toMatchObject({ errors: [{ code: 'asked-already' }] });
    expect((await act('lead', id, 'delegate', { to: p('other').id, opinion: '请你看' })).body).toMatchObject({ waitingFor: ['other'] });
    expect((await act('lead', id, 'approve')).status).toBe(409);
    expect((await act('other', id, 'approve')).status).toBe(200);
    expect(outcomes(id)).toEqual(['approved']);
  });

  it('a signer added before comes first; one added after comes before the end', async () => {
    const before = await ask();
    expect((await act('lead', before, 'add-signer', { user: p('money1').id, place: 'before' })).body).toMatchObject({ waitingFor: ['money1'] });
    expect((await act('lead', before, 'approve')).status).toBe(409);
    await act('money1', before, 'approve');
    expect((await show('seller', before)).waitingFor).toEqual(['lead']);
    await act('lead', before, 'approve');
    expect(outcomes(before)).toEqual(['approved']);

    const after = await ask();
    await act('lead', after, 'add-signer', { user: p('money1').id, place: 'after' });
    expect((await act('lead', after, 'approve')).body).toMatchObject({ state: 'open', waitingFor: ['money1'] });
    await act('money1', after, 'reject', { opinion: '超预算' });
    expect(outcomes(after)).toEqual(['rejected']);
  });

  it('reminding is possible once an hour', async () => {
    const id = await ask();
    expect((await act('seller', id, 'remind')).status).toBe(200);
    expect((await act('seller', id, 'remind')).status).toBe(429);
    expect((await act('lead', id, 'remind')).status).toBe(403);
  });

  it('several are approved at once, each with its own result', async () => {
    const [first, second, foreign] = [await ask(), await ask(), await ask('lead')];
    const answer = await p('lead').browser.call('POST', '/approvals/approve', { ids: [first, second, foreign, first] });
    const results = answer.body['results'] as { id: string; status: number }[];
    expect(Object.fromEntries(results.map((one) => [one.id, one.status]))).toEqual({ [first]: 200, [second]: 200, [foreign]: 409 });
    expect([outcomes(first), outcomes(second), outcomes(foreign)]).toEqual([['approved'], ['approved'], []]);
  });
});

describe('absence and deadlines', () => {
  it('whoever stands in decides in the other’s name, but not on their own request', async () => {
    const until = new Date(app.services.clock().getTime() + 3_600_000).toISOString();
    await p('lead').browser.call('POST', '/auth/confirm', { password: strongPassword });
    expect((await p('lead').browser.call('POST', '/delegations', { to: p('other').id, untilAt: until })).status).toBe(201);
    const id = await ask();
    expect(await waits('other')).toContain(id);
    expect((await act('other', id, 'approve')).status).toBe(200);
    expect((await show('seller', id)).entries.at(-1)).toMatchObject({ action: 'approve', for: 'lead' });
    await flow([{ by: { kind: 'people', users: [p('lead').id] }, rule: anyOf }]);
    const own = await ask('other');
    expect(await waits('other')).not.toContain(own);
    expect((await act('other', own, 'approve')).status).toBe(403);
  });

  it('what waits for somebody who left goes to their manager', async () => {
    await flow([{ by: { kind: 'people', users: [p('money3').id] }, rule: anyOf }]);
    const id = await ask();
    await admin.call('POST', `/users/${p('money3').id}/disable`);
    await escalateOverdue(app.services, kinds);
    const { waitingFor } = await show('seller', id);
    expect(waitingFor).toHaveLength(1);
    expect(waitingFor).not.toContain('money3');
  });

  it('each missed deadline goes one person up, exactly once, also after a long sleep', async () => {
    await flow([{ by: { kind: 'manager', levels: 1 }, rule: anyOf, timeoutHours: 4 }]);
    const id = await ask();
    await escalateOverdue(app.services, kinds);
    expect((await show('seller', id)).waitingFor).toEqual(['lead']);
    app.advance(3 * 86_400_000);
    await Promise.all([escalateOverdue(app.services, kinds), escalateOverdue(app.services, kinds)]);
    const rows = await app.services.database.rows<{ action: string }>(sql`SELECT action FROM approval_entry WHERE approval_id = ${id} ORDER BY id`);
    expect(rows.map((row) => row.action)).toEqual(['request', 'escalate']);
    await p('head').browser.call('POST', '/auth/login', { username: 'head', password: strongPassword });
    expect((await act('lead', id, 'approve')).status).not.toBe(200);
    expect((await act('head', id, 'approve')).status).toBe(200);
    expect(outcomes(id)).toEqual(['approved']);
  });
});
