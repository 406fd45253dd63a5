import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, type TestPerson, startTestApp } from '../../app/test-app.ts';

interface Page {
  readonly data: { readonly id: string; readonly name: string }[];
  readonly page: { readonly next: string | null; readonly total: number | null };
}

let app: TestApp;
const people: Record<string, TestPerson & { id: string }> = {};

beforeAll(async () => {
  app = await startTestApp();
  const company = (await app.admin.get<Page & Record<string, unknown>>('/org-units')).body.data[0]?.id;
  const units: string[] = [];
  for (const name of ['一部', '二部']) {
    const { body } = await app.admin.post('/org-units', { name, kind: 'department', parent: company });
    units.push(String(body.id));
  }
  const [first = '', second = ''] = units;
  people.sales = await app.person({ username: 'sales', roles: ['salesperson'], unit: first });
  people.other = await app.person({ username: 'other', roles: ['salesperson'], unit: first });
  people.manager = await app.person({ username: 'manager', roles: ['salesManager'], unit: first });
  people.elsewhere = await app.person({ username: 'elsewhere', roles: ['salesperson'], unit: second });
  const owners = [people.sales.id, people.other.id, people.manager.id, people.elsewhere.id, null];
  for (let i = 0; i < 35; i += 1) {
    const made = await app.admin.post('/customers', { name: `云帆${i}号`, owner: owners[i % owners.length], industry: i % 3 === 0 ? '化工' : '机械', _acceptDuplicate: true });
    expect(made.status).toBe(201);
    // Some of a stranger's and some of one's own: a record that two ways lead to is still listed once.
    const shared = i % 4 === 0 ? [{ user: people.sales.id, level: 'read' }, { user: people.manager.id, level: 'read' }] : [];
    if (shared.length > 0) expect((await app.admin.call('PUT', `/customers/${String(made.body.id)}/sharing`, { collaborators: shared })).status).toBeLessThan(300);
  }
});
afterAll(() => app.close());

/** The ids of all pages in order. */
async function everyPage(person: TestPerson, query: string): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor = ''; ; ) {
    const { body } = await person.get<Page & Record<string, unknown>>(`/customers?limit=3&fields=name&${query}${cursor}`);
    ids.push(...body.data.map((row) => row.id));
    if (body.page.next === null) return ids;
    cursor = `&cursor=${body.page.next}`;
  }
}

const chemistry = `filter=${encodeURIComponent(JSON.stringify({ field: 'industry', op: 'eq', value: '化工' }))}`;

describe('a list read in parts (PL-70)', () => {
  it.each([
    ['sales', 'sort=-createdAt'], ['sales', 'sort=name'], ['sales', 'sort=-industry,name'], ['sales', chemistry],
    ['manager', 'sort=-createdAt'], ['manager', 'sort=name'], ['manager', chemistry], ['elsewhere', 'sort=name'],
  ])('shows %s with %s each record of the one predicate once', async (who, query) => {
    const person = people[who];
    if (!person) throw new Error(who);
    const ids = await everyPage(person, query);
    const { body } = await person.get<Page & Record<string, unknown>>(`/customers?count=only&${query}`);
    expect(ids.length).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(body.page.total);
  });

  it('keeps the order over all parts', async () => {
    const manager = people.manager;
    if (!manager) throw new Error('manager');
    const wanted = new Set(await everyPage(manager, 'sort=name'));
    const all = await everyPage(app.admin, 'sort=name');
    expect(await everyPage(manager, 'sort=name')).toEqual(all.filter((id) => wanted.has(id)));
  });
});
