import sql, { raw } from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { ObjectDef } from '#meta/object.ts';
import { allowedIds, requireGrant, requireRecord } from '../access/allowed-ids.ts';
import { authorOf } from '../context/author.ts';
import type { Context } from '../context/context.ts';
import { uniqueViolation } from '../db/database.ts';
import { requireWritable } from './create-record.ts';
import { getRecord, loadForUpdate } from './get-record.ts';
import { recordWrite, rootOf } from './write-record.ts';

/** Removes a record softly: it leaves every list and can be restored (PL-20). */
export async function removeRecord(ctx: Context, def: ObjectDef, id: Id, version?: number): Promise<void> {
  requireWritable(def);
  requireGrant(ctx, def, 'delete');
  const before = await loadForUpdate(ctx, def, id);
  if (!before || before.deletedAt !== null) throw fail('record.not-found');
  await requireRecord(ctx, def, 'delete', id);
  if (version !== undefined && version !== before.version) {
    throw fail('record.stale', {}, [], { current: await getRecord(ctx, def, id, { include: ['*'] }), yours: {} });
  }
  await setDeleted(ctx, def, id, ctx.now.toISOString());
  await ctx.hooks(def.key).afterRemove?.(ctx, before);
  await recordWrite(ctx, def, { action: 'delete', recordId: id, version: before.version + 1, customerId: rootOf(def, id, before.values) });
}

/** Brings a removed record back; refused when another one has taken its place meanwhile. */
export async function restoreRecord(ctx: Context, def: ObjectDef, id: Id): Promise<void> {
  requireWritable(def);
  requireGrant(ctx, def, 'delete');
  const before = await loadForUpdate(ctx, def, id);
  if (!before || before.deletedAt === null) throw fail('record.not-found');
  if (!(await allowedIds(ctx, def, 'delete', [id], true)).has(id)) throw fail('record.not-found');
  try {
    await setDeleted(ctx, def, id, null);
  } catch (error) {
    if (uniqueViolation(error) !== undefined) throw fail('record.duplicate');
    throw error;
  }
  await recordWrite(ctx, def, { action: 'restore', recordId: id, version: before.version + 1, customerId: rootOf(def, id, before.values) });
}

async function setDeleted(ctx: Context, def: ObjectDef, id: Id, at: string | null): Promise<void> {
  await ctx.db.run(sql`
    UPDATE ${raw(def.table)} SET deleted_at = ${at}, version = version + 1, updated_at = ${ctx.now.toISOString()},
      updated_by = ${authorOf(ctx)} WHERE id = ${id}`);
}
