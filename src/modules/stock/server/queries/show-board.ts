import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import { predicateSql } from '#platform/access/predicate-sql.ts';
import { seesFields } from '#platform/access/told-fields.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import { objectDef } from '#platform/records/action-records.ts';
import type { UnitStatus } from '../../rules/unit-status.ts';

interface UnitLine {
  readonly id: Id;
  readonly building: Id;
  readonly code: string;
  readonly floor: number;
  readonly position: number;
  readonly layout: string | null;
  readonly area: string;
  readonly grade: number;
  readonly status: UnitStatus;
  readonly price: string | null;
  readonly unitPrice: string | null;
  readonly holdUntil: string | null;
  readonly isMine: boolean;
}

/** Projects that the caller sees, for the board's choice. */
export const listProjects = (ctx: Context): Promise<{ id: Id; name: string; code: string }[]> =>
  ctx.db.rows(sql`SELECT p.id, p.name, p.code FROM project p WHERE p.deleted_at IS NULL AND ${predicateSql(ctx, objectDef(ctx, 'project'), 'read', 'p')} ORDER BY p.created_at, p.id`);

/** All units of a project with what the board shows (RE-40): one query for hundreds of units. Errors: record.not-found. */
export async function showBoard(ctx: Context, project: Id) {
  await requireRecord(ctx, objectDef(ctx, 'project'), 'read', project);
  const buildings = await ctx.db.rows<{ id: Id; name: string }>(sql`SELECT id, name FROM building WHERE project_id = ${project} AND deleted_at IS NULL ORDER BY position, name`);
  const units = await ctx.db.rows<UnitLine>(sql`
    SELECT u.id, u.building_id AS building, u.code, u.floor, u.position, u.layout, u.area, u.grade, u.status, u.list_price AS price, u.unit_price AS "unitPrice", u.hold_until AS "holdUntil",
      EXISTS (SELECT 1 FROM unit_hold h WHERE h.sale_unit_id = u.id AND h.state IN ('active', 'sold') AND h.owner_id = ANY(${[...ctx.actor.selves]}::uuid[])) AS "isMine"
    FROM sale_unit u WHERE u.project_id = ${project} AND u.deleted_at IS NULL AND ${predicateSql(ctx, objectDef(ctx, 'saleUnit'), 'read', 'u')}
    ORDER BY u.building_id, u.floor DESC, u.position`);
  return { project, buildings, units: units.map((unit) => ({ ...unit, ...pricesTold(ctx, unit), area: Number(unit.area), holdUntil: unit.holdUntil === null ? null : isoTime(unit.holdUntil) })) };
}

/** Prices of a unit, as far as the caller may see them (SEC-13). */
export const pricesTold = (ctx: Context, { price, unitPrice }: Pick<UnitLine, 'price' | 'unitPrice'>): Pick<UnitLine, 'price' | 'unitPrice'> => ({
  price: seesFields(ctx, 'saleUnit', 'listPrice') ? price : null, unitPrice: seesFields(ctx, 'saleUnit', 'unitPrice') ? unitPrice : null,
});
