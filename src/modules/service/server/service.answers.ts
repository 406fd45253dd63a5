import { z } from 'zod';
import { bilingual, isoMoment, named, rowsOf } from '#platform/http/answer.ts';
import { caseChannels, caseKinds } from '../objects/case.object.ts';
import { measures } from '../rules/deadline.ts';
import { stepActors } from '../rules/process.ts';
import { type QueueBox, queueBoxes } from './queries/list-queue.ts';
import { shownStep } from './setup/process-body.ts';

export const openedAnswer = z.strictObject({ id: z.uuid(), number: z.string(), isNew: z.boolean() });
export const splitAnswer = z.strictObject({ id: z.uuid(), number: z.string() });
export const messageMadeAnswer = z.strictObject({ id: z.uuid() });
export const stepAnswer = z.strictObject({ state: z.enum(['next', 'approving', 'closed']), step: z.string().nullable() });

const traceDay = z.strictObject({
  date: z.string(), kind: z.enum(['workday', 'rest', 'holiday', 'makeUp', 'special']), name: z.string(), hours: z.array(z.strictObject({ from: z.number(), to: z.number() })), seconds: z.number(), ordinal: z.int().nullable(),
});
const computation = z.strictObject({
  measure: z.enum(measures), amount: z.number(), extendedDays: z.int(), start: isoMoment, plain: isoMoment, due: isoMoment,
  pauses: z.array(z.strictObject({ from: isoMoment, to: isoMoment, seconds: z.number() })),
  trace: z.strictObject({ measure: z.enum(['seconds', 'days']), amount: z.number(), timeZone: z.string(), start: isoMoment, begin: isoMoment, end: isoMoment, days: z.array(traceDay) }).nullable(),
});

export const caseProcessAnswer = z.strictObject({
  process: z.strictObject({ key: z.string(), revision: z.int(), name: bilingual, steps: z.array(shownStep) }),
  history: z.array(z.strictObject({
    key: z.string(), round: z.int(), state: z.enum(['open', 'approving', 'done']), openedAt: isoMoment, dueAt: isoMoment.nullable(), doneAt: isoMoment.nullable(), answers: z.record(z.string(), z.unknown()),
    decision: z.uuid().nullable(), actor: named.nullable(), doneBy: named.nullable(),
  })),
  current: z.strictObject({ step: z.string(), round: z.int(), state: z.enum(['open', 'approving']), actor: z.enum(stepActors), who: named.nullable(), isOwn: z.boolean() }).nullable(),
  clocks: z.array(z.strictObject({
    id: z.uuid(), kind: z.enum(['firstResponse', 'whole', 'callback']), round: z.int(), decision: z.uuid(), clause: z.string().nullable(), measure: z.enum(measures), amount: z.number(),
    extendedDays: z.int(), startedAt: isoMoment, dueAt: isoMoment, halfAt: isoMoment.nullable(), nearAt: isoMoment.nullable(), stoppedAt: isoMoment.nullable(), pausedAt: isoMoment.nullable(),
    pauseReason: z.string().nullable(), urgency: z.enum(['calm', 'half', 'near', 'breached']),
    /** Working seconds until it is due, or by the clock where it is measured so; of a stopped one those that were left. */
    leftSeconds: z.int(), computation,
    moves: z.array(z.strictObject({ reason: z.enum(['started', 'paused', 'resumed', 'extended', 'calendar', 'rejudged', 'retyped', 'stopped']), note: z.string().nullable(), from: isoMoment.nullable(), to: isoMoment, at: isoMoment, who: z.string().nullable() })),
  })),
  extension: z.strictObject({ most: z.number(), left: z.int(), asked: z.int().nullable() }).nullable(),
  names: z.record(z.string(), z.string()),
  mayWrite: z.boolean(),
  /** What of the case waits for others: its solution, more time, redress; who decides, since when. `mayOpen`: whether the reader may open the request. */
  waits: z.array(z.strictObject({
    about: z.enum(['solution', 'extension', 'remedy']), approval: z.uuid(), isReturned: z.boolean(), step: z.int(), stepCount: z.int(), waitingFor: z.array(named), since: isoMoment, mayOpen: z.boolean(),
  })),
  /** Meetings that decide on the solution; those that the reader may open. */
  meetings: z.array(z.strictObject({ id: z.uuid(), subject: z.string(), at: isoMoment, chair: z.string().nullable(), mayOpen: z.boolean() })),
  /** Whether the reader may say that it is of another type. */
  mayRetype: z.boolean(),
});

const file = z.strictObject({ id: z.uuid(), name: z.string(), mime: z.string(), size: z.number() });
/** `quoted`: what a mail repeats of those before it. `held`: pictures from elsewhere that are not loaded by themselves. Pictures within the mail's HTML are not among the files. */
export const messagesAnswer = rowsOf(z.strictObject({
  id: z.uuid(), kind: z.enum(['incoming', 'reply', 'note']), channel: z.enum(caseChannels), body: z.string(), quoted: z.string().nullable(), hasHtml: z.boolean(), held: z.int(), at: isoMoment, author: named.nullable(),
  authorName: z.string().nullable(), files: z.array(file),
}));

const bare = z.string().nullable();
export const queueAnswer = z.strictObject({
  data: z.array(z.strictObject({
    id: z.uuid(), number: z.string(), kind: z.enum(caseKinds), type: z.string(), channel: z.enum(caseChannels), subject: z.string(), state: z.string(), priority: z.string(), severity: z.string(),
    step: bare, stepLabel: bilingual.nullable(), dueAt: isoMoment.nullable(), urgency: z.enum(['calm', 'half', 'near', 'breached']), receivedAt: isoMoment, version: z.int(),
    customer: named.nullable(), reporter: bare, owner: named.nullable(),
  })),
  next: z.boolean(),
});
export const queueCountsAnswer = z.strictObject(Object.fromEntries(queueBoxes.map((box) => [box, z.int()])) as Record<QueueBox, z.ZodInt>);
export const presenceAnswer = rowsOf(z.strictObject({ id: z.uuid(), name: z.string(), isWriting: z.boolean() }));

export const setupAnswer = z.strictObject({
  isSetUp: z.boolean(), packs: z.array(z.strictObject({ key: z.string(), label: bilingual, about: bilingual })),
});
