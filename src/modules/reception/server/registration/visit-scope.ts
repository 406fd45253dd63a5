import sql, { type Sql } from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { predicateSql } from '#platform/access/predicate-sql.ts';
import type { Context } from '#platform/context/context.ts';
import { visitRegistrationObject } from '../../registration/visit-registration.object.ts';

export const visitDef = (ctx: Pick<Context, 'registry'>) => ctx.registry.object('visitRegistration') ?? visitRegistrationObject;

/**
 * Which rows of `v` the actor may treat so: those in the scope of the grant, and as project manager all of the site,
 * whose salespeople may belong to other units. Without the grant none.
 */
export function visitScope(ctx: Context, action: 'read' | 'update'): Sql {
  if (!ctx.actor.grants.get('visitRegistration')?.has(action)) return sql`false`;
  return sql`(${predicateSql(ctx, visitDef(ctx), action, 'v')} OR v.site_id IN (SELECT m.id FROM site m WHERE m.owner_id = ANY(${[...ctx.actor.selves]}::uuid[])))`;
}

/** Of these registrations, those that the actor may treat so. */
export async function allowedVisits(ctx: Context, action: 'read' | 'update', ids: readonly Id[]): Promise<Set<Id>> {
  const rows = await ctx.db.rows<{ id: Id }>(sql`SELECT v.id FROM visit_registration v WHERE v.id = ANY(${[...ids]}::uuid[]) AND v.deleted_at IS NULL AND ${visitScope(ctx, action)}`);
  return new Set(rows.map(({ id }) => id));
}

/** Errors: record.not-found, auth.forbidden for one that may only be read. */
export async function requireVisit(ctx: Context, action: 'read' | 'update', id: Id): Promise<void> {
  if ((await allowedVisits(ctx, action, [id])).has(id)) return;
  const mayRead = action === 'update' && (await allowedVisits(ctx, 'read', [id])).has(id);
  throw mayRead ? fail('auth.forbidden', { right: 'visitRegistration.update' }) : fail('record.not-found');
}
