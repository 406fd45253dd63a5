import sql, { type Sql } from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';

/** Pools that the actor may look into: the company's, those of their units and of the units above and below. `p` is the pool. */
export const poolsInReach = (ctx: Pick<Context, 'actor'>): Sql => sql`(p.deleted_at IS NULL AND (p.unit_id IS NULL OR ${reachesAll(ctx)}::boolean
  OR p.unit_id = ANY(${[...ctx.actor.unitsBelow]}::uuid[])
  OR p.unit_id = ANY(SELECT unnest(o.path) FROM org_unit o WHERE o.id = ANY(${[...ctx.actor.units]}::uuid[]))))`;

const reachesAll = (ctx: Pick<Context, 'actor'>): boolean => ctx.actor.grants.get('customer')?.get('assign') === 'all';

/** A pool of a unit is managed from that unit or above; the company's only by those whose reach is the whole company. */
export const mayManageUnit = (ctx: Pick<Context, 'actor'>, unit: Id | null): boolean =>
  reachesAll(ctx) || (unit !== null && ctx.actor.unitsBelow.includes(unit));
