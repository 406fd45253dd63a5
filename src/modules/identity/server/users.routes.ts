import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import { locales } from '#kernel/texts.ts';
import type { Context } from '#platform/context/context.ts';
import { nothing, rowsOf, shownRecord } from '#platform/http/answer.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import { getRecord } from '#platform/records/get-record.ts';
import { versionOf } from '#platform/records/record-routes.ts';
import type { Services } from '#platform/runtime/services.ts';
import { endSessionsOf, requireManageableUser, resetPassword, setActive } from './actions/manage-user.ts';
import { moveRecordsAlong, ownedRecords } from './actions/move-records.ts';
import { createUser, updateUser, userDef } from './actions/save-user.ts';
import { setRoles } from './actions/set-roles.ts';
import { removeTwoFactor } from './actions/two-factor.ts';
import { ownAction } from './own-action.ts';
import { hashPassword, makeOneTimePassword, requireStrongPassword } from './credentials/passwords.ts';
import { companyName } from './queries/people-facts.ts';
import { describeAccount } from './queries/describe-account.ts';
import { readSignInSettings } from './sign-in-settings.ts';
import { idParams } from './sign-in.routes.ts';
import { accountAnswer, endedAnswer, newUserAnswer, oneTimePasswordAnswer } from './answers/account.answers.ts';

const roleKeys = z.array(z.string().max(60)).max(40);
const unitIds = z.array(z.uuid().toLowerCase()).max(40);

/** The fields of the object go beside these; unknown ones are refused by the object's own validation (SEC-16). */
const newUser = z.looseObject({
  roles: roleKeys.default([]),
  units: unitIds.default([]),
  /** Left out: a one-time password is made and answered once, and must be changed at the first sign-in. */
  password: z.string().min(1).max(1024).optional(),
  mustChangePassword: z.boolean().default(true),
  locale: z.enum(locales).optional(),
});
const changedUser = z.looseObject({ units: unitIds.optional() });

const shared = { access: { right: 'admin.users' }, tag: 'users' } as const;

/** Managing people; `GET /users` is the records engine's (PL-21, PL-30). */
export function userRoutes(services: Services): readonly Route[] {
  return [
    defineRoute({
      ...shared, method: 'POST', path: '/users', kind: 'query', status: 201, isFreshNeeded: true, body: newUser,
      summary: 'A new person; without a password in the call a one-time password is answered, this once', answer: newUserAnswer,
      handle: (ctx, { body }) => addUser(services, ctx, body),
    }),
    defineRoute({
      ...shared, method: 'PATCH', path: '/users/:id', kind: 'action', params: idParams, body: changedUser, summary: 'Change a person’s fields and units', answer: shownRecord,
      handle: async (ctx, { params, body, headers, reply, request }) => {
        const { units, ...values } = body;
        // A new address for notices is a way to take an account over (SEC-9).
        if ('email' in values && (request.actor?.freshUntil ?? '') < ctx.now.toISOString()) throw fail('auth.fresh-required');
        await updateUser(services, ctx, params.id, { values, units, version: versionOf({ headers }) });
        const record = await shown(ctx, params.id);
        reply.header('etag', `"${record.version}"`);
        return record;
      },
    }),
    defineRoute({
      ...shared, method: 'GET', path: '/users/:id/account', kind: 'query', params: idParams, summary: 'Roles, units, sessions and keys of a person', answer: accountAnswer,
      handle: (ctx, { params }) => describeAccount(ctx, params.id),
    }),
    defineRoute({
      ...shared, method: 'GET', path: '/users/:id/owned-records', kind: 'query', params: idParams, query: z.strictObject({ unit: z.uuid().toLowerCase().optional() }),
      summary: 'How many records a person looks after in a unit, by object', answer: rowsOf(z.strictObject({ object: z.string(), count: z.int() })),
      handle: async (ctx, { params, query }) => ({ data: await ownedRecords(ctx, params.id, query.unit ?? null) }),
    }),
    defineRoute({
      ...shared, method: 'POST', path: '/users/:id/move-records', kind: 'action', status: 202, params: idParams, body: z.strictObject({ from: z.uuid().toLowerCase().nullable() }),
      summary: 'After a change of unit: the person’s records of the former unit move along, in the background', answer: z.strictObject({ isStarted: z.boolean() }),
      handle: (ctx, { params, body }) => moveRecordsAlong(services, ctx, params.id, body.from),
    }),
    ...accountActions(services),
  ];
}

const accountActions = (services: Services): readonly Route[] => [
  ...(['disable', 'enable'] as const).map((verb) => defineRoute({
    ...shared, method: 'POST', path: `/users/:id/${verb}`, kind: 'action', params: idParams, isFreshNeeded: true, answer: nothing,
    summary: verb === 'disable' ? 'End all sessions and keys and refuse sign-in' : 'Let the person sign in again',
    handle: (ctx, { params }) => setActive(services, ctx, params.id, verb === 'enable'),
  })),
  defineRoute({
    ...shared, method: 'POST', path: '/users/:id/reset-password', kind: 'query', params: idParams, isFreshNeeded: true,
    summary: 'A one-time password, answered this once', answer: oneTimePasswordAnswer,
    handle: async (ctx, { params }) => {
      const oneTimePassword = makeOneTimePassword();
      const hash = await hashPassword(oneTimePassword);
      await ownAction(services, ctx, (tx) => resetPassword(services, tx, params.id, hash));
      return { oneTimePassword };
    },
  }),
  defineRoute({
    ...shared, method: 'POST', path: '/users/:id/reset-two-factor', kind: 'action', params: idParams, isFreshNeeded: true,
    summary: 'Take the second factor away (a lost telephone)', answer: nothing,
    handle: async (ctx, { params }) => {
      await requireManageableUser(ctx, params.id);
      await removeTwoFactor(services, ctx, params.id);
    },
  }),
  defineRoute({
    ...shared, method: 'POST', path: '/users/:id/end-sessions', kind: 'action', params: idParams, summary: 'End all sessions of a person', answer: endedAnswer,
    handle: async (ctx, { params }) => ({ ended: await endSessionsOf(services, ctx, params.id) }),
  }),
  defineRoute({
    ...shared, method: 'POST', path: '/users/:id/roles', kind: 'action', params: idParams, isFreshNeeded: true,
    body: z.strictObject({ roles: roleKeys }), summary: 'Give a person exactly these roles', answer: accountAnswer,
    handle: async (ctx, { params, body }) => {
      await requireManageableUser(ctx, params.id);
      await setRoles(services, ctx, params.id, body.roles);
      return describeAccount(ctx, params.id);
    },
  }),
];

async function addUser(services: Services, ctx: Context, body: z.infer<typeof newUser>) {
  const { roles, units, password, mustChangePassword, locale, ...values } = body;
  const oneTimePassword = password === undefined ? makeOneTimePassword() : undefined;
  if (password !== undefined) {
    const { passwordProfile } = await readSignInSettings(ctx.db);
    const words = [values['username'], values['name'], await companyName(ctx)].filter((word) => typeof word === 'string');
    await requireStrongPassword(password, { profile: passwordProfile, words });
  }
  const passwordHash = await hashPassword(password ?? oneTimePassword ?? '');
  return ownAction(services, ctx, async (tx) => {
    const id = await createUser(services, tx, {
      values, roles, units, passwordHash, mustChangePassword: mustChangePassword || password === undefined,
      locale: locale ?? services.defaultLocale, timeZone: services.timeZone,
    });
    return { ...(await shown(tx, id)), ...(oneTimePassword !== undefined && { oneTimePassword }) };
  });
}

/** As the records engine answers it. */
const shown = (ctx: Context, id: string) => getRecord(ctx, userDef(ctx), id, { include: ['*'] });
