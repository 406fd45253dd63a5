import type { Issue } from '#kernel/failure.ts';
import { type ObjectDef, findField } from '#meta/object.ts';
import { allowedIds } from './allowed-ids.ts';
import type { Context } from '../context/context.ts';

/**
 * References must point at records that the actor may read: anything else would tell that a hidden record exists, or
 * end in the database's own error (SEC-12). The owner is checked where the unit is looked up.
 */
export async function checkReferences(ctx: Context, def: ObjectDef, values: Readonly<Record<string, unknown>>): Promise<Issue[]> {
  if (ctx.actor.kind === 'system') return [];
  const issues: Issue[] = [];
  for (const [key, value] of Object.entries(values)) {
    const field = key === 'owner' ? undefined : findField(def, key);
    const target = field?.target === undefined ? undefined : ctx.registry.object(field.target);
    const ids = (Array.isArray(value) ? value : [value]).filter((id): id is string => typeof id === 'string');
    if (!target || ids.length === 0) continue;
    const seen = await allowedIds(ctx, target, 'read', ids);
    const missed = ids.find((id) => !seen.has(id));
    if (missed !== undefined) issues.push({ path: key, code: 'not-found', params: { value: missed } });
  }
  return issues;
}
