import { z } from 'zod';
import { nothing } from '#platform/http/answer.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import { attemptStates, attendances } from '../../rules/team-choices.ts';
import { markAttempt } from './finish-attempt.ts';
import { cancelSession, invitePeople, noteAttendance, saveArticles, saveSession } from './hold-session.ts';
import { saveExam } from './save-exam.ts';
import { listExams, showExam, showPaper, showResult } from './show-exams.ts';
import { showCourse, showTraining } from './show-training.ts';
import { saveAnswers, sitExam, submitAttempt } from './sit-exam.ts';
import { courseAnswer, examListAnswer, examQuestion, examSheetAnswer, paperAnswer, resultAnswer, trainingAnswer } from './training.answers.ts';

const tag = 'team';
const id = z.uuid().toLowerCase();
const params = z.object({ id });
const moment = z.iso.datetime({ offset: true });
const words = (max: number) => z.string().trim().max(max).transform((text) => (text === '' ? null : text)).nullable();
const madeAnswer = z.strictObject({ id: z.uuid() });
const stateAnswer = z.strictObject({ state: z.enum(attemptStates) });
const may = (object: 'course' | 'trainingSession' | 'trainingPlace' | 'exam' | 'examAttempt', action: 'create' | 'read' | 'update') => ({ object, action }) as const;

const classes: readonly Route[] = [
  defineRoute({ method: 'GET', path: '/team/training', kind: 'query', access: may('trainingPlace', 'read'), tag, summary: 'Courses, and the caller’s own trainings', answer: trainingAnswer, handle: (ctx) => showTraining(ctx) }),
  defineRoute({ method: 'GET', path: '/team/courses/:id', kind: 'query', access: may('course', 'read'), tag, summary: 'A course with materials, exams and sessions', params, answer: courseAnswer, handle: (ctx, input) => showCourse(ctx, input.params.id) }),
  defineRoute({
    method: 'PUT', path: '/team/courses/:id/articles', kind: 'action', access: may('course', 'update'), tag, summary: 'The knowledge articles of a course', params, body: z.strictObject({ articles: z.array(id).max(40) }), answer: nothing,
    handle: (ctx, input) => saveArticles(ctx, input.params.id, input.body.articles),
  }),
  defineRoute({
    method: 'POST', path: '/team/sessions', kind: 'action', access: may('trainingSession', 'update'), tag, summary: 'Plan or move a session', answer: madeAnswer,
    body: z.strictObject({ id: id.optional(), course: id, startsAt: moment, endsAt: moment, place: words(120), trainer: id.nullable(), seats: z.int().min(1).max(200).nullable() }), handle: (ctx, { body }) => saveSession(ctx, body),
  }),
  defineRoute({
    method: 'POST', path: '/team/sessions/:id/people', kind: 'action', access: may('trainingPlace', 'create'), tag, summary: 'Call people to a session', params, body: z.strictObject({ people: z.array(id).min(1).max(200) }), answer: nothing,
    handle: (ctx, input) => invitePeople(ctx, input.params.id, input.body.people),
  }),
  defineRoute({
    method: 'PUT', path: '/team/sessions/:id/attendance', kind: 'action', access: may('trainingPlace', 'update'), tag, summary: 'Who came', params, answer: nothing,
    body: z.strictObject({ rows: z.array(z.strictObject({ place: id, attendance: z.enum(attendances), note: words(500) })).min(1).max(200) }), handle: (ctx, input) => noteAttendance(ctx, input.params.id, input.body.rows),
  }),
  defineRoute({ method: 'POST', path: '/team/sessions/:id/cancel', kind: 'action', access: may('trainingSession', 'update'), tag, summary: 'Take a session off', params, answer: nothing, handle: (ctx, input) => cancelSession(ctx, input.params.id) }),
];

const examDraft = {
  name: z.string().trim().min(1).max(80), about: words(2_000), course: id.nullable(), minutes: z.int().min(1).max(480), passMark: z.int().min(1).max(100), maxAttempts: z.int().min(1).max(10), drawCount: z.int().min(1).max(500).nullable(), skill: id.nullable(),
  skillLevel: z.int().min(1).max(5).nullable(), state: z.enum(['draft', 'active', 'retired']), questions: z.array(examQuestion).max(500),
};
const answers = z.array(z.strictObject({ question: z.string().max(40), value: z.array(z.string().max(5_000)).max(10), turn: z.int().min(0).max(Number.MAX_SAFE_INTEGER) })).max(500);

const exams: readonly Route[] = [
  defineRoute({ method: 'GET', path: '/team/exams', kind: 'query', access: may('examAttempt', 'read'), tag, summary: 'Exams with where the caller stands, and attempts', answer: examListAnswer, handle: (ctx) => listExams(ctx) }),
  defineRoute({ method: 'GET', path: '/team/exams/:id', kind: 'query', access: may('exam', 'update'), tag, summary: 'An exam with its questions and right answers', params, answer: examSheetAnswer, handle: (ctx, input) => showExam(ctx, input.params.id) }),
  defineRoute({
    method: 'POST', path: '/team/exams', kind: 'action', access: may('exam', 'update'), tag, summary: 'Save an exam; changed questions are another edition', body: z.strictObject({ id: id.optional(), ...examDraft }), answer: z.strictObject({ id: z.uuid(), edition: z.int() }),
    handle: (ctx, { body }) => saveExam(ctx, body),
  }),
  defineRoute({ method: 'POST', path: '/team/exams/:id/sit', kind: 'action', access: may('examAttempt', 'create'), tag, summary: 'Begin an exam, or go on with it', params, answer: madeAnswer, handle: (ctx, input) => sitExam(ctx, input.params.id) }),
  defineRoute({ method: 'GET', path: '/team/attempts/:id/paper', kind: 'query', access: may('examAttempt', 'read'), tag, summary: 'The questions while one sits, without right answers', params, answer: paperAnswer, handle: (ctx, input) => showPaper(ctx, input.params.id) }),
  defineRoute({
    method: 'PUT', path: '/team/attempts/:id/answers', kind: 'action', access: may('examAttempt', 'create'), tag, summary: 'Keep answers as one goes', params, body: z.strictObject({ answers }), answer: z.strictObject({ saved: z.int(), endsAt: z.string(), now: z.string() }),
    handle: (ctx, input) => saveAnswers(ctx, input.params.id, input.body.answers),
  }),
  defineRoute({
    method: 'POST', path: '/team/attempts/:id/submit', kind: 'action', access: may('examAttempt', 'create'), tag, summary: 'Hand a paper in; again it changes nothing', params, body: z.strictObject({ answers }), answer: stateAnswer,
    handle: (ctx, input) => submitAttempt(ctx, input.params.id, input.body.answers),
  }),
  defineRoute({ method: 'GET', path: '/team/attempts/:id/result', kind: 'query', access: may('examAttempt', 'read'), tag, summary: 'What came of an attempt', params, answer: resultAnswer, handle: (ctx, input) => showResult(ctx, input.params.id) }),
  defineRoute({
    method: 'POST', path: '/team/attempts/:id/mark', kind: 'action', access: may('examAttempt', 'update'), tag, summary: 'Mark the texts of a paper', params, answer: stateAnswer,
    body: z.strictObject({ marks: z.array(z.strictObject({ question: z.string().max(40), points: z.number().min(0).max(100), remark: words(1_000) })).max(500) }), handle: (ctx, input) => markAttempt(ctx, input.params.id, input.body.marks),
  }),
];

/** Courses, sessions, exams and results (SE-40). */
export const trainingRoutes: readonly Route[] = [...classes, ...exams];
