import sql from 'sql-template-tag';
import { predicateSql } from '#platform/access/predicate-sql.ts';
import { disputeNotices } from '../../disputes/dispute.notices.ts';
import { disputeObject } from '../../disputes/dispute.object.ts';
import { addEveningSource } from '../evening/evening-sources.ts';
import { disputeRuling } from './dispute-approval.ts';
import { defineDisputeDeadlines } from './dispute-deadlines.ts';
import { disputeRoutes } from './disputes.routes.ts';

// The evening record shows what is in dispute at the site (RE-14).
addEveningSource({
  key: 'disputes', label: { 'zh-CN': '归属争议', en: 'Disputes' },
  read: async (ctx, siteId) => (await ctx.db.rows<{ id: string; subject: string; claimant: string; respondent: string }>(sql`
    SELECT d.id, d.subject, a.name AS claimant, b.name AS respondent FROM dispute d JOIN app_user a ON a.id = d.owner_id JOIN app_user b ON b.id = d.respondent_id
    WHERE d.site_id = ${siteId} AND d.status IN ('open', 'proposed') AND d.deleted_at IS NULL
      AND ${predicateSql(ctx, ctx.registry.object('dispute') ?? disputeObject, 'read', 'd')} ORDER BY d.due_at LIMIT 50`))
    .map((row) => ({ title: row.subject, detail: `${row.claimant} / ${row.respondent}`, link: `/disputes/${row.id}` })),
});

/** Disputes, for the manifest of the reception module. */
export const disputePart = { objects: [disputeObject], routes: disputeRoutes, approvalKinds: [disputeRuling], notices: Object.values(disputeNotices), start: defineDisputeDeadlines };
