import { z } from 'zod';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { defineRoute, type Route } from '#platform/http/route.ts';
import { boardAnswer, doneAnswer, drawAnswer, fairnessAnswer, historyAnswer, turnAnswer } from './board.answers.ts';
import { dayHistory, showFairness } from './queries/show-day.ts';
import { showBoard } from './queries/show-roster.ts';
import { changeOrder, comeBack, confirmAway, goAway, joinDay, leaveDay, startLunch } from './roster/come-and-go.ts';
import { drawOrder } from './roster/draw-lots.ts';
import { closeDay, openDay } from './roster/open-day.ts';
import { requireBoard } from './sites/board-rights.ts';
import type { AssignedTurn } from './turns/assign-turn.ts';
import { passTurn } from './turns/give-back-turn.ts';
import { awayStates } from './turns/roster-day.ts';
import { endTurn, readTurn, takeUpTurn } from './turns/turn-steps.ts';
import { visitorRefuses } from './turns/visitor-refuses.ts';

const id = z.uuid().toLowerCase();
const date = z.iso.date();
const reason = z.string().trim().min(2).max(300);
const ofSite = z.strictObject({ id });
const ofPerson = z.strictObject({ id, user: id });
const done = { ok: true } as const;
const shared = { access: { object: 'site', action: 'read' }, tag: 'reception' } as const;
const change = { ...shared, kind: 'action', answer: doneAnswer } as const;

type Level = 'manager' | 'desk' | 'self';

/** An action on one person's place in the day; who may do it for whom is asked first. */
const personRoute = <B>(path: string, summary: string, level: Level, body: z.ZodType<B>, act: (ctx: Context, place: { siteId: Id; userId: Id }, body: B) => Promise<unknown>): Route =>
  defineRoute({
    ...change, method: 'POST', path: `/sites/:id/people/:user/${path}`, params: ofPerson, body, summary,
    handle: async (ctx, { params: { id: siteId, user: userId }, body: given }) => {
      await requireBoard(ctx, siteId, level === 'self' ? { self: userId } : level);
      await act(ctx, { siteId, userId }, given);
      return done;
    },
  });

const empty = z.strictObject({});
const leaving = z.strictObject({ reason: reason.optional() });
const away = z.strictObject({ state: z.enum(awayStates), reason: reason.optional(), isForced: z.boolean().optional() });

/** People say themselves why they go; that somebody is absent the desk notes, and "not ready" and exceptions are the manager's (RE-3, 6). */
async function sendAway(ctx: Context, place: { siteId: Id; userId: Id }, given: z.output<typeof away>): Promise<void> {
  if (given.state === 'notReady' || given.isForced === true) await requireBoard(ctx, place.siteId, 'manager');
  if (given.state === 'absent') await requireBoard(ctx, place.siteId, 'desk');
  await goAway(ctx, { ...place, state: given.state, reason: given.reason, isForced: given.isForced ?? false });
}

const peopleRoutes: readonly Route[] = [
  personRoute('away', 'Take out of the rotation for a while', 'self', away, sendAway),
  personRoute('back', 'Back in the rotation', 'self', empty, (ctx, { siteId, userId }) => comeBack(ctx, siteId, userId)),
  personRoute('confirm', 'Confirm why somebody is away', 'manager', empty, (ctx, { siteId, userId }) => confirmAway(ctx, siteId, userId)),
  personRoute('join', 'Join the running day', 'desk', empty, (ctx, { siteId, userId }) => joinDay(ctx, siteId, userId)),
  personRoute('leave', 'Leave for the day', 'self', leaving, (ctx, { siteId, userId }, body) => leaveDay(ctx, siteId, userId, body.reason)),
];

const dayRoutes: readonly Route[] = [
  defineRoute({
    ...shared, kind: 'query', method: 'GET', path: '/sites/:id/board', params: ofSite, answer: boardAnswer, summary: 'The board of the present day',
    handle: (ctx, { params }) => showBoard(ctx, params.id),
  }),
  defineRoute({
    ...shared, kind: 'query', method: 'GET', path: '/sites/:id/history-of-day', params: ofSite, query: z.strictObject({ day: date }), answer: historyAnswer,
    summary: 'What happened on the board on one day',
    handle: async (ctx, { params, query }) => ({ data: await dayHistory(ctx, params.id, query.day) }),
  }),
  defineRoute({
    ...shared, kind: 'query', method: 'GET', path: '/sites/:id/fairness', params: ofSite, query: z.strictObject({ from: date, to: date, user: id.optional() }), answer: fairnessAnswer,
    summary: 'Counts of a period from the ledger, and one person’s entries with their why',
    handle: (ctx, { params, query }) => showFairness(ctx, params.id, query, query.user),
  }),
  defineRoute({
    ...change, method: 'POST', path: '/sites/:id/day/open', params: ofSite, body: z.strictObject({ present: z.array(id).max(200).optional() }), summary: 'Open the day',
    handle: async (ctx, { params, body }) => {
      await requireBoard(ctx, params.id, 'desk');
      await openDay(ctx, params.id, body.present);
      return done;
    },
  }),
  defineRoute({
    ...change, method: 'POST', path: '/sites/:id/day/close', params: ofSite, body: empty, summary: 'Close the day',
    handle: async (ctx, { params }) => {
      await requireBoard(ctx, params.id, 'desk');
      await closeDay(ctx, params.id);
      return done;
    },
  }),
  defineRoute({
    ...change, method: 'POST', path: '/sites/:id/day/lunch', params: ofSite, body: empty, summary: 'Lunch for all but those on duty',
    handle: async (ctx, { params }) => {
      await requireBoard(ctx, params.id, 'desk');
      await startLunch(ctx, params.id);
      return done;
    },
  }),
  defineRoute({
    ...change, method: 'PUT', path: '/sites/:id/day/order', params: ofSite, body: z.strictObject({ order: z.array(id).max(200), reason }), summary: 'Change the order, with the reason',
    handle: async (ctx, { params, body }) => {
      await requireBoard(ctx, params.id, 'manager');
      await changeOrder(ctx, params.id, body.order, body.reason);
      return done;
    },
  }),
  defineRoute({
    ...shared, kind: 'action', method: 'POST', path: '/sites/:id/day/draw', params: ofSite, body: z.strictObject({ reason: reason.optional() }), answer: drawAnswer,
    summary: 'Draw lots for the order of the day; once more only with the reason',
    handle: async (ctx, { params, body }) => {
      await requireBoard(ctx, params.id, 'manager');
      return drawOrder(ctx, params.id, body.reason);
    },
  }),
];

/** A turn's site and person decide who may act on it; the answer is the turn that the visitor has now. */
const turnRoute = <B>(path: string, summary: string, level: Level, body: z.ZodType<B>, act: (ctx: Context, turnId: Id, body: B) => Promise<AssignedTurn | void>): Route =>
  defineRoute({
    ...shared, kind: 'action', method: 'POST', path: `/turns/:id/${path}`, params: ofSite, body, answer: turnAnswer, summary,
    handle: async (ctx, { params, body: given }) => {
      const { siteId, userId } = await readTurn(ctx, params.id);
      await requireBoard(ctx, siteId, level === 'self' ? { self: userId } : level);
      return (await act(ctx, params.id, given)) ?? { turnId: params.id, userId };
    },
  });

const refusal = z.strictObject({ fault: z.enum(['none', 'minor', 'serious']), isInsisting: z.boolean(), reason });

const turnRoutes: readonly Route[] = [
  turnRoute('take-up', 'Take up the turn', 'self', empty, (ctx, turnId) => takeUpTurn(ctx, turnId)),
  turnRoute('end', 'The visitor has left', 'self', empty, (ctx, turnId) => endTurn(ctx, turnId)),
  turnRoute('pass', 'Pass a turn that was not taken up in time', 'manager', z.strictObject({ reason }), (ctx, turnId, body) => passTurn(ctx, { turnId, ...body })),
  turnRoute('refuse', 'The visitor refuses the salesperson', 'manager', refusal, (ctx, turnId, body) => visitorRefuses(ctx, { turnId, ...body })),
];

/** The board of a day: reading it and acting on it (RE-1 to RE-7). */
export const boardRoutes: readonly Route[] = [...dayRoutes, ...peopleRoutes, ...turnRoutes];
