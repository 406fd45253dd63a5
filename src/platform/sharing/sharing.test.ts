import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, type TestPerson, startTestApp } from '../../app/test-app.ts';

type Person = TestPerson & { id: string };

let app: TestApp;
let owner: Person;
let colleague: Person;
let stranger: Person;
let unit: string;
let customer: string;
let now = new Date('2026-03-02T01:00:00Z');

beforeAll(async () => {
  app = await startTestApp({ clock: () => now });
  owner = await app.person({ username: 'owner', roles: ['salesperson'] });
  unit = (await app.admin.get<{ user: { unit: { id: string } } }>('/auth/me')).body.user.unit.id;
  colleague = await app.person({ username: 'colleague', roles: ['salesperson'], unit });
  stranger = await app.person({ username: 'stranger', roles: ['salesperson'] });
  customer = String((await owner.post('/customers', { name: '青岛海石化工有限公司' })).body.id);
  await owner.post('/contacts', { name: '王海', customer });
});
afterAll(() => app.close());

const share = (collaborators: unknown[], person: TestPerson = owner) => person.call('PUT', `/customers/${customer}/sharing`, { collaborators });
const contactsSeen = async () => (await colleague.get<{ data: unknown[] }>('/contacts')).body.data.length;

test('a collaborator sees the customer and what hangs on it from the next request on, and no longer than it is shared', async () => {
  expect((await colleague.get(`/customers/${customer}`)).status).toBe(404);
  const given = await share([{ user: colleague.id, level: 'read' }]);
  expect(given.body).toMatchObject({ canShare: true, collaborators: [{ user: { id: colleague.id, name: 'colleague' }, unit: null, level: 'read', until: null }] });
  expect((await colleague.get(`/customers/${customer}`)).status).toBe(200);
  expect(await contactsSeen()).toBe(1);
  expect((await colleague.patch(`/customers/${customer}`, { industry: '化工' })).status).toBe(403);
  await share([{ user: colleague.id, level: 'write' }]);
  expect((await colleague.patch(`/customers/${customer}`, { industry: '化工' })).status).toBe(200);
  await share([]);
  expect((await colleague.get(`/customers/${customer}`)).status).toBe(404);
  expect(await contactsSeen()).toBe(0);
});

test('a share ends at its time', async () => {
  await share([{ user: colleague.id, level: 'read', until: '2026-03-02T02:00:00Z' }]);
  expect((await colleague.get(`/customers/${customer}`)).status).toBe(200);
  now = new Date('2026-03-02T02:00:01Z');
  expect((await colleague.get(`/customers/${customer}`)).status).toBe(404);
  expect((await owner.get(`/customers/${customer}/sharing`)).body).toMatchObject({ collaborators: [] });
});

test('a collaborator does not share further, a stranger learns nothing', async () => {
  await share([{ user: colleague.id, level: 'write' }]);
  expect((await colleague.get(`/customers/${customer}/sharing`)).body).toMatchObject({ canShare: false });
  expect((await share([], colleague)).status).toBe(403);
  expect((await stranger.get(`/customers/${customer}/sharing`)).status).toBe(404);
  expect((await share([], stranger)).status).toBe(404);
  expect((await owner.get(`/customers/${customer}/sharing`)).body).toMatchObject({ collaborators: [{ level: 'write' }] });
});

test('refuses who does not exist, both or neither, twice the same, and a time that is over', async () => {
  const issues = async (collaborators: unknown[]) => {
    const answer = await share(collaborators);
    return [answer.status, ...(answer.body as { errors: { path: string }[] }).errors.map((error) => error.path)];
  };
  expect(await issues([{ user: app.services.newId(), level: 'read' }])).toEqual([400, 'collaborators.0.user']);
  expect(await issues([{ level: 'read' }])).toEqual([400, 'collaborators.0']);
  expect(await issues([{ user: colleague.id, level: 'read' }, { user: colleague.id, level: 'write' }])).toEqual([400, 'collaborators.1']);
  expect(await issues([{ user: colleague.id, level: 'read', until: '2026-01-01T00:00:00Z' }])).toEqual([400, 'collaborators.0.until']);
  expect(await issues([{ user: colleague.id, level: 'all' }])).toEqual([400, 'collaborators.0.level']);
  expect((await owner.call('PUT', `/contacts/${app.services.newId()}/sharing`, { collaborators: [] })).status).toBe(404);
});

test('each change is on record, an unchanged list is none', async () => {
  await share([]);
  await share([{ user: colleague.id, level: 'read' }]);
  await share([{ user: colleague.id, level: 'read' }]);
  const { body } = await app.admin.get<{ data: { detail: unknown }[] }>(`/audit?record=${customer}&action=share`);
  expect(body.data[0]?.detail).toEqual({ set: [{ user: { id: colleague.id, name: 'colleague' }, unit: null, level: 'read', until: null }], removed: [] });
  expect(body.data[1]?.detail).toMatchObject({ set: [], removed: [{ level: 'write' }] });
});

test('shows what others share with me', async () => {
  const { body } = await colleague.get<{ data: unknown[] }>('/shared-with-me');
  expect(body.data).toEqual([{
    object: 'customer', id: customer, title: '青岛海石化工有限公司', level: 'read', until: null, since: now.toISOString(), by: { id: owner.id, name: 'owner' },
  }]);
  expect((await owner.get('/shared-with-me')).body).toEqual({ data: [] });
  await share([{ unit, level: 'read' }]);
  expect((await colleague.get<{ data: unknown[] }>('/shared-with-me')).body.data).toHaveLength(1);
});
