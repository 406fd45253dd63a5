import { z } from 'zod';
import { rights } from '#platform/context/actor.ts';
import type { Context } from '#platform/context/context.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import { versionOf } from '#platform/records/record-routes.ts';
import type { Services } from '#platform/runtime/services.ts';
import { identityTexts } from '../identity.texts.ts';
import { createRole, newRole, removeRole, roleChange, updateRole } from './actions/save-role.ts';
import { listOffers, settleOffers } from './actions/settle-offers.ts';
import { listRoleNames, listRolePeople, listRoles, readRole } from './queries/list-roles.ts';
import { nothing } from '#platform/http/answer.ts';
import { rightsAnswer, roleAnswer, roleOffersAnswer, rolePeopleAnswer, rolesAnswer } from './answers/role.answers.ts';

const keyParams = z.object({ key: z.string().max(60) });
const roleLines = z.array(z.strictObject({ line: z.string().max(200), value: z.string().max(40) })).max(500);
const shared = { access: { right: 'admin.roles' }, tag: 'roles' } as const;

/** Roles, their grants and field rights (PL-30). */
export function roleRoutes(services: Services): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', path: '/roles', access: 'signed-in', kind: 'query', tag: 'roles',
      summary: 'All roles; grants, fields and networks only for those who manage or audit them', answer: rolesAnswer,
      handle: async (ctx) => ({ data: maySeeGrants(ctx) ? await listRoles(ctx) : await listRoleNames(ctx) }),
    }),
    defineRoute({
      ...shared, method: 'GET', path: '/role-offers', kind: 'query', summary: 'What this version brings for roles that the company changed', answer: roleOffersAnswer, handle: (ctx) => listOffers(ctx),
    }),
    defineRoute({
      ...shared, method: 'POST', path: '/roles/:key/offers', kind: 'action', isFreshNeeded: true, params: keyParams, summary: 'Add offered lines to a role, or do without them', answer: nothing,
      body: z.strictObject({ take: roleLines, leave: roleLines }), handle: (ctx, { params, body }) => settleOffers(services, ctx, params.key, body),
    }),
    defineRoute({
      method: 'GET', path: '/rights', access: 'signed-in', kind: 'query', tag: 'roles', summary: 'The rights beyond objects, with their names', answer: rightsAnswer,
      handle: (ctx) => Promise.resolve({
        data: rights.map((key) => ({ key, label: identityTexts.find(ctx.locale, `rights.${key}`) ?? key })),
      }),
    }),
    defineRoute({
      ...shared, method: 'GET', path: '/roles/:key/people', kind: 'query', params: keyParams, summary: 'Who has a role', answer: rolePeopleAnswer,
      handle: async (ctx, { params }) => ({ data: await listRolePeople(ctx, params.key) }),
    }),
    defineRoute({
      ...shared, method: 'POST', path: '/roles', kind: 'action', status: 201, isFreshNeeded: true, body: newRole, summary: 'A new role', answer: roleAnswer,
      handle: async (ctx, { body }) => {
        await createRole(services, ctx, body);
        return readRole(ctx, body.key);
      },
    }),
    defineRoute({
      ...shared, method: 'PATCH', path: '/roles/:key', kind: 'action', isFreshNeeded: true, params: keyParams, body: roleChange, summary: 'Change a role', answer: roleAnswer,
      handle: async (ctx, { params, body, headers }) => {
        await updateRole(services, ctx, params.key, body, versionOf({ headers }));
        return readRole(ctx, params.key);
      },
    }),
    defineRoute({
      ...shared, method: 'DELETE', path: '/roles/:key', kind: 'action', isFreshNeeded: true, params: keyParams, summary: 'Remove a role that nobody has', answer: nothing,
      handle: (ctx, { params }) => removeRole(services, ctx, params.key),
    }),
  ];
}

const maySeeGrants = ({ actor }: Context): boolean =>
  (['admin.roles', 'admin.users', 'admin.audit'] as const).some((right) => actor.rights.has(right));
