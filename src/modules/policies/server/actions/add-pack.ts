import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { PolicyModel, PolicyPack } from '#meta/decisions/decision-model.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import { authorOf } from '#platform/context/author.ts';
import type { Context } from '#platform/context/context.ts';

/** How the policies of a new pack begin: shipped packs decide at once, others as drafts that somebody approves. */
export interface PackStart {
  readonly activeFrom: Date | null;
  readonly origin: string | null;
}

/**
 * Adds a pack with all its policies, as one transaction. Errors: record.duplicate when the key is taken.
 * @returns the pack's id
 */
export async function addPack(ctx: Context, pack: PolicyPack, start: PackStart): Promise<Id> {
  const id = ctx.newId();
  const now = ctx.now.toISOString();
  const added = await ctx.db.run(sql`
    INSERT INTO policy_pack (id, key, label, about, origin, created_at, created_by)
    VALUES (${id}, ${pack.key}, ${JSON.stringify(pack.label)}, ${JSON.stringify(pack.about)}, ${start.origin}, ${now}, ${authorOf(ctx)})
    ON CONFLICT (key) DO NOTHING`);
  if (added === 0) throw fail('record.duplicate', {}, [{ path: 'key', code: 'not-unique', params: { value: pack.key } }]);
  for (const model of pack.policies) await addPolicy(ctx, { id, key: pack.key }, model, start);
  await writeAudit(ctx, [{ action: 'create', object: 'policyPack', recordId: id, detail: { key: pack.key, policies: pack.policies.length } }]);
  return id;
}

/** One policy of a pack, with its first version. */
export async function addPolicy(ctx: Context, pack: { readonly id: Id; readonly key: string }, model: PolicyModel, { activeFrom }: PackStart): Promise<void> {
  const policyId = ctx.newId();
  const key = policyKey(pack.key, model);
  const now = ctx.now.toISOString();
  await ctx.db.run(sql`
    INSERT INTO policy (id, pack_id, key, point, label, created_at, created_by)
    VALUES (${policyId}, ${pack.id}, ${key}, ${model.point}, ${JSON.stringify(model.label)}, ${now}, ${authorOf(ctx)})`);
  const versionId = ctx.newId();
  const active = activeFrom?.toISOString() ?? null;
  await ctx.db.run(sql`
    INSERT INTO policy_version (id, policy_id, number, status, model, active_from, created_at, created_by, updated_at, updated_by, approved_at, approved_by)
    VALUES (${versionId}, ${policyId}, 1, ${active === null ? 'draft' : 'approved'}, ${JSON.stringify({ ...model, key })}, ${active},
      ${now}, ${authorOf(ctx)}, ${now}, ${authorOf(ctx)}, ${active === null ? null : now}, ${active === null ? null : authorOf(ctx)})`);
  await writeAudit(ctx, [{ action: 'create', object: 'policyVersion', recordId: versionId, detail: { policy: key, number: 1, activeFrom: active } }]);
}

/** `<pack>.<decision point>`; a model without a point keeps its own name within the pack. */
export const policyKey = (packKey: string, model: PolicyModel): string => `${packKey}.${model.point === '' ? model.key.split('.').at(-1) : model.point}`;

