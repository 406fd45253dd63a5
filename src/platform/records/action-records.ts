import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { ObjectDef } from '#meta/object.ts';
import { authorOf } from '../context/author.ts';
import type { Context, FullRecord } from '../context/context.ts';
import { unitOfOwner } from './create-record.ts';
import { loadForUpdate } from './get-record.ts';
import { sealValues } from './to-columns.ts';
import { changesOf, insertRow, recordWrite, rootOf, updateRow } from './write-record.ts';

type Values = Readonly<Record<string, unknown>>;

export interface NewRecord {
  readonly id?: Id;
  readonly values: Values;
  /** Columns that are not fields. */
  readonly columns?: Values;
}

/** The declaration of an object that is known to exist. */
export function objectDef(ctx: Pick<Context, 'registry'>, key: string): ObjectDef {
  const def = ctx.registry.object(key);
  if (!def) throw fail('record.not-found');
  return def;
}

/**
 * Inserts a record of an object that actions write, with its audit entry and live event; the caller has asked for the rights.
 * Owned ones get the owner's unit unless the values name one; without an owner among the values it is the author.
 */
export async function insertRecord(ctx: Context, key: string, { id = ctx.newId(), values, columns = {} }: NewRecord): Promise<Id> {
  const def = objectDef(ctx, key);
  const owned = def.access.kind === 'owned' ? { owner: 'owner' in values ? values['owner'] : authorOf(ctx) } : {};
  const unit = 'owner' in owned && (values['unit'] ?? null) === null ? { unit: await unitOfOwner(ctx, owned.owner) } : {};
  const sealed = sealValues(ctx.secrets, def, { ...values, ...owned, ...unit });
  const numbers = await insertRow(ctx, def, { id, values: sealed, extra: columns });
  const after = { ...sealed, ...numbers };
  await recordWrite(ctx, def, { action: 'create', recordId: id, version: 1, changes: changesOf({}, after), customerId: rootOf(def, id, after) });
  return id;
}

/** Changes a record under its lock; nothing is written where nothing differs. Errors: record.not-found. */
export async function changeRecord(ctx: Context, key: string, id: Id, values: Values, columns: Values = {}): Promise<FullRecord> {
  const def = objectDef(ctx, key);
  const before = await loadForUpdate(ctx, def, id);
  if (!before || before.deletedAt !== null) throw fail('record.not-found');
  const changes = changesOf(before.values, values);
  if (Object.keys(changes).length === 0 && Object.keys(columns).length === 0) return before;
  await updateRow(ctx, def, before, values, columns);
  const after = { ...before.values, ...values };
  await recordWrite(ctx, def, { action: 'update', recordId: id, version: before.version + 1, changes, customerId: rootOf(def, id, after) });
  return { ...before, version: before.version + 1, values: after };
}
