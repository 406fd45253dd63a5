import { hash } from '@node-rs/argon2';
import sql from 'sql-template-tag';
import { objectActions } from '#meta/object.ts';
import type { Context } from '#platform/context/context.ts';
import { insertRow } from '#platform/records/write-record.ts';
import type { Names } from './company-names.ts';

export const BENCH_PASSWORD = 'Kiln-below-the-ridge-5208';
export const PEOPLE = 200;
export const UNITS = 40;

/** Who signs in for the figures: sees everything, sees a quarter of the company, sees their own. */
export const VIEWERS = { all: 'bench-admin', unitBelow: 'bench-manager', own: 'bench-sales' } as const;
export type Viewer = keyof typeof VIEWERS;

export interface Person {
  readonly id: string;
  readonly unit: string;
}

const BRANCHES = 4;

/** A company of four branches with nine departments each, and its people; the first three sign in for the figures. */
export async function fillPeople(ctx: Context, names: Names): Promise<Person[]> {
  const root = await ctx.db.one<{ id: string }>(sql`SELECT id FROM org_unit WHERE parent_id IS NULL AND deleted_at IS NULL`);
  const branches: string[] = [];
  for (let i = 0; i < BRANCHES; i += 1) branches.push(await addUnit(ctx, `第${i + 1}分公司`, 'branch', [root.id]));
  const departments: string[] = [];
  for (let i = 0; i < UNITS - BRANCHES; i += 1) {
    departments.push(await addUnit(ctx, `销售${i + 1}部`, 'department', [root.id, branches[i % BRANCHES] ?? root.id]));
  }
  // One hash for all: making two hundred would take longer than a hundred thousand customers.
  const passwordHash = await hash(BENCH_PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  const [branch = root.id] = branches;
  const viewers = [
    { username: VIEWERS.all, role: 'administrator', unit: root.id },
    { username: VIEWERS.unitBelow, role: 'salesManager', unit: branch },
    { username: VIEWERS.own, role: 'salesperson', unit: departments[0] ?? root.id },
  ];
  const people: Person[] = [];
  for (let i = 0; i < PEOPLE; i += 1) {
    const plan = viewers[i] ?? { username: `person${i}`, role: 'salesperson', unit: departments[i % departments.length] ?? root.id };
    people.push(await addPerson(ctx, { ...plan, name: names.person(), passwordHash }));
  }
  await requireRoles(ctx);
  return people;
}

async function addUnit(ctx: Context, name: string, kind: string, above: readonly string[]): Promise<string> {
  const id = ctx.newId();
  const now = ctx.now.toISOString();
  await ctx.db.run(sql`
    INSERT INTO org_unit (id, name, name_sort, kind, parent_id, path, created_at, updated_at)
    VALUES (${id}, ${name}, ${name}, ${kind}, ${above.at(-1)}, ${[...above, id]}::uuid[], ${now}, ${now})`);
  return id;
}

async function addPerson(ctx: Context, plan: { username: string; role: string; unit: string; name: string; passwordHash: string }): Promise<Person> {
  const id = ctx.newId();
  const def = ctx.registry.object('user');
  if (!def) throw new Error('there is no object called user');
  await insertRow(ctx, def, {
    id, values: { name: plan.name, username: plan.username, unit: plan.unit, isActive: true },
    extra: { password_hash: plan.passwordHash, password_changed_at: ctx.now.toISOString() },
  });
  await ctx.db.run(sql`INSERT INTO user_role (user_id, role) VALUES (${id}, ${plan.role})`);
  return { id, unit: plan.unit };
}

/** A figure would be wrong without notice if a role were renamed and its holder saw nothing. */
async function requireRoles(ctx: Context): Promise<void> {
  const { scopes } = await ctx.db.one<{ scopes: string[] }>(sql`
    SELECT array_agg(DISTINCT scope) AS scopes FROM role_grant
    WHERE role IN ('administrator', 'salesManager', 'salesperson') AND object IN ('customer', '*') AND action = ${objectActions[1]}`);
  for (const scope of Object.keys(VIEWERS)) {
    if (!scopes.includes(scope)) throw new Error(`no role reads customers with the scope ${scope}`);
  }
}
