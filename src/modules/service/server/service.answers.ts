import { z } from 'zod';
import { bilingual, isoMoment, named, rowsOf } from '#platform/http/answer.ts';
import { caseChannels, caseKinds } from '../objects/case.object.ts';
import { questionTypes, stepActors, stepEffects } from '../rules/process.ts';
import { type QueueBox, queueBoxes } from './queries/list-queue.ts';

export const openedAnswer = z.strictObject({ id: z.uuid(), number: z.string(), isNew: z.boolean() });
export const splitAnswer = z.strictObject({ id: z.uuid(), number: z.string() });
export const messageMadeAnswer = z.strictObject({ id: z.uuid() });
export const stepAnswer = z.strictObject({ state: z.enum(['next', 'approving', 'closed']), step: z.string().nullable() });

const question = z.strictObject({
  key: z.string(), type: z.enum(questionTypes), label: bilingual, isRequired: z.boolean(),
  choices: z.array(z.strictObject({ value: z.string(), label: bilingual })).optional(),
  when: z.strictObject({ key: z.string(), is: z.union([z.string(), z.boolean()]) }).optional(),
});
const step = z.strictObject({
  key: z.string(), label: bilingual, actor: z.enum(stepActors), effect: z.enum(stepEffects), questions: z.array(question),
  turns: z.array(z.strictObject({ key: z.string(), is: z.union([z.string(), z.boolean()]), to: z.string() })).optional(),
});

export const caseProcessAnswer = z.strictObject({
  process: z.strictObject({ key: z.string(), revision: z.int(), name: bilingual, steps: z.array(step) }),
  history: z.array(z.strictObject({
    key: z.string(), round: z.int(), state: z.enum(['open', 'approving', 'done']), openedAt: isoMoment, doneAt: isoMoment.nullable(), answers: z.record(z.string(), z.unknown()),
    decision: z.uuid().nullable(), actor: named.nullable(), doneBy: named.nullable(),
  })),
  clocks: z.array(z.strictObject({
    id: z.uuid(), kind: z.enum(['firstResponse', 'whole', 'callback']), round: z.int(), decision: z.uuid(), measure: z.enum(['workingDays', 'workingHours', 'hours']), amount: z.number(),
    extendedDays: z.int(), startedAt: isoMoment, dueAt: isoMoment, halfAt: isoMoment.nullable(), nearAt: isoMoment.nullable(), stoppedAt: isoMoment.nullable(), pausedAt: isoMoment.nullable(),
    computation: z.looseObject({}),
  })),
  mayWrite: z.boolean(),
});

const file = z.strictObject({ id: z.uuid(), name: z.string(), mime: z.string(), size: z.number() });
export const messagesAnswer = rowsOf(z.strictObject({
  id: z.uuid(), kind: z.enum(['incoming', 'reply', 'note']), channel: z.enum(caseChannels), body: z.string(), hasHtml: z.boolean(), at: isoMoment, author: named.nullable(),
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
