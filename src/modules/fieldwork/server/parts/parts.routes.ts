import { z } from 'zod';
import { nothing } from '#platform/http/answer.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import { movesAnswer, stockAnswer } from './parts.answers.ts';
import { listMoves, showStock } from './show-stock.ts';
import { changeStock } from './stock-moves.ts';

const tag = 'fieldwork';
const id = z.uuid().toLowerCase();
const amount = z.string().regex(/^\d{1,8}(\.\d{1,3})?$/);
const lines = z.array(z.strictObject({ part: id, quantity: amount })).min(1).max(100);

/** Parts in depots and vans (SE-11). */
export const partsRoutes: readonly Route[] = [
  defineRoute({ method: 'GET', path: '/fieldwork/stock', kind: 'query', access: { object: 'partStore', action: 'read' }, tag, summary: 'What lies in each depot and van', answer: stockAnswer, handle: (ctx) => showStock(ctx) }),
  defineRoute({
    method: 'GET', path: '/fieldwork/parts/:id/moves', kind: 'query', access: { object: 'partStore', action: 'read' }, tag, summary: 'The last moves of a part', params: z.object({ id }), answer: movesAnswer,
    handle: (ctx, { params }) => listMoves(ctx, params.id),
  }),
  defineRoute({
    method: 'POST', path: '/fieldwork/stock/changes', kind: 'action', access: { object: 'partStore', action: 'update' }, tag, summary: 'Receive, move or count parts', answer: nothing,
    body: z.strictObject({ kind: z.enum(['receive', 'transfer', 'count']), store: id, to: id.optional(), lines, note: z.string().trim().min(1).max(500).nullish() })
      .refine(({ kind, lines: all }) => kind === 'count' || all.every(({ quantity }) => Number(quantity) > 0)),
    handle: (ctx, { body }) => changeStock(ctx, body),
  }),
];
