import sql from 'sql-template-tag';
import { z } from 'zod';
import { nothing } from '#platform/http/answer.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import type { Services } from '#platform/runtime/services.ts';
import { markRead } from './actions/mark-read.ts';
import { mailServerBody, removeMailServer, saveMailServer } from './actions/save-mail-server.ts';
import { preferencesBody, savePreferences } from './actions/save-preferences.ts';
import type { KindList } from './kind-list.ts';
import { readMailServer } from './mail/mail-server.ts';
import { sendTestMail } from './mail/send-test-mail.ts';
import { showMailServer } from './mail/show-mail-server.ts';
import { countAnswer, mailServerAnswer, notificationAnswer, notificationsAnswer, preferencesAnswer, testMailAnswer } from './notifications.answers.ts';
import { countUnread, listNotifications, showNotification } from './queries/list-notifications.ts';
import { showPreferences } from './queries/show-preferences.ts';

const id = z.uuid().toLowerCase();
const params = z.object({ id });
const listQuery = z.strictObject({
  unread: z.stringbool().default(false), kind: z.string().max(80).optional(), limit: z.coerce.number().int().min(1).max(100).default(30), cursor: id.optional(),
});
/** Either these, or all (of a kind). */
const readBody = z.strictObject({
  ids: z.array(id).min(1).max(500).optional(), all: z.literal(true).optional(), kind: z.string().max(80).optional(), isRead: z.boolean().default(true),
}).refine(({ ids, all }) => (ids === undefined) !== (all === undefined), { path: ['ids'] });

const own = { access: 'signed-in', tag: 'notifications' } as const;

/** One's own notifications (PL-44): nobody else's are in reach of these routes. */
export function notificationRoutes(services: Services, kinds: KindList): readonly Route[] {
  const isMailOn = async (ctx: Parameters<typeof readMailServer>[0]) => (await readMailServer(ctx, services.mail)) !== undefined;
  return [
    defineRoute({
      ...own, method: 'GET', path: '/notifications', kind: 'query', summary: 'One’s notifications, newest first', query: listQuery, answer: notificationsAnswer,
      handle: (ctx, { query }) => listNotifications(ctx, kinds, { isUnread: query.unread, kind: query.kind, limit: query.limit, cursor: query.cursor }),
    }),
    defineRoute({
      ...own, method: 'GET', path: '/notifications/count', kind: 'query', summary: 'How many are not read, 100 at most', answer: countAnswer,
      handle: async (ctx) => ({ unread: await countUnread(ctx) }),
    }),
    defineRoute({
      ...own, method: 'POST', path: '/notifications/read', kind: 'action', summary: 'Mark as read, or as not read', body: readBody, answer: countAnswer, status: 200,
      handle: async (ctx, { body }) => {
        await markRead(ctx, body.ids === undefined ? { all: true, kind: body.kind } : { ids: body.ids }, body.isRead);
        return { unread: await countUnread(ctx) };
      },
    }),
    defineRoute({
      ...own, method: 'GET', path: '/notifications/preferences', kind: 'query', summary: 'What one is told, where and when', answer: preferencesAnswer,
      handle: async (ctx) => showPreferences(ctx, kinds, await isMailOn(ctx)),
    }),
    defineRoute({
      ...own, method: 'PUT', path: '/notifications/preferences', kind: 'action', summary: 'Choose what one is told, where and when', body: preferencesBody, answer: preferencesAnswer,
      handle: async (ctx, { body }) => {
        await savePreferences(ctx, kinds, body);
        return showPreferences(ctx, kinds, await isMailOn(ctx));
      },
    }),
    defineRoute({
      ...own, method: 'GET', path: '/notifications/:id', kind: 'query', summary: 'One notification', params, answer: notificationAnswer,
      handle: (ctx, { params }) => showNotification(ctx, kinds, params.id),
    }),
  ];
}

const administration = { access: { right: 'admin.settings' }, tag: 'administration' } as const;

/** The company's mail server. */
export function mailRoutes(services: Services): readonly Route[] {
  return [
    defineRoute({
      ...administration, method: 'GET', path: '/admin/mail', kind: 'query', summary: 'The mail server and what was not delivered', answer: mailServerAnswer,
      handle: (ctx) => showMailServer(ctx, services.mail),
    }),
    defineRoute({
      ...administration, method: 'PUT', path: '/admin/mail', kind: 'action', isFreshNeeded: true, summary: 'Set the mail server', body: mailServerBody, answer: mailServerAnswer,
      handle: async (ctx, { body }) => {
        await saveMailServer(ctx, services.mail, body);
        return showMailServer(ctx, services.mail);
      },
    }),
    defineRoute({
      ...administration, method: 'DELETE', path: '/admin/mail', kind: 'action', isFreshNeeded: true, summary: 'Forget the mail server', answer: nothing,
      handle: (ctx) => removeMailServer(ctx),
    }),
    defineRoute({
      ...administration, method: 'POST', path: '/admin/mail/test', kind: 'query', summary: 'Send a test mail to one’s own address', answer: testMailAnswer,
      handle: async (ctx) => {
        const person = await ctx.db.maybe<{ email: string | null }>(sql`SELECT email FROM app_user WHERE id = ${ctx.actor.userId}`);
        return sendTestMail(ctx, await readMailServer(ctx, services.mail), person?.email ?? null);
      },
    }),
  ];
}
