import sql from 'sql-template-tag';
import { z } from 'zod';
import { writeAudit } from '#platform/audit/write-audit.ts';
import { rights } from '#platform/context/actor.ts';
import type { Context } from '#platform/context/context.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import { versionOf } from '#platform/records/record-routes.ts';
import type { Services } from '#platform/runtime/services.ts';
import { identityTexts } from '../identity.texts.ts';
import { createRole, newRole, removeRole, roleChange, updateRole } from './actions/save-role.ts';
import { dropActors } from './own-action.ts';
import { listRoleNames, listRolePeople, listRoles, readRole } from './queries/list-roles.ts';
import { readSignInSettings, signInSettingsSchema } from './sign-in-settings.ts';

const keyParams = z.object({ key: z.string().max(60) });
const shared = { access: { right: 'admin.roles' }, tag: 'roles' } as const;

/** Roles, their grants and field rights (PL-30), and the rules of signing in (SEC-2, SEC-8). */
export function roleRoutes(services: Services): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', path: '/roles', access: 'signed-in', kind: 'query', tag: 'roles',
      summary: 'All roles; grants, fields and networks only for those who manage or audit them',
      handle: async (ctx) => ({ data: maySeeGrants(ctx) ? await listRoles(ctx) : await listRoleNames(ctx) }),
    }),
    defineRoute({
      method: 'GET', path: '/rights', access: 'signed-in', kind: 'query', tag: 'roles', summary: 'The rights beyond objects, with their names',
      handle: (ctx) => Promise.resolve({
        data: rights.map((key) => ({ key, label: identityTexts.find(ctx.locale, `rights.${key}`) ?? key })),
      }),
    }),
    defineRoute({
      ...shared, method: 'GET', path: '/roles/:key/people', kind: 'query', params: keyParams, summary: 'Who has a role',
      handle: async (ctx, { params }) => ({ data: await listRolePeople(ctx, params.key) }),
    }),
    defineRoute({
      ...shared, method: 'POST', path: '/roles', kind: 'action', status: 201, isFreshNeeded: true, body: newRole, summary: 'A new role',
      handle: async (ctx, { body }) => {
        await createRole(services, ctx, body);
        return readRole(ctx, body.key);
      },
    }),
    defineRoute({
      ...shared, method: 'PATCH', path: '/roles/:key', kind: 'action', isFreshNeeded: true, params: keyParams, body: roleChange, summary: 'Change a role',
      handle: async (ctx, { params, body, headers }) => {
        await updateRole(services, ctx, params.key, body, versionOf({ headers }));
        return readRole(ctx, params.key);
      },
    }),
    defineRoute({
      ...shared, method: 'DELETE', path: '/roles/:key', kind: 'action', isFreshNeeded: true, params: keyParams, summary: 'Remove a role that nobody has',
      handle: (ctx, { params }) => removeRole(services, ctx, params.key),
    }),
    ...settingsRoutes(services),
  ];
}

const maySeeGrants = ({ actor }: Context): boolean =>
  (['admin.roles', 'admin.users', 'admin.audit'] as const).some((right) => actor.rights.has(right));

const settingsRoutes = (services: Services): readonly Route[] => [
  defineRoute({
    method: 'GET', path: '/settings/sign-in', access: { right: 'admin.settings' }, kind: 'query', tag: 'settings', summary: 'Rules of signing in',
    handle: (ctx) => readSignInSettings(ctx.db),
  }),
  defineRoute({
    method: 'PUT', path: '/settings/sign-in', access: { right: 'admin.settings' }, kind: 'action', tag: 'settings', isFreshNeeded: true,
    body: signInSettingsSchema, summary: 'Password profile, rotation, length of sessions',
    handle: async (ctx, { body }) => {
      const before = await readSignInSettings(ctx.db);
      await ctx.db.run(sql`
        INSERT INTO setting (key, value, updated_at, updated_by) VALUES ('signIn', ${JSON.stringify(body)}::jsonb, ${ctx.now.toISOString()}, ${ctx.actor.userId})
        ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at, updated_by = excluded.updated_by`);
      await writeAudit(ctx, [{ action: 'update', object: 'setting', changes: { signIn: [before, body] } }]);
      dropActors(services, ctx);
      return body;
    },
  }),
];
