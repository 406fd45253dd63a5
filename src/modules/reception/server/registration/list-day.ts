import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { localDate } from '#kernel/period.ts';
import { maskPhone } from '#kernel/phone.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import { requireSite } from './require-site.ts';
import { visitScope } from './visit-scope.ts';

interface Row {
  readonly id: Id;
  readonly customer: Id | null;
  readonly visitor: string;
  readonly phone: string | null;
  readonly arrivedAt: string;
  readonly arrivedOn: string;
  readonly matter: string;
  readonly receiverId: Id | null;
  readonly receiverName: string | null;
  readonly isCounted: boolean;
  readonly clause: string | null;
  readonly decision: Id | null;
  readonly overruled: string | null;
  readonly outsideHours: string | null;
  readonly channel: string | null;
  readonly companions: number | null;
  readonly note: string | null;
  readonly isOwn: boolean;
  readonly isConfirmed: boolean;
  readonly ownership: Id | null;
  readonly owners: readonly string[];
  readonly annotations: readonly { readonly id: Id; readonly body: string; readonly at: string; readonly actor: string | null }[];
}

/** Registrations of one day at a site as far as the actor may see them; `isUnconfirmed`: what no day has confirmed yet. */
export async function listVisits(ctx: Context, siteId: Id, options: { readonly day?: string | undefined; readonly isUnconfirmed?: boolean | undefined }) {
  const site = await requireSite(ctx, siteId);
  const today = localDate(ctx.now, site.timeZone);
  const day = options.day ?? today;
  const which = options.isUnconfirmed === true ? sql`v.status = 'unconfirmed'` : sql`v.arrived_on = ${day}`;
  const rows = await ctx.db.rows<Row>(sql`
    SELECT v.id, v.customer_id AS customer, v.visitor, coalesce(v.phone, v.phone_tail) AS phone, v.arrived_at AS "arrivedAt", v.arrived_on::text AS "arrivedOn", v.matter, v.receiver_id AS "receiverId",
      u.name AS "receiverName", v.is_counted AS "isCounted", v.clause, v.decision_id AS decision, v.overruled, v.outside_hours AS "outsideHours", v.channel, v.companions, v.note, v.created_by IS NOT DISTINCT FROM ${ctx.actor.userId} AS "isOwn", v.status = 'confirmed' AS "isConfirmed", v.case_id AS ownership,
      coalesce((SELECT array_agg(o.name ORDER BY o.name) FROM app_user o WHERE o.id = ANY(c.owner_ids)), '{}') AS owners,
      coalesce((SELECT json_agg(json_build_object('id', a.id, 'body', a.body, 'at', a.at, 'actor', w.name) ORDER BY a.at) FROM visit_annotation a LEFT JOIN app_user w ON w.id = a.actor_id
        WHERE a.registration_id = v.id), '[]') AS annotations
    FROM visit_registration v LEFT JOIN app_user u ON u.id = v.receiver_id LEFT JOIN ownership_case c ON c.id = v.case_id
    WHERE v.site_id = ${siteId} AND ${which} AND v.deleted_at IS NULL AND ${visitScope(ctx, 'read')} ORDER BY v.arrived_at DESC LIMIT 500`);
  const mayConfirm = ctx.actor.grants.get('visitRegistration')?.has('update') === true;
  return {
    day,
    data: rows.map(({ receiverId, receiverName, phone, isOwn, ...row }) => ({
      ...row, arrivedAt: isoTime(row.arrivedAt), phone: phone === null ? null : phone.length === 4 ? `****${phone}` : maskPhone(phone),
      receiver: receiverId === null ? null : { id: receiverId, name: receiverName ?? '' }, canConfirm: mayConfirm && !row.isConfirmed && row.arrivedOn === today,
      canCorrect: (isOwn || mayConfirm) && !row.isConfirmed,
      annotations: row.annotations.map((note) => ({ ...note, at: isoTime(note.at) })),
    })),
  };
}
