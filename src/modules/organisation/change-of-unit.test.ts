import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type TestApp, type TestPerson, startTestApp } from '#app/test-app.ts';

let app: TestApp;
let north = '';
let south = '';
let sales: TestPerson & { id: string };

const make = async (path: string, body: Readonly<Record<string, unknown>>): Promise<string> => {
  const made = await app.admin.post<{ id: string }>(path, body);
  expect(made.status, made.text).toBe(201);
  return made.body.id;
};
const unitOf = async (id: string) => (await app.services.database.one<{ unit_id: string | null }>(sql`SELECT unit_id FROM customer WHERE id = ${id}`)).unit_id;

beforeAll(async () => {
  app = await startTestApp();
  const [top] = (await app.admin.get<{ data: { id: string }[] }>('/org-units?limit=1')).body.data;
  north = await make('/org-units', { name: '北方部', parent: top?.id });
  south = await make('/org-units', { name: '南方部', parent: top?.id });
  sales = await app.person({ username: 'mover', roles: ['salesperson'], unit: north });
});
afterAll(() => app.close());

test('records stay with the unit unless they are asked to move along; then a job moves them, with an entry each', async () => {
  const mine = [await make('/customers', { name: '甲厂', owner: sales.id }), await make('/customers', { name: '乙厂', owner: sales.id })];
  const elsewhere = await make('/customers', { name: '丙厂' });
  expect(await Promise.all(mine.map(unitOf))).toEqual([north, north]);
  const moved = await app.admin.patch(`/users/${sales.id}`, { unit: south });
  expect(moved.status, moved.text).toBe(200);
  expect(await Promise.all(mine.map(unitOf))).toEqual([north, north]);
  const owned = await app.admin.get<{ data: unknown[] }>(`/users/${sales.id}/owned-records?unit=${north}`);
  expect(owned.body.data).toEqual([{ object: 'customer', count: 2 }]);

  const started = await app.admin.post(`/users/${sales.id}/move-records`, { from: north });
  expect([started.status, started.body]).toEqual([202, { isStarted: true }]);
  await vi.waitFor(async () => expect(await Promise.all(mine.map(unitOf))).toEqual([south, south]), { timeout: 60_000, interval: 100 });
  expect(await unitOf(elsewhere)).not.toBe(south);
  const history = await app.admin.get<{ data: { action: string; changes: { field: string; from: unknown; to: unknown }[] }[] }>(`/customers/${mine[0] ?? ''}/history`);
  expect(history.body.data[0]).toMatchObject({ action: 'update', changes: [{ field: 'unit' }] });
  const entries = await app.services.database.rows<{ detail: unknown }>(sql`
    SELECT detail FROM audit_entry WHERE record_id = ANY(${mine}::uuid[]) AND detail->>'why' = 'unit-change'`);
  expect(entries.map((entry) => entry.detail)).toEqual(Array.from({ length: 2 }, () => ({ why: 'unit-change', user: sales.id, by: '沈一舟' })));
  expect((await app.admin.get<{ data: unknown[] }>(`/users/${sales.id}/owned-records?unit=${north}`)).body.data).toEqual([]);
});

test('refused for the unit that the person is in, and without the right to manage people', async () => {
  expect((await app.admin.post(`/users/${sales.id}/move-records`, { from: south })).status).toBe(400);
  expect((await sales.post(`/users/${sales.id}/move-records`, { from: north })).status).toBe(403);
  expect((await sales.get(`/users/${sales.id}/owned-records?unit=${north}`)).status).toBe(403);
});
