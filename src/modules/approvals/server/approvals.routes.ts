import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { nothing } from '#platform/http/answer.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import { approveMany } from './actions/approve-many.ts';
import { addSigner, assignSigner, delegateTask } from './actions/change-signers.ts';
import { remindSigners, resubmitApproval, withdrawApproval } from './actions/follow-request.ts';
import { giveOpinion } from './actions/give-opinion.ts';
import { createFlow, flowBody, removeFlow, updateFlow } from './actions/save-flow.ts';
import { approvalAnswer, approvalCountAnswer, approvalStates, approvalsAnswer, batchAnswer, flowAnswer, flowsAnswer } from './approvals.answers.ts';
import type { ApprovalKinds } from './kind-registry.ts';
import { boxes, countApprovals, listApprovals } from './queries/list-approvals.ts';
import { listFlows } from './queries/list-flows.ts';
import { showApproval } from './queries/show-approval.ts';
import { subjectApprovals } from './queries/subject-approvals.ts';

const id = z.uuid().toLowerCase();
const params = z.object({ id });
const said = z.string().trim().min(1).max(2_000);
const optional = z.strictObject({ opinion: said.optional() });
const needed = z.strictObject({ opinion: said });

const listQuery = z.strictObject({
  box: z.enum(boxes).default('waiting'), kind: z.string().max(80).optional(), state: z.enum(approvalStates).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30), cursor: id.optional(),
});

const own = { access: 'signed-in', tag: 'approvals' } as const;

/** Reading requests: whoever has nothing to do with one does not find it (PL-42). */
const readRoutes = (kinds: ApprovalKinds): readonly Route[] => [
  defineRoute({
    ...own, method: 'GET', path: '/approvals', kind: 'query', summary: 'What waits for me, what I asked for, what I decided', query: listQuery, answer: approvalsAnswer,
    handle: (ctx, { query }) => listApprovals(ctx, kinds, query),
  }),
  defineRoute({
    ...own, method: 'GET', path: '/approvals/count', kind: 'query', summary: 'How many wait for me, and how many came back', answer: approvalCountAnswer,
    handle: (ctx) => countApprovals(ctx),
  }),
  defineRoute({
    ...own, method: 'GET', path: '/approvals/of/:object/:id', kind: 'query', summary: 'Requests for a subject that concern the caller, newest first',
    params: z.object({ object: z.string().max(80), id }), answer: approvalsAnswer,
    handle: async (ctx, { params: subject }) => ({ data: await subjectApprovals(ctx, kinds, subject), page: { next: null } }),
  }),
  defineRoute({
    ...own, method: 'GET', path: '/approvals/:id', kind: 'query', summary: 'One request with changes, opinions and what the caller may do', params, answer: approvalAnswer,
    handle: (ctx, { params: { id: given } }) => showApproval(ctx, kinds, given),
  }),
];

/** A route `POST /approvals/{id}/<verb>` that answers with the request as it is afterwards. */
function verbRoute<B>(kinds: ApprovalKinds, verb: string, summary: string, body: z.ZodType<B>, act: (ctx: Context, id: Id, body: B) => Promise<void>): Route {
  return defineRoute({
    ...own, method: 'POST', path: `/approvals/:id/${verb}`, kind: 'action', status: 200, summary, params, body, answer: approvalAnswer,
    handle: async (ctx, input) => {
      await act(ctx, input.params.id, input.body);
      return showApproval(ctx, kinds, input.params.id);
    },
  });
}

const person = z.strictObject({ to: id, opinion: said.optional() });

const actionRoutes = (kinds: ApprovalKinds): readonly Route[] => [
  verbRoute(kinds, 'approve', 'Approve', optional, (ctx, given, { opinion }) => giveOpinion(ctx, kinds, given, 'approve', opinion)),
  verbRoute(kinds, 'reject', 'Reject, with an opinion', needed, (ctx, given, { opinion }) => giveOpinion(ctx, kinds, given, 'reject', opinion)),
  verbRoute(kinds, 'return', 'Return for correction, with an opinion', needed, (ctx, given, { opinion }) => giveOpinion(ctx, kinds, given, 'return', opinion)),
  verbRoute(kinds, 'delegate', 'Let somebody else decide', person, (ctx, given, { to, opinion }) => delegateTask(ctx, given, to, opinion)),
  verbRoute(kinds, 'assign', 'Give a request to somebody who can decide', person, (ctx, given, { to, opinion }) => assignSigner(ctx, given, to, opinion)),
  verbRoute(kinds, 'add-signer', 'Ask one more person, before or after oneself', z.strictObject({ user: id, place: z.enum(['before', 'after']), opinion: said.optional() }),
    (ctx, given, { user, place, opinion }) => addSigner(ctx, given, user, place, opinion)),
  verbRoute(kinds, 'resubmit', 'Submit again after a correction', optional, (ctx, given, { opinion }) => resubmitApproval(ctx, kinds, given, opinion)),
  verbRoute(kinds, 'withdraw', 'Take one’s request back', optional, (ctx, given, { opinion }) => withdrawApproval(ctx, kinds, given, opinion)),
  verbRoute(kinds, 'remind', 'Remind those whose opinion is missing', z.strictObject({}), (ctx, given) => remindSigners(ctx, given)),
  defineRoute({
    ...own, method: 'POST', path: '/approvals/approve', kind: 'action', status: 200, summary: 'Approve several requests, each with its own result', answer: batchAnswer,
    body: z.strictObject({ ids: z.array(id).min(1).max(100), opinion: said.optional() }),
    handle: async (ctx, { body }) => ({ results: await approveMany(ctx, kinds, body.ids, body.opinion) }),
  }),
];

const managing = { access: { right: 'approvals.manage' }, tag: 'approvals' } as const;

const flowRoutes = (kinds: ApprovalKinds): readonly Route[] => [
  defineRoute({
    ...managing, method: 'GET', path: '/approval-flows', kind: 'query', summary: 'Kinds of approval with their flows', answer: flowsAnswer,
    handle: (ctx) => listFlows(ctx, kinds),
  }),
  defineRoute({
    ...managing, method: 'POST', path: '/approval-flows', kind: 'action', status: 201, isFreshNeeded: true, summary: 'A new flow', body: flowBody, answer: flowAnswer,
    handle: (ctx, { body }) => createFlow(ctx, kinds, body),
  }),
  defineRoute({
    ...managing, method: 'PUT', path: '/approval-flows/:id', kind: 'action', isFreshNeeded: true, summary: 'Change a flow', params, body: flowBody.extend({ version: z.int() }), answer: flowAnswer,
    handle: (ctx, { params: { id: given }, body: { version, ...flow } }) => updateFlow(ctx, kinds, given, flow, version),
  }),
  defineRoute({
    ...managing, method: 'DELETE', path: '/approval-flows/:id', kind: 'action', isFreshNeeded: true, summary: 'Take a flow away', params, answer: nothing,
    handle: (ctx, { params: { id: given } }) => removeFlow(ctx, given),
  }),
];

export const approvalRoutes = (kinds: ApprovalKinds): readonly Route[] => {
  const keys = kinds().map((kind) => kind.key);
  if (new Set(keys).size < keys.length) throw fail('system.error');
  return [...readRoutes(kinds), ...actionRoutes(kinds), ...flowRoutes(kinds)];
};
