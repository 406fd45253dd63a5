import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestApp, type TestPerson, startTestApp } from '../../../../app/test-app.ts';
import type { TimelineEntry } from './read-timeline.ts';

interface Page { data: TimelineEntry[]; pinned?: TimelineEntry[]; page: { next: string | null } }

let app: TestApp;
let seller: TestPerson & { id: string };
let stranger: TestPerson & { id: string };
let finance: TestPerson & { id: string };

beforeAll(async () => {
  app = await startTestApp();
  seller = await app.person({ username: 'seller', roles: ['salesperson'], name: '沈一舟' });
  stranger = await app.person({ username: 'stranger', roles: ['salesperson'] });
  finance = await app.person({ username: 'finance', roles: ['finance'] });
});
afterAll(() => app.close());

const make = async (path: string, body: Record<string, unknown>, person: TestPerson = seller): Promise<string> => {
  const made = await person.post(path, body);
  if (made.status !== 201) throw new Error(made.text);
  return String(made.body.id);
};
const timeline = async (id: string, query = '', person: TestPerson = seller) => (await person.get<Page>(`/customers/${id}/timeline?${query}`)).body;

describe('one customer', () => {
  let customer: string;
  let contact: string;

  beforeAll(async () => {
    customer = await make('/customers', { name: '青岛海石化工有限公司', phone: '13800138000' });
    contact = await make('/contacts', { name: '王海', customer, jobTitle: '采购经理' });
    await make('/activities', { kind: 'call', subject: '询价', body: '要三十吨', customer, contact, outcome: 'reached', happenedAt: '2026-03-02T01:00:00Z' });
    await make('/activities', { kind: 'note', subject: '置顶的话', customer, isPinned: true, happenedAt: '2026-03-01T01:00:00Z' });
    const task = await make('/activities', { kind: 'task', subject: '寄样品', customer, status: 'open', dueAt: '2026-01-05T01:00:00Z', happenedAt: '2026-03-03T01:00:00Z' });
    await make('/needs', { title: '次日送达', level: 'want', customer });
    await seller.patch(`/customers/${customer}`, { industry: '化工', phone: '13900139000' });
    await seller.patch(`/customers/${customer}`, { stage: 'target', _reason: '已拜访' });
    await seller.patch(`/contacts/${contact}`, { jobTitle: '采购总监' });
    expect(task).not.toBe('');
  });

  test('everything stands in one stream, newest first', async () => {
    const { data, pinned, page } = await timeline(customer);
    expect(page.next).toBeNull();
    expect(data.map((entry) => entry.at)).toEqual(data.map((entry) => entry.at).toSorted().toReversed());
    expect(new Set(data.map((entry) => entry.kind))).toEqual(new Set(['created', 'call', 'note', 'task', 'contact', 'need', 'change', 'stage']));
    expect(new Set(data.map((entry) => entry.id)).size).toBe(data.length);
    expect(data.find((entry) => entry.kind === 'call')).toMatchObject({
      title: '询价', body: '要三十吨', object: 'activity', actor: { id: seller.id, name: '沈一舟' }, visibility: 'internal', pinned: false,
      outcome: 'reached', status: 'done', version: 1, contact: { id: contact, name: '王海' },
    });
    expect(pinned?.map((entry) => entry.title)).toEqual(['置顶的话']);
    expect(data.find((entry) => entry.kind === 'stage')).toMatchObject({ body: '已拜访', from: 'potential', to: 'target' });
  });

  test('changes come once a request, with their fields, and without what has an entry of its own', async () => {
    const { data } = await timeline(customer, 'kinds=change');
    expect(data).toHaveLength(2);
    const [ofContact, ofCustomer] = data;
    expect(ofContact).toMatchObject({
      object: 'contact', recordId: contact, title: '王海', changes: [{ object: 'contact', recordId: contact, field: 'jobTitle', from: '采购经理', to: '采购总监' }],
    });
    expect(ofCustomer?.changes?.map((change) => change.field).toSorted()).toEqual(['industry', 'phone']);
  });

  test('pages give each entry once, also among entries of the same instant', async () => {
    const same = await make('/customers', { name: '同时有限公司' });
    for (let i = 0; i < 7; i += 1) await make('/activities', { kind: 'note', subject: `第 ${i} 条`, customer: same, happenedAt: '2026-02-01T00:00:00Z' });
    const whole = (await timeline(same)).data.map((entry) => entry.id);
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const { data, page }: Page = await timeline(same, `limit=2${next ? `&cursor=${next}` : ''}`);
      seen.push(...data.map((entry) => entry.id));
      next = page.next;
    }
    expect(seen).toEqual(whole);
    expect((await seller.get(`/customers/${same}/timeline?cursor=nonsense`)).status).toBe(400);
  });

  test('who may not see the customer gets nothing, and who may not see a part gets the rest', async () => {
    expect((await stranger.get(`/customers/${customer}/timeline`)).status).toBe(404);
    expect((await stranger.get(`/customers/${customer}/overview`)).status).toBe(404);
    expect((await app.anonymous().get(`/customers/${customer}/timeline`)).status).toBe(401);
    const { data, pinned } = await timeline(customer, '', finance);
    expect(new Set(data.map((entry) => entry.kind))).toEqual(new Set(['created', 'contact', 'change', 'stage']));
    expect(pinned).toEqual([]);
    const phone = data.flatMap((entry) => entry.changes ?? []).find((change) => change.field === 'phone');
    expect(phone).toMatchObject({ from: '138****8000', to: '139****9000' });
  });

  test('a hidden field is not in the changes either', async () => {
    await app.services.database.run(sql`INSERT INTO role_field (role, object, field, view, edit) VALUES ('finance', 'customer', 'industry', 'hidden', false)`);
    app.services.events.announce({ kind: 'invalidate', what: 'access' });
    const text = JSON.stringify((await timeline(customer, '', finance)).data);
    expect(text).not.toContain('industry');
    expect(text).not.toContain('化工"');
  });

  test('the header has its figures, as far as they may be seen', async () => {
    expect((await seller.get(`/customers/${customer}/overview`)).body).toMatchObject({
      lastContactAt: '2026-03-02T01:00:00.000Z', nextContactAt: null, openTasks: 1, overdueTasks: 1, contacts: 1, openNeeds: 1,
    });
    expect((await finance.get(`/customers/${customer}/overview`)).body).toMatchObject({ openTasks: null, overdueTasks: null, contacts: 1, openNeeds: null });
  });
});

test('of a changed activity only the new owner is news: the rest its own entry shows', async () => {
  const id = await make('/customers', { name: '待办有限公司' });
  const task = await make('/activities', { kind: 'task', subject: '寄样', customer: id, status: 'open' });
  await seller.patch(`/activities/${task}`, { subject: '寄样品', status: 'done' });
  expect((await timeline(id)).data.map((entry) => entry.kind).toSorted()).toEqual(['created', 'task']);
  await app.admin.patch(`/activities/${task}`, { owner: stranger.id, subject: '寄两份样品' });
  const { data } = await timeline(id, 'kinds=change');
  expect(data.map((entry) => entry.changes?.map((change) => change.field))).toEqual([['owner']]);
});

test('a change of owner and a sharing are entries of their own kind', async () => {
  const id = await make('/customers', { name: '移交有限公司' });
  await seller.call('PUT', `/customers/${id}/sharing`, { collaborators: [{ user: stranger.id, level: 'read' }] });
  await app.admin.patch(`/customers/${id}`, { owner: finance.id });
  const { data } = await timeline(id, 'kinds=owner,sharing', app.admin);
  expect(data.map((entry) => entry.kind)).toEqual(['owner', 'sharing']);
  expect(data[1]).toMatchObject({ sharing: { set: [{ user: { id: stranger.id, name: 'stranger' }, level: 'read' }], removed: [] } });
});

test('what was done to a customer before it was merged stays on the timeline', async () => {
  const kept = await make('/customers', { name: '留存有限公司' });
  const lost = await make('/customers', { name: '并入有限公司' });
  await seller.patch(`/customers/${lost}`, { industry: '并入前的行业' });
  await app.services.database.run(sql`UPDATE customer SET merged_into = ${kept}, deleted_at = now() WHERE id = ${lost}`);
  const { data } = await timeline(kept);
  expect(data.filter((entry) => entry.kind === 'created').map((entry) => entry.title)).toEqual(['并入有限公司', '留存有限公司']);
  expect(data.flatMap((entry) => entry.changes ?? [])).toContainEqual({ object: 'customer', recordId: lost, field: 'industry', from: null, to: '并入前的行业' });
});

test('a customer with a hundred thousand entries answers as fast as one with ten', async () => {
  const small = await make('/customers', { name: '小有限公司' });
  const large = await make('/customers', { name: '大有限公司' });
  await app.services.database.run(sql`
    INSERT INTO activity (id, customer_id, kind, subject, happened_at, owner_id, created_at, updated_at)
    SELECT gen_random_uuid(), ${large}, 'note', 'x', now() - make_interval(secs => n), ${seller.id}, now(), now() FROM generate_series(1, 50000) n`);
  await app.services.database.run(sql`
    INSERT INTO audit_entry (id, at, actor_id, actor_kind, actor_name, request_id, action, object, record_id, customer_id, changes)
    SELECT gen_random_uuid(), now() - make_interval(secs => n), ${seller.id}, 'user', '沈一舟', gen_random_uuid()::text, 'update', 'customer', ${large}, ${large},
      '{"industry": ["a", "b"]}' FROM generate_series(1, 50000) n`);
  // One request that touched ten thousand records.
  await app.services.database.run(sql`
    INSERT INTO audit_entry (id, at, actor_id, actor_kind, actor_name, request_id, action, object, record_id, customer_id, changes)
    SELECT gen_random_uuid(), now(), ${seller.id}, 'user', '沈一舟', 'one', 'update', 'customer', ${large}, ${large}, '{"industry": ["a", "b"]}' FROM generate_series(1, 10000) n`);
  await app.services.database.pool.query('RESET ROLE; ANALYZE activity; ANALYZE audit_entry').catch(() => undefined);
  const time = async (id: string, query: string) => {
    const times: number[] = [];
    for (let i = 0; i < 7; i += 1) {
      const started = performance.now();
      const { data } = await timeline(id, query);
      times.push(performance.now() - started);
      if (id === large) expect(data).toHaveLength(50);
    }
    // The quickest: what else the machine does only adds.
    return Math.min(...times);
  };
  const base = await time(small, '');
  const first = await time(large, '');
  const { data, page } = await timeline(large);
  expect(data.find((entry) => entry.more !== undefined)).toMatchObject({ more: 9_970 });
  const second = await time(large, `cursor=${page.next ?? ''}`);
  const changes = await time(large, 'kinds=change');
  if (process.env['ZHIKE_TEST_TIMES']) process.stderr.write(`timeline ms: small ${base}, large ${first}, second page ${second}, changes ${changes}\n`);
  expect(first).toBeLessThan(base * 5 + 200);
  expect(second).toBeLessThan(base * 5 + 200);
});
