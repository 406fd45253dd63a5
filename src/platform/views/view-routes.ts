import { z } from 'zod';
import { type Route, defineRoute } from '../http/route.ts';
import { changeView, createView, listViews, newView, readView, removeView, shownView, viewChange, viewObject } from './save-view.ts';
import { nothing } from '../http/answer.ts';
import { viewAnswer, viewsAnswer } from './view.answers.ts';

const onView = z.object({ id: z.uuid().toLowerCase() });
const shared = { access: 'signed-in', tag: 'views' } as const;

/** Saved views of lists (PL-13, UX-2). */
export const viewRoutes: readonly Route[] = [
  defineRoute({
    ...shared, method: 'GET', path: '/views', kind: 'query', summary: 'Saved views of an object: own, shared, of the caller’s roles', answer: viewsAnswer,
    query: z.strictObject({ object: z.string().max(60) }),
    handle: async (ctx, { query }) => ({ data: await listViews(ctx, viewObject(ctx, query.object)) }),
  }),
  defineRoute({
    ...shared, method: 'GET', path: '/views/:id', kind: 'query', summary: 'One saved view', answer: viewAnswer, params: onView,
    handle: async (ctx, { params }) => {
      const row = await readView(ctx, params.id);
      return shownView(ctx, viewObject(ctx, row.object), row);
    },
  }),
  defineRoute({
    ...shared, method: 'POST', path: '/views', kind: 'action', status: 201, summary: 'Save a view', answer: viewAnswer, body: newView,
    handle: async (ctx, { body }) => {
      const row = await createView(ctx, body);
      return shownView(ctx, viewObject(ctx, row.object), row);
    },
  }),
  defineRoute({
    ...shared, method: 'PATCH', path: '/views/:id', kind: 'action', summary: 'Change a saved view', answer: viewAnswer, params: onView, body: viewChange,
    handle: async (ctx, { params, body }) => {
      const row = await changeView(ctx, params.id, body);
      return shownView(ctx, viewObject(ctx, row.object), row);
    },
  }),
  defineRoute({
    ...shared, method: 'DELETE', path: '/views/:id', kind: 'action', summary: 'Delete a saved view', answer: nothing, params: onView,
    handle: (ctx, { params }) => removeView(ctx, params.id),
  }),
];
