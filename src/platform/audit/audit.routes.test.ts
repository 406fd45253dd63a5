import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TEST_PASSWORD, type TestApp, type TestPerson, startTestApp } from '../../app/test-app.ts';

interface Entry {
  readonly seq: number; readonly at: string; readonly action: string; readonly object: string | null; readonly recordId: string | null;
  readonly ok: boolean; readonly actor: { id: string; name: string }; readonly changes: { field: string; from: unknown; to: unknown }[];
  readonly detail: Record<string, unknown> | null;
}
interface Page { data: Entry[]; page: { next: string | null } }

let app: TestApp;
let auditor: TestPerson & { id: string };
let seller: TestPerson & { id: string };
let customerId: string;

beforeAll(async () => {
  app = await startTestApp();
  auditor = await app.person({ username: 'auditor', roles: ['auditor'] });
  seller = await app.person({ username: 'seller', roles: ['salesperson'] });
  const made = await seller.post('/customers', { name: '青岛海石化工有限公司', phone: '13800138000' });
  customerId = String(made.body.id);
  await seller.patch(`/customers/${customerId}`, { phone: '13900139001', industry: '化工' });
});
afterAll(() => app.close());

const audit = async (query: string) => (await auditor.get<Page>(`/audit?${query}`)).body;

test('only those with the right see the trail', async () => {
  expect((await seller.get('/audit')).status).toBe(403);
  expect((await seller.get('/audit/export')).status).toBe(403);
  expect((await seller.post('/audit/verify')).status).toBe(403);
  expect((await app.anonymous().get('/audit')).status).toBe(401);
});

test('lists who did what, with personal data as the reader may see it', async () => {
  const { data } = await audit(`record=${customerId}`);
  expect(data.map((entry) => entry.action)).toEqual(['update', 'create']);
  expect(data[0]).toMatchObject({ object: 'customer', ok: true, actor: { id: seller.id, name: 'seller' } });
  expect(data[0]?.changes).toContainEqual({ field: 'phone', from: '138****8000', to: '139****9001' });
  expect(data[0]?.changes).toContainEqual({ field: 'industry', from: null, to: '化工' });
});

test('filters by person, action, object, time and success', async () => {
  const { data: own } = await audit(`actor=${seller.id}&object=customer`);
  expect(new Set(own.map((entry) => entry.actor.id))).toEqual(new Set([seller.id]));
  expect(own.length).toBeGreaterThan(1);
  await app.anonymous().post('/auth/login', { username: 'seller', password: 'not the right one' });
  const { data: refused } = await audit('ok=false');
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.every((entry) => !entry.ok)).toBe(true);
  const [newest] = own;
  const { data: later } = await audit(`from=${encodeURIComponent(new Date(Date.parse(newest?.at ?? '') + 1).toISOString())}&actor=${seller.id}&object=customer`);
  expect(later).toEqual([]);
  expect((await auditor.get('/audit?colour=red')).status).toBe(400);
  expect((await auditor.get('/audit?cursor=x')).status).toBe(400);
});

test('pages through everything once, in order', async () => {
  const seen: number[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const { data, page }: Page = await audit(`limit=3${cursor ? `&cursor=${cursor}` : ''}&to=${encodeURIComponent(new Date().toISOString())}`);
    seen.push(...data.map((entry) => entry.seq));
    cursor = page.next;
  }
  expect(new Set(seen).size).toBe(seen.length);
  const { n } = await app.services.database.one<{ n: number }>(sql`SELECT count(*)::int AS n FROM audit_entry`);
  expect(seen.length).toBe(n);
});

test('the export needs a fresh password, is itself on record, and neutralises formulas', async () => {
  await seller.patch(`/customers/${customerId}`, { industry: '=1+1' });
  await auditor.post('/auth/confirm', { password: TEST_PASSWORD });
  const csv = await auditor.get(`/audit/export?actor=${seller.id}`);
  expect(csv.status).toBe(200);
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(csv.headers.get('content-disposition')).toMatch(/^attachment; filename="audit-\d{4}-\d\d-\d\d\.csv"$/);
  const lines = csv.text.trim().split('\n');
  expect(lines[0]).toContain('序号,时间（UTC）');
  const { data } = await audit(`actor=${seller.id}&limit=200`);
  expect(lines.length).toBe(data.length + 1);
  expect(csv.text).not.toContain('13900139001');
  expect((await audit('action=export')).data[0]?.detail).toMatchObject({ what: 'audit', filter: { actor: seller.id } });
});

test('verifies the chain, and notices a row changed behind the application', async () => {
  const good = await auditor.post('/audit/verify');
  expect(good.body).toMatchObject({ isIntact: true, faults: [] });
  const { seq } = await app.services.database.one<{ seq: number }>(sql`SELECT seq FROM audit_entry WHERE record_id = ${customerId} ORDER BY seq LIMIT 1`);
  const client = await app.services.database.pool.connect();
  await client.query('RESET ROLE');
  await client.query('SET ROLE none');
  await client.query("SET session_replication_role = 'replica'");
  await client.query("UPDATE audit_entry SET actor_name = '别人' WHERE seq = $1", [seq]);
  client.release(true);
  const bad = await auditor.post('/audit/verify');
  expect(bad.body).toMatchObject({ isIntact: false, faultCount: 1, faults: [{ kind: 'entry-altered', seq, action: 'create' }] });
  expect((await audit('action=audit-verify')).data[0]?.detail).toMatchObject({ isIntact: false, faultCount: 1 });
});
