import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import { normalisePhone } from '#kernel/phone.ts';
import { requestApproval } from '#modules/approvals/server/approvals.public.ts';
import type { Context } from '#platform/context/context.ts';
import { insertRow, recordWrite } from '#platform/records/write-record.ts';
import { unitOfOwner } from '#platform/records/create-record.ts';
import { staffReferralObject } from '../../registration/staff-referral.object.ts';
import { readSite } from '../sites/read-site.ts';
import { referralApproval } from './referral-approval.ts';

export const referralDef = (ctx: Pick<Context, 'registry'>) => ctx.registry.object('staffReferral') ?? staffReferralObject;

export interface ReferralInput {
  readonly site: Id;
  readonly visitor: string;
  readonly phone: string;
  /** Whoever introduces; the actor when absent. */
  readonly introducer?: Id | undefined;
  readonly agreedOn: string;
}

/**
 * Registers a referral before the first visit (RE-13) and asks the department head. Void at once where the site has
 * registered the customer before. Errors: record.not-found, record.invalid (no dialable number, a day that is over),
 * record.duplicate while another referral of the number runs.
 */
export async function registerReferral(ctx: Context, input: ReferralInput): Promise<{ id: Id; status: 'registered' | 'void'; voidReason: 'siteFirst' | null }> {
  const site = await readSite(ctx, input.site);
  const phone = normalisePhone(input.phone)?.e164;
  if (phone === undefined) throw fail('record.invalid', { count: 1 }, [{ path: 'phone', code: 'not-a-phone' }]);
  if (input.agreedOn < localDate(ctx.now, site.timeZone)) throw fail('record.invalid', { count: 1 }, [{ path: 'agreedOn', code: 'out-of-range' }]);
  await ctx.db.run(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`visit ${site.id} ${phone.slice(-4)}`}, 0))`);
  const running = await ctx.db.maybe(sql`SELECT 1 FROM staff_referral WHERE site_id = ${site.id} AND phone = ${phone} AND status = 'registered' AND agreed_on >= ${localDate(ctx.now, site.timeZone)}`);
  if (running !== undefined) throw fail('record.duplicate', {}, [{ path: 'phone', code: 'not-unique', params: { value: '' } }]);
  const first = await ctx.db.maybe(sql`SELECT 1 FROM visit_registration WHERE site_id = ${site.id} AND phone = ${phone} AND deleted_at IS NULL LIMIT 1`);
  const status = first === undefined ? 'registered' : 'void';
  const voidReason = first === undefined ? null : 'siteFirst';
  const id = ctx.newId();
  const introducer = introducerOf(ctx, input.introducer);
  const values = {
    visitor: input.visitor, site: site.id, phone, introducer, agreedOn: input.agreedOn, status, voidReason,
    approval: 'waiting', owner: introducer, unit: await unitOfOwner(ctx, introducer),
  };
  const def = referralDef(ctx);
  await insertRow(ctx, def, { id, values, extra: {} });
  await recordWrite(ctx, def, { action: 'create', recordId: id, version: 1, changes: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, [null, value] as const])) });
  if (status === 'registered') await requestApproval(ctx, { kind: referralApproval, subject: { object: 'staffReferral', id } });
  return { id, status, voidReason };
}

/** Only who may register for others names another introducer. */
function introducerOf(ctx: Context, introducer: Id | undefined): Id {
  if (introducer === undefined || introducer === ctx.actor.userId) return ctx.actor.userId;
  if (ctx.actor.grants.get('staffReferral')?.get('create') === 'own') throw fail('auth.forbidden', { right: 'staffReferral.create' });
  return introducer;
}
