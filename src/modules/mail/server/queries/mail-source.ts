import sql from 'sql-template-tag';
import { type TimelineSource, newest, readable, seen, wantedKinds } from '#modules/customers/server/customers.public.ts';
import { predicateSql } from '#platform/access/predicate-sql.ts';

/** How much of a mail's text stands on the timeline. */
const START = 400;

/** Mails from and to a customer on its timeline (CU-3, SE-30): subject and how the text begins; loops are left out. */
export const mailSource: TimelineSource = {
  key: 'mail',
  kinds: ['mail'],
  rows(ctx, place, page) {
    const def = readable(ctx, 'mailMessage');
    if (!def || !wantedKinds(mailSource, page)) return undefined;
    return sql`SELECT 'mail', m.id::text, 'mail', m.happened_at, m.created_by, nullif(m.from_name, ''), 'mailMessage', m.id, ${seen(ctx, def, 'subject', sql`m.subject`)},
        ${seen(ctx, def, 'body', sql`left(m.body, ${START}::int)`)}, false, 'internal',
        jsonb_strip_nulls(jsonb_build_object('direction', m.direction, 'nature', m.nature, 'state', m.state, 'aboutObject', m.about_object, 'about', m.about_id,
          'attachments', nullif((SELECT count(*) FROM mail_attachment a WHERE a.message_id = m.id AND NOT a.is_inline), 0)))
      FROM mail_message m WHERE m.customer_id = ${place.customerId} AND m.deleted_at IS NULL AND m.nature <> 'loop' AND ${predicateSql(ctx, def, 'read', 'm')}
      ${newest(page, sql`m.happened_at`, sql`m.id::text`)}`;
  },
};
