import { z } from 'zod';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import { disposition } from '#platform/files/files.routes.ts';
import { nothing } from '#platform/http/answer.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import { objectDef } from '#platform/records/action-records.ts';
import { meetingKinds, resolutions, topics } from '../rules/meeting-steps.ts';
import { cancelMeeting, changePlan, planMeeting } from './actions/call-meeting.ts';
import { closeMeeting, handMinutes, holdMeeting, resolveMeeting, sendMinutes, writeMinutes } from './actions/hold-meeting.ts';
import { addAction, finishAction } from './actions/meeting-actions.ts';
import { answerInvitation, dropGuest, invite, noteGuest } from './actions/take-part.ts';
import { actionsAnswer, madeAnswer, roomAnswer, sentAnswer } from './meetings.answers.ts';
import { meetingCalendar } from './queries/meeting-calendar.ts';
import { listActions, showMeeting } from './queries/show-meeting.ts';

const tag = 'meetings';
const id = z.uuid().toLowerCase();
const params = z.object({ id });
const ofGuest = z.object({ id, guest: id });
const said = (max: number) => z.string().trim().min(1).max(max);
const words = (max: number) => z.string().trim().max(max);
const moment = z.iso.datetime({ offset: true });
const may = (action: 'create' | 'read' | 'update') => ({ object: 'meeting', action }) as const;

const guests = z.strictObject({ users: z.array(id).max(100).optional(), contacts: z.array(id).max(100).optional(), names: z.array(said(60)).max(100).optional() });
const agenda = z.array(z.strictObject({ topic: z.enum(topics), title: words(200) })).max(40);

const planning: readonly Route[] = [
  defineRoute({
    method: 'POST', path: '/meetings/call', kind: 'action', status: 201, access: may('create'), tag, summary: 'Plan a meeting and invite', answer: madeAnswer,
    body: z.strictObject({
      kind: z.enum(meetingKinds), subject: said(200), goal: words(5_000).nullish(), place: words(120).nullish(), at: moment, until: moment.optional(), agenda: agenda.optional(),
      participants: guests.optional(), customer: id.nullish(), chair: id.optional(),
    }),
    handle: (ctx, { body }) => planMeeting(ctx, body),
  }),
  defineRoute({
    method: 'PUT', path: '/meetings/:id/plan', kind: 'action', access: may('update'), tag, summary: 'Change the plan before the meeting', params, answer: nothing,
    body: z.strictObject({
      subject: said(200).optional(), goal: words(5_000).nullish(), place: words(120).nullish(), at: moment.optional(), until: moment.optional(),
      agenda: z.array(z.strictObject({ key: z.string().max(40).optional(), topic: z.enum(topics), title: words(200) })).max(40).optional(),
      preparation: z.array(z.strictObject({ key: z.string().min(1).max(40), words: words(200), isDone: z.boolean() })).max(40).optional(),
    }),
    handle: (ctx, input) => changePlan(ctx, input.params.id, input.body),
  }),
  defineRoute({
    method: 'POST', path: '/meetings/:id/cancel', kind: 'action', access: may('update'), tag, summary: 'Cancel a meeting', params, answer: nothing, body: z.strictObject({ reason: said(500) }),
    handle: (ctx, input) => cancelMeeting(ctx, input.params.id, input.body.reason),
  }),
  defineRoute({ method: 'POST', path: '/meetings/:id/guests', kind: 'action', access: may('update'), tag, summary: 'Invite people', params, answer: nothing, body: guests, handle: (ctx, input) => invite(ctx, input.params.id, input.body) }),
  defineRoute({
    method: 'PUT', path: '/meetings/:id/guests/:guest', kind: 'action', access: may('update'), tag, summary: 'Note that somebody from outside was invited, and their answer', params: ofGuest, answer: nothing,
    body: z.strictObject({ answer: z.enum(['none', 'accepted', 'declined']) }), handle: (ctx, input) => noteGuest(ctx, input.params.id, input.params.guest, input.body),
  }),
  defineRoute({ method: 'DELETE', path: '/meetings/:id/guests/:guest', kind: 'action', access: may('update'), tag, summary: 'Take somebody off the list', params: ofGuest, answer: nothing, handle: (ctx, input) => dropGuest(ctx, input.params.id, input.params.guest) }),
  defineRoute({
    method: 'POST', path: '/meetings/:id/answer', kind: 'action', access: may('read'), tag, summary: 'Say whether one comes', params, answer: nothing, body: z.strictObject({ answer: z.enum(['accepted', 'declined']) }),
    handle: async (ctx, input) => {
      await requireRecord(ctx, objectDef(ctx, 'meeting'), 'read', input.params.id);
      await answerInvitation(ctx, input.params.id, input.body.answer);
    },
  }),
];

const holding: readonly Route[] = [
  defineRoute({ method: 'GET', path: '/meetings/:id/room', kind: 'query', access: may('read'), tag, summary: 'Agenda, participants, minutes and actions of a meeting', params, answer: roomAnswer, handle: (ctx, input) => showMeeting(ctx, input.params.id) }),
  defineRoute({
    method: 'POST', path: '/meetings/:id/hold', kind: 'action', access: may('update'), tag, summary: 'The meeting took place', params, answer: nothing, body: z.strictObject({ endedAt: moment.optional() }),
    handle: (ctx, input) => holdMeeting(ctx, input.params.id, input.body.endedAt),
  }),
  defineRoute({
    method: 'PUT', path: '/meetings/:id/minutes', kind: 'action', access: may('update'), tag, summary: 'Write the minutes', params, answer: nothing,
    body: z.strictObject({ items: z.array(z.strictObject({ key: z.string().max(40), minutes: words(10_000) })).max(40), summary: words(20_000).nullish() }),
    handle: (ctx, input) => writeMinutes(ctx, input.params.id, input.body),
  }),
  defineRoute({
    method: 'POST', path: '/meetings/:id/send', kind: 'action', access: may('update'), tag, summary: 'Send the minutes; names those who got them by hand', params, answer: sentAnswer, body: z.strictObject({ byHand: z.array(id).max(300) }),
    handle: (ctx, input) => sendMinutes(ctx, input.params.id, input.body.byHand),
  }),
  defineRoute({
    method: 'POST', path: '/meetings/:id/guests/:guest/handed', kind: 'action', access: may('update'), tag, summary: 'Minutes were given by hand later', params: ofGuest, answer: nothing,
    handle: (ctx, input) => handMinutes(ctx, input.params.id, input.params.guest),
  }),
  defineRoute({
    method: 'POST', path: '/meetings/:id/resolution', kind: 'action', access: may('update'), tag, summary: 'Record what was resolved', params, answer: nothing,
    body: z.strictObject({ resolution: z.enum(resolutions), text: said(20_000) }), handle: (ctx, input) => resolveMeeting(ctx, input.params.id, input.body.resolution, input.body.text),
  }),
  defineRoute({ method: 'POST', path: '/meetings/:id/close', kind: 'action', access: may('update'), tag, summary: 'Everything that came of the meeting is done', params, answer: nothing, handle: (ctx, input) => closeMeeting(ctx, input.params.id) }),
];

const actions: readonly Route[] = [
  defineRoute({ method: 'GET', path: '/meetings/actions', kind: 'query', access: { object: 'meetingAction', action: 'read' }, tag, summary: 'Actions out of meetings, the overdue first', answer: actionsAnswer, handle: (ctx) => listActions(ctx) }),
  defineRoute({
    method: 'POST', path: '/meetings/:id/actions', kind: 'action', status: 201, access: may('update'), tag, summary: 'Add an action', params, answer: madeAnswer,
    body: z.strictObject({ subject: said(200), opinion: words(5_000).nullish(), owner: id, dueOn: z.iso.date() }), handle: (ctx, input) => addAction(ctx, input.params.id, input.body),
  }),
  defineRoute({
    method: 'POST', path: '/meetings/actions/:id/finish', kind: 'action', access: { object: 'meetingAction', action: 'update' }, tag, summary: 'An action is done', params, answer: nothing,
    body: z.strictObject({ result: said(5_000) }), handle: (ctx, input) => finishAction(ctx, input.params.id, input.body.result),
  }),
];

const calendar = (siteUrl: string): Route => defineRoute({
  method: 'GET', path: '/meetings/:id/calendar', kind: 'query', isHijacked: true, access: may('read'), tag, summary: 'The meeting as a calendar file (.ics)', params,
  handle: async (ctx, { params: { id: meeting }, reply }) => {
    const text = await meetingCalendar(ctx, meeting, siteUrl);
    await reply.type('text/calendar; charset=utf-8').header('content-disposition', disposition(false, 'meeting.ics')).header('cache-control', 'private, no-store').send(text);
    return undefined;
  },
});

/** Meetings: planning, taking part, minutes, resolution, actions. `siteUrl`: the address that people open, empty where none is set. */
export const meetingsRoutes = (siteUrl: string): readonly Route[] => [...planning, calendar(siteUrl), ...holding, ...actions];
