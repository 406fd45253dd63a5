import sql from 'sql-template-tag';
import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import { writeAudit } from '#platform/audit/write-audit.ts';
import { disposition } from '#platform/files/files.routes.ts';
import { nothing } from '#platform/http/answer.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import { runAction } from '#platform/runtime/make-context.ts';
import type { Services } from '#platform/runtime/services.ts';
import { dropPin, pinCertificate } from './actions/pin-certificate.ts';
import { mailboxBody, removeMailbox, saveMailbox } from './actions/save-mailbox.ts';
import { keptMailsAnswer, mailAnswer, mailboxAnswer, mailboxTestAnswer, mailboxesAnswer, retryAnswer } from './mail.answers.ts';
import { showMail } from './queries/show-mail.ts';
import { listKeptMails, showMailbox, showMailboxes } from './queries/show-mailboxes.ts';
import { retryMail } from './reading/retry-mails.ts';
import { testMailbox } from './reading/try-mailbox.ts';
import { sendMailPage } from './showing/mail-page.ts';
import { mailStore } from './taking/store-parts.ts';

const params = z.object({ id: z.uuid().toLowerCase() });
const administration = { access: { right: 'admin.settings' }, tag: 'administration' } as const;

const readingRoute: Route = defineRoute({
  access: { object: 'mailMessage', action: 'read' }, tag: 'mail', method: 'GET', path: '/mail-messages/:id/content', kind: 'query', summary: 'A mail as a whole, with its thread', params, answer: mailAnswer,
  handle: (ctx, { params: { id } }) => showMail(ctx, id),
});

const pageRoute: Route = defineRoute({
  access: { object: 'mailMessage', action: 'read' }, tag: 'mail', method: 'GET', path: '/mail-messages/:id/page', kind: 'query', isHijacked: true, summary: 'A mail with its looks, for a frame', params,
  query: z.strictObject({ pictures: z.literal('all').optional() }),
  handle: async (ctx, { params: { id }, query, reply }) => {
    const { html } = await showMail(ctx, id);
    if (html === null) throw fail('record.not-found');
    await sendMailPage(ctx, reply, { html, mailId: id, hasRemote: query.pictures === 'all' });
    return undefined;
  },
});

const mailboxRoutes = (services: Services): readonly Route[] => [
  defineRoute({
    ...administration, method: 'GET', path: '/admin/mailboxes', kind: 'query', summary: 'The mailboxes that are read and written from', answer: mailboxesAnswer,
    handle: (ctx) => showMailboxes(ctx),
  }),
  defineRoute({
    ...administration, method: 'POST', path: '/admin/mailboxes', kind: 'action', isFreshNeeded: true, status: 201, summary: 'Set up a mailbox', body: mailboxBody, answer: mailboxAnswer,
    handle: async (ctx, { body }) => showMailbox(ctx, await saveMailbox(ctx, undefined, body)),
  }),
  defineRoute({
    ...administration, method: 'PUT', path: '/admin/mailboxes/:id', kind: 'action', isFreshNeeded: true, summary: 'Change a mailbox', params, body: mailboxBody, answer: mailboxAnswer,
    handle: async (ctx, { params: { id }, body }) => showMailbox(ctx, await saveMailbox(ctx, id, body)),
  }),
  defineRoute({
    ...administration, method: 'DELETE', path: '/admin/mailboxes/:id', kind: 'action', isFreshNeeded: true, summary: 'Take a mailbox away; its mails stay', params, answer: nothing,
    handle: (ctx, { params: { id } }) => removeMailbox(ctx, id),
  }),
  defineRoute({
    ...administration, method: 'POST', path: '/admin/mailboxes/:id/test', kind: 'query', summary: 'Sign in on both lines of a mailbox', params, answer: mailboxTestAnswer,
    handle: (ctx, { params: { id } }) => testMailbox(services, ctx, id),
  }),
  defineRoute({
    ...administration, method: 'PUT', path: '/admin/mailboxes/:id/certificate', kind: 'action', isFreshNeeded: true, summary: 'Trust the certificate that a mailbox’s server shows, and no other', params, answer: nothing,
    body: z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }), handle: (ctx, { params: { id }, body }) => pinCertificate(ctx, id, body.sha256),
  }),
  defineRoute({
    ...administration, method: 'DELETE', path: '/admin/mailboxes/:id/certificate', kind: 'action', isFreshNeeded: true, summary: 'Trust known authorities only', params, answer: nothing, handle: (ctx, { params: { id } }) => dropPin(ctx, id),
  }),
];

const keptRoutes = (services: Services): readonly Route[] => [
  defineRoute({
    ...administration, method: 'GET', path: '/admin/mails/kept', kind: 'query', summary: 'Mails that the machine could not read or finish, and mails of ours that did not arrive', answer: keptMailsAnswer,
    handle: (ctx) => listKeptMails(ctx),
  }),
  defineRoute({
    ...administration, method: 'POST', path: '/admin/mails/:id/retry', kind: 'query', summary: 'Take a kept mail in once more', params, answer: retryAnswer,
    handle: async (_ctx, { params: { id } }) => {
      const taken = await retryMail(services, id);
      if (taken === undefined) throw fail('record.not-found');
      return { isTaken: taken === 'taken' };
    },
  }),
  defineRoute({
    ...administration, method: 'GET', path: '/admin/mails/:id/raw', kind: 'query', isHijacked: true, summary: 'A kept mail as it came', params,
    handle: async (ctx, { params: { id }, reply }) => {
      const row = await ctx.db.maybe<{ key: string; size: number }>(sql`
        SELECT f.store_key AS key, f.size FROM mail_message m JOIN file_object f ON f.id = m.raw_file_id WHERE m.id = ${id} AND m.state IN ('unread', 'waiting')`);
      if (!row) throw fail('record.not-found');
      await runAction(services, { actor: ctx.actor, requestId: ctx.requestId, ip: ctx.ip }, (tx) => writeAudit(tx, [{ action: 'download', object: 'mailMessage', recordId: id }]));
      await reply.type('application/octet-stream').header('content-length', row.size).header('content-disposition', disposition(false, 'mail.eml'))
        .header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'").header('cache-control', 'private, no-store')
        .send(await mailStore(services).open(row.key));
      return undefined;
    },
  }),
];

/** Mailboxes in the administration, and what of their mails needs somebody (SE-30). */
export const mailRoutes = (services: Services): readonly Route[] => [readingRoute, pageRoute, ...mailboxRoutes(services), ...keptRoutes(services)];
