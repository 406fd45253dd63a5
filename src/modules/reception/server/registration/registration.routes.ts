import { z } from 'zod';
import { named, nothing, rowsOf } from '#platform/http/answer.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import { visitChannels } from '../../registration/visit-registration.object.ts';
import { readEvening, saveEvening } from '../evening/evening-record.ts';
import { confirmReferral } from '../referrals/confirm-referral.ts';
import { listReferrals, referralSites } from '../referrals/list-referrals.ts';
import { registerReferral } from '../referrals/register-referral.ts';
import { changeReceiver } from './change-receiver.ts';
import { annotateVisit, confirmVisits, correctVisit } from './confirm-visits.ts';
import { listVisits } from './list-day.ts';
import { proposeVisit } from './propose-visit.ts';
import { changedAnswer, confirmedAnswer, dayAnswer, eveningAnswer, proposalAnswer, referralAnswer, referralDayAnswer, registeredAnswer } from './registration.answers.ts';
import { registerVisit } from './register-visit.ts';
import { proposeInput, registerInput } from './visit-input.ts';

const id = z.uuid().toLowerCase();
const params = z.object({ id });
const tag = 'registration';
const answers = z.record(z.string().max(60), z.union([z.string().max(200), z.boolean(), z.null()]));
const register = { object: 'visitRegistration', action: 'create' } as const;
const manage = { object: 'visitRegistration', action: 'update' } as const;
const readVisits = { object: 'visitRegistration', action: 'read' } as const;

const deskRoutes: readonly Route[] = [
  defineRoute({
    method: 'POST', path: '/visit-registrations/propose', kind: 'query', access: register, tag, body: proposeInput, answer: proposalAnswer,
    summary: 'Earlier registrations, the receiver with the clause, and what is still to be asked', handle: (ctx, { body }) => proposeVisit(ctx, body),
  }),
  defineRoute({
    method: 'POST', path: '/visit-registrations', kind: 'action', status: 201, access: register, tag, body: registerInput, answer: registeredAnswer,
    summary: 'Register a visit: reception decided, turn given, ownership opened', handle: (ctx, { body }) => registerVisit(ctx, body),
  }),
  defineRoute({
    method: 'GET', path: '/sites/:id/visits', kind: 'query', access: readVisits, tag, params, answer: dayAnswer,
    query: z.strictObject({ day: z.iso.date().optional(), unconfirmed: z.enum(['true', 'false']).optional() }),
    summary: 'Visits of a day at a site, or those that nobody confirmed', handle: (ctx, { params: p, query }) => listVisits(ctx, p.id, { day: query.day, isUnconfirmed: query.unconfirmed === 'true' }),
  }),
  defineRoute({
    method: 'POST', path: '/visit-registrations/:id/correct', kind: 'action', status: 204, access: readVisits, tag, params, answer: nothing,
    body: z.strictObject({
      visitor: z.string().trim().min(1).max(60).optional(), channel: z.enum(visitChannels).nullish(), companions: z.int().min(0).max(50).nullish(), note: z.string().max(2_000).nullish(),
    }),
    summary: 'Correct a registration that nobody has confirmed', handle: (ctx, { params: p, body }) => correctVisit(ctx, p.id, body),
  }),
  defineRoute({
    method: 'POST', path: '/visit-registrations/:id/annotations', kind: 'action', status: 201, access: readVisits, tag, params, body: z.strictObject({ body: z.string().trim().min(1).max(2_000) }),
    answer: z.strictObject({ id: z.uuid() }), summary: 'Annotate a registration', handle: (ctx, { params: p, body }) => annotateVisit(ctx, p.id, body.body),
  }),
];

const managerRoutes: readonly Route[] = [
  defineRoute({
    method: 'POST', path: '/visit-registrations/confirm', kind: 'action', access: manage, tag, body: z.strictObject({ ids: z.array(id).min(1).max(500) }), answer: confirmedAnswer,
    summary: 'Confirm registrations of today', handle: async (ctx, { body }) => ({ results: await confirmVisits(ctx, body.ids) }),
  }),
  defineRoute({
    method: 'POST', path: '/visit-registrations/:id/receiver', kind: 'action', access: manage, tag, params, answer: changedAnswer,
    body: z.strictObject({ matter: z.enum(['refusal', 'midwayDesignation']), answers: answers.default({}), askedFor: id.optional(), reason: z.string().trim().min(1).max(500) }),
    summary: 'The visitor wants somebody else midway', handle: (ctx, { params: p, body }) => changeReceiver(ctx, p.id, body),
  }),
  defineRoute({
    method: 'GET', path: '/sites/:id/evening/:day', kind: 'query', access: readVisits, tag, params: params.extend({ day: z.iso.date() }), answer: eveningAnswer,
    summary: 'Evening record of a day', handle: (ctx, { params: p }) => readEvening(ctx, p.id, p.day),
  }),
  defineRoute({
    method: 'PUT', path: '/sites/:id/evening/:day', kind: 'action', status: 204, access: manage, tag, params: params.extend({ day: z.iso.date() }), answer: nothing,
    body: z.strictObject({ notes: z.string().max(10_000), isClosed: z.boolean() }),
    summary: 'Write or close the evening record', handle: (ctx, { params: p, body }) => saveEvening(ctx, { site: p.id, day: p.day, ...body }),
  }),
];

const referralRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET', path: '/referral-sites', kind: 'query', access: { object: 'staffReferral', action: 'create' }, tag, answer: rowsOf(named),
    summary: 'Sites to which staff may refer a customer, by name', handle: async (ctx) => ({ data: await referralSites(ctx) }),
  }),
  defineRoute({
    method: 'POST', path: '/staff-referrals', kind: 'action', status: 201, access: { object: 'staffReferral', action: 'create' }, tag, answer: referralAnswer,
    body: z.strictObject({ site: id, visitor: z.string().trim().min(1).max(60), phone: z.string().max(40), introducer: id.optional(), agreedOn: z.iso.date() }),
    summary: 'Register a staff referral before the first visit', handle: (ctx, { body }) => registerReferral(ctx, body),
  }),
  defineRoute({
    method: 'POST', path: '/staff-referrals/:id/confirm', kind: 'action', status: 204, access: { object: 'staffReferral', action: 'read' }, tag, params, answer: nothing,
    body: z.strictObject({ confirmation: z.enum(['accompanied', 'phoned', 'none']), isManagerAbsent: z.boolean().optional() }),
    summary: 'Confirm on the visit that the introducer came or phoned ahead', handle: (ctx, { params: p, body }) => confirmReferral(ctx, p.id, body),
  }),
  defineRoute({
    // Approvers need no right of their own: what waits for them is theirs to see.
    method: 'GET', path: '/referral-days', kind: 'query', access: 'signed-in', tag, answer: referralDayAnswer,
    query: z.strictObject({ day: z.iso.date().optional(), waiting: z.enum(['true', 'false']).optional() }),
    summary: 'Referrals of a day, or those that wait for the caller’s approval', handle: (ctx, { query }) => listReferrals(ctx, { day: query.day, isWaiting: query.waiting === 'true' }),
  }),
];

export const registrationRoutes: readonly Route[] = [...deskRoutes, ...managerRoutes, ...referralRoutes];
