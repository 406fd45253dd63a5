import { z } from 'zod';
import { bilingual, isoMoment, named } from '#platform/http/answer.ts';
import { measures } from '../../rules/deadline.ts';
import { questionTypes, stepActors, stepEffects } from '../../rules/process.ts';

/** A draft may lack names and be faulty in itself, never in its shape; `checkProcess` says the rest. */
const name = z.strictObject({ 'zh-CN': z.string().trim().max(60), en: z.string().trim().max(60) });
const code = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/);
const value = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);
const is = z.union([value, z.boolean()]);

const question = z.strictObject({
  key: code, type: z.enum(questionTypes), label: name, isRequired: z.boolean(),
  choices: z.array(z.strictObject({ value, label: name })).max(30).exactOptional(),
  when: z.strictObject({ key: code, is }).exactOptional(),
});

const step = z.strictObject({
  key: code, label: name, actor: z.enum(stepActors), effect: z.enum(stepEffects),
  due: z.strictObject({ measure: z.enum(measures), amount: z.number().min(0).max(999) }).exactOptional(),
  questions: z.array(question).max(30),
  turns: z.array(z.strictObject({ key: code, is, to: code })).max(30).exactOptional(),
});

export const processKey = code;
export const processBody = z.strictObject({ name, steps: z.array(step).max(40) });
export type ProcessBody = z.output<typeof processBody>;

const shownQuestion = question.extend({ label: bilingual, choices: z.array(z.strictObject({ value: z.string(), label: bilingual })).optional(), when: z.strictObject({ key: z.string(), is: z.union([z.string(), z.boolean()]) }).optional() });
/** A step as it is kept. */
export const shownStep = z.strictObject({
  key: z.string(), label: bilingual, actor: z.enum(stepActors), effect: z.enum(stepEffects), due: z.strictObject({ measure: z.enum(measures), amount: z.number() }).optional(),
  questions: z.array(shownQuestion), turns: z.array(z.strictObject({ key: z.string(), is: z.union([z.string(), z.boolean()]), to: z.string() })).optional(),
});

const changed = { at: isoMoment, by: named.nullable() };
export const processAnswer = z.strictObject({
  key: z.string(),
  /** The revision that new cases get; null before the first one, and when the process was retired. */
  current: z.strictObject({ revision: z.int(), name: bilingual, steps: z.array(shownStep) }).nullable(),
  draft: z.strictObject({ version: z.int(), name: bilingual, steps: z.array(shownStep), ...changed }).nullable(),
  /** Newest first, with the cases that are open on each (SE-3). */
  revisions: z.array(z.strictObject({ revision: z.int(), isCurrent: z.boolean(), running: z.int(), ...changed })),
  /** Names of the service types in use whose new cases take this process. */
  types: z.array(z.string()),
});

export const revisionAnswer = z.strictObject({ revision: z.int(), name: bilingual, steps: z.array(shownStep) });
export const publishedAnswer = z.strictObject({ revision: z.int() });
export const draftKeptAnswer = z.strictObject({ version: z.int() });
export const processMadeAnswer = z.strictObject({ key: z.string() });
