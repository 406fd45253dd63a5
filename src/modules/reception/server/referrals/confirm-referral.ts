import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { allowedIds } from '#platform/access/allowed-ids.ts';
import { authorOf } from '#platform/context/author.ts';
import type { Context } from '#platform/context/context.ts';
import { recordWrite } from '#platform/records/write-record.ts';
import { standingCase } from '../ownership/ownership-case.ts';
import { recordOwnershipFact } from '../ownership/record-fact.ts';
import { staffReferralObject } from '../../registration/staff-referral.object.ts';

interface Row {
  readonly id: Id;
  readonly siteId: Id;
  readonly status: string;
  readonly customerId: Id | null;
  readonly registrationId: Id | null;
  readonly version: number;
}

const lock = (ctx: Context, id: Id): Promise<Row | undefined> => ctx.db.maybe<Row>(sql`
  SELECT id, site_id AS "siteId", status, customer_id AS "customerId", registration_id AS "registrationId", version FROM staff_referral WHERE id = ${id} AND deleted_at IS NULL FOR UPDATE`);

export interface ConfirmInput {
  readonly confirmation: 'accompanied' | 'phoned' | 'none';
  /** Said by the team leader, who confirms only then. */
  readonly isManagerAbsent?: boolean | undefined;
}

/**
 * On the visit, the manager (or the team leader in absence) says whether the introducer came or phoned ahead (RE-13);
 * without it the referral is void. Errors: record.not-found, auth.forbidden, record.wrong-state, record.invalid.
 */
export async function confirmReferral(ctx: Context, id: Id, input: ConfirmInput): Promise<void> {
  const def = ctx.registry.object('staffReferral') ?? staffReferralObject;
  const row = await lock(ctx, id);
  if (!row) throw fail('record.not-found');
  const as = await confirmsAs(ctx, row);
  if (as === null) throw (await allowedIds(ctx, def, 'read', [id])).has(id) ? fail('auth.forbidden', { right: 'staffReferral.update' }) : fail('record.not-found');
  if (as === 'deputy' && input.isManagerAbsent !== true) throw fail('record.invalid', { count: 1 }, [{ path: 'isManagerAbsent', code: 'required' }]);
  if (row.status !== 'registered') throw fail('record.wrong-state');
  if (input.confirmation === 'none') {
    await endReferral(ctx, id, 'void', 'notConfirmed');
    return;
  }
  await ctx.db.run(sql`
    UPDATE staff_referral SET status = 'confirmed', confirmation = ${input.confirmation}, confirmed_at = ${ctx.now.toISOString()}, confirmed_by_id = ${ctx.actor.userId},
      confirmed_as = ${as}, version = version + 1, updated_at = ${ctx.now.toISOString()}, updated_by = ${ctx.actor.userId} WHERE id = ${id}`);
  await recordWrite(ctx, def, { action: 'update', recordId: id, version: row.version + 1, customerId: row.customerId, changes: { status: ['registered', 'confirmed'], confirmation: [null, input.confirmation], confirmedAs: [null, as] } });
  await tellCase(ctx, row, true);
}

/** The project manager confirms for the own site, whoever introduces; the team leader in the manager's absence. */
async function confirmsAs(ctx: Context, { id, siteId }: Row): Promise<'manager' | 'deputy' | null> {
  const selves = [...ctx.actor.selves];
  const site = await ctx.db.maybe<{ isManager: boolean; isDeputy: boolean }>(sql`
    SELECT coalesce(owner_id = ANY(${selves}::uuid[]), false) AS "isManager", coalesce(deputy_id = ANY(${selves}::uuid[]), false) AS "isDeputy" FROM site WHERE id = ${siteId}`);
  if (site?.isManager === true) return 'manager';
  const def = ctx.registry.object('staffReferral') ?? staffReferralObject;
  const mayUpdate = ctx.actor.grants.get('staffReferral')?.has('update') === true && (await allowedIds(ctx, def, 'update', [id])).has(id);
  if (mayUpdate) return 'manager';
  return site?.isDeputy === true ? 'deputy' : null;
}

/** A referral ends without effect; the case of the visit is decided anew. Nothing happens to one that ended already. */
export async function endReferral(ctx: Context, id: Id, status: 'void' | 'lapsed', reason: 'siteFirst' | 'notConfirmed' | 'rejected' | null): Promise<void> {
  const def = ctx.registry.object('staffReferral') ?? staffReferralObject;
  const row = await lock(ctx, id);
  if (!row || row.status === 'void' || row.status === 'lapsed') return;
  await ctx.db.run(sql`
    UPDATE staff_referral SET status = ${status}, void_reason = ${reason}, version = version + 1, updated_at = ${ctx.now.toISOString()},
      updated_by = ${authorOf(ctx)} WHERE id = ${id}`);
  await recordWrite(ctx, def, { action: 'update', recordId: id, version: row.version + 1, customerId: row.customerId, changes: { status: [row.status, status], voidReason: [null, reason] } });
  await tellCase(ctx, row, false);
}

async function tellCase(ctx: Context, row: Row, isConfirmed: boolean): Promise<void> {
  if (row.customerId === null || row.registrationId === null) return;
  const one = await standingCase(ctx, row.siteId, row.customerId);
  if (one?.registrationId === row.registrationId) await recordOwnershipFact(ctx, one.id, { facts: { isReferralConfirmed: isConfirmed } });
}

/** The referred customer has come: the referral knows the visit. Whether it counts is the manager's confirmation. */
export async function attachReferral(ctx: Context, referralId: Id, visit: { readonly registrationId: Id; readonly customerId: Id }): Promise<void> {
  await ctx.db.run(sql`
    UPDATE staff_referral SET registration_id = ${visit.registrationId}, customer_id = ${visit.customerId}, version = version + 1, updated_at = ${ctx.now.toISOString()} WHERE id = ${referralId}`);
}
