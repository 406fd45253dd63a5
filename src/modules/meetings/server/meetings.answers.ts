import { z } from 'zod';
import { isoMoment, rowsOf } from '#platform/http/answer.ts';
import { meetingKinds, meetingStates, topics } from '../rules/meeting-steps.ts';

const id = z.uuid();
const maybe = z.string().nullable();
const moment = isoMoment.nullable();

const action = z.strictObject({
  id, subject: z.string(), opinion: maybe, owner: maybe, dueOn: z.string(), state: z.enum(['open', 'done']), result: maybe, meetingId: id, meeting: z.string(), isOverdue: z.boolean(), canFinish: z.boolean(),
  /** What it became, a case for one: it ends with that. */
  about: z.strictObject({ object: z.string(), id }).nullable(),

});
export const madeAnswer = z.strictObject({ id });
export const actionsAnswer = rowsOf(action);
export const sentAnswer = z.strictObject({ sent: z.int(), left: z.int() });
export const roomAnswer = z.strictObject({
  kind: z.enum(meetingKinds), state: z.enum(meetingStates), agenda: z.array(z.strictObject({ key: z.string(), topic: z.enum(topics), title: z.string(), minutes: z.string() })),
  preparation: z.array(z.strictObject({ key: z.string(), words: z.string(), isDone: z.boolean() })), summary: maybe, resolution: z.enum(['none', 'agreed', 'notAgreed']), resolutionText: maybe,
  startsAt: isoMoment, endsAt: isoMoment, place: maybe, goal: maybe, dueAt: moment, sentAt: moment, stage: z.enum(['half', 'near', 'breached']).nullable(), about: z.strictObject({ object: z.string(), id }).nullable(),
  guests: z.array(z.strictObject({
    id, userId: id.nullable(), contactId: id.nullable(), name: z.string(), answer: z.enum(['none', 'accepted', 'declined']), invitedAt: moment, sentAt: moment, sentBy: z.enum(['notice', 'hand']).nullable(), isMe: z.boolean(),
  })),
  actions: z.array(action), canChange: z.boolean(), hasBegun: z.boolean(), canOpenCase: z.boolean(),
});
