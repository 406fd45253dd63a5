import { z } from 'zod';
import { PROOF_BITS, companyName, makeProofToken } from '#modules/portal/server/portal.public.ts';
import { nothing } from '#platform/http/answer.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import type { Services } from '#platform/runtime/services.ts';
import { readSetting } from '#platform/settings/read-setting.ts';
import { markByVisitor } from './actions/mark-chat.ts';
import { leaveContact, sayLine } from './actions/say-line.ts';
import { endByVisitor } from './actions/take-chat.ts';
import { openingOf, requireOpenChat } from './chat-desk.ts';
import { greetingSettings } from './chat-settings.ts';
import { admitVisitor, requireVisitor } from './chat-visitor.ts';
import { chatStateAnswer, saidAnswer, visitAnswer, visitorAnswer } from './chat.answers.ts';
import type { VisitorStreams } from './live/visitor-streams.ts';
import { showVisit } from './queries/show-visit.ts';

const shared = { access: 'public', tag: 'chat' } as const;
export const lineBody = z.string().trim().min(1).max(2_000);
const key = z.uuid();
const email = z.union([z.literal(''), z.string().trim().max(254).pipe(z.email())]);
const contact = z.strictObject({ name: z.string().trim().min(1).max(60), email: email.optional(), phone: z.string().trim().max(40).optional() });
/** Origin and path; what stands behind them may hold secrets of the site. */
const page = z.string().max(300).regex(/^https?:\/\/[^\s?#]+$/);
const bodyLimit = 32 * 1024;

const streamRoute = (streams: VisitorStreams): Route =>
  defineRoute({
    ...shared, method: 'GET', path: '/chat/visit/events', kind: 'query', isHijacked: true, summary: 'Server-sent events: something of the conversation changed',
    handle: async (ctx, { request, reply }) => {
      const visitor = await requireVisitor(ctx, request);
      streams.requireRoom(visitor.id);
      reply.hijack();
      for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) reply.raw.setHeader(name, value);
      reply.raw.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no', connection: 'close' });
      reply.raw.write('data: {}\n\n');
      streams.add(visitor.id, reply.raw);
      return undefined;
    },
  });

/** What a visitor of the chat does (SE-31, SEC-36). Each but the first two asks for the visitor's own token. */
export const chatVisitorRoutes = (services: Services, streams: VisitorStreams): readonly Route[] => [
  defineRoute({
    ...shared, method: 'GET', path: '/chat/state', kind: 'query', summary: 'Whether somebody can answer, and the challenge for a new visitor', answer: chatStateAnswer,
    handle: async (ctx) => ({
      ...(await openingOf(ctx, await requireOpenChat(ctx))), company: await companyName(ctx), greeting: await readSetting(ctx, greetingSettings[ctx.locale]),
      challenge: { token: makeProofToken(ctx, 'chat-visitor'), bits: PROOF_BITS },
    }),
  }),
  defineRoute({
    ...shared, method: 'POST', path: '/chat/visitors', kind: 'action', status: 201, summary: 'Become a visitor by a proof of work; the same proof again answers the same visitor', answer: visitorAnswer, bodyLimit,
    body: z.strictObject({ token: z.string().max(200), counter: z.int().min(0) }),
    handle: async (ctx, { body }) => {
      await requireOpenChat(ctx);
      return admitVisitor(ctx, body);
    },
  }),
  defineRoute({
    ...shared, method: 'GET', path: '/chat/visit', kind: 'query', summary: 'The visitor’s conversation', answer: visitAnswer, query: z.strictObject({ after: z.coerce.number().int().min(0).default(0) }),
    handle: async (ctx, { query, request }) => showVisit(ctx, await requireVisitor(ctx, request), query.after),
  }),
  defineRoute({
    ...shared, method: 'POST', path: '/chat/visit/lines', kind: 'action', status: 201, summary: 'Say something; the same key again answers the same line', answer: saidAnswer, bodyLimit,
    body: z.strictObject({ key, body: lineBody, page: page.optional(), contact: contact.optional() }),
    handle: async (ctx, { body, request }) => sayLine(services, ctx, await requireVisitor(ctx, request), body),
  }),
  defineRoute({
    ...shared, method: 'POST', path: '/chat/visit/contact', kind: 'action', summary: 'Leave a way to be reached', answer: nothing, bodyLimit, body: contact,
    handle: async (ctx, { body, request }) => leaveContact(services, ctx, await requireVisitor(ctx, request), body),
  }),
  defineRoute({
    ...shared, method: 'POST', path: '/chat/visit/mark', kind: 'action', summary: 'How far one has read, and whether one writes', answer: nothing, bodyLimit,
    body: z.strictObject({ seen: z.int().min(0).optional(), isTyping: z.boolean().optional() }),
    handle: async (ctx, { body, request }) => markByVisitor(ctx, (await requireVisitor(ctx, request)).id, body),
  }),
  defineRoute({
    ...shared, method: 'POST', path: '/chat/visit/end', kind: 'action', summary: 'End the talk', answer: nothing,
    handle: async (ctx, { request }) => endByVisitor(ctx, (await requireVisitor(ctx, request)).id),
  }),
  streamRoute(streams),
];
