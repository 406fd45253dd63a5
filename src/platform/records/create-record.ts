import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import sql from 'sql-template-tag';
import { type ObjectDef, findField } from '#meta/object.ts';
import { allowedIds, requireGrant } from '../access/allowed-ids.ts';
import { checkReferences } from '../access/check-references.ts';
import { grantOf } from '../access/record-predicate.ts';
import { authorOf } from '../context/author.ts';
import type { Context, FullRecord } from '../context/context.ts';
import { inOrder } from '../db/database.ts';
import { claimFiles } from './claim-files.ts';
import { sealValues } from './to-columns.ts';
import { validateValues } from './validate-values.ts';
import { afterRow, changesOf, givenNumbers, insertRow, invalid, missingNumbers, recordWrite, rootOf } from './write-record.ts';

export interface CreateOptions {
  readonly reason?: string;
  readonly isDuplicateAccepted?: boolean;
  readonly isImport?: boolean;
  /** Nothing follows in the transaction, so that it may end with the statements of the creation. */
  readonly isLast?: boolean;
}

/** Validates, completes, inserts, audits and announces one record; answers its id. */
export async function createRecord(
  ctx: Context, def: ObjectDef, input: Readonly<Record<string, unknown>>, options: CreateOptions = {},
): Promise<Id> {
  const { id } = await createAndRead(ctx, def, input, options, () => Promise.resolve());
  return id;
}

/**
 * Creates and reads in the same breath: `read` is asked as soon as the row is on its way, so that all statements after
 * the checks need one round trip (PL-70).
 */
export async function createAndRead<R>(
  ctx: Context, def: ObjectDef, input: Readonly<Record<string, unknown>>, options: CreateOptions, read: (id: Id) => Promise<R>,
): Promise<{ readonly id: Id; readonly read: R }> {
  requireWritable(def);
  requireGrant(ctx, def, 'create');
  const checked = validateValues(def, input, { actor: ctx.actor, isCreate: true, isImport: options.isImport ?? false });
  if (checked.issues.length > 0) throw invalid(checked.issues, checked.hasUnknown);
  // Not waited for: it travels with what comes next, and whatever that ends in, this is told first.
  let isReferred = false;
  const referred = requireReferences(ctx, def, checked.values).then(() => { isReferred = true; });
  referred.catch(() => undefined);
  const id = ctx.newId();
  const values = sealValues(ctx.secrets, def, await withOwner(ctx, def, checked.values));
  const step = { ctx, before: undefined, values, id, ...hookOptions(options) };
  const { beforeWrite, afterWrite } = ctx.hooks(def.key);
  const added = await beforeWrite?.(step).catch((error: unknown) => inOrder(referred, Promise.reject(error)).then(([, never]) => never));
  const complete = { ...values, ...added?.values };
  const inserted = inOrder(referred, insertRow(ctx, def, { id, values: complete, extra: added?.columns ?? {} }));
  inserted.catch(() => undefined);
  const missing = missingNumbers(def, complete);
  const numbers = afterWrite && missing.length > 0 ? (await inserted)[1] : {};
  const after: FullRecord = { id, version: 1, deletedAt: null, values: { ...complete, ...numbers } };
  await afterRow(inserted, afterWrite?.({ ...step, values: complete, after }));
  const customerId = rootOf(def, id, after.values);
  const sent = inOrder(
    inserted,
    claimFiles(ctx, def, id, after.values, customerId),
    isSurelyInScope(ctx, def, after.values) ? Promise.resolve() : requireInScope(ctx, def, id),
    recordWrite(ctx, def, {
      action: 'create', recordId: id, version: 1, changes: changesOf({}, after.values), customerId,
      ...(missing.length > 0 && !afterWrite && { given: givenNumbers(ctx, def, id, missing) }),
      ...(options.reason && { detail: { reason: options.reason } }),
    }),
    read(id),
  );
  if (options.isLast === true && isReferred && isSurelyDone(ctx, def, after.values)) ctx.db.commitBehind();
  const [, , , , answer] = await sent;
  return { id, read: answer };
}

/** Whether only the database itself could still refuse: no rights to be asked, no file to be claimed. */
function isSurelyDone(ctx: Context, def: ObjectDef, values: Readonly<Record<string, unknown>>): boolean {
  const mayAll = grantOf(ctx.actor, def, 'create') === 'all' && grantOf(ctx.actor, def, 'read') === 'all';
  return mayAll && def.access.kind !== 'via' && !def.fields.some((f) => (f.type === 'file' || f.type === 'image') && values[f.key] != null);
}

async function requireReferences(ctx: Context, def: ObjectDef, values: Readonly<Record<string, unknown>>): Promise<void> {
  const lost = await checkReferences(ctx, def, values);
  if (lost.length > 0) throw invalid(lost, false);
}

/** Who may create under every parent may create under one whose reference was checked. */
function isSurelyInScope(ctx: Context, def: ObjectDef, values: Readonly<Record<string, unknown>>): boolean {
  if (grantOf(ctx.actor, def, 'create') !== 'all' || ctx.actor.kind === 'system') return false;
  return def.access.kind === 'via' && typeof values[def.access.field] === 'string';
}

export const hookOptions = (options: CreateOptions) => ({
  ...(options.reason !== undefined && { reason: options.reason }),
  ...(options.isDuplicateAccepted !== undefined && { isDuplicateAccepted: options.isDuplicateAccepted }),
});

export function requireWritable(def: ObjectDef): void {
  if (def.writes !== 'records') throw fail('auth.forbidden', { right: `${def.key}.update` });
}

/** The owner is the creator unless named; the unit is the owner's (PL-30). */
async function withOwner(ctx: Context, def: ObjectDef, values: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>> {
  if (def.access.kind !== 'owned' && !findField(def, 'owner')) return { ...values };
  const owner = 'owner' in values ? values.owner : authorOf(ctx);
  if (!findField(def, 'unit')) return { ...values, owner };
  return { ...values, owner, unit: await unitOfOwner(ctx, owner) };
}

/** The primary unit of a person; the actor's own needs no query. */
export async function unitOfOwner(ctx: Context, owner: unknown): Promise<Id | null> {
  if (typeof owner !== 'string') return ctx.actor.primaryUnit;
  if (owner === ctx.actor.userId) return ctx.actor.primaryUnit;
  const user = await ctx.db.maybe<{ unit_id: Id | null; is_active: boolean }>(
    sql`SELECT unit_id, is_active FROM app_user WHERE id = ${owner} AND deleted_at IS NULL`,
  );
  if (!user?.is_active) throw fail('record.invalid', { count: 1 }, [{ path: 'owner', code: 'not-found', params: { value: owner } }]);
  return user.unit_id;
}

/** The new row must lie where the actor may create: asked of the one predicate, on the row itself. */
export async function requireInScope(ctx: Context, def: ObjectDef, id: Id, action: 'create' | 'update' = 'create'): Promise<void> {
  if (def.access.kind !== 'via' && grantOf(ctx.actor, def, action) === 'all') return;
  if (!(await allowedIds(ctx, def, action, [id])).has(id)) throw fail('auth.forbidden', { right: `${def.key}.${action}` });
}
