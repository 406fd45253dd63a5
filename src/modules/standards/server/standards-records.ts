import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context, FullRecord } from '#platform/context/context.ts';
import { objectDef } from '#platform/records/action-records.ts';
import { unitOfOwner } from '#platform/records/create-record.ts';
import { loadForUpdate } from '#platform/records/get-record.ts';
import { changesOf, insertRow, recordWrite, updateRow } from '#platform/records/write-record.ts';

type Values = Readonly<Record<string, unknown>>;

export interface NewStandardsRow {
  readonly values: Values;
  /** Columns that are not fields. */
  readonly columns?: Values;
  readonly id?: Id;
}

/** Inserts a record of this module with its entry and live event. An owner's unit is theirs unless `unit` is given. */
export async function insertOne(ctx: Context, key: string, { values, columns = {}, id = ctx.newId() }: NewStandardsRow): Promise<Id> {
  const def = objectDef(ctx, key);
  const unit = def.access.kind === 'owned' && !('unit' in values) ? { unit: await unitOfOwner(ctx, values['owner']) } : {};
  const all = { ...values, ...unit };
  const numbers = await insertRow(ctx, def, { id, values: all, extra: columns });
  await recordWrite(ctx, def, { action: 'create', recordId: id, version: 1, changes: changesOf({}, { ...all, ...numbers }) });
  return id;
}

/** A record under its lock. Errors: record.not-found. */
export async function lockOne(ctx: Context, key: string, id: Id): Promise<FullRecord> {
  const found = await loadForUpdate(ctx, objectDef(ctx, key), id);
  if (!found || found.deletedAt !== null) throw fail('record.not-found');
  return found;
}

/** Changes a locked record. */
export async function changeOne(ctx: Context, key: string, before: FullRecord, values: Values, columns: Values = {}): Promise<void> {
  const def = objectDef(ctx, key);
  await updateRow(ctx, def, before, values, columns);
  await recordWrite(ctx, def, { action: 'update', recordId: before.id, version: before.version + 1, changes: changesOf(before.values, values) });
}
