import sql from 'sql-template-tag';
import { readyRoles } from '#modules/identity/server/ready-roles.ts';
import { TEST_PASSWORD, type TestApp, type TestPerson } from '#app/test-app.ts';

/** One person per ready role, and records that belong to them, to their unit, and to strangers. */
export interface MatrixWorld {
  readonly app: TestApp;
  readonly people: ReadonlyMap<string, TestPerson & { readonly id: string }>;
  /** role → relation → object → id. */
  readonly records: ReadonlyMap<string, Readonly<Record<Relation, Readonly<Record<string, string>>>>>;
}

export type Relation = 'own' | 'unit' | 'foreign';
export const relations: readonly Relation[] = ['own', 'unit', 'foreign'];
export const partObjects = ['contact', 'activity', 'need', 'customerRelation'] as const;

let serial = 0;

async function id(pending: Promise<{ status: number; body: Record<string, unknown>; text: string }>): Promise<string> {
  const answer = await pending;
  if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`);
  return String(answer.body.id);
}

/** A customer of the owner with one of each part; made by the administrator. */
export async function makeCustomer(app: TestApp, owner: string): Promise<Record<string, string>> {
  serial += 1;
  const admin = app.admin;
  const customer = await id(admin.post('/customers', { name: `矩阵${serial}号公司`, owner, _acceptDuplicate: true }));
  const other = await id(admin.post('/customers', { name: `对方${serial}号公司`, owner, _acceptDuplicate: true }));
  return {
    customer, other,
    contact: await id(admin.post('/contacts', { name: `联系人${serial}`, customer, _acceptDuplicate: true })),
    activity: await id(admin.post('/activities', { subject: `活动${serial}`, kind: 'note', customer, owner })),
    need: await id(admin.post('/needs', { title: `需求${serial}`, level: 'want', customer })),
    customerRelation: await id(admin.post('/customer-relations', { customer, other, kind: 'partner' })),
  };
}

export async function makeWorld(app: TestApp): Promise<MatrixWorld> {
  await app.admin.post('/auth/confirm', { password: TEST_PASSWORD });
  const unitOf = async (name: string) => id(app.admin.post('/org-units', { name, kind: 'branch', parent: await rootUnit(app) }));
  const near = await unitOf('青岛分公司');
  const far = await unitOf('成都分公司');
  const colleague = await app.person({ username: 'colleague', roles: ['salesperson'], unit: near });
  const stranger = await app.person({ username: 'stranger', roles: ['salesperson'], unit: far });
  const people = new Map<string, TestPerson & { id: string }>();
  const records = new Map<string, Record<Relation, Record<string, string>>>();
  for (const role of readyRoles) {
    const person = await app.person({ username: `role-${role.key.toLowerCase()}`, roles: [role.key], unit: near });
    people.set(role.key, person);
    records.set(role.key, {
      own: await makeCustomer(app, person.id), unit: await makeCustomer(app, colleague.id), foreign: await makeCustomer(app, stranger.id),
    });
  }
  return { app, people, records };
}

async function rootUnit(app: TestApp): Promise<string> {
  return (await app.services.database.one<{ id: string }>(sql`SELECT id FROM org_unit WHERE parent_id IS NULL`)).id;
}
