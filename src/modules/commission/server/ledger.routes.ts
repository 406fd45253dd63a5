import { z } from 'zod';
import { factValuesSchema } from '#meta/decisions/model-schema.ts';
import { defineRoute, type Route } from '#platform/http/route.ts';
import { accountAnswer, dealAnswer, figureAnswer, idSchema, impactAnswer, monthSchema, teamAnswer, whyAnswer } from './commission.answers.ts';
import { readAccount } from './entries/account-lines.ts';
import { dealLedger } from './entries/deal-ledger-page.ts';
import { explainEntry } from './entries/explain-entry.ts';
import { explainFigure, figures } from './entries/figure-lines.ts';
import { impactOf } from './entries/impact-of.ts';
import { teamMonth } from './entries/team-month.ts';

const tag = 'commission';
const account = z.union([z.enum(['me', 'publicFund', 'departmentFund']), idSchema]);
const access = { object: 'commissionEntry', action: 'read' } as const;

/** What people read of the ledger: their account, the team's, a deal's, and why (RE-30, PL-41). */
export const ledgerRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET', path: '/commission/accounts/:account', access, kind: 'query', tag, summary: 'One account’s month: `me`, a person by id, or a fund', answer: accountAnswer,
    params: z.strictObject({ account }),
    query: z.strictObject({ month: monthSchema, site: idSchema.optional() }),
    handle: (ctx, { params, query }) => readAccount(ctx, { account: params.account, month: query.month, siteId: query.site }),
  }),
  defineRoute({
    method: 'GET', path: '/commission/accounts/:account/figures/:figure', access, kind: 'query', tag, summary: 'Why a figure of an account says what it says: the entries that it is the sum of', answer: figureAnswer,
    params: z.strictObject({ account, figure: z.enum(figures) }), query: z.strictObject({ currency: z.string().length(3), month: monthSchema.optional(), site: idSchema.optional() }),
    handle: (ctx, { params, query }) => explainFigure(ctx, { ...params, currency: query.currency, month: query.month, siteId: query.site }),
  }),
  defineRoute({
    method: 'GET', path: '/commission/team', access, kind: 'query', tag, summary: 'Everybody’s month within the caller’s scope', answer: teamAnswer, query: z.strictObject({ month: monthSchema }),
    handle: async (ctx, { query }) => ({ data: await teamMonth(ctx, query.month) }),
  }),
  defineRoute({
    method: 'GET', path: '/commission/deals/:id', access, kind: 'query', tag, summary: 'A deal’s ledger, as far as the caller may see it', answer: dealAnswer, params: z.strictObject({ id: idSchema }),
    handle: (ctx, { params }) => dealLedger(ctx, params.id),
  }),
  defineRoute({
    method: 'GET', path: '/commission/entries/:id/why', access, kind: 'query', tag, summary: 'Why a line of the ledger says what it says', answer: whyAnswer, params: z.strictObject({ id: idSchema }),
    handle: (ctx, { params }) => explainEntry(ctx, params.id),
  }),
  defineRoute({
    method: 'POST', path: '/commission/impact', access: { right: 'policies.read' }, kind: 'query', tag, summary: 'What changed shares of ownership cases are worth to each person', answer: impactAnswer,
    body: z.strictObject({ changes: z.array(z.strictObject({ caseId: idSchema, before: factValuesSchema.nullable(), after: factValuesSchema.nullable() })).max(20_000) }), bodyLimit: 10_000_000,
    handle: async (ctx, { body }) => ({ data: await impactOf(ctx, body.changes) }),
  }),
];
