import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { addDays, localDate, startOfDay } from '#kernel/period.ts';
import { maskPhone } from '#kernel/phone.ts';
import { waitingApprovals } from '#modules/approvals/server/approvals.public.ts';
import { predicateSql } from '#platform/access/predicate-sql.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import { siteDef } from '../sites/read-site.ts';
import { referralApproval } from './referral-approval.ts';
import { referralDef } from './register-referral.ts';

interface Row {
  readonly id: Id;
  readonly visitor: string;
  readonly phone: string;
  readonly siteId: Id;
  readonly siteName: string;
  readonly introducerId: Id;
  readonly introducerName: string;
  readonly agreedOn: string;
  readonly registeredAt: string;
  readonly status: 'registered' | 'confirmed' | 'lapsed' | 'void';
  readonly voidReason: 'siteFirst' | 'notConfirmed' | 'rejected' | null;
  readonly approval: 'waiting' | 'approved' | 'rejected';
  readonly confirmation: 'accompanied' | 'phoned' | null;
  readonly confirmedBy: string | null;
  readonly confirmedAs: 'manager' | 'deputy' | null;
  readonly hasCome: boolean;
  readonly isManager: boolean;
  readonly isDeputy: boolean;
}

/**
 * The day's list of referrals (RE-13): registered on the day or agreed for it; or, whatever the day, those that wait for
 * the caller. Whoever runs a site's board sees those of the site, approvers theirs, everybody else what they may read.
 */
export async function listReferrals(ctx: Context, { day: wanted, isWaiting }: { readonly day: string | undefined; readonly isWaiting: boolean }) {
  const day = wanted ?? localDate(ctx.now, ctx.timeZone);
  const tasks = await waitingApprovals(ctx, referralApproval);
  const selves = [...ctx.actor.selves];
  const which = isWaiting ? sql`r.id = ANY(${[...tasks.keys()]}::uuid[])`
    : sql`(r.agreed_on = ${day} OR (r.created_at >= ${startOfDay(day, ctx.timeZone).toISOString()} AND r.created_at < ${startOfDay(addDays(day, 1), ctx.timeZone).toISOString()}))`;
  const runs = ctx.actor.grants.get('site')?.has('assign') === true ? predicateSql(ctx, siteDef(ctx), 'assign', 's') : sql`false`;
  const reads = ctx.actor.grants.get('staffReferral')?.has('read') === true ? predicateSql(ctx, referralDef(ctx), 'read', 'r') : sql`false`;
  const manages = ctx.actor.grants.get('staffReferral')?.has('update') === true ? predicateSql(ctx, referralDef(ctx), 'update', 'r') : sql`false`;
  const rows = await ctx.db.rows<Row>(sql`
    SELECT r.id, r.visitor, r.phone, s.id AS "siteId", s.name AS "siteName", u.id AS "introducerId", u.name AS "introducerName", r.agreed_on::text AS "agreedOn", r.created_at AS "registeredAt", r.status,
      r.void_reason AS "voidReason", r.approval, r.confirmation, c.name AS "confirmedBy", r.confirmed_as AS "confirmedAs", r.registration_id IS NOT NULL AS "hasCome",
      (coalesce(s.owner_id = ANY(${selves}::uuid[]), false) OR ${manages}) AS "isManager", coalesce(s.deputy_id = ANY(${selves}::uuid[]), false) AS "isDeputy"
    FROM staff_referral r JOIN site s ON s.id = r.site_id JOIN app_user u ON u.id = r.introducer_id LEFT JOIN app_user c ON c.id = r.confirmed_by_id
    WHERE r.deleted_at IS NULL AND ${which} AND (${reads} OR ${runs} OR s.owner_id = ANY(${selves}::uuid[])
      OR s.deputy_id = ANY(${selves}::uuid[]) OR r.id = ANY(${[...tasks.keys()]}::uuid[]))
    ORDER BY r.agreed_on, r.created_at LIMIT 500`);
  return { day, data: rows.map((row) => lineOf(row, tasks.get(row.id) ?? null)) };
}

/** Colleagues of any department refer customers to any site (RE-13): they know the sites by name and no more. */
export const referralSites = (ctx: Context): Promise<{ id: Id; name: string }[]> =>
  ctx.db.rows<{ id: Id; name: string }>(sql`SELECT id, name FROM site WHERE deleted_at IS NULL ORDER BY name_sort, id LIMIT 200`);

function lineOf({ siteId, siteName, introducerId, introducerName, isManager, isDeputy, phone, registeredAt, ...row }: Row, task: Id | null) {
  const as = isManager ? 'manager' : isDeputy ? 'deputy' : null;
  return {
    ...row, phone: maskPhone(phone), site: { id: siteId, name: siteName }, introducer: { id: introducerId, name: introducerName }, registeredAt: isoTime(registeredAt), task,
    canConfirmAs: row.status === 'registered' ? as : null,
  } as const;
}
