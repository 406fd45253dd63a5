import sql from 'sql-template-tag';
import { z } from 'zod';
import { nothing } from '#platform/http/answer.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import { caseChannels, caseKinds } from '../objects/case.object.ts';
import { servicePacks } from '../service.packs.ts';
import { takeCase } from './case-rows.ts';
import { addMessage } from './cases/add-message.ts';
import { bePresent } from './cases/case-presence.ts';
import { mergeCase, splitCase } from './cases/merge-cases.ts';
import { goOn, handOnCase, reopenCase, waitForCustomer, withdrawCase } from './cases/move-case.ts';
import { openCase } from './cases/open-case.ts';
import { askExtension } from './clocks/extend-clock.ts';
import { completeStep } from './process/complete-step.ts';
import { listMessages, showProcess } from './queries/show-case.ts';
import { countQueue, listQueue, queueBoxes } from './queries/list-queue.ts';
import { caseProcessAnswer, messageMadeAnswer, messagesAnswer, openedAnswer, presenceAnswer, queueAnswer, queueCountsAnswer, setupAnswer, splitAnswer, stepAnswer } from './service.answers.ts';
import { setUpService } from './setup/set-up-service.ts';

const tag = 'service';
const id = z.uuid().toLowerCase();
const params = z.object({ id });
const said = (max: number) => z.string().trim().min(1).max(max);
const update = { object: 'case', action: 'update' } as const;
const read = { object: 'case', action: 'read' } as const;

const draft = z.strictObject({
  caseType: id, channel: z.enum(caseChannels), subject: said(200), description: said(20_000).nullable().default(null), customer: id.nullable().default(null), contact: id.nullable().default(null),
  reporterName: said(60).nullable().default(null), reporterPhone: z.string().regex(/^\+[1-9]\d{6,14}$/).nullable().default(null), reporterEmail: z.email().max(200).nullable().default(null),
  place: said(120).nullable().default(null), isLocal: z.boolean().optional(),
  priority: z.enum(['low', 'normal', 'high', 'urgent']).optional(), owner: id.optional(),
});

const intake: readonly Route[] = [
  defineRoute({
    method: 'POST', path: '/service/cases', kind: 'action', status: 201, access: { object: 'case', action: 'create' }, tag, summary: 'Take in a case', body: draft, answer: openedAnswer,
    handle: (ctx, { body: { isLocal, priority, owner, ...body } }) => openCase(ctx, { ...body, ...(isLocal !== undefined && { isLocal }), ...(priority && { priority }), ...(owner && { owner }) }),
  }),
  defineRoute({
    method: 'GET', path: '/service/setup', kind: 'query', access: read, tag, summary: 'Whether the service desk is open', answer: setupAnswer,
    handle: async (ctx) => ({
      isSetUp: (await ctx.db.one<{ is: boolean }>(sql`SELECT EXISTS (SELECT 1 FROM case_type WHERE deleted_at IS NULL) AS is`)).is,
      packs: servicePacks.map(({ key, label, about }) => ({ key, label, about })),
    }),
  }),
  defineRoute({
    method: 'POST', path: '/service/setup', kind: 'action', access: { right: 'service.manage' }, tag, summary: 'Open the service desk', answer: nothing,
    body: z.strictObject({ pack: z.string().max(60), unit: id.nullable(), members: z.array(id).max(200) }), handle: (ctx, { body }) => setUpService(ctx, body),
  }),
];

const onCase: readonly Route[] = [
  defineRoute({ method: 'GET', path: '/service/cases/:id/process', kind: 'query', access: read, tag, summary: 'Steps and clocks of a case', params, answer: caseProcessAnswer, handle: (ctx, input) => showProcess(ctx, input.params.id) }),
  defineRoute({ method: 'GET', path: '/service/cases/:id/messages', kind: 'query', access: read, tag, summary: 'The conversation of a case', params, answer: messagesAnswer, handle: (ctx, input) => listMessages(ctx, input.params.id) }),
  defineRoute({
    method: 'POST', path: '/service/cases/:id/messages', kind: 'action', status: 201, access: update, tag, summary: 'Write to the customer, or a note among colleagues', params, answer: messageMadeAnswer,
    body: z.strictObject({ kind: z.enum(['incoming', 'reply', 'note']), channel: z.enum(caseChannels).optional(), body: said(50_000), mentions: z.array(id).max(20).optional(), files: z.array(id).max(20).optional() }),
    handle: async (ctx, { params: { id: caseId }, body: { kind, channel, body, mentions, files } }) => {
      const row = await takeCase(ctx, caseId);
      return addMessage(ctx, caseId, { kind, channel: channel ?? row.channel, body, ...(mentions && { mentions }), ...(files && { files }) });
    },
  }),
  defineRoute({
    method: 'POST', path: '/service/cases/:id/steps/:step', kind: 'action', access: update, tag, summary: 'Do the open step of a case', params: z.object({ id, step: z.string().max(40) }), answer: stepAnswer,
    body: z.strictObject({ answers: z.record(z.string().max(40), z.unknown()) }), handle: (ctx, input) => completeStep(ctx, input.params.id, input.params.step, input.body.answers),
  }),
  defineRoute({
    method: 'POST', path: '/service/cases/:id/hand-on', kind: 'action', access: update, tag, summary: 'Hand a case on, or take it', params, answer: nothing,
    body: z.strictObject({ to: id, note: said(2_000).nullish(), seenOwner: id.nullish() }), handle: (ctx, { params: { id: caseId }, body }) => handOnCase(ctx, caseId, body.to, body),
  }),
  defineRoute({
    method: 'POST', path: '/service/cases/:id/wait', kind: 'action', access: update, tag, summary: 'Wait for the customer', params, answer: nothing,
    body: z.strictObject({ reason: said(500) }), handle: (ctx, { params: { id: caseId }, body }) => waitForCustomer(ctx, caseId, body.reason),
  }),
  defineRoute({ method: 'POST', path: '/service/cases/:id/go-on', kind: 'action', access: update, tag, summary: 'Go on without waiting', params, answer: nothing, handle: (ctx, input) => goOn(ctx, input.params.id) }),
  defineRoute({
    method: 'POST', path: '/service/cases/:id/extension', kind: 'action', status: 201, access: update, tag, summary: 'Ask for more working days', params, answer: messageMadeAnswer,
    body: z.strictObject({ days: z.int().min(1).max(60), reason: said(500) }), handle: (ctx, { params: { id: caseId }, body }) => askExtension(ctx, caseId, body.days, body.reason),
  }),
  defineRoute({
    method: 'POST', path: '/service/cases/:id/withdraw', kind: 'action', access: update, tag, summary: 'The customer takes it back', params, answer: nothing,
    body: z.strictObject({ reason: said(500) }), handle: (ctx, { params: { id: caseId }, body }) => withdrawCase(ctx, caseId, body.reason),
  }),
  defineRoute({
    method: 'POST', path: '/service/cases/:id/reopen', kind: 'action', access: update, tag, summary: 'Take up a closed case again', params, answer: nothing,
    body: z.strictObject({ reason: said(500) }), handle: (ctx, { params: { id: caseId }, body }) => reopenCase(ctx, caseId, body.reason),
  }),
];

const queue: readonly Route[] = [
  defineRoute({
    method: 'GET', path: '/service/case-queue', kind: 'query', access: read, tag, summary: 'A page of the queue, the nearest deadline first', answer: queueAnswer,
    query: z.strictObject({
      box: z.enum(queueBoxes).default('mine'), queue: id.optional(), kind: z.enum(caseKinds).optional(), limit: z.coerce.number().int().min(1).max(200).default(50), after: id.optional(),
      afterDue: z.iso.datetime({ offset: true }).optional(),
    }),
    handle: (ctx, { query: { after, afterDue, ...query } }) => listQueue(ctx, { ...query, after: after === undefined ? undefined : { id: after, dueAt: afterDue ?? null } }),
  }),
  defineRoute({ method: 'GET', path: '/service/case-queue/counts', kind: 'query', access: read, tag, summary: 'How many lie in each box, up to a hundred', answer: queueCountsAnswer, handle: (ctx) => countQueue(ctx) }),
  defineRoute({
    method: 'POST', path: '/service/cases/:id/presence', kind: 'action', access: read, tag, summary: 'Who else has the case open', params, answer: presenceAnswer,
    body: z.strictObject({ state: z.enum(['reading', 'writing', 'gone']) }), handle: async (ctx, { params: { id: caseId }, body }) => ({ data: await bePresent(ctx, caseId, body.state) }),
  }),
  defineRoute({
    method: 'POST', path: '/service/cases/:id/merge', kind: 'action', access: update, tag, summary: 'Merge a case into another one', params, answer: nothing,
    body: z.strictObject({ into: id }), handle: (ctx, { params: { id: caseId }, body }) => mergeCase(ctx, caseId, body.into),
  }),
  defineRoute({
    method: 'POST', path: '/service/cases/:id/split', kind: 'action', status: 201, access: { object: 'case', action: 'create' }, tag, summary: 'Make a case of its own out of messages', params, answer: splitAnswer,
    body: z.strictObject({ caseType: id, subject: said(200), messages: z.array(id).min(1).max(200) }), handle: (ctx, { params: { id: caseId }, body }) => splitCase(ctx, caseId, body),
  }),
];

/** The service desk: intake, the queue, the case, its process. */
export const serviceRoutes: readonly Route[] = [...intake, ...queue, ...onCase];
