import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { seesFields } from '#platform/access/told-fields.ts';
import type { Context } from '#platform/context/context.ts';
import type { AuditItem, AnswerKind, Direction } from '../../rules/score-audit.ts';
import type { ServiceArea } from '../../rules/service-areas.ts';
import { itemsOfVersion } from '../audit-rows.ts';

interface StandardRow {
  readonly id: Id;
  readonly code: string;
  readonly area: ServiceArea;
  readonly item: string;
  readonly method: string | null;
  readonly measure: AnswerKind;
  readonly unit: string | null;
  readonly target: string | null;
  readonly direction: Direction | null;
  readonly weight: number;
  readonly state: 'draft' | 'active' | 'retired';
}

/** All standards of the company by code, for the library and the editors. */
export async function listStandards(ctx: Context) {
  const rows = await ctx.db.rows<StandardRow>(sql`
    SELECT id, code, area, item, method, measure, measure_unit AS unit, target, direction, weight, state FROM standard WHERE deleted_at IS NULL
    ORDER BY regexp_replace(code, '\\d+$', ''), coalesce(substring(code from '\\d+$')::numeric, 0), code LIMIT 1000`);
  return { data: rows.map((row) => ({
    ...row, method: seesFields(ctx, 'standard', 'method') ? row.method : null, target: row.target === null || !seesFields(ctx, 'standard', 'target') ? null : Number(row.target),
  })) };
}

/** One template with the items of its version in force. Errors: record.not-found. */
export async function showTemplate(ctx: Context, id: Id) {
  const row = await ctx.db.maybe<{ name: string; kind: 'mystery' | 'phone'; state: 'active' | 'retired'; number: number }>(sql`SELECT name, kind, state, number FROM audit_template WHERE id = ${id} AND deleted_at IS NULL`);
  if (!row) throw fail('record.not-found');
  const items: readonly AuditItem[] = await itemsOfVersion(ctx, id, row.number);
  return { id, ...row, items };
}

/** Who may audit what: the choices of a plan. Auditors are the people who may fill in their own audits. */
export async function planChoices(ctx: Context) {
  const [templates, units, sites, auditors] = await Promise.all([
    ctx.db.rows<{ id: Id; name: string }>(sql`SELECT id, name FROM audit_template WHERE state = 'active' AND deleted_at IS NULL ORDER BY name`),
    ctx.db.rows<{ id: Id; name: string; depth: number }>(sql`
      SELECT o.id, o.name, cardinality(o.path) AS depth FROM org_unit o WHERE o.deleted_at IS NULL
      ORDER BY ARRAY(SELECT lpad(p.position::text, 8, '0') || p.name FROM unnest(o.path) WITH ORDINALITY x (id, n) JOIN org_unit p ON p.id = x.id ORDER BY x.n) LIMIT 500`),
    ctx.db.rows<{ id: Id; name: string; unit: Id }>(sql`SELECT id, name, unit_id AS unit FROM site WHERE deleted_at IS NULL AND unit_id IS NOT NULL ORDER BY name LIMIT 200`),
    ctx.db.rows<{ id: Id; name: string; unit: string | null }>(sql`
      SELECT u.id, u.name, o.name AS unit FROM app_user u LEFT JOIN org_unit o ON o.id = u.unit_id
      WHERE u.is_active AND u.deleted_at IS NULL AND EXISTS (SELECT 1 FROM user_role r JOIN role_grant g ON g.role = r.role WHERE r.user_id = u.id AND g.object = 'serviceAudit' AND g.action = 'update') ORDER BY u.name LIMIT 200`),
  ]);
  return { templates, units, sites, auditors };
}
