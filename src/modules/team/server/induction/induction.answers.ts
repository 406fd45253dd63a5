import { z } from 'zod';
import { named } from '#platform/http/answer.ts';
import { stepPhases } from '../../rules/team-choices.ts';

const id = z.uuid();
const maybe = z.string().nullable();
const state = z.enum(['running', 'done', 'cancelled']);

export const plannedStep = z.strictObject({ title: z.string().trim().min(1).max(120), about: z.string().trim().max(1_000), phase: z.enum(stepPhases), day: z.int().min(1).max(400), exam: id.nullable() });

export const inductionsAnswer = z.strictObject({
  today: z.string(), mayStart: z.boolean(), mayPlan: z.boolean(),
  inductions: z.array(z.strictObject({
    id, person: named, mentor: named, plan: z.string(), startedOn: z.string(), dueOn: z.string(), state, steps: z.int(), done: z.int(), late: z.int(), next: maybe, nextDue: maybe, isMine: z.boolean(), isMentor: z.boolean(),
  })),
  plans: z.array(z.strictObject({ id, name: z.string(), about: maybe, state: z.enum(['active', 'retired']), steps: z.array(plannedStep) })),
});

export const inductionAnswer = z.strictObject({
  id, person: named, mentor: named, plan: z.string(), startedOn: z.string(), dueOn: z.string(), state, today: z.string(), maySign: z.boolean(), mayChange: z.boolean(),
  steps: z.array(z.strictObject({ id, title: z.string(), about: maybe, phase: z.enum(stepPhases), dueOn: z.string(), state: z.enum(['open', 'done']), exam: named.nullable(), isExamPassed: z.boolean(), signedAt: maybe, signedBy: maybe, note: maybe, isLate: z.boolean() })),
});
