import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { predicateSql } from '#platform/access/predicate-sql.ts';
import { followUpTexts } from '../../follow-up/follow-up.texts.ts';
import { addEveningSource } from '../evening/evening-sources.ts';

interface Row { readonly id: Id; readonly name: string; readonly prospect_class: string; readonly outcome: string | null; readonly owner: string; readonly body: string | null }

/** The day's follow-ups of customers with a sheet, on the evening record (RE-14, RE-23), as far as the reader may see the customer. */
export function showFollowUpsInTheEvening(): void {
  addEveningSource({
    key: 'followUps', label: { 'zh-CN': '客户追踪', en: 'Follow-ups' },
    read: async (ctx, siteId, day) => {
      const customer = ctx.registry.object('customer');
      if (customer === undefined) return [];
      const rows = await ctx.db.rows<Row>(sql`
        SELECT c.id, c.name, s.prospect_class, a.outcome, u.name AS owner, left(a.body, 200) AS body
        FROM activity a JOIN follow_up_sheet s ON s.customer_id = a.customer_id JOIN customer c ON c.id = a.customer_id AND c.deleted_at IS NULL
        JOIN site_member m ON m.user_id = a.owner_id AND m.site_id = ${siteId} JOIN site t ON t.id = m.site_id JOIN app_user u ON u.id = a.owner_id
        WHERE a.deleted_at IS NULL AND a.status = 'done' AND a.kind IN ('call', 'visit', 'meeting') AND (a.happened_at AT TIME ZONE t.time_zone)::date = ${day}
          AND ${predicateSql(ctx, customer, 'read', 'c')} ORDER BY s.prospect_class, a.happened_at LIMIT 200`);
      return rows.map((row) => ({
        title: `${row.prospect_class} · ${row.name}`, link: `/customers/${row.id}`,
        detail: [row.owner, ...(row.outcome === 'reached' || row.outcome === 'attempted' ? [followUpTexts.t(ctx.locale, row.outcome)] : []), ...(row.body === null ? [] : [row.body])].join(' · '),
      }));
    },
  });
}
