import sql, { type Sql, empty } from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { predicateSql } from '#platform/access/predicate-sql.ts';
import type { Context } from '#platform/context/context.ts';
import { incentiveEntryObject } from '../../objects/performance.objects.ts';

export interface SheetPerson {
  readonly id: Id;
  readonly name: string;
  readonly unitId: Id | null;
  readonly unit: string | null;
}

/** People as rows that have an owner and a unit, so that the one predicate of entries says whose sheet may be seen (SEC-12). */
const people = (ctx: Context, more: Sql): Sql => sql`
  SELECT p.id, p.name, p.unit_id AS "unitId", o.name AS unit
  FROM (SELECT u.id, u.id AS owner_id, u.unit_id, u.name FROM app_user u WHERE u.deleted_at IS NULL) p LEFT JOIN org_unit o ON o.id = p.unit_id
  WHERE ${predicateSql(ctx, incentiveEntryObject, 'read', 'p')} ${more}`;

export const belowUnit = (unit: Id | undefined, column: Sql): Sql => (unit === undefined ? empty : sql`AND ${column} IN (SELECT id FROM org_unit WHERE ${unit}::uuid = ANY(path))`);

/** Whose sheets the caller may see, in one unit and below it when it is named. */
export const visiblePeople = (ctx: Context, unit?: Id): Promise<SheetPerson[]> => ctx.db.rows<SheetPerson>(sql`${people(ctx, belowUnit(unit, sql`p.unit_id`))} ORDER BY p.name, p.id`);

/** A person whose sheet the caller may see; `me` for their own. Errors: record.not-found. */
export async function visiblePerson(ctx: Context, person: string): Promise<SheetPerson> {
  const id = person === 'me' ? ctx.actor.userId : person;
  const found = await ctx.db.maybe<SheetPerson>(people(ctx, sql`AND p.id = ${id}`));
  if (!found) throw fail('record.not-found');
  return found;
}

/** Everybody of a unit, for its medians, which name nobody. */
export const unitPeople = async (ctx: Pick<Context, 'db'>, unit: Id | null): Promise<Id[]> =>
  (await ctx.db.rows<{ id: Id }>(sql`SELECT id FROM app_user WHERE unit_id = ${unit} AND deleted_at IS NULL ORDER BY id`)).map(({ id }) => id);
