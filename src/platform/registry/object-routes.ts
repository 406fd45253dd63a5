import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import type { ObjectDef } from '#meta/object.ts';
import type { Context } from '../context/context.ts';
import { type Route, defineRoute } from '../http/route.ts';
import type { Services } from '../runtime/services.ts';
import { layoutInput } from './layout-input.ts';
import { customObject } from './load-registry.ts';
import { objectMeta } from './meta-route.ts';
import { announceMeta } from './meta-change.ts';
import {
  type CustomObjectRow, addCustomObject, changeCustomObject, listCustomObjects, newObjectInput, objectChangeInput, putLayout, readCustomObject,
  readOverride, setObjectRetired, shownObject,
} from './save-object.ts';
import { customObjectAnswer, layoutAnswer, objectsAnswer } from './registry.answers.ts';

const onObject = z.object({ key: z.string().max(40) });
const shared = { access: { right: 'admin.fields' }, tag: 'administration' } as const;

export interface ObjectRouteOptions {
  /** Built-in objects as declared, before any override. */
  readonly declared: readonly ObjectDef[];
  /** Every fixed route: an object must not take its path. */
  readonly routes: () => readonly Route[];
}

const firstWords = (routes: readonly Route[]): Set<string> => new Set(routes.map((route) => route.path.split('/')[1] ?? '').filter((word) => !word.startsWith(':')));

/** Objects that administrators make, and layouts of all objects (PL-12). */
export function objectRoutes(services: Services, options: ObjectRouteOptions): readonly Route[] {
  const done = (ctx: Context, row: CustomObjectRow) => {
    announceMeta(services, ctx);
    return shownObject(row);
  };
  return [
    defineRoute({
      ...shared, method: 'GET', path: '/admin/objects', kind: 'query', summary: 'All objects; those that administrators made with their state', answer: objectsAnswer,
      handle: async (ctx) => ({
        data: ctx.registry.objects.map((def) => objectMeta(ctx.actor, def)),
        custom: (await listCustomObjects(ctx)).map(shownObject),
      }),
    }),
    defineRoute({
      ...shared, method: 'POST', path: '/admin/objects', kind: 'action', status: 201, summary: 'Make an object', answer: customObjectAnswer, body: newObjectInput,
      handle: async (ctx, { body }) => done(ctx, await addCustomObject(ctx, body, firstWords(options.routes()))),
    }),
    defineRoute({
      ...shared, method: 'PATCH', path: '/admin/objects/:key', kind: 'action', summary: 'Change an object that administrators made', answer: customObjectAnswer, params: onObject,
      body: objectChangeInput, handle: async (ctx, { params, body }) => done(ctx, await changeCustomObject(ctx, params.key, body)),
    }),
    defineRoute({
      ...shared, method: 'DELETE', path: '/admin/objects/:key', kind: 'action', status: 200, summary: 'Take an object out of use; its records are kept', answer: customObjectAnswer,
      params: onObject, handle: async (ctx, { params }) => done(ctx, await setObjectRetired(ctx, params.key, true)),
    }),
    defineRoute({
      ...shared, method: 'POST', path: '/admin/objects/:key/restore', kind: 'action', summary: 'Bring an object back with its records', answer: customObjectAnswer, params: onObject,
      handle: async (ctx, { params }) => done(ctx, await setObjectRetired(ctx, params.key, false)),
    }),
    defineRoute({
      ...shared, method: 'GET', path: '/admin/objects/:key/layout', kind: 'query', summary: 'What administrators changed of an object', answer: layoutAnswer, params: onObject,
      handle: async (ctx, { params }) => {
        if (!ctx.registry.object(params.key)) throw fail('record.not-found');
        return readOverride(ctx, params.key);
      },
    }),
    defineRoute({
      ...shared, method: 'PUT', path: '/admin/objects/:key/layout', kind: 'action', summary: 'Words, choices, required fields, order and groups of an object', answer: layoutAnswer,
      params: onObject, body: layoutInput,
      handle: async (ctx, { params, body }) => {
        const override = await putLayout(ctx, await declaredOf(ctx, options.declared, params.key), body);
        announceMeta(services, ctx);
        return override;
      },
    }),
  ];
}

export async function declaredOf(ctx: Context, declared: readonly ObjectDef[], key: string): Promise<ObjectDef> {
  return declared.find((def) => def.key === key) ?? customObject(await readCustomObject(ctx, key));
}
