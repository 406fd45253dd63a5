import sql from 'sql-template-tag';
import { z } from 'zod';
import { readMailServer } from '#modules/notifications/server/notifications.public.ts';
import { nothing } from '#platform/http/answer.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import type { Services } from '#platform/runtime/services.ts';
import { readSetting } from '#platform/settings/read-setting.ts';
import { challengeAnswer, portalMeAnswer, portalStateAnswer } from './portal.answers.ts';
import { clearPortalCookie, endPortalSessions, requireAccount, requireOpenPortal, setPortalCookie } from './portal-account.ts';
import { formSetting, portalSetting } from './portal-settings.ts';
import { companyName } from './queries/name-of-house.ts';
import { knownParties } from './queries/known-parties.ts';
import { hasPapers } from './papers/show-papers.ts';
import { publicTypes, visitType } from './queries/public-types.ts';
import { askCode, plainEmail } from './sign-in/ask-code.ts';
import { checkCode } from './sign-in/check-code.ts';

const shared = { access: 'public', tag: 'portal' } as const;

const askBody = z.strictObject({ email: z.string().max(254).transform(plainEmail).pipe(z.email()) });
const codeBody = z.strictObject({ challenge: z.string().regex(/^[\w-]{32}$/), code: z.string().trim().regex(/^\d{6}$/) });

/** Signing in to the portal by a code that comes by mail (SE-31). */
export const portalSignInRoutes = (services: Services): readonly Route[] => [
  defineRoute({
    ...shared, method: 'GET', path: '/portal/state', kind: 'query', summary: 'Whether the portal and its form are open', answer: portalStateAnswer,
    handle: async (ctx) => ({
      isOpen: await readSetting(ctx, portalSetting), isFormOpen: await readSetting(ctx, formSetting), company: await companyName(ctx),
      isMailReady: (await readMailServer(ctx, services.mail)) !== undefined,
    }),
  }),
  defineRoute({
    ...shared, method: 'POST', path: '/portal/codes', kind: 'action', status: 202, summary: 'Ask for a sign-in code by mail; the answer is the same for every address', answer: challengeAnswer,
    body: askBody,
    handle: async (ctx, { body }) => {
      await requireOpenPortal(ctx);
      return askCode(services, ctx, body.email);
    },
  }),
  defineRoute({
    ...shared, method: 'POST', path: '/portal/session', kind: 'query', status: 204, summary: 'Sign in with the code', answer: nothing, body: codeBody,
    handle: async (ctx, { body, request, reply }) => {
      await requireOpenPortal(ctx);
      setPortalCookie(request, reply, await checkCode(services, ctx, { ...body, agent: request.headers['user-agent'] }));
    },
  }),
  defineRoute({
    ...shared, method: 'POST', path: '/portal/sign-out', kind: 'action', summary: 'Sign out here, or everywhere', answer: nothing,
    body: z.strictObject({ everywhere: z.boolean().default(false) }),
    handle: async (ctx, { body, request, reply }) => {
      const account = await requireAccount(ctx, request);
      await endPortalSessions(ctx, account, body.everywhere);
      clearPortalCookie(request, reply);
    },
  }),
  defineRoute({
    ...shared, method: 'GET', path: '/portal/me', kind: 'query', summary: 'Who is signed in to the portal, and what they may raise', answer: portalMeAnswer,
    handle: async (ctx, { request }) => {
      const account = await requireAccount(ctx, request);
      const { email } = account;
      const parties = (await knownParties(ctx.db, email)).map(({ customer, name }) => ({ customer, name }));
      const { isMailOn } = await ctx.db.one<{ isMailOn: boolean }>(sql`SELECT is_mail_on AS "isMailOn" FROM portal_account WHERE id = ${account.id}`);
      return { email, isMailOn, hasPapers: await hasPapers(ctx, account), mayBook: (await visitType(ctx.db)) !== undefined, parties, types: await publicTypes(ctx.db) };
    },
  }),
  defineRoute({
    ...shared, method: 'POST', path: '/portal/preferences', kind: 'action', summary: 'Whether mails tell of answers', answer: nothing, body: z.strictObject({ isMailOn: z.boolean() }),
    handle: async (ctx, { body, request }) => {
      const account = await requireAccount(ctx, request);
      await ctx.db.run(sql`UPDATE portal_account SET is_mail_on = ${body.isMailOn} WHERE id = ${account.id}`);
    },
  }),
];
