import { z } from 'zod';
import { nothing } from '#platform/http/answer.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import { bePresent, markByAgent } from './actions/mark-chat.ts';
import { blockVisitor, endByAgent, handOnChat, liftBlock, replyLine, takeChat } from './actions/take-chat.ts';
import { lineBody } from './chat-visitor.routes.ts';
import { blockedAnswer, chatAnswer, chatDeskAnswer, chatWaitingAnswer, saidAnswer } from './chat.answers.ts';
import { countWaiting, listBlocked, showChat, showDesk } from './queries/show-desk.ts';

const id = z.uuid().toLowerCase();
const params = z.object({ id });
const read = { access: { object: 'case', action: 'read' }, tag: 'chat', kind: 'query', method: 'GET' } as const;
const act = { access: { object: 'case', action: 'update' }, tag: 'chat', kind: 'action', method: 'POST' } as const;
const manage = { access: { right: 'admin.settings' }, tag: 'chat' } as const;

/** The agents' side of the chat: the people of its queue, nobody else (SE-31). */
export const chatAgentRoutes: readonly Route[] = [
  defineRoute({ ...read, path: '/chat/desk', summary: 'Who waits, what one talks about, who is there', answer: chatDeskAnswer, handle: (ctx) => showDesk(ctx) }),
  defineRoute({ ...read, path: '/chat/waiting', summary: 'How many wait and how much is unread', answer: chatWaitingAnswer, handle: (ctx) => countWaiting(ctx) }),
  defineRoute({
    ...read, path: '/chat/conversations/:id', summary: 'One conversation', params, answer: chatAnswer, query: z.strictObject({ after: z.coerce.number().int().min(0).default(0) }),
    handle: (ctx, { params: { id: chat }, query }) => showChat(ctx, chat, query.after),
  }),
  defineRoute({
    ...act, method: 'PUT', path: '/chat/presence', summary: 'Say that one’s desk is open, and how much one takes', answer: nothing,
    body: z.strictObject({ isAvailable: z.boolean(), capacity: z.int().min(1).max(20), hasSound: z.boolean(), hasNotices: z.boolean() }), handle: (ctx, { body }) => bePresent(ctx, body),
  }),
  defineRoute({ ...act, path: '/chat/conversations/:id/take', summary: 'Take a conversation that waits', params, answer: nothing, handle: (ctx, input) => takeChat(ctx, input.params.id) }),
  defineRoute({
    ...act, path: '/chat/conversations/:id/lines', status: 201, summary: 'Answer; the same key again answers the same line', params, answer: saidAnswer,
    body: z.strictObject({ key: z.uuid(), body: lineBody }), handle: (ctx, input) => replyLine(ctx, input.params.id, input.body),
  }),
  defineRoute({
    ...act, path: '/chat/conversations/:id/mark', summary: 'How far one has read, and whether one writes', params, answer: nothing,
    body: z.strictObject({ seen: z.int().min(0).optional(), isTyping: z.boolean().optional() }), handle: (ctx, input) => markByAgent(ctx, input.params.id, input.body),
  }),
  defineRoute({
    ...act, path: '/chat/conversations/:id/hand-on', summary: 'Hand a conversation on to a colleague', params, answer: nothing,
    body: z.strictObject({ to: id, note: z.string().trim().max(2_000).nullish() }), handle: (ctx, { params: { id: chat }, body }) => handOnChat(ctx, chat, body.to, body.note || null),
  }),
  defineRoute({ ...act, path: '/chat/conversations/:id/end', summary: 'End the talk; the case goes on', params, answer: nothing, handle: (ctx, input) => endByAgent(ctx, input.params.id) }),
  defineRoute({ ...act, path: '/chat/conversations/:id/block', summary: 'Take nothing more from this visitor', params, answer: nothing, handle: (ctx, input) => blockVisitor(ctx, input.params.id) }),
  defineRoute({ ...manage, method: 'GET', kind: 'query', path: '/chat/blocked', summary: 'Visitors who are blocked', answer: blockedAnswer, handle: (ctx) => listBlocked(ctx) }),
  defineRoute({ ...manage, method: 'POST', kind: 'action', path: '/chat/blocked/:id/lift', summary: 'Take a block back', params, answer: nothing, handle: (ctx, input) => liftBlock(ctx, input.params.id) }),
];
