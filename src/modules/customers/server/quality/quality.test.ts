import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { TEST_PASSWORD, type TestApp, type TestPerson, startTestApp } from '#app/test-app.ts';
import { completeness } from '../../rules/completeness.ts';

interface List<R> { data: R[] }
interface BoardRow { key: string; name: string; customers: number; score: number; poor: number; missing: { field: string; count: number }[]; duplicates: number; badPhones: number | null }
interface Group { score: number; members: { id: string; name: string }[]; pairs: { a: string; b: string; score: number; reasons: string[] }[] }

let app: TestApp;
let clock = new Date('2026-03-10T02:00:00Z');
let manager: TestPerson & { id: string };
let lin: TestPerson & { id: string };
beforeAll(async () => {
  app = await startTestApp({ clock: () => clock });
  const company = await app.services.database.one<{ id: string }>(sql`SELECT id FROM org_unit WHERE parent_id IS NULL`);
  const unit = async (name: string) => String((await app.admin.post('/org-units', { name, kind: 'department', parent: company.id })).body.id);
  const east = await unit('华东大区');
  manager = await app.person({ username: 'manager', name: '秦岚', roles: ['salesManager'], unit: east });
  lin = await app.person({ username: 'lin', name: '林晓', roles: ['salesperson'], unit: east });
});
afterAll(() => app.close());

const scoreOf = async (id: unknown) => (await app.services.database.one<{ completeness: number }>(sql`SELECT completeness FROM customer WHERE id = ${String(id)}`)).completeness;
const finished = (name: string) => vi.waitFor(async () => {
  const open = await app.services.database.rows(sql`SELECT 1 FROM job WHERE name = ${name} AND state IN ('waiting', 'running')`);
  expect(open).toEqual([]);
}, { timeout: 60_000, interval: 50 });
const requirements = { company: [{ field: 'phone', weight: 3, verifiedWithinMonths: 6 }, { field: 'industry', weight: 1 }], person: [{ field: 'gender' }] };

describe('completeness (CU-13)', () => {
  it('follows every write and every check, and a check grows old', async () => {
    expect((await app.admin.call('PUT', '/quality/requirements', requirements)).body).toMatchObject({ version: 2, ...requirements });
    await finished('customers.renew-scores');
    const { body } = await lin.post('/customers', { name: '完整度试验公司', phone: '13800001111' });
    expect(await scoreOf(body.id)).toBe(37);
    await lin.patch(`/customers/${String(body.id)}`, { industry: '化工' });
    expect(await scoreOf(body.id)).toBe(62);
    const verified = await lin.post(`/customers/${String(body.id)}/verify`, { fields: ['phone'] });
    expect(verified.body).toMatchObject({ score: 100, missing: [], stale: [], verified: { phone: '2026-03-10T02:00:00.000Z' } });
    expect((await lin.get(`/customers/${String(body.id)}`)).body).toMatchObject({ completeness: 100 });
    await lin.patch(`/customers/${String(body.id)}`, { phone: '13800002222' });
    expect((await lin.get(`/customers/${String(body.id)}/completeness`)).body).toMatchObject({ score: 62, stale: ['phone'], verified: {} });
    await lin.post(`/customers/${String(body.id)}/verify`, { fields: ['phone'] });
    expect(await scoreOf(body.id)).toBe(100);

    clock = new Date('2026-09-11T02:00:00Z');
    const system = app.services;
    await system.database.run(sql`UPDATE job SET run_at = ${clock.toISOString()} WHERE name = 'customers.renew-scores-hourly' AND state = 'waiting'`);
    system.jobs.wake();
    await vi.waitFor(async () => expect(await scoreOf(body.id)).toBe(62), { timeout: 60_000, interval: 50 });
    clock = new Date('2026-03-10T02:00:00Z');
    // Half a year is long enough for the upkeep job to end everybody's session.
    for (const [person, username] of [[app.admin, 'admin'], [manager, 'manager'], [lin, 'lin']] as const) await person.post('/auth/login', { username, password: TEST_PASSWORD });
  });

  it('is renewed for all when the requirements change, and equals the rule', async () => {
    const rows = Array.from({ length: 1_203 }, (_, n) => ({ id: app.services.newId(), code: `R-${n}`, name: `批量${n}`, industry: n % 3 === 0 ? '纺织' : null }));
    await app.services.database.run(sql`
      INSERT INTO customer (id, kind, name, code, industry, created_at, updated_at)
      SELECT r.id, 'company', r.name, r.code, r.industry, now(), now() FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r (id uuid, name text, code text, industry text)`);
    const next = { company: [{ field: 'industry', weight: 2 }, { field: 'name', weight: 1 }], person: [] };
    await app.admin.call('PUT', '/quality/requirements', next);
    await finished('customers.renew-scores');
    const stored = await app.services.database.rows<{ industry: string | null; name: string; completeness: number }>(sql`SELECT industry, name, completeness FROM customer`);
    for (const row of stored) expect(row.completeness).toBe(completeness(next.company, row, {}, '2026-03-10').score);
    expect((await app.admin.get<List<object>>('/quality/runs')).body.data).toMatchObject([{ kind: 'scores', state: 'done' }]);
    await app.services.database.run(sql`DELETE FROM customer WHERE code LIKE 'R-%'`);
  });

  it('takes requirements only from who may, and only fields that people fill in', async () => {
    expect((await lin.call('PUT', '/quality/requirements', requirements)).status).toBe(403);
    for (const field of ['nothing', 'code', 'completeness', 'contactCount']) {
      expect((await app.admin.call('PUT', '/quality/requirements', { company: [{ field }], person: [] })).status).toBe(400);
    }
    expect((await app.admin.call('PUT', '/quality/requirements', { company: [{ field: 'phone' }, { field: 'phone' }], person: [] })).status).toBe(400);
  });

  it('verifies only filled fields of a customer in scope', async () => {
    const { body } = await lin.post('/customers', { name: '核实试验公司' });
    expect((await lin.post(`/customers/${String(body.id)}/verify`, { fields: ['phone'] })).body).toMatchObject({ errors: [{ code: 'required' }] });
    const foreign = await app.admin.post('/customers', { name: '他人的核实试验', industry: '航空' });
    expect((await lin.post(`/customers/${String(foreign.body.id)}/verify`, { fields: ['industry'] })).status).toBe(404);
    expect((await lin.get(`/customers/${String(foreign.body.id)}/completeness`)).status).toBe(404);
  });
});

describe('the board (CU-13)', () => {
  it('counts within scope: by owner, by unit, one’s own without the right', async () => {
    await app.admin.call('PUT', '/quality/requirements', requirements);
    await finished('customers.renew-scores');
    await app.services.database.run(sql`DELETE FROM activity`);
    const phone = '+8613811112222';
    for (const name of ['看板甲贸易', '看板乙纺织', '看板丙化工']) await lin.post('/customers', { name, phone, _acceptDuplicate: true });
    const byOwner = (await manager.get<List<BoardRow>>('/quality/board?groupBy=owner')).body.data;
    const row = byOwner.find(({ key }) => key === lin.id);
    const own = (await lin.get<{ page: { total: number } }>('/customers?count=true')).body.page.total;
    expect(row).toMatchObject({ name: '林晓', customers: own, badPhones: 3 });
    expect(row?.missing[0]?.field).toBe('industry');
    expect(byOwner.map(({ key }) => key)).toEqual([lin.id]);
    expect((await manager.get<List<BoardRow>>('/quality/board?groupBy=unit')).body.data).toMatchObject([{ name: '华东大区', customers: own }]);
    expect((await lin.get<List<BoardRow>>('/quality/board')).body.data.map(({ key }) => key)).toEqual([lin.id]);
    const all = (await app.admin.get<List<BoardRow>>('/quality/board')).body.data;
    expect(all.length).toBeGreaterThan(1);
  });
});

describe('the scan for duplicates (CU-13)', () => {
  it('finds them, groups them, and forgets for good what a person called different', async () => {
    const names = ['江苏晨曜智能装备有限公司', '晨曜智能装备股份有限公司', '苏州凌霄特种玻璃有限公司', '凌霄特种坡璃有限公司'];
    const ids: string[] = [];
    for (const name of names) ids.push(String((await lin.post('/customers', { name, _acceptDuplicate: true })).body.id));
    const person = await lin.post('/customers', { kind: 'person', name: '蒋文', phone: '13655556666' });
    const firm = await lin.post('/customers', { name: '汇通五金' });
    await lin.post('/contacts', { name: '蒋文', customer: firm.body.id, phone: '13655556666' });
    expect((await lin.post('/quality/duplicate-scan')).status).toBe(403);
    const scan = async () => {
      expect((await manager.post('/quality/duplicate-scan')).body).toEqual({ isStarted: true });
      await finished('customers.duplicate-scan');
      return (await manager.get<List<Group>>('/quality/duplicates')).body.data;
    };
    const groups = await scan();
    const pairOf = (a: string, b: string) => groups.flatMap(({ pairs }) => pairs).find((pair) => [pair.a, pair.b].toSorted().join() === [a, b].toSorted().join());
    expect(pairOf(ids[0] ?? '', ids[1] ?? '')).toMatchObject({ score: 60, reasons: ['name'] });
    expect(pairOf(ids[2] ?? '', ids[3] ?? '')).toMatchObject({ reasons: ['name'] });
    expect(pairOf(String(person.body.id), String(firm.body.id))).toMatchObject({ score: 40, reasons: ['contact-phone'] });
    expect(groups.find(({ members }) => members.some(({ name }) => name === '看板甲贸易'))?.members).toHaveLength(3);

    expect((await manager.post('/quality/duplicates/different', { a: ids[1], b: ids[0] })).status).toBe(204);
    expect((await scan()).flatMap(({ members }) => members.map(({ id }) => id))).not.toContain(ids[0]);
    expect((await lin.post<List<{ id: string }>>('/customers/duplicates', { values: {}, id: ids[0] })).body.data).toEqual([]);
    expect((await manager.post('/quality/duplicates/reopen', { a: ids[0], b: ids[1] })).status).toBe(204);
    expect(JSON.stringify((await manager.get('/quality/duplicates')).body)).toContain(ids[0]);
    await manager.post('/quality/duplicates/different', { a: ids[0], b: ids[1] });
    await manager.post(`/customers/${ids[2]}/merge`, { loser: ids[3] });
    expect((await scan()).flatMap(({ members }) => members.map(({ id }) => id))).not.toContain(ids[2]);
  });

  it('shows only pairs whose both sides one may merge', async () => {
    const foreign = await app.admin.post('/customers', { name: '晨曜智能装备（北京）有限公司', _acceptDuplicate: true });
    await manager.post('/quality/duplicate-scan');
    await finished('customers.duplicate-scan');
    const seen = async (who: TestPerson) => JSON.stringify((await who.get('/quality/duplicates')).body);
    expect(await seen(app.admin)).toContain(String(foreign.body.id));
    expect(await seen(manager)).not.toContain(String(foreign.body.id));
    expect((await lin.get('/quality/duplicates')).status).toBe(403);
  });
});
