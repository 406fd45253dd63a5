import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { isoTime } from '#platform/db/database.ts';

/** One piece, with whose it is; nothing in it by which the customer could be reached. */
export interface EvidenceItem {
  readonly kind: 'visit' | 'call' | 'callRegistration' | 'evening';
  readonly at: string;
  readonly side: 'claimant' | 'respondent' | 'other';
  readonly person: string | null;
  readonly state: string | null;
  readonly clause: string | null;
  readonly text: string | null;
  readonly link: string | null;
}
export type Evidence = readonly EvidenceItem[];

interface About { readonly siteId: Id; readonly customerId: Id; readonly claimantId: Id; readonly respondentId: Id }

/**
 * What the house knows of a customer (RE-22): every registration at the site, calls of both sides about them, and the
 * evening records of those days. Read with the case, whatever the reader's own reach.
 */
export async function readEvidence(ctx: Pick<Context, 'db'>, { siteId, customerId, claimantId, respondentId }: About): Promise<Evidence> {
  const rows = await ctx.db.rows<Omit<EvidenceItem, 'side'> & { userId: Id | null }>(sql`
    SELECT x.*, u.name AS person FROM (
      SELECT 'visit' AS kind, v.arrived_at AS at, v.receiver_id AS "userId", v.status AS state, v.clause, v.note AS text, '/visit-registrations/' || v.id AS link
      FROM visit_registration v WHERE v.site_id = ${siteId} AND v.customer_id = ${customerId} AND v.deleted_at IS NULL
      UNION ALL
      SELECT 'callRegistration', r.called_at, r.owner_id, NULL, NULL, r.interest, '/call-registrations/' || r.id
      FROM call_registration r WHERE r.site_id = ${siteId} AND r.customer_id = ${customerId} AND r.deleted_at IS NULL
      UNION ALL
      SELECT 'call', a.happened_at, a.owner_id, a.outcome, NULL, a.subject, NULL
      FROM activity a WHERE a.customer_id = ${customerId} AND a.kind = 'call' AND a.deleted_at IS NULL AND a.status = 'done' AND a.owner_id IN (${claimantId}, ${respondentId})
      UNION ALL
      SELECT 'evening', coalesce(e.closed_at, e.updated_at), e.closed_by, e.status, NULL, left(e.notes, 500), '/sites/' || e.site_id || '/evening/' || e.day
      FROM evening_record e WHERE e.site_id = ${siteId}
        AND e.day IN (SELECT v.arrived_on FROM visit_registration v WHERE v.site_id = ${siteId} AND v.customer_id = ${customerId} AND v.deleted_at IS NULL)
    ) x LEFT JOIN app_user u ON u.id = x."userId" ORDER BY x.at, x.kind LIMIT 300`);
  return rows.map(({ userId, ...row }) => ({ ...row, at: isoTime(row.at), side: userId === claimantId ? 'claimant' : userId === respondentId ? 'respondent' : 'other' }));
}
