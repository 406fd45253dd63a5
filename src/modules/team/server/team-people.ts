import sql, { type Sql } from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { ObjectAction } from '#meta/object.ts';
import type { Context } from '#platform/context/context.ts';

export interface TeamPerson {
  readonly id: Id;
  readonly name: string;
  readonly unitId: Id | null;
  readonly managerId: Id | null;
}

/** The people `u` whom a grant reaches: what is written for somebody belongs to them and their unit, so the same scopes say for whom one may write. */
export function reachSql({ actor }: Pick<Context, 'actor'>, object: string, action: ObjectAction): Sql {
  const scope = actor.grants.get(object)?.get(action);
  if (scope === undefined) return sql`false`;
  if (scope === 'all') return sql`true`;
  const units = scope === 'unit' ? actor.units : scope === 'unitBelow' ? actor.unitsBelow : [];
  return sql`(u.id = ANY(${[...actor.selves]}::uuid[]) OR u.unit_id = ANY(${[...units]}::uuid[]))`;
}

/** Whether the grant reaches more than oneself: such people plan, teach and sign for others. */
export const reachesOthers = ({ actor }: Pick<Context, 'actor'>, object: string, action: ObjectAction): boolean => {
  const scope = actor.grants.get(object)?.get(action);
  return scope !== undefined && scope !== 'own';
};

const notFound = (path: string) => fail('record.invalid', { count: 1 }, [{ path, code: 'not-found', params: { value: '' } }]);

/** Somebody for whom the actor may write. Errors: record.invalid at `path` for one who is not there or beyond reach. */
export async function requirePerson(ctx: Context, { object, action, id, path = 'person' }: { object: string; action: ObjectAction; id: Id; path?: string }): Promise<TeamPerson> {
  const found = await ctx.db.maybe<TeamPerson>(sql`
    SELECT u.id, u.name, u.unit_id AS "unitId", u.manager_id AS "managerId" FROM app_user u WHERE u.id = ${id} AND u.is_active AND u.deleted_at IS NULL AND ${reachSql(ctx, object, action)}`);
  if (!found) throw notFound(path);
  return found;
}

/** A colleague, whoever writes. Errors: record.invalid at `path`. */
export async function requireColleague(ctx: Context, id: Id, path: string): Promise<TeamPerson> {
  const found = await ctx.db.maybe<TeamPerson>(sql`
    SELECT id, name, unit_id AS "unitId", manager_id AS "managerId" FROM app_user WHERE id = ${id} AND is_active AND deleted_at IS NULL`);
  if (!found) throw notFound(path);
  return found;
}

/** The unit of a plan, where the grant reaches it. Errors: record.not-found. */
export async function requireUnit(ctx: Context, unit: Id, object: string, action: ObjectAction): Promise<{ readonly id: Id; readonly name: string }> {
  const scope = ctx.actor.grants.get(object)?.get(action);
  const isReached = scope === 'all' || (scope === 'unit' && ctx.actor.units.includes(unit)) || (scope === 'unitBelow' && ctx.actor.unitsBelow.includes(unit));
  const found = isReached ? await ctx.db.maybe<{ id: Id; name: string }>(sql`SELECT id, name FROM org_unit WHERE id = ${unit} AND deleted_at IS NULL`) : undefined;
  if (!found) throw fail('record.not-found');
  return found;
}
