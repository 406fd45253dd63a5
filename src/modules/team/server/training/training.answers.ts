import { z } from 'zod';
import { named } from '#platform/http/answer.ts';
import { questionKinds } from '../../rules/exam-marking.ts';
import { attemptStates, attendances, courseKinds } from '../../rules/team-choices.ts';

const id = z.uuid();
const maybe = z.string().nullable();
const at = z.string();
const state = z.enum(attemptStates);
const examState = z.enum(['draft', 'active', 'retired']);
const option = z.strictObject({ key: z.string().min(1).max(20), text: z.string().trim().min(1).max(300) });

/** As an edition holds it and as an editor sends it. */
export const examQuestion = z.strictObject({
  key: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/), kind: z.enum(questionKinds), text: z.string().trim().min(1).max(1_000), options: z.array(option).max(10), correct: z.array(z.string().max(20)).max(10),
  points: z.number().min(0.5).max(100), guide: z.string().trim().max(2_000),
});

export const examListAnswer = z.strictObject({
  mayKeep: z.boolean(), isTrainer: z.boolean(),
  exams: z.array(z.strictObject({
    id, name: z.string(), about: maybe, course: maybe, minutes: z.int(), passMark: z.int(), maxAttempts: z.int(), questions: z.int(), state: examState, skill: maybe, attemptsLeft: z.int(), running: id.nullable(),
  })),
  attempts: z.array(z.strictObject({ id, name: z.string(), person: z.string(), number: z.int(), state, score: z.number().nullable(), startedAt: at, isMine: z.boolean() })),
});

export const examSheetAnswer = z.strictObject({
  id, name: z.string(), about: maybe, course: id.nullable(), minutes: z.int(), passMark: z.int(), maxAttempts: z.int(), drawCount: z.int().nullable(), skill: id.nullable(), skillLevel: z.int().nullable(), state: examState, edition: z.int(), questions: z.array(examQuestion),
});

const asked = { key: z.string(), kind: z.enum(questionKinds), text: z.string(), options: z.array(z.strictObject({ key: z.string(), text: z.string() })) };

/** Strict on purpose: no field of it could carry a right answer (SEC-13). */
export const paperAnswer = z.strictObject({
  id, name: z.string(), number: z.int(), passMark: z.int(), endsAt: at, now: at, turn: z.number(), questions: z.array(z.strictObject({ ...asked, points: z.number() })), answers: z.array(z.strictObject({ question: z.string(), value: z.array(z.string()) })),
});

export const resultAnswer = z.strictObject({
  id, name: z.string(), person: z.string(), number: z.int(), state, score: z.number().nullable(), passMark: z.int(), isMine: z.boolean(), mayMark: z.boolean(), areAnswersOpen: z.boolean(), skill: maybe, submittedAt: maybe,
  lines: z.array(z.strictObject({ ...asked, most: z.number(), value: z.array(z.string()), points: z.number().nullable(), remark: maybe, correct: z.array(z.string()).nullable(), guide: maybe })),
});

const session = { id, startsAt: at, endsAt: at, place: maybe, trainer: named.nullable(), seats: z.int().nullable(), state: z.enum(['planned', 'held', 'cancelled']) };
const attendance = z.enum(attendances);

export const trainingAnswer = z.strictObject({
  mayTeach: z.boolean(),
  courses: z.array(z.strictObject({ id, name: z.string(), kind: z.enum(courseKinds), about: maybe, hours: z.number().nullable(), sessions: z.int(), nextAt: maybe, state: z.enum(['active', 'retired']) })),
  mine: z.array(z.strictObject({ id, course: named, startsAt: at, endsAt: at, place: maybe, trainer: maybe, attendance, state: z.enum(['planned', 'held', 'cancelled']) })),
});

export const courseAnswer = z.strictObject({
  id, name: z.string(), kind: z.enum(courseKinds), about: maybe, hours: z.number().nullable(), state: z.enum(['active', 'retired']), mayTeach: z.boolean(),
  articles: z.array(z.strictObject({ id, title: z.string() })), files: z.array(z.strictObject({ id, name: z.string(), size: z.number() })), exams: z.array(named),
  sessions: z.array(z.strictObject({ ...session, people: z.array(z.strictObject({ place: id, id, name: z.string(), attendance, note: maybe })) })),
});
