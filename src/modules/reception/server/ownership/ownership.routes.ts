import { z } from 'zod';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import { requireVisit } from '../registration/visit-scope.ts';
import { casesAnswer, redecidedAnswer, triedAnswer } from '../registration/registration.answers.ts';
import { loadCase } from './ownership-case.ts';
import { type LearntFact, recordOwnershipFact } from './record-fact.ts';
import { showOwnership, tryFact } from './show-ownership.ts';

const id = z.uuid().toLowerCase();
const params = z.object({ id });
const tag = 'ownership';
const manage = { object: 'visitRegistration', action: 'update' } as const;

const learnt = z.strictObject({
  facts: z.record(z.string().max(60), z.union([z.string().max(200), z.boolean(), z.null()])),
  parties: z.strictObject({ earlier: id.optional(), receiver: id.optional(), designated: id.optional(), assistant: id.optional(), introducer: id.optional() }).optional(),
  otherRegistration: id.optional(),
  reason: z.string().trim().max(500).optional(),
});

interface Body extends Omit<LearntFact, 'parties'> { readonly parties?: Readonly<Record<string, Id | undefined>> | undefined }

const factOf = ({ parties, ...rest }: Body): LearntFact => ({ ...rest, ...(parties !== undefined && { parties: Object.fromEntries(Object.entries(parties).filter(([, value]) => value !== undefined)) }) });

/** A case is changed by whoever manages the registration that founds it; one that they may not see is not found. */
async function requireCase(ctx: Context, caseId: Id): Promise<void> {
  const one = await loadCase(ctx, caseId);
  await requireVisit(ctx, 'update', one.registrationId);
}

export const ownershipRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET', path: '/customers/:id/ownership', kind: 'query', access: { object: 'visitRegistration', action: 'read' }, tag, params, answer: casesAnswer,
    summary: 'Whose customer it is, with parties, shares and what was learnt', handle: (ctx, { params: p }) => showOwnership(ctx, p.id),
  }),
  defineRoute({
    method: 'POST', path: '/ownership-cases/:id/try', kind: 'query', access: manage, tag, params, body: learnt, answer: triedAnswer,
    summary: 'What a new fact would change, and what else would have to be known',
    handle: async (ctx, { params: p, body }) => {
      await requireCase(ctx, p.id);
      return tryFact(ctx, p.id, factOf(body));
    },
  }),
  defineRoute({
    method: 'POST', path: '/ownership-cases/:id/facts', kind: 'action', access: manage, tag, params, body: learnt, answer: redecidedAnswer,
    summary: 'Record a new fact and decide anew',
    handle: async (ctx, { params: p, body }) => {
      await requireCase(ctx, p.id);
      const one = await recordOwnershipFact(ctx, p.id, factOf(body));
      return { id: one.id, state: one.state, decision: one.decisionId, clause: one.clause, owners: [...one.ownerIds] };
    },
  }),
];
