import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { ObjectDef } from '#meta/object.ts';
import type { Context, FullRecord } from '#platform/context/context.ts';
import { loadForUpdate } from '#platform/records/get-record.ts';
import { sealValues } from '#platform/records/to-columns.ts';
import { changesOf, insertRow, recordWrite, rootOf, updateRow } from '#platform/records/write-record.ts';
import { unitOfOwner } from '#platform/records/create-record.ts';

export type Values = Readonly<Record<string, unknown>>;

export interface NewRow {
  readonly id?: Id;
  readonly values: Values;
  /** Columns that are not fields. */
  readonly columns?: Values;
}

/** The declaration of an object of this module. */
export function stockDef(ctx: Pick<Context, 'registry'>, key: string): ObjectDef {
  const def = ctx.registry.object(key);
  if (!def) throw fail('record.not-found');
  return def;
}

/** Inserts a record of an object that actions write, with its entry and live event. Owned ones get the owner's unit. */
export async function insertRecord(ctx: Context, key: string, { id = ctx.newId(), values, columns = {} }: NewRow): Promise<Id> {
  const def = stockDef(ctx, key);
  const owned = def.access.kind === 'owned' ? { owner: 'owner' in values ? values['owner'] : ctx.actor.userId } : {};
  const unit = 'owner' in owned ? { unit: await unitOfOwner(ctx, owned.owner) } : {};
  const sealed = sealValues(ctx.secrets, def, { ...values, ...owned, ...unit });
  const numbers = await insertRow(ctx, def, { id, values: sealed, extra: columns });
  const after = { ...sealed, ...numbers };
  await recordWrite(ctx, def, { action: 'create', recordId: id, version: 1, changes: changesOf({}, after), customerId: rootOf(def, id, after) });
  return id;
}

/** Changes a record under its lock. Errors: record.not-found. */
export async function changeRecord(ctx: Context, key: string, id: Id, values: Values, columns: Values = {}): Promise<FullRecord> {
  const def = stockDef(ctx, key);
  const before = await loadForUpdate(ctx, def, id);
  if (!before || before.deletedAt !== null) throw fail('record.not-found');
  await updateRow(ctx, def, before, values, columns);
  const after = { ...before.values, ...values };
  await recordWrite(ctx, def, { action: 'update', recordId: id, version: before.version + 1, changes: changesOf(before.values, values), customerId: rootOf(def, id, after) });
  return { ...before, version: before.version + 1, values: after };
}
