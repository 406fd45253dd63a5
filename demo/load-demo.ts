import { randomBytes } from 'node:crypto';
import sql, { join } from 'sql-template-tag';
import type { Context } from '#platform/context/context.ts';
import type { FileHost } from '#modules/mail/server/taking/store-parts.ts';
import { hashPassword } from '#modules/identity/server/identity.public.ts';
import { makeActivities } from './demo-activities.ts';
import { makeContacts, makeNeeds, makeRelations } from './demo-contacts.ts';
import { type DemoRecord, makeCustomers } from './demo-customers.ts';
import { type DemoOrganisation, makeOrganisation } from './demo-organisation.ts';
import { loadFieldwork } from './fieldwork/load-fieldwork.ts';
import { insertRecords } from './insert-records.ts';
import { loadPerformance } from './performance/load-performance.ts';
import { loadChats } from './portal-chat/load-chats.ts';
import { loadRooms } from './rooms/load-rooms.ts';
import { loadSalesOffice } from './sales-office/load-sales-office.ts';
import { loadAudits } from './service/audits.ts';
import { loadServiceDesk } from './service/load-service-desk.ts';
import { makeDice } from './seeded-random.ts';
import { giveFieldSkills } from './team/field-skills.ts';
import { loadTeam } from './team/load-team.ts';

const SEED = 20_260_301;

export interface DemoSize { readonly customers: number; readonly contacts: number; readonly activities: number; readonly cases?: number }
export const demoSize: DemoSize = { customers: 3_000, contacts: 6_000, activities: 20_000, cases: 8_000 };

/** Fills an empty company with the demo, files into the store of `host`; answers the password of all its people, which is kept nowhere. */
export async function loadDemo(ctx: Context, host: FileHost, size: DemoSize = demoSize): Promise<{ password: string; people: number }> {
  const dice = makeDice(SEED);
  const root = await ctx.db.one<{ id: string }>(sql`SELECT id FROM org_unit WHERE parent_id IS NULL AND deleted_at IS NULL ORDER BY created_at LIMIT 1`);
  const began = new Date(ctx.now.getTime() - 560 * 86_400_000);
  const organisation = makeOrganisation(dice, root.id, began);
  const password = `zk-${randomBytes(6).toString('base64url')}`;
  const passwordHash = await hashPassword(password);
  await insertOrganisation(ctx, organisation, began, passwordHash);
  const customers = makeCustomers(dice, organisation, ctx.now, size.customers);
  const contacts = makeContacts(dice, customers, size.contacts);
  await insertRecords(ctx, 'customer', withUnique(customers));
  await insertRecords(ctx, 'contact', contacts);
  await insertRecords(ctx, 'activity', makeActivities(dice, { customers, contacts, now: ctx.now, count: size.activities }));
  await insertRecords(ctx, 'need', makeNeeds(dice, customers, Math.round(size.customers / 2), ctx.now));
  await insertRecords(ctx, 'customerRelation', makeRelations(dice, customers, Math.round(size.customers / 15), ctx.now));
  await derive(ctx);
  const office = await loadSalesOffice(ctx, makeDice(SEED + 1), { root: root.id, passwordHash, introducers: organisation.people.filter((person) => person.role === 'serviceAgent') });
  const audits = await loadAudits(ctx, makeDice(SEED + 2), auditedPlaces(organisation, root.id, passwordHash));
  await loadServiceDesk(ctx, makeDice(SEED + 3), serviceCentre(organisation), size.cases ?? size.customers * 2);
  await loadTeam(ctx, makeDice(SEED + 40), serviceCentre(organisation));
  await loadRooms(ctx, makeDice(SEED + 4), { ...serviceCentre(organisation), branches: branchPeople(organisation) }, host);
  await loadPerformance(ctx, makeDice(SEED + 6), serviceCentre(organisation));
  await loadChats(ctx, makeDice(SEED + 5));
  const field = await loadFieldwork(ctx, makeDice(SEED + 7), { ...serviceCentre(organisation), root: root.id, passwordHash }, host);
  await giveFieldSkills(ctx, makeDice(SEED + 41), serviceCentre(organisation));
  await ctx.db.run(sql`
    INSERT INTO setting (key, value, updated_at) VALUES ('demo.isLoaded', 'true', ${ctx.now.toISOString()}) ON CONFLICT (key) DO UPDATE SET value = 'true'`);
  return { password, people: organisation.people.length + office.people + audits.people + field.people };
}

/** The branches, each with another type of service, and who answers for it. */
function auditedPlaces({ units, people }: DemoOrganisation, root: string, passwordHash: string) {
  const supervisor = people.find(({ role }) => role === 'serviceSupervisor')?.id ?? '';
  const types = ['quality', 'factory', 'friendly', 'cold'] as const;
  const places = units.filter(({ kind }) => kind === 'branch').map(({ id }, at) => ({
    unit: id, becomes: types[at % types.length] ?? 'quality', manager: people.find(({ role, unit }) => role === 'salesManager' && unit === id)?.id ?? supervisor,
  }));
  return { root, passwordHash, supervisor, places };
}

const serviceCentre = ({ people }: DemoOrganisation) => {
  const supervisor = people.find(({ role }) => role === 'serviceSupervisor');
  if (!supervisor) throw new Error('nobody supervises the service');
  return { unit: supervisor.unit, supervisor: supervisor.id, agents: people.filter(({ role }) => role === 'serviceAgent').map(({ id }) => id) };
};

const branchPeople = ({ units, people }: DemoOrganisation) => units.filter(({ kind }) => kind === 'branch').map(({ id, name }) => {
  const manager = people.find(({ role, unit }) => role === 'salesManager' && unit === id);
  if (!manager) throw new Error(`nobody leads ${name}`);
  return { unit: id, name, manager: manager.id, team: people.filter(({ role, manager: above }) => role === 'salesperson' && above === manager.id).map((person) => person.id) };
});

/** Generated names repeat; a company has one record per name, as it would in life. */
function withUnique(customers: readonly DemoRecord[]): DemoRecord[] {
  const seen = new Map<string, number>();
  return customers.map((record) => {
    const name = String(record.values.name);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    if (count === 1 || record.values.kind === 'person') return record;
    return { ...record, values: { ...record.values, name: name.replace(/(股份有限公司|集团有限公司|有限责任公司|有限公司)$/, `（${'东南西北中甲乙丙丁'[count % 9]}区）$1`) } };
  });
}

async function insertOrganisation(ctx: Context, { units, people }: DemoOrganisation, at: Date, passwordHash: string): Promise<void> {
  await insertRecords(ctx, 'orgUnit', units.map((unit) => ({
    id: unit.id, at, author: '', values: { name: unit.name, kind: unit.kind, parent: unit.parent },
  })), (record) => {
    const unit = units.find((u) => u.id === record.id);
    return { path: unit?.path ?? [], position: unit?.position ?? 0 };
  });
  await insertRecords(ctx, 'user', people.map((person) => ({
    id: person.id, at, author: '', values: { name: person.name, username: person.username, title: person.title, unit: person.unit, manager: person.manager, isActive: true },
  })), () => ({ password_hash: passwordHash, password_changed_at: ctx.now.toISOString(), locale: 'zh-CN', time_zone: ctx.timeZone }));
  await ctx.db.run(sql`INSERT INTO user_role (user_id, role) VALUES ${join(people.map((p) => sql`(${p.id}, ${p.role})`))}`);
}

/** What follows from the records: last and next contacts, the number behind the last customer code. */
async function derive(ctx: Context): Promise<void> {
  await ctx.db.run(sql`
    UPDATE customer c SET last_contact_at = a.at FROM (
      SELECT customer_id, max(happened_at) AS at FROM activity WHERE outcome = 'reached' AND status = 'done' GROUP BY customer_id) a WHERE a.customer_id = c.id`);
  await ctx.db.run(sql`
    UPDATE customer c SET next_contact_at = a.at FROM (
      SELECT customer_id, min(due_at) AS at FROM activity WHERE status = 'open' GROUP BY customer_id) a WHERE a.customer_id = c.id`);
  await ctx.db.run(sql`
    INSERT INTO customer_stage_event (id, customer_id, from_stage, to_stage, lost_reason, at, actor_id)
    SELECT gen_random_uuid(), id, 'potential', stage, lost_reason, stage_changed_at, owner_id FROM customer WHERE stage <> 'potential'`);
  await ctx.db.rows(sql`SELECT setval('zk_number_customer_code', (SELECT count(*) FROM customer) + 1)`);
}
