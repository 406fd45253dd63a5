import { z } from 'zod';
import { defineRoute, type Route } from '#platform/http/route.ts';
import { decisionAnswer, decisionsAnswer } from './policy.answers.ts';
import { listDecisions, readDecision } from './queries/read-decisions.ts';

const id = z.uuid().toLowerCase();
const instant = z.iso.datetime({ offset: true });

/** Decisions on record and their why (PL-41). Who may see the subject may ask why. */
export const decisionRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET', path: '/decisions', access: 'signed-in', kind: 'query', tag: 'policies', summary: 'Decisions, the newest first', answer: decisionsAnswer,
    query: z.strictObject({
      policy: z.string().max(160).optional(), clause: z.string().max(80).optional(), from: instant.optional(), to: instant.optional(),
      subjectObject: z.string().max(80).optional(), subjectId: id.optional(), before: id.optional(), limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    handle: async (ctx, { query }) => {
      const data = await listDecisions(ctx, query);
      return { data, next: data.length === query.limit ? (data.at(-1)?.id ?? null) : null };
    },
  }),
  defineRoute({
    method: 'GET', path: '/decisions/:id', access: 'signed-in', kind: 'query', tag: 'policies', summary: 'One decision, with its why', params: z.strictObject({ id }), answer: decisionAnswer,
    handle: (ctx, { params }) => readDecision(ctx, params.id),
  }),
];
