import { z } from 'zod';
import { bilingual, isoMoment } from '#platform/http/answer.ts';
import { awayStates, turnKinds } from './turns/roster-day.ts';
import { entryKinds } from './turns/turn-ledger.ts';

const id = z.uuid();
const text = z.string();
const why = { decisionId: id.nullable(), clause: text.nullable(), reason: text.nullable() };

const siteAnswer = z.strictObject({
  id, name: text, unitId: id.nullable(), projectManagerId: id.nullable(), deputyId: id.nullable(), pack: text, timeZone: text, opensAt: text, closesAt: text,
  lunchFrom: text, lunchUntil: text, takeUpMinutes: z.int(),
});

const openTurn = z.strictObject({
  id, kind: z.enum(turnKinds), state: z.enum(['assigned', 'receiving']), isCounted: z.boolean(), visitor: text.nullable(), registrationId: id,
  assignedAt: isoMoment, dueAt: isoMoment, takenUpAt: isoMoment.nullable(), decisionId: id.nullable(), clause: text.nullable(),
});

const boardPerson = z.strictObject({
  userId: id, name: text, position: z.int(), consumed: z.int(), state: z.enum(['waiting', 'busy', 'away', 'off']),
  away: z.strictObject({ state: z.enum(awayStates), since: text, reason: text.nullable(), isConfirmed: z.boolean() }).nullable(),
  offReason: text.nullable(), newToday: z.int(), receptions: z.int(), turns: z.array(openTurn), remark: z.strictObject({ kind: text, ...why }).nullable(),
});

const someone = z.strictObject({ userId: id, name: text });

export const boardAnswer = z.strictObject({
  site: siteAnswer, today: text, me: id, packLabel: bilingual,
  day: z.strictObject({ id, day: text, status: z.enum(['open', 'closed']), openedAt: isoMoment, closedAt: isoMoment.nullable() }).nullable(),
  rights: z.strictObject({ isManager: z.boolean(), isDesk: z.boolean() }),
  next: z.array(z.strictObject({ userId: id, name: text, consumed: z.int(), received: z.int(), isPriority: z.boolean() })),
  people: z.array(boardPerson),
  totals: z.strictObject({ visits: z.int(), newVisits: z.int(), calls: z.int() }),
  draw: z.strictObject({ at: isoMoment, actorName: text.nullable() }).nullable(),
  others: z.array(someone),
});

export const historyAnswer = z.strictObject({
  data: z.array(z.strictObject({
    id, at: isoMoment, actorName: text.nullable(), userId: id.nullable(), userName: text.nullable(), action: text, ...why, detail: z.record(text, z.unknown()),
  })),
});

export const fairnessAnswer = z.strictObject({
  people: z.array(z.strictObject({
    userId: id, name: text, start: z.int(), counted: z.int(), uncounted: z.int(), lost: z.int(), forgiven: z.int(), kept: z.int(), idle: z.int(), total: z.int(),
  })),
  entries: z.array(z.strictObject({
    id, userId: id, day: text, at: isoMoment, kind: z.enum(entryKinds), amount: z.int(), visitor: text.nullable(), ...why, actorName: text.nullable(),
  })),
});

export const drawAnswer = z.strictObject({ seed: text, order: z.array(z.strictObject({ userId: id, name: text, lot: text })) });
export const membersAnswer = z.strictObject({ data: z.array(z.strictObject({ userId: id, name: text, position: z.int(), isActive: z.boolean() })) });
export const turnAnswer = z.strictObject({ turnId: id, userId: id });
export const doneAnswer = z.strictObject({ ok: z.literal(true) });
