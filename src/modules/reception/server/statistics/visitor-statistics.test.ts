import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TEST_PASSWORD, type TestApp, type TestPerson, startTestApp } from '#app/test-app.ts';
import { remindOfPlans } from '../plans/plan-reminders.ts';
import { addMoney } from './sum-amounts.ts';

type Person = TestPerson & { readonly id: string };
interface Line { key: string | null; label: string | null; visits: number; newVisits: number; returning: number; calls: number; callsCame: number; dealRate: number | null; cameRate: number | null; deals: number }
interface Stats { data: Line[]; total: Line }
interface Plan { version: number; lines: { text: string; isDone: boolean }[]; submittedAt: string | null; summarisedAt: string | null; startsOn: string }

// A Wednesday, nine in the morning in Shanghai.
let now = new Date('2027-03-03T01:00:00Z');
let app: TestApp;
let manager: Person;
let an: Person;
let bo: Person;
let stranger: Person;
let site: string;

beforeAll(async () => {
  app = await startTestApp({ clock: () => now });
  await app.admin.post('/policy-packs/install', { key: 'first-visit' });
  const root = await app.services.database.one<{ id: string }>(sql`SELECT id FROM org_unit WHERE parent_id IS NULL`);
  const unitOf = async (name: string) => String((await app.admin.post('/org-units', { name, kind: 'department', parent: root.id })).body.id);
  const here = await unitOf('云栖里项目部');
  manager = await app.person({ username: 'manager', name: '秦岚', roles: ['salesManager'], unit: here });
  an = await app.person({ username: 'an', name: '安宁', roles: ['salesperson'], unit: here });
  bo = await app.person({ username: 'bo', name: '博文', roles: ['salesperson'], unit: here });
  stranger = await app.person({ username: 'stranger', roles: ['salesManager'], unit: await unitOf('别处') });
  const made = await manager.post('/sites', { name: '云栖里', unit: here, projectManager: manager.id, pack: 'first-visit', members: [an.id, bo.id] });
  expect(made.status).toBe(201);
  site = String(made.body.id);
  for (const [day, who, name, phone] of [['2027-03-01', an, '许一', '13700000001'], ['2027-03-02', an, '许二', '13700000002'], ['2027-03-02', bo, '许一', '13700000001']] as const) await visit(day, who, name, phone, here);
  for (const [caller, phone] of [['许二', '13700000002'], ['许三', '13700000003']] as const) {
    await app.services.database.run(sql`
      INSERT INTO call_registration (id, site_id, caller, phone, called_at, channel, owner_id, unit_id, created_at, updated_at)
      VALUES (${app.services.newId()}, ${site}, ${caller}, ${phone}, '2027-03-01T03:00:00Z', 'newspaper', ${an.id}, ${here}, now(), now())`);
  }
});
afterAll(() => app.close());

const customers = new Map<string, string>();

async function visit(day: string, who: Person, visitor: string, phone: string, unit: string): Promise<void> {
  const customer = customers.get(phone) ?? String((await app.admin.post('/customers', { kind: 'person', name: visitor, phone, owner: who.id, _acceptDuplicate: true })).body.id);
  customers.set(phone, customer);
  await app.services.database.run(sql`
    INSERT INTO visit_registration (id, site_id, customer_id, visitor, phone, arrived_at, arrived_on, channel, matter, receiver_id, owner_id, unit_id, created_at, updated_at)
    VALUES (${app.services.newId()}, ${site}, ${customer}, ${visitor}, ${phone}, ${`${day}T02:00:00Z`}, ${day}, 'walkIn', 'visit', ${who.id}, ${who.id}, ${unit}, now(), now())`);
}
const stats = async (who: TestPerson, more = '') => (await who.get<Stats>(`/visitor-statistics?from=2027-03-01&to=2027-03-31${more}`)).body;

it('counts visits, new ones, calls and callers who came, by person, day, month and site', async () => {
  const byPerson = await stats(manager);
  expect(byPerson.data.map(({ label, visits, newVisits, returning, calls, callsCame }) => ({ label, visits, newVisits, returning, calls, callsCame }))).toEqual([
    { label: '安宁', visits: 2, newVisits: 2, returning: 0, calls: 2, callsCame: 1 }, { label: '博文', visits: 1, newVisits: 0, returning: 1, calls: 0, callsCame: 0 },
  ]);
  expect(byPerson.total).toMatchObject({ visits: 3, newVisits: 2, calls: 2, cameRate: 0.5, deals: 0, dealRate: 0 });
  expect((await stats(manager, '&by=day')).data.map((row) => [row.key, row.visits])).toEqual([['2027-03-01', 1], ['2027-03-02', 2]]);
  expect((await stats(manager, '&by=month')).data.map((row) => [row.key, row.visits])).toEqual([['2027-03-01', 3]]);
  expect((await stats(manager, '&by=week')).data).toHaveLength(1);
  expect((await stats(manager, `&by=site&site=${site}`)).data.map((row) => row.label)).toEqual(['云栖里']);
  expect((await stats(manager, '&by=channel')).data.map((row) => [row.key, row.visits, row.calls])).toEqual([['walkIn', 3, 0], ['newspaper', 0, 2]]);
  expect((await manager.get('/visitor-statistics?from=2027-03-05&to=2027-03-01')).status).toBe(400);
});

it('shows each reader only what they may see, on the page and in the file', async () => {
  expect((await stats(an)).total.visits).toBe(2);
  expect((await stats(bo)).total.visits).toBe(1);
  expect((await stats(stranger)).total.visits).toBe(0);
  const file = await manager.get('/visitor-statistics/xlsx?from=2027-03-01&to=2027-03-31');
  expect([file.status, file.headers.get('content-type'), file.text.slice(0, 2)]).toEqual([200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK']);
});

it('adds amounts exactly', () => {
  expect(addMoney('0.1', '0.2')).toBe('0.30');
  expect(addMoney('9007199254740993.01', '-0.02')).toBe('9007199254740992.99');
});

it('a plan is one’s own, stale writes are refused, the leader sees who has not handed in', async () => {
  const put = (who: TestPerson, body: Record<string, unknown>) => who.call<Plan>('PUT', '/plans/day/2027-03-03', body);
  expect((await put(an, { lines: [], submit: true, version: 0 })).status).toBe(400);
  const both = await Promise.all([1, 2].map(() => put(an, { lines: [{ text: '回访许二' }], submit: true, version: 0 })));
  expect(both.map((each) => each.status).toSorted((a, b) => a - b)).toEqual([200, 412]);
  const evening = await put(an, { lines: [{ text: '回访许二', isDone: true }], summary: '约了周末再看', version: 1 });
  expect(evening.body).toMatchObject({ version: 2, lines: [{ text: '回访许二', isDone: true }] });
  expect([evening.body.submittedAt, evening.body.summarisedAt]).toEqual([now.toISOString(), now.toISOString()]);
  const team = await manager.get<{ data: { user: { name: string }; submittedAt: string | null }[]; missing: number }>('/plans/day/2027-03-03/team');
  expect([team.body.missing, team.body.data.map((plan) => plan.user.name)]).toEqual([1, ['博文', '安宁']]);
  expect((await bo.get<{ data: unknown[] }>('/plans/day/2027-03-03/team')).body.data).toEqual([]);
  expect((await stranger.get<{ data: unknown[] }>('/plans/day/2027-03-03/team')).body.data).toEqual([]);
  expect((await bo.get<Plan>('/plans/week/2027-03-03')).body).toMatchObject({ startsOn: '2027-03-01', version: 0, lines: [] });
});

it('on Saturday from nine everybody without next week’s plan is reminded once', async () => {
  await an.call('PUT', '/plans/week/2027-03-08', { lines: [{ text: '开盘准备' }], submit: true, version: 0 });
  expect(await remindOfPlans(app.services)).toBe(0);
  now = new Date('2027-03-06T00:30:00Z');
  expect(await remindOfPlans(app.services)).toBe(0);
  now = new Date('2027-03-06T01:30:00Z');
  const counts = await Promise.all([remindOfPlans(app.services), remindOfPlans(app.services)]);
  expect(counts[0] + counts[1]).toBe(2);
  now = new Date('2027-03-06T01:10:00Z');
  expect(await remindOfPlans(app.services)).toBe(0);
  await bo.post('/auth/login', { username: 'bo', password: TEST_PASSWORD });
  const told = await bo.get<{ data: { kind: string }[] }>('/notifications');
  expect(told.body.data.filter((each) => each.kind === 'reception.weekPlanDue')).toHaveLength(1);
});
