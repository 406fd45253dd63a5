import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { objectActions } from '#meta/object.ts';
import type { Context } from '#platform/context/context.ts';
import { createRecord } from '#platform/records/create-record.ts';
import { moveCustomers, unitsOf } from '../handover/move-owner.ts';

export interface Visitor {
  readonly name: string;
  /** E.164; null when only the last digits are known. */
  readonly phone: string | null;
  readonly ownerId: Id | null;
  readonly source: 'visit' | 'call';
}

/** The customer with this number (E.164), the oldest where there are several (CU-10). */
export const customerByPhone = (ctx: Pick<Context, 'db'>, phone: string): Promise<{ readonly id: Id; readonly ownerId: Id | null } | undefined> =>
  ctx.db.maybe(sql`
    SELECT id, owner_id AS "ownerId" FROM customer WHERE (phone = ${phone} OR alt_phone = ${phone}) AND deleted_at IS NULL AND merged_into IS NULL
    ORDER BY created_at, id LIMIT 1`);

/**
 * Makes the file of somebody who came in person (RE-10). Whoever may register a visit may have this done: the record's
 * own rights are asked of the registration, not of the customer.
 */
export async function makeVisitor(ctx: Context, visitor: Visitor): Promise<Id> {
  const def = ctx.registry.object('customer');
  if (!def) throw fail('record.not-found');
  const grants = new Map(ctx.actor.grants).set('customer', new Map(objectActions.map((action) => [action, 'all' as const])));
  const { name, phone, ownerId, source } = visitor;
  return createRecord({ ...ctx, actor: { ...ctx.actor, grants } }, def, { kind: 'person', name, source, ...(phone !== null && { phone }), ...(ownerId !== null && { owner: ownerId }) }, { isDuplicateAccepted: true });
}

/** Gives a customer to another owner, with audit and live event; nothing happens when it is theirs already. */
export async function giveCustomer(ctx: Context, customerId: Id, ownerId: Id, detail: Readonly<Record<string, unknown>>): Promise<void> {
  const row = await ctx.db.maybe<{ owner_id: Id | null }>(sql`SELECT owner_id FROM customer WHERE id = ${customerId} AND deleted_at IS NULL`);
  if (!row || row.owner_id === ownerId) return;
  const unitId = (await unitsOf(ctx, [ownerId])).get(ownerId) ?? null;
  if (row.owner_id !== null) {
    await moveCustomers(ctx, [{ id: customerId, from: row.owner_id, to: ownerId, unitId }], detail);
    return;
  }
  await ctx.db.run(sql`UPDATE customer SET owner_id = ${ownerId}, unit_id = ${unitId}, version = version + 1, updated_at = ${ctx.now.toISOString()} WHERE id = ${customerId}`);
}
