import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { maskPhone } from '#kernel/phone.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';
import { requireSite } from '../registration/require-site.ts';
import { eveningSources } from './evening-sources.ts';

export interface EveningVisit {
  readonly id: Id;
  readonly arrivedAt: string;
  readonly visitor: string;
  readonly phone: string | null;
  readonly receiver: string | null;
  readonly clause: string | null;
  readonly isCounted: boolean;
  readonly isNew: boolean;
  readonly isConfirmed: boolean;
  readonly owners: readonly string[];
}

export interface EveningLine {
  readonly title: string;
  readonly detail: string | null;
  readonly link: string | null;
}

export interface EveningContent {
  readonly visits: readonly EveningVisit[];
  readonly calls: number;
  readonly referrals: readonly { readonly id: Id; readonly visitor: string; readonly introducer: string; readonly status: string }[];
  /** What other rooms bring: follow-ups, deposits, open disputes. */
  readonly sections: readonly { readonly key: string; readonly label: { readonly 'zh-CN': string; readonly en: string }; readonly lines: readonly EveningLine[] }[];
}

export interface EveningPage {
  readonly site: { readonly id: Id; readonly name: string };
  readonly day: string;
  readonly status: 'open' | 'closed';
  readonly notes: string;
  readonly closedAt: string | null;
  readonly closedBy: string | null;
  readonly canClose: boolean;
  readonly content: EveningContent;
}

interface Row { readonly status: 'open' | 'closed'; readonly notes: string; readonly content: EveningContent | null; readonly closedAt: string | null; readonly closedBy: string | null }

/** The page of one day and site: prefilled while open, as it was closed afterwards (RE-14). Errors: record.not-found. */
export async function readEvening(ctx: Context, siteId: Id, day: string): Promise<EveningPage> {
  const site = await requireSite(ctx, siteId);
  const row = await ctx.db.maybe<Row>(sql`
    SELECT e.status, e.notes, e.content, e.closed_at AS "closedAt", u.name AS "closedBy" FROM evening_record e LEFT JOIN app_user u ON u.id = e.closed_by WHERE e.site_id = ${siteId} AND e.day = ${day}`);
  return {
    site: { id: site.id, name: site.name }, day, status: row?.status ?? 'open', notes: row?.notes ?? '', closedAt: row?.closedAt ? isoTime(row.closedAt) : null, closedBy: row?.closedBy ?? null,
    canClose: ctx.actor.grants.get('visitRegistration')?.has('update') === true, content: row?.content ?? (await prefill(ctx, siteId, day)),
  };
}

async function prefill(ctx: Context, siteId: Id, day: string): Promise<EveningContent> {
  const visits = await ctx.db.rows<EveningVisit>(sql`
    SELECT v.id, v.arrived_at AS "arrivedAt", v.visitor, v.phone, u.name AS receiver, v.clause, v.is_counted AS "isCounted", v.status = 'confirmed' AS "isConfirmed",
      NOT EXISTS (SELECT 1 FROM visit_registration e WHERE e.customer_id = v.customer_id AND e.site_id = v.site_id AND e.arrived_at < v.arrived_at AND e.deleted_at IS NULL) AS "isNew",
      coalesce((SELECT array_agg(o.name ORDER BY o.name) FROM app_user o WHERE o.id = ANY(c.owner_ids)), '{}') AS owners
    FROM visit_registration v LEFT JOIN app_user u ON u.id = v.receiver_id LEFT JOIN ownership_case c ON c.id = v.case_id
    WHERE v.site_id = ${siteId} AND v.arrived_on = ${day} AND v.deleted_at IS NULL ORDER BY v.arrived_at`);
  const { calls } = await ctx.db.one<{ calls: number }>(sql`
    SELECT count(*)::int AS calls FROM call_registration c JOIN site s ON s.id = c.site_id WHERE c.site_id = ${siteId} AND (c.called_at AT TIME ZONE s.time_zone)::date = ${day} AND c.deleted_at IS NULL`);
  const referrals = await ctx.db.rows<EveningContent['referrals'][number]>(sql`
    SELECT r.id, r.visitor, u.name AS introducer, r.status FROM staff_referral r JOIN app_user u ON u.id = r.introducer_id JOIN site s ON s.id = r.site_id
    WHERE r.site_id = ${siteId} AND (r.agreed_on = ${day} OR (r.created_at AT TIME ZONE s.time_zone)::date = ${day}) ORDER BY r.created_at`);
  const sections = [];
  for (const { key, label, read } of eveningSources()) sections.push({ key, label, lines: await read(ctx, siteId, day) });
  return { visits: visits.map((visit) => ({ ...visit, arrivedAt: isoTime(visit.arrivedAt), phone: visit.phone === null ? null : maskPhone(visit.phone) })), calls, referrals, sections };
}

/**
 * Keeps the manager's words; closing keeps what the page showed as well, for ever (RE-14). Errors: record.not-found,
 * record.wrong-state when it is closed.
 */
export async function saveEvening(ctx: Context, input: { readonly site: Id; readonly day: string; readonly notes: string; readonly isClosed: boolean }): Promise<void> {
  await requireSite(ctx, input.site);
  const content = input.isClosed ? await prefill(ctx, input.site, input.day) : null;
  const now = ctx.now.toISOString();
  const status = input.isClosed ? 'closed' : 'open';
  const by = input.isClosed ? ctx.actor.userId : null;
  const written = await ctx.db.run(sql`
    INSERT INTO evening_record (id, site_id, day, status, notes, content, updated_at, updated_by, closed_at, closed_by)
    VALUES (${ctx.newId()}, ${input.site}, ${input.day}, ${status}, ${input.notes}, ${content === null ? null : JSON.stringify(content)}::jsonb, ${now}, ${ctx.actor.userId}, ${by === null ? null : now}, ${by})
    ON CONFLICT (site_id, day) DO UPDATE SET status = EXCLUDED.status, notes = EXCLUDED.notes, content = EXCLUDED.content, updated_at = EXCLUDED.updated_at,
      updated_by = EXCLUDED.updated_by, closed_at = EXCLUDED.closed_at, closed_by = EXCLUDED.closed_by WHERE evening_record.status = 'open'`);
  if (written === 0) throw fail('record.wrong-state');
}
