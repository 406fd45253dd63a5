import sql, { join } from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { makeAuditYears } from '#modules/standards/server/standards.public.ts';
import { personName } from '../demo-names.ts';
import { insertRecords } from '../insert-records.ts';
import type { Dice } from '../seeded-random.ts';

export interface AuditsDemo {
  readonly root: Id;
  readonly passwordHash: string;
  /** Who supervises the service, plans and confirms. */
  readonly supervisor: Id;
  /** Branches and departments that customers meet, with what their service became. */
  readonly places: readonly { readonly unit: Id; readonly becomes: 'cold' | 'factory' | 'friendly' | 'quality'; readonly manager: Id }[];
}

const MONTHS = 24;
const auditors = ['inspector1', 'inspector2', 'inspector3'] as const;

/** Two years of monthly audits by three people of a unit of their own, and what is planned for the coming weeks (SE-21). */
export async function loadAudits(ctx: Context, dice: Dice, { root, passwordHash, supervisor, places }: AuditsDemo): Promise<{ readonly people: number }> {
  const began = new Date(ctx.now.getTime() - (MONTHS + 1) * 31 * 86_400_000);
  const unit = dice.id(began);
  await insertRecords(ctx, 'orgUnit', [{ id: unit, at: began, author: '', values: { name: '服务督查组', kind: 'team', parent: root } }], () => ({ path: [root, unit], position: 91 }));
  const people = auditors.map((username) => ({ id: dice.id(began), at: began, author: '', values: { name: personName(dice), username, title: '服务督查', unit, manager: supervisor, isActive: true } }));
  await insertRecords(ctx, 'user', people, () => ({ password_hash: passwordHash, password_changed_at: ctx.now.toISOString(), locale: 'zh-CN', time_zone: ctx.timeZone }));
  await ctx.db.run(sql`INSERT INTO user_role (user_id, role) VALUES ${join(people.map(({ id }) => sql`(${id}, 'serviceAuditor')`))}`);
  const managerOf = new Map(places.map((place) => [place.unit, place.manager]));
  await makeAuditYears(ctx, {
    places, auditors: people.map(({ id }) => id), confirmedBy: supervisor, improvedBy: (place) => managerOf.get(place) ?? supervisor, months: MONTHS, chance: () => dice.next(),
  });
  await planNext(ctx, dice, people.map(({ id }) => id), supervisor, places.map((place) => place.unit));
  return { people: people.length };
}

/** One planned audit for each place in the coming weeks, so that there is something to fill in. */
async function planNext(ctx: Context, dice: Dice, people: readonly Id[], supervisor: Id, places: readonly Id[]): Promise<void> {
  const [template] = await ctx.db.rows<{ id: Id; kind: string }>(sql`SELECT id, kind FROM audit_template WHERE origin = 'mystery'`);
  if (!template) return;
  const records = places.map((unit, at) => ({
    id: dice.id(ctx.now), at: ctx.now, author: supervisor,
    values: { template: template.id, kind: template.kind, auditedUnit: unit, plannedOn: new Date(ctx.now.getTime() + (at * 3 + 1) * 86_400_000).toISOString().slice(0, 10), state: 'planned', owner: people[at % people.length] ?? null, unit: null },
  }));
  const { first } = await ctx.db.one<{ first: string }>(sql`SELECT nextval('zk_number_service_audit_number')::text AS first`);
  await ctx.db.rows(sql`SELECT setval('zk_number_service_audit_number', ${Number(first) + records.length})`);
  const year = ctx.now.toISOString().slice(0, 4);
  await insertRecords(ctx, 'serviceAudit', records, (record) => ({ number: `DC-${year}-${String(Number(first) + records.findIndex(({ id }) => id === record.id)).padStart(6, '0')}` }));
}
