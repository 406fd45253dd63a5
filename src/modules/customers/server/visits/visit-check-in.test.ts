import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, type TestPerson, startTestApp } from '#app/test-app.ts';

const NOW = new Date('2026-03-02T02:00:00.000Z');
let app: TestApp;
let sales: TestPerson & { id: string };
let customer: string;
beforeAll(async () => {
  app = await startTestApp({ clock: () => NOW });
  sales = await app.person({ username: 'lin.yue', name: '林悦', roles: ['salesperson'] });
  customer = String((await sales.post('/customers', { name: '青岛港湾机械有限公司', kind: 'company' })).body['id']);
});
afterAll(() => app.close());

const at = (path: string, body: unknown, headers: Record<string, string> = {}) => sales.post(path, body, headers);
const HALL = { lat: 36.0671, lng: 120.3826 };

test('a visit with place and words; the customer learns where it is, when next, and that it was reached', async () => {
  const nextContactAt = '2026-03-09T01:00:00.000Z';
  const made = await at(`/customers/${customer}/check-in`, { outcome: 'reached', place: HALL, note: '见到采购张经理\n下周看样机', nextContactAt, isCustomerPlace: true });
  expect(made.status).toBe(201);
  expect(made.body).toEqual({ id: made.body['id'], happenedAt: NOW.toISOString(), distance: null });
  const { body: visit } = await sales.get(`/activities/${String(made.body['id'])}`);
  expect(visit).toMatchObject({ kind: 'visit', status: 'done', outcome: 'reached', subject: '见到采购张经理', body: '下周看样机', checkIn: 'placed', place: HALL, distance: null, isSentLater: false });
  const { body } = await sales.get(`/customers/${customer}`);
  expect(body).toMatchObject({ place: HALL });
  expect([body['nextContactAt'], body['lastContactAt']].map((when) => new Date(String(when)).toISOString())).toEqual([nextContactAt, NOW.toISOString()]);
});

test('the distance is measured; a place given later does not move the customer', async () => {
  const made = await at(`/customers/${customer}/check-in`, { outcome: 'attempted', place: { lat: 36.0761, lng: 120.3826 }, isCustomerPlace: true });
  expect(made.body['distance']).toBe(1001);
  expect((await sales.get(`/customers/${customer}`)).body['place']).toEqual(HALL);
});

test('without a place it says so; what waited for the network happened then, and no clock of the device counts', async () => {
  const made = await at(`/customers/${customer}/check-in`, { outcome: 'reached' }, { 'x-zhike-waited': '5400' });
  expect(made.body['happenedAt']).toBe('2026-03-02T00:30:00.000Z');
  expect((await sales.get(`/activities/${String(made.body['id'])}`)).body).toMatchObject({ subject: '走访', checkIn: 'noPlace', place: null, isSentLater: true });
  const odd = await at(`/customers/${customer}/check-in`, { outcome: 'reached' }, { 'x-zhike-waited': '-99999999' });
  expect(odd.body['happenedAt']).toBe(NOW.toISOString());
});

test('sent again with the same key it stands once, however long it waited meanwhile', async () => {
  const key = randomUUID();
  const body = { outcome: 'reached', note: '只记一次' };
  const first = await at(`/customers/${customer}/check-in`, body, { 'idempotency-key': key });
  const again = await at(`/customers/${customer}/check-in`, body, { 'idempotency-key': key, 'x-zhike-waited': '600' });
  expect(again.body).toEqual(first.body);
  expect((await sales.get<{ data: unknown[] }>(`/activities?filter=${encodeURIComponent(JSON.stringify({ field: 'subject', op: 'eq', value: '只记一次' }))}`)).body.data).toHaveLength(1);
});

test('a planned visit is completed with its words kept; a second time is refused', async () => {
  const planned = await sales.post('/activities', { kind: 'visit', subject: '拜访生产部', body: '带样品', customer, status: 'open', dueAt: '2026-03-02T03:00:00.000Z' });
  const visit = String(planned.body['id']);
  expect((await at(`/customers/${customer}/check-in`, { outcome: 'reached', visit, note: '样品留下了' })).body['id']).toBe(visit);
  expect((await sales.get(`/activities/${visit}`)).body).toMatchObject({ subject: '拜访生产部', body: '带样品\n样品留下了', status: 'done', outcome: 'reached', checkIn: 'noPlace' });
  expect((await at(`/customers/${customer}/check-in`, { outcome: 'reached', visit })).body['code']).toBe('record.wrong-state');
});

test('nobody checks in where they see nothing', async () => {
  const foreign = String((await app.admin.post('/customers', { name: '济南泉城酒店管理有限公司', kind: 'company' })).body['id']);
  expect((await at(`/customers/${foreign}/check-in`, { outcome: 'reached' })).status).toBe(404);
  expect((await at(`/customers/${customer}/check-in`, { outcome: 'reached', place: { lat: 95, lng: 0 } })).status).toBe(400);
});
