import { z } from 'zod';
import { type Route, defineRoute } from '#platform/http/route.ts';
import { readOverview } from './customer-overview.ts';
import { readTimeline } from './read-timeline.ts';
import { overviewAnswer, timelineAnswer } from './timeline.answers.ts';

const shared = { access: { object: 'customer', action: 'read' }, kind: 'query', tag: 'customers', method: 'GET', params: z.object({ id: z.uuid() }) } as const;
/** An empty word is as good as none: a page that has not been filtered yet sends one. */
const kinds = z.string().max(500).transform((text) => text.split(',').map((word) => word.trim()).filter(Boolean)).optional();
const orNone = <T extends { readonly length: number }>(value: T | undefined): T | undefined => (value === undefined || value.length === 0 ? undefined : value);

/** What the customer's page shows at once: figures and stream. */
export const timelineRoutes: readonly Route[] = [
  defineRoute({
    ...shared, path: '/customers/:id/timeline', summary: 'Everything about a customer in one stream, newest first', answer: timelineAnswer,
    query: z.strictObject({ kinds, cursor: z.string().max(400).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
    handle: (ctx, { params, query: { limit, ...query } }) => readTimeline(ctx, params.id, { limit, kinds: orNone(query.kinds), cursor: orNone(query.cursor) }),
  }),
  defineRoute({
    ...shared, path: '/customers/:id/overview', summary: 'The figures of a customer’s header', answer: overviewAnswer,
    handle: (ctx, { params }) => readOverview(ctx, params.id),
  }),
];
