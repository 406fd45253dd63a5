import { z } from 'zod';
import type { Context } from '#platform/context/context.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import { getRecord } from '#platform/records/get-record.ts';
import { versionOf } from '#platform/records/record-routes.ts';
import type { Services } from '#platform/runtime/services.ts';
import { createUnit, removeUnit, unitDef, updateUnit } from './actions/save-unit.ts';
import { nothing, shownRecord } from '#platform/http/answer.ts';

const params = z.object({ id: z.uuid().toLowerCase() });
const body = z.record(z.string().max(100), z.unknown());

const shown = (ctx: Context, id: string) => getRecord(ctx, unitDef(ctx), id, { include: ['*'] });

/** The organisation tree; `GET /org-units` is the records engine's (PL-30). */
export function orgUnitRoutes(services: Services): readonly Route[] {
  const shared = { access: { right: 'admin.organisation' }, kind: 'action', tag: 'organisation' } as const;
  return [
    defineRoute({
      ...shared, method: 'POST', path: '/org-units', status: 201, body, summary: 'A new unit under its parent', answer: shownRecord,
      handle: async (ctx, { body }) => shown(ctx, await createUnit(services, ctx, body)),
    }),
    defineRoute({
      ...shared, method: 'PATCH', path: '/org-units/:id', params, body, summary: 'Change or move a unit', answer: shownRecord,
      handle: async (ctx, { params, body, headers, reply }) => {
        await updateUnit(services, ctx, params.id, body, versionOf({ headers }));
        const record = await shown(ctx, params.id);
        reply.header('etag', `"${record.version}"`);
        return record;
      },
    }),
    defineRoute({
      ...shared, method: 'DELETE', path: '/org-units/:id', params, summary: 'Remove a unit without people or units below', answer: nothing,
      handle: (ctx, { params }) => removeUnit(services, ctx, params.id),
    }),
  ];
}
