import { z } from 'zod';
import { nothing } from '#platform/http/answer.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import { customerPortalAnswer } from '../portal.answers.ts';
import { allowPapers, revokeSessions, showCustomerPortal, showDocument } from './customer-portal.ts';

const id = z.uuid().toLowerCase();
const shared = { access: { right: 'service.manage' }, tag: 'portal' } as const;
const onAccount = z.object({ id, account: id });

/** What the house sees and does about the portal of one customer, by right (SE-31). */
export const customerPortalRoutes: readonly Route[] = [
  defineRoute({ ...shared, method: 'GET', kind: 'query', path: '/customers/:id/portal', params: z.object({ id }), summary: 'Portal accounts of a customer, their sessions, and what they are shown', answer: customerPortalAnswer, handle: (ctx, { params }) => showCustomerPortal(ctx, params.id) }),
  defineRoute({
    ...shared, method: 'POST', kind: 'action', path: '/customers/:id/portal/accounts/:account/revoke', params: onAccount, summary: 'End one session of an account, or all of them', answer: nothing,
    body: z.strictObject({ session: id.optional() }), handle: (ctx, { params, body }) => revokeSessions(ctx, params.id, params.account, body.session),
  }),
  defineRoute({
    ...shared, method: 'PUT', kind: 'action', path: '/customers/:id/portal/accounts/:account/papers', params: onAccount, summary: 'Whether a contact sees contracts and documents', answer: nothing,
    body: z.strictObject({ isAllowed: z.boolean() }), handle: (ctx, { params, body }) => allowPapers(ctx, params.id, params.account, body.isAllowed),
  }),
  defineRoute({
    ...shared, method: 'PUT', kind: 'action', path: '/customers/:id/portal/documents/:file', params: z.object({ id, file: id }), summary: 'Show a file to the customer, or no longer', answer: nothing,
    body: z.strictObject({ isShown: z.boolean() }), handle: (ctx, { params, body }) => showDocument(ctx, params.id, params.file, body.isShown),
  }),
];
