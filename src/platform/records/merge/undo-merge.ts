import sql, { raw } from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { isSameJson } from '#kernel/json.ts';
import type { ObjectDef } from '#meta/object.ts';
import { requireGrant, requireRecord } from '../../access/allowed-ids.ts';
import { type Changes, writeAudit } from '../../audit/write-audit.ts';
import type { Context, FullRecord } from '../../context/context.ts';
import { uniqueViolation } from '../../db/database.ts';
import { loadFull } from '../get-record.ts';
import { writeChange } from '../update-record.ts';
import { changesOf, recordWrite, rootOf } from '../write-record.ts';
import type { MergeRules } from './merge-records.ts';
import { referencePlaces } from './reference-places.ts';
import { type RepointStep, takeBack } from './repoint-children.ts';

/** Days in which a merge can be taken back (CU-11). */
export const UNDO_DAYS = 30;

export interface MergeRow {
  readonly id: Id;
  readonly object: string;
  readonly survivorId: Id;
  readonly loserId: Id;
  readonly changes: Changes;
  readonly carried: Changes;
  readonly at: string;
  readonly undoneAt: string | null;
}

/** `kept`: fields that were changed after the merge and therefore stay. `returned`: rows that lead to the loser again. */
export interface UndoneMerge {
  readonly survivor: Id;
  readonly loser: Id;
  readonly kept: readonly string[];
  readonly returned: number;
}

export const readMerge = (ctx: Pick<Context, 'db'>, id: Id): Promise<MergeRow | undefined> => ctx.db.maybe<MergeRow>(sql`
  SELECT id, object, survivor_id AS "survivorId", loser_id AS "loserId", changes, carried, at, undone_at AS "undoneAt"
  FROM record_merge WHERE id = ${id} FOR UPDATE`);

/**
 * Takes a merge back within 30 days (CU-11): the loser returns, the survivor's former values return where nobody changed
 * them since, and every row that was led over and still refers to the survivor leads to the loser again.
 */
export async function undoMerge(ctx: Context, def: ObjectDef, merge: MergeRow, rules: MergeRules): Promise<UndoneMerge> {
  requireGrant(ctx, def, 'merge');
  const records = await loadFull(ctx, def, [merge.survivorId, merge.loserId], true);
  const survivor = records.find(({ id }) => id === merge.survivorId);
  const loser = records.find(({ id }) => id === merge.loserId);
  if (!survivor || !loser || survivor.deletedAt !== null) throw fail('record.not-found');
  await requireRecord(ctx, def, 'merge', survivor.id);
  const isTooLate = ctx.now.getTime() - Date.parse(merge.at) > UNDO_DAYS * 86_400_000;
  if (merge.undoneAt !== null || loser.deletedAt === null || isTooLate) throw fail('record.wrong-state');

  const { returning, kept } = await formerValues(ctx, def, survivor, merge.changes);
  if (Object.keys(returning).length > 0) {
    await writeChange(ctx, def, survivor, returning, { action: 'unmerge-values', isDuplicateAccepted: true, reason: merge.id });
  }
  await rules.uncarry?.(ctx, survivor.id, merge.carried);
  await bringBack(ctx, def, loser, merge.id);
  let returned = 0;
  const places = await referencePlaces(ctx, def);
  for (const step of await readSteps(ctx, merge.id)) returned += await takeBack(ctx, places, step, survivor.id, loser.id);
  await ctx.db.run(sql`UPDATE record_merge SET undone_at = ${ctx.now.toISOString()}, undone_by = ${ctx.actor.userId} WHERE id = ${merge.id}`);
  await writeAudit(ctx, [{
    action: 'unmerge', object: def.key, recordId: survivor.id, customerId: rootOf(def, survivor.id, survivor.values), detail: { merge: merge.id, loser: loser.id },
  }]);
  ctx.announce({ object: def.key, id: survivor.id, action: 'unmerge', actorId: ctx.actor.userId });
  return { survivor: survivor.id, loser: loser.id, kept, returned };
}

/** The survivor as it was, as far as the merge's values still stand; a person or record gone since stays away. */
async function formerValues(ctx: Context, def: ObjectDef, survivor: FullRecord, changes: Changes) {
  const returning: Record<string, unknown> = {};
  const kept: string[] = [];
  for (const [key, [from, to]] of Object.entries(changes)) {
    const isUntouched = isSameJson(survivor.values[key] ?? null, to) || Object.keys(changesOf({ x: to }, { x: survivor.values[key] ?? null })).length === 0;
    if (isUntouched && (key !== 'owner' || (await isOwner(ctx, from)))) returning[key] = from;
    else kept.push(key);
  }
  if (kept.includes('owner')) delete returning.unit;
  return { returning, kept: kept.filter((key) => def.fields.some((field) => field.key === key)) };
}

async function isOwner(ctx: Context, id: unknown): Promise<boolean> {
  if (typeof id !== 'string') return true;
  return (await ctx.db.maybe(sql`SELECT 1 FROM app_user WHERE id = ${id} AND is_active AND deleted_at IS NULL`)) !== undefined;
}

async function bringBack(ctx: Context, def: ObjectDef, loser: FullRecord, merge: Id): Promise<void> {
  try {
    await ctx.db.run(sql`
      UPDATE ${raw(def.table)} SET deleted_at = NULL, merged_into = NULL, version = version + 1, updated_at = ${ctx.now.toISOString()},
        updated_by = ${ctx.actor.userId} WHERE id = ${loser.id}`);
  } catch (error) {
    if (uniqueViolation(error) !== undefined) throw fail('record.duplicate');
    throw error;
  }
  await recordWrite(ctx, def, {
    action: 'unmerged', recordId: loser.id, version: loser.version + 1, customerId: rootOf(def, loser.id, loser.values), detail: { merge },
  });
}

/** Backwards, so that a row led over twice goes the same way back. */
const readSteps = (ctx: Context, merge: Id): Promise<RepointStep[]> => ctx.db.rows<RepointStep>(sql`
  SELECT table_name AS table, column_name AS column, kind, ids FROM record_merge_step WHERE merge_id = ${merge} ORDER BY position DESC`);
