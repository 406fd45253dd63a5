import { z } from 'zod';
import { nothing, shownRecord } from '#platform/http/answer.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import type { Context } from '#platform/context/context.ts';
import { defineRoute, type Route } from '#platform/http/route.ts';
import { getRecord } from '#platform/records/get-record.ts';
import { versionOf } from '#platform/records/record-routes.ts';
import type { Services } from '#platform/runtime/services.ts';
import { membersAnswer } from './board.answers.ts';
import { siteDef, siteMembers } from './sites/read-site.ts';
import { changeSite, makeSite, removeSite } from './sites/save-site.ts';

const id = z.uuid().toLowerCase();
const params = z.strictObject({ id });
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const values = z.strictObject({
  name: z.string().trim().min(1).max(80), unit: id, projectManager: id, deputy: id.nullable().optional(), pack: z.string().min(1).max(60),
  opensAt: clock.optional(), closesAt: clock.optional(), lunchFrom: clock.optional(), lunchUntil: clock.optional(),
  takeUpMinutes: z.int().min(1).max(120).optional(), members: z.array(id).max(200),
});

const shown = (ctx: Context, siteId: string) => getRecord(ctx, siteDef(ctx), siteId, { include: ['*'] });
const grant = (action: 'create' | 'read' | 'update' | 'delete') => ({ object: 'site', action }) as const;

/** Sites and their members; lists and single sites are the records engine's. */
export const siteRoutes = (services: Services): readonly Route[] => [
  defineRoute({
    method: 'POST', path: '/sites', access: grant('create'), kind: 'action', tag: 'reception', status: 201, body: values, answer: shownRecord,
    summary: 'A new site with its members in order',
    handle: async (ctx, { body }) => shown(ctx, await makeSite(ctx, { ...body, timeZone: services.timeZone })),
  }),
  defineRoute({
    method: 'PATCH', path: '/sites/:id', access: grant('update'), kind: 'action', tag: 'reception', params, body: values.partial(), answer: shownRecord,
    summary: 'Change a site, its members or their order',
    handle: async (ctx, { params: { id: siteId }, body, headers }) => {
      const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
      await changeSite(ctx, siteId, given, versionOf({ headers }));
      return shown(ctx, siteId);
    },
  }),
  defineRoute({
    method: 'DELETE', path: '/sites/:id', access: grant('delete'), kind: 'action', tag: 'reception', params, answer: nothing, summary: 'Remove a site whose day is closed',
    handle: (ctx, { params: { id: siteId } }) => removeSite(ctx, siteId),
  }),
  defineRoute({
    method: 'GET', path: '/sites/:id/members', access: grant('read'), kind: 'query', tag: 'reception', params, answer: membersAnswer, summary: 'Members in the order of the rotation',
    handle: async (ctx, { params: { id: siteId } }) => {
      await requireRecord(ctx, siteDef(ctx), 'read', siteId);
      return { data: await siteMembers(ctx, siteId) };
    },
  }),
];
