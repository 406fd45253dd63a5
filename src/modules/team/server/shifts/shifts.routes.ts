import { z } from 'zod';
import { nothing } from '#platform/http/answer.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import { shiftColours } from '../../rules/team-choices.ts';
import { myShifts, swapPartners } from './my-shifts.ts';
import { copyWeek, saveWeek } from './plan-week.ts';
import { publishWeek } from './publish-week.ts';
import { loadPatterns, savePattern, saveUnitShifts } from './set-up-shifts.ts';
import { coverNeed, myShiftsAnswer, partnersAnswer, planAnswer, planEntry } from './shifts.answers.ts';
import { showPlan } from './show-plan.ts';
import { answerSwap, askSwap, decideSwap, withdrawSwap } from './swap-shifts.ts';

const tag = 'team';
const id = z.uuid().toLowerCase();
const params = z.object({ id });
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const words = z.string().trim().max(500).transform((text) => (text === '' ? null : text)).nullable();
const madeAnswer = z.strictObject({ id: z.uuid() });
const plan = { object: 'shiftPlan', action: 'update' } as const;
const week = { unit: id, week: z.iso.date(), version: z.int().min(0) };
const pattern = { name: z.string().trim().min(1).max(40), shortName: z.string().trim().min(1).max(4), starts: time, ends: time, breakMinutes: z.int().min(0).max(240), colour: z.enum(shiftColours), state: z.enum(['active', 'retired']) };

const planning: readonly Route[] = [
  defineRoute({
    method: 'GET', path: '/team/plan', kind: 'query', access: plan, tag, summary: 'The week of a unit with its conflicts', query: z.strictObject({ unit: id.optional(), week: z.iso.date().optional() }), answer: planAnswer,
    handle: (ctx, { query }) => showPlan(ctx, query),
  }),
  defineRoute({
    method: 'PUT', path: '/team/plan', kind: 'action', access: plan, tag, summary: 'Keep a week as a draft', body: z.strictObject({ ...week, entries: z.array(planEntry).max(2_000) }), answer: planAnswer,
    handle: async (ctx, { body }) => { await saveWeek(ctx, body); return showPlan(ctx, body); },
  }),
  defineRoute({
    method: 'POST', path: '/team/plan/copy', kind: 'action', access: plan, tag, summary: 'Put the week before into this one', body: z.strictObject(week), answer: planAnswer,
    handle: async (ctx, { body }) => { await copyWeek(ctx, body); return showPlan(ctx, body); },
  }),
  defineRoute({
    method: 'POST', path: '/team/plan/publish', kind: 'action', access: plan, tag, summary: 'Give the shifts of a week to the people', body: z.strictObject({ ...week, isAccepted: z.boolean() }), answer: planAnswer,
    handle: async (ctx, { body }) => { await publishWeek(ctx, body); return showPlan(ctx, body); },
  }),
  defineRoute({
    method: 'PUT', path: '/team/shift-units/:id', kind: 'action', access: { object: 'shiftUnit', action: 'update' }, tag, summary: 'Whether a unit goes by shifts, and how many people each needs', params, answer: nothing,
    body: z.strictObject({ isPlanned: z.boolean(), cover: z.array(coverNeed).max(500) }), handle: (ctx, input) => saveUnitShifts(ctx, input.params.id, input.body),
  }),
  defineRoute({
    method: 'POST', path: '/team/shift-patterns', kind: 'action', access: { object: 'shiftTemplate', action: 'update' }, tag, summary: 'Save a shift pattern', body: z.strictObject({ id: id.optional(), ...pattern }), answer: madeAnswer,
    handle: (ctx, { body: { id: known, ...given } }) => savePattern(ctx, known, given),
  }),
  defineRoute({ method: 'POST', path: '/team/shift-patterns/load', kind: 'action', access: { object: 'shiftTemplate', action: 'create' }, tag, summary: 'The early, late and night shift that ship', answer: z.strictObject({ added: z.int() }), handle: (ctx) => loadPatterns(ctx) }),
];

const swap = (action: 'create' | 'read' | 'update' | 'assign') => ({ object: 'shiftSwap', action }) as const;

const own: readonly Route[] = [
  defineRoute({ method: 'GET', path: '/team/my-shifts', kind: 'query', access: { object: 'shift', action: 'read' }, tag, summary: 'The caller’s shifts, swaps and leave', answer: myShiftsAnswer, handle: (ctx) => myShifts(ctx) }),
  defineRoute({ method: 'GET', path: '/team/my-shifts/:id/partners', kind: 'query', access: swap('create'), tag, summary: 'With whom a shift could be swapped', params, answer: partnersAnswer, handle: (ctx, input) => swapPartners(ctx, input.params.id) }),
  defineRoute({
    method: 'POST', path: '/team/swaps', kind: 'action', status: 201, access: swap('create'), tag, summary: 'Ask a colleague to swap', body: z.strictObject({ shift: id, partner: id, partnerShift: id.nullable(), reason: words }), answer: madeAnswer,
    handle: (ctx, { body }) => askSwap(ctx, body),
  }),
  defineRoute({
    method: 'POST', path: '/team/swaps/:id/answer', kind: 'action', access: swap('read'), tag, summary: 'The colleague answers', params, body: z.strictObject({ isAgreed: z.boolean(), answer: words }), answer: nothing,
    handle: (ctx, input) => answerSwap(ctx, input.params.id, input.body),
  }),
  defineRoute({ method: 'POST', path: '/team/swaps/:id/withdraw', kind: 'action', access: swap('update'), tag, summary: 'Take a request back', params, answer: nothing, handle: (ctx, input) => withdrawSwap(ctx, input.params.id) }),
  defineRoute({
    method: 'POST', path: '/team/swaps/:id/decide', kind: 'action', access: swap('assign'), tag, summary: 'The planner decides', params, body: z.strictObject({ isApproved: z.boolean(), answer: words, isAccepted: z.boolean() }), answer: nothing,
    handle: (ctx, input) => decideSwap(ctx, input.params.id, input.body),
  }),
];

/** Shift plans of units, and what people do with their own shifts (SE-40). */
export const shiftsRoutes: readonly Route[] = [...planning, ...own];
