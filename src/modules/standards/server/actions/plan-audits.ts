import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { notify } from '#modules/notifications/server/notifications.public.ts';
import { type Assignee, type Assignment, type AuditTarget, assignAudits } from '../../rules/assign-audits.ts';
import { standardsNotices } from '../../standards.notices.ts';
import { insertOne } from '../standards-records.ts';

export interface AuditPlan {
  readonly template: Id;
  readonly places: readonly { readonly unit: Id; readonly site?: Id | undefined }[];
  readonly auditors: readonly Id[];
  /** ISO days. */
  readonly days: readonly string[];
  /** Says who would audit what and writes nothing. */
  readonly isPreview: boolean;
}

export interface PlannedAudit {
  readonly unit: Id;
  readonly site: Id | null;
  readonly on: string;
  /** null: everybody who was named works there. */
  readonly auditor: Id | null;
}

/** How far back audits count when the work is shared out. */
const COUNT_DAYS = 365;

/**
 * Plans audits (SE-21): shared out in turn, nobody their own unit, a place that nobody may audit stays open and is
 * answered as such. The same plan sent twice plans once. Errors: record.not-found, record.invalid.
 */
export async function planAudits(ctx: Context, plan: AuditPlan): Promise<{ readonly data: readonly PlannedAudit[]; readonly made: number }> {
  const template = await ctx.db.maybe<{ kind: string }>(sql`SELECT kind FROM audit_template WHERE id = ${plan.template} AND state = 'active' AND deleted_at IS NULL`);
  if (!template) throw fail('record.not-found');
  await ctx.db.run(sql`SELECT pg_advisory_xact_lock(7413084)`);
  const places = await placesOf(ctx, plan);
  const assignments = assignAudits(await targetsOf(ctx, plan, places), plan.days, await assigneesOf(ctx, plan.auditors));
  const data = assignments.map((each) => plannedOf(places, each));
  if (plan.isPreview) return { data, made: 0 };
  const made: PlannedAudit[] = [];
  for (const each of data) if (await insertPlanned(ctx, plan.template, template.kind, each)) made.push(each);
  await tellAuditors(ctx, made);
  return { data, made: made.length };
}

type Place = { readonly key: string; readonly unit: Id; readonly site: Id | null };

/** A site lies in its own unit, whatever was sent. */
async function placesOf(ctx: Context, { places }: AuditPlan): Promise<readonly Place[]> {
  const units = await ctx.db.rows<{ id: Id }>(sql`SELECT id FROM org_unit WHERE id = ANY(${places.map(({ unit }) => unit)}::uuid[]) AND deleted_at IS NULL`);
  const sites = await ctx.db.rows<{ id: Id; unit: Id }>(sql`SELECT id, unit_id AS unit FROM site WHERE id = ANY(${places.flatMap(({ site }) => site ?? [])}::uuid[]) AND deleted_at IS NULL AND unit_id IS NOT NULL`);
  const known = new Set(units.map(({ id }) => id));
  return places.map(({ unit, site }, at) => {
    const found = sites.find(({ id }) => id === site);
    if (!known.has(unit) || (site !== undefined && !found)) throw fail('record.invalid', { count: 1 }, [{ path: `places.${at}`, code: 'not-found', params: { value: site ?? unit } }]);
    return { key: `${unit}/${site ?? ''}`, unit: found?.unit ?? unit, site: site ?? null };
  });
}

async function targetsOf(ctx: Context, { template }: AuditPlan, places: readonly Place[]): Promise<readonly AuditTarget[]> {
  const rows = await ctx.db.rows<{ unit: Id; site: Id | null; auditor: Id }>(sql`
    SELECT DISTINCT ON (audited_unit_id, site_id) audited_unit_id AS unit, site_id AS site, owner_id AS auditor FROM service_audit
    WHERE template_id = ${template} AND audited_unit_id = ANY(${places.map(({ unit }) => unit)}::uuid[]) AND state <> 'cancelled' AND deleted_at IS NULL ORDER BY audited_unit_id, site_id, planned_on DESC`);
  return places.map(({ key, unit, site }) => ({ key, unit, lastAuditor: rows.find((row) => row.unit === unit && row.site === site)?.auditor ?? null }));
}

async function assigneesOf(ctx: Context, auditors: readonly Id[]): Promise<readonly Assignee[]> {
  const since = new Date(ctx.now.getTime() - COUNT_DAYS * 86_400_000).toISOString().slice(0, 10);
  const rows = await ctx.db.rows<{ id: Id; ownUnits: Id[]; count: number }>(sql`
    SELECT u.id, coalesce(o.path, '{}') AS "ownUnits",
      (SELECT count(*)::int FROM service_audit a WHERE a.owner_id = u.id AND a.state <> 'cancelled' AND a.deleted_at IS NULL AND a.planned_on >= ${since}) AS count
    FROM app_user u LEFT JOIN org_unit o ON o.id = u.unit_id WHERE u.id = ANY(${[...auditors]}::uuid[]) AND u.is_active AND u.deleted_at IS NULL`);
  const found = auditors.map((id) => rows.find((row) => row.id === id));
  const lost = found.findIndex((row) => row === undefined);
  if (lost >= 0) throw fail('record.invalid', { count: 1 }, [{ path: `auditors.${lost}`, code: 'not-found', params: { value: auditors[lost] ?? '' } }]);
  return found.flatMap((row) => row ?? []);
}

const plannedOf = (places: readonly Place[], { target, on, auditor }: Assignment): PlannedAudit => {
  const place = places.find(({ key }) => key === target);
  return { unit: place?.unit ?? '', site: place?.site ?? null, on, auditor };
};

async function insertPlanned(ctx: Context, template: Id, kind: string, { unit, site, on, auditor }: PlannedAudit): Promise<boolean> {
  if (auditor === null) return false;
  const there = await ctx.db.maybe(sql`
    SELECT 1 FROM service_audit WHERE template_id = ${template} AND audited_unit_id = ${unit} AND site_id IS NOT DISTINCT FROM ${site} AND planned_on = ${on} AND state <> 'cancelled' AND deleted_at IS NULL LIMIT 1`);
  if (there) return false;
  await insertOne(ctx, 'serviceAudit', { values: { template, kind, auditedUnit: unit, site, plannedOn: on, state: 'planned', owner: auditor, unit: null } });
  return true;
}

async function tellAuditors(ctx: Context, planned: readonly PlannedAudit[]): Promise<void> {
  for (const [auditor, own] of Map.groupBy(planned, ({ auditor }) => auditor ?? '')) {
    const day = own.map(({ on }) => on).toSorted()[0] ?? '';
    await notify(ctx, { to: [auditor], kind: standardsNotices.planned, params: { count: own.length, day }, link: '/audits' });
  }
}
