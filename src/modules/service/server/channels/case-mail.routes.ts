import sql from 'sql-template-tag';
import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { sendMailPage } from '#modules/mail/server/mail.public.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import { requireFields } from '#platform/access/told-fields.ts';
import type { Context } from '#platform/context/context.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import { objectDef } from '#platform/records/action-records.ts';

const id = z.uuid().toLowerCase();

/** The HTML of a message, for whoever may read its case and its text. Errors: record.not-found, auth.forbidden. */
async function htmlOf(ctx: Context, caseId: Id, message: Id): Promise<{ readonly html: string; readonly mailId: Id | null }> {
  await requireRecord(ctx, objectDef(ctx, 'case'), 'read', caseId);
  requireFields(ctx, 'caseMessage', 'body');
  const row = await ctx.db.maybe<{ html: string | null; mailId: Id | null }>(sql`SELECT html, mail_id AS "mailId" FROM case_message WHERE id = ${message} AND case_id = ${caseId} AND deleted_at IS NULL`);
  if (!row || row.html === null) throw fail('record.not-found');
  return { html: row.html, mailId: row.mailId };
}

/** A mail of a conversation with its looks, for a frame without scripts (SE-30, SEC-18). */
export const caseMailRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET', path: '/service/cases/:id/messages/:message/page', kind: 'query', isHijacked: true, access: { object: 'case', action: 'read' }, tag: 'service', summary: 'A mail of the conversation with its looks, for a frame',
    params: z.object({ id, message: id }), query: z.strictObject({ pictures: z.literal('all').optional() }),
    handle: async (ctx, { params, query, reply }) => {
      await sendMailPage(ctx, reply, { ...(await htmlOf(ctx, params.id, params.message)), hasRemote: query.pictures === 'all' });
      return undefined;
    },
  }),
];
