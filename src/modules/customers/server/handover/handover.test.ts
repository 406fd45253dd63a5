import sql from 'sql-template-tag';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestApp, type TestPerson, startTestApp } from '#app/test-app.ts';

type Person = TestPerson & { id: string };
interface Handover { id: string; seed: string | null; counts: Record<string, number>; items: { customer: { id: string }; to: { id: string }; state: string }[] }
interface List<R> { data: R[] }

let app: TestApp;
let unit: string;
let otherUnit: string;
let manager: Person;
let an: Person;
let bai: Person;
let round = 0;
let leaving: Person;
let customers: string[];

beforeAll(async () => {
  app = await startTestApp();
  const company = await app.services.database.one<{ id: string }>(sql`SELECT id FROM org_unit WHERE parent_id IS NULL`);
  const make = async (name: string) => String((await app.admin.post('/org-units', { name, kind: 'department', parent: company.id })).body.id);
  unit = await make('西南大区');
  otherUnit = await make('东北大区');
  manager = await app.person({ username: 'manager', name: '秦岚', roles: ['salesManager'], unit });
  an = await app.person({ username: 'an', name: '安宁', roles: ['salesperson'], unit });
  bai = await app.person({ username: 'bai', name: '白露', roles: ['salesperson'], unit: otherUnit });
});
afterAll(() => app.close());

beforeEach(async () => {
  round += 1;
  leaving = await app.person({ username: `leaving${round}`, name: '离职员工', roles: ['salesperson'], unit });
  customers = [];
  for (const name of ['嘉陵', '岷江', '沱江', '青衣', '涪水', '雅砻', '大渡']) {
    const made = await leaving.post('/customers', { name: `${name}水务第${round}公司`, grade: name === '岷江' ? 'star3' : 'regular', _acceptDuplicate: true });
    customers.push(String(made.body.id));
  }
});

const ownersOf = async (ids: readonly string[]) => {
  const rows = await app.services.database.rows<{ id: string; owner_id: string }>(sql`SELECT id, owner_id FROM customer WHERE id = ANY(${ids}::uuid[])`);
  return ids.map((id) => rows.find((row) => row.id === id)?.owner_id);
};
const handOver = (who: TestPerson, body: Record<string, unknown>) => who.post<Handover>('/handovers', { from: leaving.id, ...body });

describe('handing customers over (CU-52)', () => {
  it('previews, moves customers and tasks in one action, and writes it into each history', async () => {
    const task = await leaving.post('/activities', { kind: 'task', status: 'open', subject: '催款', customer: customers[0] });
    const free = await leaving.post('/activities', { kind: 'task', status: 'open', subject: '交接电脑' });
    const done = await leaving.post('/activities', { kind: 'call', status: 'done', subject: '回访', customer: customers[0] });
    const preview = await manager.post('/handovers/preview', { from: leaving.id, rule: 'rotation', to: [an.id, bai.id] });
    expect(preview.body).toMatchObject({ customers: 7, tasks: 2, outside: 0, receivers: [{ id: an.id, count: 4 }, { id: bai.id, count: 3 }], keyAccounts: [{ id: customers[1] }] });
    expect(await ownersOf(customers)).toEqual(customers.map(() => leaving.id));

    const made = await handOver(manager, {
      rule: 'rotation', to: [an.id, bai.id], acceptance: false, note: '离职交接', keyAccountNotes: { [customers[1] ?? '']: '董事长每月拜访一次' },
    });
    expect(made.status).toBe(201);
    expect(await ownersOf(customers)).toEqual([an, bai, an, bai, an, bai, an].map(({ id }) => id));
    expect((await bai.get(`/customers/${customers[1]}`)).body).toMatchObject({ unit: otherUnit });
    expect((await leaving.get(`/customers/${customers[0]}`)).status).toBe(404);
    const tasks = await app.services.database.rows<{ id: string; owner_id: string }>(sql`
      SELECT id, owner_id FROM activity WHERE id = ANY(${[task, free, done].map(({ body }) => String(body.id))}::uuid[])`);
    const ownerOf = (one: { body: Record<string, unknown> }) => tasks.find(({ id }) => id === one.body.id)?.owner_id;
    expect([ownerOf(task), ownerOf(free), ownerOf(done)]).toEqual([an.id, an.id, leaving.id]);
    const notes = await bai.get<List<{ body: string; isPinned: boolean }>>(`/activities?filter=${encodeURIComponent(JSON.stringify({ field: 'customer', op: 'eq', value: customers[1] }))}`);
    expect(notes.body.data).toMatchObject([{ body: '董事长每月拜访一次', isPinned: true }]);
    const history = await an.get<List<{ action: string; changes: { field: string; to: string }[] }>>(`/customers/${customers[0]}/history`);
    expect(history.body.data[0]).toMatchObject({ action: 'hand-over', changes: [{ field: 'owner', to: an.id }] });
  });

  it('draws lots with a recorded seed, so that anybody can draw again', async () => {
    const made = await handOver(manager, { rule: 'random', to: [an.id, bai.id], acceptance: false });
    const counts = Map.groupBy(made.body.items, ({ to }) => to.id);
    expect([counts.get(an.id)?.length, counts.get(bai.id)?.length].toSorted((a = 0, b = 0) => a - b)).toEqual([3, 4]);
    expect((await manager.get(`/handovers/${made.body.id}/draw`)).body).toMatchObject({ isSame: true, customers: 7, seed: made.body.seed });
    await app.services.database.run(sql`UPDATE handover_item SET to_user = ${leaving.id} WHERE handover_id = ${made.body.id} AND position = 0`);
    expect((await manager.get(`/handovers/${made.body.id}/draw`)).body).toMatchObject({ isSame: false });
  });

  it('waits for the receivers: accept some, decline the rest to the manager', async () => {
    const task = await leaving.post('/activities', { kind: 'task', status: 'open', subject: '回款', customer: customers[6] });
    const made = await handOver(manager, { rule: 'one', to: [an.id] });
    expect(made.body.counts).toMatchObject({ waiting: 7 });
    const open = await an.get<List<{ id: string; mine: number }>>('/handovers?mine=true');
    expect(open.body.data).toMatchObject([{ id: made.body.id, mine: 7 }]);
    const first = customers.slice(0, 3);
    expect((await an.post(`/handovers/${made.body.id}/accept`, { customers: first })).body).toEqual({ accepted: 3 });
    expect((await an.post(`/handovers/${made.body.id}/decline`, {})).status).toBe(400);
    expect((await an.post(`/handovers/${made.body.id}/decline`, { reason: '人手不足' })).body).toEqual({ declined: 4 });
    expect(await ownersOf(customers)).toEqual([...first.map(() => an.id), ...customers.slice(3).map(() => manager.id)]);
    expect((await manager.get(`/activities/${String(task.body.id)}`)).body.owner).toBe(manager.id);
    expect((await an.post(`/handovers/${made.body.id}/accept`)).status).toBe(409);
    expect((await manager.get<Handover>(`/handovers/${made.body.id}`)).body.counts).toMatchObject({ waiting: 0, accepted: 3, declined: 4 });
    expect((await manager.post(`/handovers/${made.body.id}/undo`)).status).toBe(409);
  });

  it('can be taken back before acceptance, except what was accepted or went on', async () => {
    const made = await handOver(manager, { rule: 'one', to: [an.id] });
    await an.post(`/handovers/${made.body.id}/accept`, { customers: [customers[0]] });
    await app.admin.patch(`/customers/${customers[1]}`, { owner: bai.id });
    expect((await an.post(`/handovers/${made.body.id}/undo`)).status).toBe(404);
    expect((await manager.post(`/handovers/${made.body.id}/undo`)).body).toEqual({ returned: 5 });
    expect(await ownersOf(customers)).toEqual([an.id, bai.id, ...customers.slice(2).map(() => leaving.id)]);
    expect((await manager.post(`/handovers/${made.body.id}/undo`)).status).toBe(409);
  });

  it('moves part of them by a filter, and leaves the tasks of the rest', async () => {
    const task = await leaving.post('/activities', { kind: 'task', status: 'open', subject: '私事' });
    const filter = { field: 'grade', op: 'eq', value: 'star3' };
    const made = await handOver(manager, { rule: 'one', to: [an.id], filter });
    expect(made.body.items.map(({ customer }) => customer.id)).toEqual([customers[1]]);
    expect((await leaving.get(`/activities/${String(task.body.id)}`)).status).toBe(200);
  });

  it('passes over absent receivers, and refuses unknown, inactive and the same person', async () => {
    await app.services.database.run(sql`
      INSERT INTO delegation (id, from_user, to_user, from_at, until_at, created_at)
      VALUES (${app.services.newId()}, ${bai.id}, ${an.id}, now() - interval '1 day', now() + interval '1 day', now())`);
    expect((await handOver(manager, { rule: 'one', to: [bai.id] })).body).toMatchObject({ errors: [{ path: 'to', code: 'all-absent' }] });
    const made = await handOver(manager, { rule: 'rotation', to: [bai.id, an.id] });
    expect(new Set(made.body.items.map(({ to }) => to.id))).toEqual(new Set([an.id]));
    await app.services.database.run(sql`DELETE FROM delegation`);
    for (const id of [leaving.id, app.services.newId()]) expect((await handOver(manager, { rule: 'one', to: [id] })).status).toBe(400);
  });

  it('works for a person who is disabled already, and only within the manager’s units', async () => {
    await app.services.database.run(sql`UPDATE customer SET unit_id = ${otherUnit} WHERE id = ${customers[0] ?? ''}`);
    await app.admin.post(`/users/${leaving.id}/disable`);
    expect((await manager.post('/handovers/preview', { from: leaving.id, rule: 'one', to: [] })).body).toMatchObject({ customers: 6, outside: 1, receivers: [] });
    const made = await handOver(manager, { rule: 'one', to: [an.id], acceptance: false });
    expect(made.body.items).toHaveLength(6);
    expect(await ownersOf(customers.slice(0, 1))).toEqual([leaving.id]);
    expect((await bai.get(`/handovers/${made.body.id}`)).status).toBe(404);
    expect((await an.post('/handovers', { from: leaving.id, rule: 'one', to: [bai.id] })).status).toBe(403);
    expect((await app.admin.get<List<{ id: string }>>('/handovers')).body.data.map(({ id }) => id)).toContain(made.body.id);
  });

  it('happens once when two managers do it at the same time', async () => {
    const answers = await Promise.all([handOver(manager, { rule: 'one', to: [an.id] }), handOver(app.admin, { rule: 'one', to: [bai.id] })]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 400]);
    expect(new Set(await ownersOf(customers)).size).toBe(1);
  });
});
