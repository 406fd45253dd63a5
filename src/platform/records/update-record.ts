import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { ObjectDef } from '#meta/object.ts';
import { requireGrant, requireRecord } from '../access/allowed-ids.ts';
import { checkReferences } from '../access/check-references.ts';
import type { Context, FullRecord } from '../context/context.ts';
import { inOrder } from '../db/database.ts';
import { type CreateOptions, hookOptions, requireInScope, requireWritable, unitOfOwner } from './create-record.ts';
import { getRecord, loadForUpdate } from './get-record.ts';
import { sealValues } from './to-columns.ts';
import { validateValues } from './validate-values.ts';
import { afterRow, changesOf, invalid, recordWrite, rootOf, updateRow } from './write-record.ts';

export interface UpdateOptions extends CreateOptions {
  /** The version that the person saw; a different one is a 412 with both versions (PL-20). */
  readonly version?: number;
  readonly action?: string;
}

/** Changes some fields of a record. Answers false when nothing differed. */
export async function updateRecord(
  ctx: Context, def: ObjectDef, id: Id, input: Readonly<Record<string, unknown>>, options: UpdateOptions = {},
): Promise<boolean> {
  requireWritable(def);
  requireGrant(ctx, def, 'update');
  const [before] = await inOrder(loadForUpdate(ctx, def, id), requireRecord(ctx, def, 'update', id));
  if (!before || before.deletedAt !== null) throw fail('record.not-found');
  if (options.version !== undefined && options.version !== before.version) await refuseStale(ctx, def, before, input);
  const checked = validateValues(def, input, { actor: ctx.actor, isCreate: false, isImport: options.isImport ?? false, before: before.values });
  if (checked.issues.length > 0) throw invalid(checked.issues, checked.hasUnknown);
  const values = sealValues(ctx.secrets, def, await withUnit(ctx, def, before, checked.values));
  const first = changesOf(before.values, values);
  if (Object.keys(first).length === 0) return false;
  const lost = await checkReferences(ctx, def, pickChanged(values, first));
  if (lost.length > 0) throw invalid(lost, false);
  if ('owner' in first && def.access.kind === 'owned') await requireRecord(ctx, def, 'assign', id);
  return writeChange(ctx, def, before, pickChanged(values, first), options);
}

/** Writes values that are validated and sealed already: the engine's own last step, also for restore and undo. */
export async function writeChange(
  ctx: Context, def: ObjectDef, before: FullRecord, values: Readonly<Record<string, unknown>>, options: UpdateOptions,
): Promise<boolean> {
  const step = { ctx, before, values, id: before.id, ...hookOptions(options) };
  const added = await ctx.hooks(def.key).beforeWrite?.(step);
  const complete = { ...values, ...added?.values };
  const changes = changesOf(before.values, complete);
  if (Object.keys(changes).length === 0 && added?.columns === undefined) return false;
  const after: FullRecord = { ...before, version: before.version + 1, values: { ...before.values, ...complete } };
  const updated = updateRow(ctx, def, before, complete, added?.columns ?? {});
  const { afterWrite, afterUpdate = afterWrite } = ctx.hooks(def.key);
  await afterRow(updated, afterUpdate?.({ ...step, values: complete, after }));
  const isMoved = def.access.kind === 'via' && def.access.field in changes;
  await inOrder(
    updated,
    isMoved ? requireInScope(ctx, def, before.id, 'update') : Promise.resolve(),
    recordWrite(ctx, def, {
      action: options.action ?? 'update', recordId: before.id, version: after.version, changes,
      customerId: rootOf(def, before.id, after.values), ...(options.reason && { detail: { reason: options.reason } }),
    }),
  );
  return true;
}

const pickChanged = (values: Readonly<Record<string, unknown>>, changes: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([key]) => key in changes));

async function withUnit(ctx: Context, def: ObjectDef, before: FullRecord, values: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>> {
  if (!('owner' in values) || values.owner === before.values.owner || !def.fields.some((f) => f.key === 'unit')) return values;
  // A customer without an owner stays with its unit: it can be picked up there.
  return { ...values, unit: typeof values.owner === 'string' ? await unitOfOwner(ctx, values.owner) : before.values.unit };
}

async function refuseStale(ctx: Context, def: ObjectDef, before: FullRecord, input: Readonly<Record<string, unknown>>): Promise<never> {
  const current = await getRecord(ctx, def, before.id, { include: ['*'] });
  throw fail('record.stale', {}, [], { current, yours: input });
}
