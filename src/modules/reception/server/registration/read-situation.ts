import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { customerByPhone } from '#modules/customers/server/customers.public.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import type { ReferralState, VisitSituation } from '../../rules/visit-facts-of.ts';
import { standingCase } from '../ownership/ownership-case.ts';
import type { Site } from '../sites/read-site.ts';
import { type FoundVisit, type TypedPhone, earlierVisits, findVisits, readPhone } from './find-visits.ts';
import { type OnSite, readOnSite } from './on-site.ts';
import type { ProposeInput } from './visit-input.ts';

export interface Reading {
  readonly phone: TypedPhone;
  readonly found: readonly FoundVisit[];
  readonly onSite: OnSite;
  /** The customer as far as known: chosen, or by the whole number. */
  readonly customerId: Id | null;
  readonly referralId: Id | null;
  readonly situation: VisitSituation;
}

/** Everything that the system knows of an arrival, from what is typed so far. */
export async function readSituation(ctx: Pick<Context, 'db' | 'now'>, site: Site, input: ProposeInput): Promise<Reading> {
  const phone = readPhone(input.phone);
  const [onSite, found] = await Promise.all([readOnSite(ctx, site), findVisits(ctx, site.id, phone, input.visitor ?? '')]);
  const customerId = await customerOf(ctx, site.id, input, phone, found);
  const [earlier, referral, relatedOwnerId] = await Promise.all([
    customerId === null ? [] : earlierVisits(ctx, site.id, customerId, onSite.today),
    referralOf(ctx, site.id, phone, onSite.today),
    input.related === undefined ? null : ownerAt(ctx, site.id, input.related),
  ]);
  const answers = { ...input.answers, ...(input.matter !== undefined && { matter: input.matter }) };
  return {
    phone, found, onSite, customerId, referralId: referral?.id ?? null,
    situation: {
      arrivedOn: onSite.today, earlier, presentIds: onSite.presentIds, referral: referral ?? null, relatedOwnerId,
      said: { cameBefore: input.cameBefore, namedIds: input.named ?? [], askedForId: input.askedFor ?? null, answers },
    },
  };
}

/** The chosen customer counts only when the site has registered them: an id from elsewhere opens nothing. */
async function customerOf(ctx: Pick<Context, 'db'>, siteId: Id, input: ProposeInput, phone: TypedPhone, found: readonly FoundVisit[]): Promise<Id | null> {
  if (input.customer !== undefined) {
    const known = await ctx.db.maybe(sql`SELECT 1 FROM visit_registration WHERE site_id = ${siteId} AND customer_id = ${input.customer} AND deleted_at IS NULL LIMIT 1`);
    if (known !== undefined) return input.customer;
  }
  const same = found.find((visit) => visit.isSamePhone);
  if (same) return same.customerId;
  return phone.e164 === null ? null : ((await customerByPhone(ctx, phone.e164))?.id ?? null);
}

/** Whose customer the introducing or related person is at this site. */
async function ownerAt(ctx: Pick<Context, 'db'>, siteId: Id, customerId: Id): Promise<Id | null> {
  const standing = await standingCase(ctx, siteId, customerId);
  return standing?.ownerIds[0] ?? standing?.parties.receiver ?? null;
}

/** A referral of this number that still runs: agreed for today or later, or confirmed. */
async function referralOf(ctx: Pick<Context, 'db'>, siteId: Id, { e164 }: TypedPhone, today: string): Promise<(ReferralState & { readonly id: Id }) | undefined> {
  if (e164 === null) return undefined;
  const row = await ctx.db.maybe<{ id: Id; introducerId: Id; registeredAt: string; agreedOn: string; status: string; approval: string }>(sql`
    SELECT id, introducer_id AS "introducerId", created_at AS "registeredAt", agreed_on::text AS "agreedOn", status, approval FROM staff_referral
    WHERE site_id = ${siteId} AND phone = ${e164} AND status IN ('registered', 'confirmed') AND agreed_on >= ${today} AND registration_id IS NULL ORDER BY created_at LIMIT 1`);
  if (!row) return undefined;
  return { id: row.id, introducerId: row.introducerId, registeredAt: isoTime(row.registeredAt), agreedOn: row.agreedOn, isConfirmed: row.status === 'confirmed' ? true : null };
}
