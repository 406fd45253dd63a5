import { defineObject } from '#meta/object.ts';
import { courseKinds, stepPhases } from '../rules/team-choices.ts';
import { teamTexts as texts } from '../team.texts.ts';
import { coloured, plain } from './skill.objects.ts';

const usage = coloured({ active: 'green', retired: 'ink' });

/** 课程: what is taught; its materials are files of the course and knowledge articles. */
export const courseObject = defineObject({
  key: 'course', plural: 'courses', table: 'course', access: { kind: 'everyone' }, title: 'name', icon: 'graduation-cap', texts, defaultSort: 'name', actions: ['create', 'read', 'update', 'delete', 'export'],
  fields: [
    { key: 'name', type: 'text', required: true, max: 80, inList: true, inCreate: true },
    { key: 'kind', type: 'choice', fixedChoices: true, required: true, default: 'classroom', choices: plain(courseKinds), inList: true, inCreate: true },
    { key: 'about', type: 'longText', inCreate: true },
    { key: 'hours', type: 'number', min: 0.5, max: 999, inList: true, inCreate: true },
    { key: 'state', type: 'choice', fixedChoices: true, required: true, default: 'active', choices: usage, inList: true },
  ],
});

/** 培训场次: a course on a day, with a trainer and places. */
export const trainingSessionObject = defineObject({
  key: 'trainingSession', plural: 'training-sessions', table: 'training_session', access: { kind: 'everyone' }, title: 'subject', icon: 'presentation', texts, writes: 'actions', defaultSort: '-startsAt',
  actions: ['create', 'read', 'update', 'export'],
  fields: [
    { key: 'subject', type: 'text', required: true, max: 120, inList: true },
    { key: 'course', type: 'reference', target: 'course', required: true },
    { key: 'startsAt', type: 'dateTime', required: true, inList: true },
    { key: 'endsAt', type: 'dateTime', required: true },
    { key: 'place', type: 'text', max: 120, inList: true },
    { key: 'trainer', type: 'reference', target: 'user', inList: true },
    { key: 'seats', type: 'integer', min: 1, max: 1_000 },
    { key: 'state', type: 'choice', fixedChoices: true, required: true, default: 'planned', choices: coloured({ planned: 'qing', held: 'green', cancelled: 'ink' }), inList: true },
  ],
});

/** 参训: somebody in a session; its owner is that person. */
export const trainingPlaceObject = defineObject({
  key: 'trainingPlace', plural: 'training-places', table: 'training_place', access: { kind: 'owned' }, title: 'subject', icon: 'user-check', texts, writes: 'actions',
  actions: ['create', 'read', 'update', 'export'],
  fields: [
    { key: 'subject', type: 'text', required: true, max: 120, inList: true },
    { key: 'session', type: 'reference', target: 'trainingSession', required: true },
    { key: 'attendance', type: 'choice', fixedChoices: true, required: true, default: 'invited', choices: coloured({ invited: 'qing', attended: 'green', excused: 'hu', absent: 'zhu' }), inList: true },
    { key: 'note', type: 'longText' },
  ],
});

/** 考试: its questions lie in editions that never change; none of them is a field, so no list or export tells an answer (SEC-13). */
export const examObject = defineObject({
  key: 'exam', plural: 'exams', table: 'exam', access: { kind: 'everyone' }, title: 'name', icon: 'file-check', texts, writes: 'actions', defaultSort: 'name', actions: ['create', 'read', 'update', 'export'],
  fields: [
    { key: 'name', type: 'text', required: true, max: 80, inList: true },
    { key: 'about', type: 'longText' },
    { key: 'course', type: 'reference', target: 'course' },
    { key: 'minutes', type: 'integer', required: true, min: 1, max: 480, inList: true },
    { key: 'passMark', type: 'integer', required: true, min: 1, max: 100, inList: true },
    { key: 'maxAttempts', type: 'integer', required: true, default: 1, min: 1, max: 10, inList: true },
    { key: 'drawCount', type: 'integer', min: 1, max: 500 },
    { key: 'skill', type: 'reference', target: 'skill', inList: true },
    { key: 'skillLevel', type: 'integer', min: 1, max: 5 },
    { key: 'questionCount', type: 'integer', required: true, inList: true },
    { key: 'edition', type: 'integer', required: true },
    { key: 'state', type: 'choice', fixedChoices: true, required: true, default: 'active', choices: coloured({ draft: 'hu', active: 'green', retired: 'ink' }), inList: true },
  ],
});

/** 考试记录: one sitting of one person, who owns it. */
export const examAttemptObject = defineObject({
  key: 'examAttempt', plural: 'exam-attempts', table: 'exam_attempt', access: { kind: 'owned' }, title: 'subject', icon: 'file-pen', texts, writes: 'actions', defaultSort: '-startedAt',
  actions: ['create', 'read', 'update', 'export'],
  fields: [
    { key: 'subject', type: 'text', required: true, max: 120, inList: true },
    { key: 'exam', type: 'reference', target: 'exam', required: true },
    { key: 'number', type: 'integer', required: true, inList: true },
    { key: 'edition', type: 'integer', required: true },
    { key: 'startedAt', type: 'dateTime', required: true, inList: true },
    { key: 'endsAt', type: 'dateTime', required: true },
    { key: 'submittedAt', type: 'dateTime' },
    { key: 'state', type: 'choice', fixedChoices: true, required: true, default: 'running', choices: coloured({ running: 'hu', marking: 'ju', passed: 'green', failed: 'zhu' }), inList: true },
    { key: 'score', type: 'number', min: 0, max: 100, inList: true },
    { key: 'markedAt', type: 'dateTime' },
    { key: 'markedBy', type: 'reference', target: 'user' },
  ],
});

/** 带教计划: what a newcomer goes through, as data. */
export const inductionPlanObject = defineObject({
  key: 'inductionPlan', plural: 'induction-plans', table: 'induction_plan', access: { kind: 'everyone' }, title: 'name', icon: 'list-ordered', texts, writes: 'actions', defaultSort: 'name',
  actions: ['create', 'read', 'update', 'export'],
  fields: [
    { key: 'name', type: 'text', required: true, max: 80, inList: true },
    { key: 'about', type: 'longText' },
    { key: 'steps', type: 'json', required: true },
    { key: 'stepCount', type: 'integer', required: true, inList: true },
    { key: 'state', type: 'choice', fixedChoices: true, required: true, default: 'active', choices: usage, inList: true },
  ],
});

/** 入职带教: somebody being inducted, who owns it; the mentor reads it by a share. */
export const inductionObject = defineObject({
  key: 'induction', plural: 'inductions', table: 'induction', access: { kind: 'owned' }, title: 'subject', icon: 'footprints', texts, writes: 'actions', defaultSort: '-startedOn',
  actions: ['create', 'read', 'update', 'export'],
  fields: [
    { key: 'subject', type: 'text', required: true, max: 160, inList: true },
    { key: 'plan', type: 'reference', target: 'inductionPlan', required: true },
    { key: 'mentor', type: 'reference', target: 'user', required: true, inList: true },
    { key: 'startedOn', type: 'date', required: true, inList: true },
    { key: 'dueOn', type: 'date', required: true, inList: true },
    { key: 'state', type: 'choice', fixedChoices: true, required: true, default: 'running', choices: coloured({ running: 'hu', done: 'green', cancelled: 'ink' }), inList: true },
    { key: 'finishedAt', type: 'dateTime' },
    { key: 'stepCount', type: 'integer', required: true },
    { key: 'doneCount', type: 'integer', required: true, default: 0, inList: true },
  ],
});

/** 带教步骤: seen by whoever sees the induction; signed off by the mentor. */
export const inductionStepObject = defineObject({
  key: 'inductionStep', plural: 'induction-steps', table: 'induction_step', access: { kind: 'via', field: 'induction' }, title: 'title', icon: 'footprints', texts, writes: 'actions', defaultSort: 'position',
  actions: ['read', 'update', 'export'],
  fields: [
    { key: 'title', type: 'text', required: true, max: 120, inList: true },
    { key: 'induction', type: 'reference', target: 'induction', required: true },
    { key: 'position', type: 'integer', required: true },
    { key: 'about', type: 'longText' },
    { key: 'phase', type: 'choice', fixedChoices: true, required: true, choices: plain(stepPhases), inList: true },
    { key: 'dueOn', type: 'date', required: true, inList: true },
    { key: 'state', type: 'choice', fixedChoices: true, required: true, default: 'open', choices: coloured({ open: 'hu', done: 'green' }), inList: true },
    { key: 'exam', type: 'reference', target: 'exam' },
    { key: 'signedAt', type: 'dateTime', inList: true },
    { key: 'signedBy', type: 'reference', target: 'user', inList: true },
    { key: 'note', type: 'longText' },
  ],
});
