import sql from 'sql-template-tag';
import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import { locales } from '#kernel/texts.ts';
import type { Context } from '#platform/context/context.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import type { Services } from '#platform/runtime/services.ts';
import { createApiKey, revokeApiKey } from './actions/api-keys.ts';
import { changePassword } from './actions/change-password.ts';
import { confirmTwoFactor, removeTwoFactor, renewRecoveryCodes, startTwoFactor } from './actions/two-factor.ts';
import { dropActors, ownAction } from './own-action.ts';
import { listApiKeys } from './queries/list-api-keys.ts';
import { requireSession } from './require-session.ts';
import { idParams } from './sign-in.routes.ts';
import { nothing } from '#platform/http/answer.ts';
import { apiKeysAnswer, madeKeyAnswer, preferencesAnswer, recoveryCodesAnswer, twoFactorStartAnswer } from './answers/account.answers.ts';

const isTimeZone = (text: string): boolean => Intl.supportedValuesOf('timeZone').includes(text) || text === 'UTC';

const MAX_PREFERENCES = 32_000;

const preferences = z.strictObject({
  locale: z.enum(locales).optional(),
  timeZone: z.string().refine(isTimeZone).optional(),
  /** Look, density, table layouts: the web's own, merged key by key; null takes a key away. */
  preferences: z.record(z.string().max(100), z.json()).optional(),
});

const newKey = z.strictObject({
  name: z.string().trim().min(1).max(80),
  scopes: z.array(z.string().max(120)).min(1).max(60),
  expiresInDays: z.int().min(1).max(366).default(90),
});

const shared = { access: 'signed-in', tag: 'auth' } as const;

/** One's own account: password, second factor, keys, preferences (PL-21). */
export function accountRoutes(services: Services): readonly Route[] {
  return [
    defineRoute({
      ...shared, method: 'POST', path: '/auth/password', kind: 'query', summary: 'Change one’s own password', answer: nothing,
      body: z.strictObject({ current: z.string().min(1).max(1024), next: z.string().min(1).max(1024) }),
      handle: (ctx, { body }) => changePassword(services, ctx, body.current, body.next),
    }),
    defineRoute({
      ...shared, method: 'POST', path: '/auth/preferences', kind: 'action', summary: 'Language, time zone, look', answer: preferencesAnswer, body: preferences,
      handle: async (ctx, { body }) => savePreferences(services, ctx, body),
    }),
    ...twoFactorRoutes(services),
    ...keyRoutes(services),
  ];
}

const twoFactorRoutes = (services: Services): readonly Route[] => [
  defineRoute({
    ...shared, method: 'POST', path: '/auth/two-factor/start', kind: 'query', isFreshNeeded: true, summary: 'Show a new authenticator', answer: twoFactorStartAnswer,
    handle: (ctx) => ownAction(services, ctx, startTwoFactor),
  }),
  defineRoute({
    ...shared, method: 'POST', path: '/auth/two-factor/confirm', kind: 'query', isFreshNeeded: true,
    summary: 'Switch the second factor on; answers the recovery codes once', answer: recoveryCodesAnswer, body: z.strictObject({ code: z.string().min(1).max(40) }),
    handle: (ctx, { body }) => ownAction(services, ctx, (tx) => confirmTwoFactor(services, tx, body.code)),
  }),
  defineRoute({
    ...shared, method: 'POST', path: '/auth/two-factor/recovery-codes', kind: 'query', isFreshNeeded: true, summary: 'New recovery codes', answer: recoveryCodesAnswer,
    handle: (ctx) => ownAction(services, ctx, renewRecoveryCodes),
  }),
  defineRoute({
    ...shared, method: 'DELETE', path: '/auth/two-factor', kind: 'action', isFreshNeeded: true, summary: 'Switch the second factor off', answer: nothing,
    handle: (ctx) => removeTwoFactor(services, ctx, ctx.actor.userId),
  }),
];

const keyRoutes = (services: Services): readonly Route[] => [
  defineRoute({
    ...shared, method: 'GET', path: '/auth/api-keys', kind: 'query', summary: 'One’s own keys', answer: apiKeysAnswer,
    handle: async (ctx) => {
      requireSession(ctx);
      return { data: await listApiKeys(ctx, ctx.actor.userId) };
    },
  }),
  defineRoute({
    ...shared, method: 'POST', path: '/auth/api-keys', kind: 'query', isFreshNeeded: true, status: 201, body: newKey,
    summary: 'A new key; its text is answered this once', answer: madeKeyAnswer,
    handle: (ctx, { body }) => ownAction(services, ctx, (tx) => createApiKey(tx, body)),
  }),
  defineRoute({
    ...shared, method: 'DELETE', path: '/auth/api-keys/:id', kind: 'action', params: idParams, summary: 'Revoke a key', answer: nothing,
    handle: (ctx, { params }) => {
      requireSession(ctx);
      return revokeApiKey(services, ctx, ctx.actor.userId, params.id);
    },
  }),
];

async function savePreferences(services: Services, ctx: Context, body: z.infer<typeof preferences>): Promise<{ preferences: unknown }> {
  requireSession(ctx);
  const { userId } = ctx.actor;
  const patch = JSON.stringify(body.preferences ?? {});
  const row = await ctx.db.one<{ preferences: unknown; size: number }>(sql`
    UPDATE app_user SET preferences = jsonb_strip_nulls(preferences || ${patch}::jsonb),
      locale = coalesce(${body.locale ?? null}, locale), time_zone = coalesce(${body.timeZone ?? null}, time_zone)
    WHERE id = ${userId} RETURNING preferences, length(preferences::text) AS size`);
  if (row.size > MAX_PREFERENCES) throw fail('request.too-large');
  if (body.locale !== undefined || body.timeZone !== undefined) dropActors(services, ctx);
  return { preferences: row.preferences };
}
