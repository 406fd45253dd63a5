import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { startOfDay } from '#kernel/period.ts';
import type { PolicyModel, PolicyPack } from '#meta/decisions/decision-model.ts';
import type { Context } from '#platform/context/context.ts';
import { addPack, addPolicy, policyKey } from './add-pack.ts';

/** A shipped pack decides from this instant of the past on, so that records of earlier days can be entered after the fact. */
const shippedSince = startOfDay('2000-01-01', 'UTC');

/**
 * Puts a shipped pack into use: every policy of it is in force at once. A pack in use gets the policies that a newer version of
 * the product ships with it; what the company has made its own stays. Errors: record.duplicate when nothing is missing.
 */
export async function installPack(ctx: Context, pack: PolicyPack): Promise<void> {
  const start = { activeFrom: shippedSince, origin: pack.key };
  const used = await ctx.db.maybe<{ id: Id; keys: string[] }>(sql`
    SELECT k.id, COALESCE(array_agg(p.key) FILTER (WHERE p.id IS NOT NULL), '{}') AS keys
    FROM policy_pack k LEFT JOIN policy p ON p.pack_id = k.id WHERE k.key = ${pack.key} GROUP BY k.id`);
  const missing = missingOf(pack, used?.keys ?? []);
  if (used === undefined || missing.length === 0) {
    await addPack(ctx, pack, start);
    return;
  }
  for (const model of missing) await addPolicy(ctx, { id: used.id, key: pack.key }, model, start);
}

/** Policies of a shipped pack that are not among those in use. */
export function missingOf(pack: PolicyPack, usedKeys: readonly string[]): PolicyModel[] {
  return pack.policies.filter((model) => !usedKeys.includes(policyKey(pack.key, model)));
}
