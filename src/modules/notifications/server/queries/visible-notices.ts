import type { Id } from '#kernel/ids.ts';
import { allowedIds } from '#platform/access/allowed-ids.ts';
import type { Context } from '#platform/context/context.ts';

export interface AboutRow {
  readonly about_object: string | null;
  readonly about_id: Id | null;
}

/**
 * Whether the person may read the record that a notification is about, asked when it is read or sent (SEC-12, SEC-14).
 * One query an object. A record of an unknown object counts as not visible.
 */
export async function visibleNotices(
  ctx: Pick<Context, 'actor' | 'registry' | 'now' | 'db'>, rows: readonly AboutRow[],
): Promise<(row: AboutRow) => boolean> {
  const allowed = new Map<string, ReadonlySet<Id>>();
  for (const [object, group] of Map.groupBy(rows.filter((row) => row.about_object !== null), (row) => row.about_object ?? '')) {
    const def = ctx.registry.object(object);
    const ids = [...new Set(group.flatMap((row) => row.about_id ?? []))];
    const mayRead = def !== undefined && (ctx.actor.grants.get(object)?.has('read') ?? false);
    allowed.set(object, mayRead ? await allowedIds(ctx, def, 'read', ids) : new Set());
  }
  return (row) => row.about_object === null || (row.about_id !== null && allowed.get(row.about_object)?.has(row.about_id) === true);
}
