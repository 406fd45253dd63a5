import sql, { type Sql, join } from 'sql-template-tag';
import { type TimelineSource, newest, readable, seen, wantedKinds } from '#modules/customers/server/customers.public.ts';
import { predicateSql } from '#platform/access/predicate-sql.ts';

/** Cases on the timeline of their customer (CU-3): opened, answered, closed. A merged one stands where it went. */
export const caseSource: TimelineSource = {
  key: 'case',
  kinds: ['case'],
  rows(ctx, place, page) {
    const def = readable(ctx, 'case');
    if (!def || !wantedKinds(caseSource, page)) return undefined;
    const moment = (event: 'opened' | 'answered' | 'closed', at: Sql, more: Sql, actor: Sql, body: Sql): Sql => {
      const id = sql`(c.id || ${`:${event}`})`;
      return sql`(SELECT 'case', ${id} AS id, 'case', ${at} AS at, ${actor}, NULL::text, 'case', c.id, ${seen(ctx, def, 'subject', sql`c.subject`)}, ${body}, false, 'internal',
          jsonb_build_object('event', ${event}::text, 'number', c.number, 'caseKind', ${seen(ctx, def, 'kind', sql`c.kind`)}, 'state', ${seen(ctx, def, 'state', sql`c.state`)})
        FROM service_case c WHERE c.customer_id = ${place.customerId} AND c.deleted_at IS NULL AND c.state <> 'merged' ${more} AND ${predicateSql(ctx, def, 'read', 'c')}
        ${newest(page, at, id)})`;
    };
    return join([
      moment('opened', sql`c.received_at`, sql``, sql`c.first_receiver_id`, seen(ctx, def, 'description', sql`left(c.description, 400)`)),
      moment('answered', sql`c.answered_at`, sql`AND c.answered_at IS NOT NULL`, sql`NULL::uuid`, sql`NULL::text`),
      moment('closed', sql`c.closed_at`, sql`AND c.closed_at IS NOT NULL`, sql`NULL::uuid`, seen(ctx, def, 'summary', sql`left(c.summary, 400)`)),
    ], ' UNION ALL ');
  },
};
