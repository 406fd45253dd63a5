import { z } from 'zod';
import { isoMoment, named, rowsOf } from '#platform/http/answer.ts';

const mode = z.enum(['live', 'away', 'closed']);
const state = z.enum(['waiting', 'live', 'left', 'ended']);
const line = z.strictObject({
  seq: z.int(), side: z.enum(['visitor', 'agent']),
  /** Who of the agents said it. */
  name: z.string().nullable(), body: z.string(), at: isoMoment,
  /** Made by the device that sent it. */
  key: z.string().nullable(),
});

export const chatStateAnswer = z.strictObject({
  mode, opensAt: isoMoment.nullable(), company: z.string(), greeting: z.string(), challenge: z.strictObject({ token: z.string(), bits: z.int() }),
});
export const visitorAnswer = z.strictObject({ visitor: z.string() });
export const saidAnswer = z.strictObject({ id: z.uuid() });
export const visitAnswer = z.strictObject({
  mode, opensAt: isoMoment.nullable(), isBlocked: z.boolean(),
  conversation: z.strictObject({
    state, number: z.string(), agent: z.string().nullable(),
    /** How many wait before them; 0: they are next. */
    ahead: z.int(), hasContact: z.boolean(), isTyping: z.boolean(), agentSeen: z.int(), visitorSeen: z.int(),
  }).nullable(),
  lines: z.array(line),
});

const brief = z.strictObject({
  id: z.uuid(), state, name: z.string().nullable(), customer: named.nullable(), caseId: z.uuid(), number: z.string(), agent: named.nullable(), waitingSince: isoMoment.nullable(), lastLineAt: isoMoment,
  lastLine: z.string(), unseen: z.int(), isOnline: z.boolean(), isTyping: z.boolean(),
});
const presence = z.strictObject({ isAvailable: z.boolean(), capacity: z.int(), hasSound: z.boolean(), hasNotices: z.boolean() });
export const chatDeskAnswer = z.strictObject({
  isOpen: z.boolean(), isAgent: z.boolean(), mode, opensAt: isoMoment.nullable(),
  presence,
  waiting: z.array(brief), mine: z.array(brief), others: z.array(brief),
  people: z.array(named.extend({ isAvailable: z.boolean(), live: z.int(), capacity: z.int() })),
});
export const chatWaitingAnswer = z.strictObject({ isAgent: z.boolean(), waiting: z.int(), unseen: z.int(), presence });
export const chatAnswer = brief.extend({
  page: z.string().nullable(), locale: z.enum(['zh-CN', 'en']), startedAt: isoMoment, endedBy: z.enum(['visitor', 'agent', 'silence']).nullable(), isBlocked: z.boolean(), visitorSeen: z.int(),
  email: z.string().nullable(), phone: z.string().nullable(), earlier: z.int(), lines: z.array(line),
});
export const blockedAnswer = rowsOf(z.strictObject({ id: z.uuid(), at: isoMoment, by: z.string().nullable(), number: z.string().nullable(), caseId: z.uuid().nullable() }));
