import { z } from 'zod';
import { nothing } from '#platform/http/answer.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import { orderKinds } from '../objects/fieldwork.objects.ts';
import {
  boardAnswer, checklistAnswer, checklistItem, checklistMadeAnswer, fitAnswer, loadAnswer, orderChoicesAnswer, orderMadeAnswer, orderRowsAnswer, orderSheetAnswer, orderStateAnswer, reportedAnswer, usedPart,
} from './fieldwork.answers.ts';
import { createOrder } from './orders/create-order.ts';
import { dispatchOrder } from './orders/dispatch-order.ts';
import { reportOrder } from './orders/report-order.ts';
import { saveChecklist } from './orders/save-checklist.ts';
import { cancelOrder, stepOrder } from './orders/work-order.ts';
import { partsRoutes } from './parts/parts.routes.ts';
import { showBoard, showFit, showLoad } from './queries/show-dispatch.ts';
import { listMyOrders, orderChoices, ordersOfCase } from './queries/show-orders.ts';
import { showChecklist, showSheet } from './queries/show-sheet.ts';

const tag = 'fieldwork';
const id = z.uuid().toLowerCase();
const params = z.object({ id });
const said = (max: number) => z.string().trim().min(1).max(max);
const moment = z.iso.datetime({ offset: true });
/** Seconds that the device kept something for want of a network; a header, because it grows with every try. */
const WAITED = 'x-zhike-waited';
const waitedOf = (headers: Readonly<Record<string, unknown>>): number => Number(headers[WAITED] ?? 0) || 0;

const may = (action: 'read' | 'create' | 'update' | 'assign') => ({ object: 'serviceOrder', action }) as const;
const dispatch = z.strictObject({ worker: id, from: moment, to: moment, isOverlapAccepted: z.boolean().optional(), isUnfitAccepted: z.boolean().optional() });
const window = z.strictObject({ from: moment, to: moment }).refine(({ from, to }) => Date.parse(from) < Date.parse(to));

const desk: readonly Route[] = [
  defineRoute({
    method: 'POST', path: '/fieldwork/orders', kind: 'action', status: 201, access: may('create'), tag, summary: 'Make a service order for a case', answer: orderMadeAnswer,
    body: z.strictObject({
      case: id, kind: z.enum(orderKinds), subject: said(200), checklist: id, place: said(200).nullish(), area: id.nullish(), contactName: said(60).nullish(),
      contactPhone: z.string().regex(/^\+[1-9]\d{6,14}$/).nullish(), skills: z.array(z.string().max(40)).max(20).optional(), window: window.optional(), dispatch: dispatch.optional(),
    }),
    handle: (ctx, { body }) => createOrder(ctx, body),
  }),
  defineRoute({
    method: 'POST', path: '/fieldwork/orders/:id/dispatch', kind: 'action', access: may('assign'), tag, summary: 'Give an order to a worker for a window', params, body: dispatch, answer: nothing,
    handle: (ctx, input) => dispatchOrder(ctx, input.params.id, input.body),
  }),
  defineRoute({
    method: 'POST', path: '/fieldwork/orders/:id/cancel', kind: 'action', access: may('assign'), tag, summary: 'Take an order back', params, body: z.strictObject({ reason: said(500) }), answer: nothing,
    handle: (ctx, input) => cancelOrder(ctx, input.params.id, input.body.reason),
  }),
  defineRoute({
    method: 'GET', path: '/fieldwork/board', kind: 'query', access: may('create'), tag, summary: 'Windows and load of each worker, and orders of nobody', answer: boardAnswer,
    query: z.strictObject({ from: moment, to: moment }), handle: (ctx, { query }) => showBoard(ctx, query),
  }),
  defineRoute({
    method: 'GET', path: '/fieldwork/load', kind: 'query', access: may('create'), tag, summary: 'Load of each worker by day against their working hours', answer: loadAnswer,
    query: z.strictObject({ from: z.iso.date(), days: z.coerce.number().int().min(1).max(31).default(7) }), handle: (ctx, { query }) => showLoad(ctx, query),
  }),
  defineRoute({
    method: 'GET', path: '/fieldwork/fit', kind: 'query', access: may('create'), tag, summary: 'Who fits for a window, and what speaks against whom', answer: fitAnswer,
    query: z.strictObject({ order: id.optional(), area: id.optional(), from: moment, to: moment, skills: z.string().max(400).default('') }),
    handle: (ctx, { query: { skills, ...rest } }) => showFit(ctx, { ...rest, skills: skills.split(',').filter(Boolean) }),
  }),
  defineRoute({ method: 'GET', path: '/fieldwork/choices', kind: 'query', access: may('create'), tag, summary: 'What a new order may choose from', answer: orderChoicesAnswer, handle: (ctx) => orderChoices(ctx) }),
  defineRoute({ method: 'GET', path: '/fieldwork/cases/:id/orders', kind: 'query', access: may('read'), tag, summary: 'The service orders of a case', params, answer: orderRowsAnswer, handle: (ctx, input) => ordersOfCase(ctx, input.params.id) }),
];

const onSite: readonly Route[] = [
  defineRoute({ method: 'GET', path: '/fieldwork/mine', kind: 'query', access: may('update'), tag, summary: 'The caller’s own orders', answer: orderRowsAnswer, handle: (ctx) => listMyOrders(ctx) }),
  defineRoute({ method: 'GET', path: '/fieldwork/orders/:id/sheet', kind: 'query', access: may('read'), tag, summary: 'An order with its checklist and report', params, answer: orderSheetAnswer, handle: (ctx, input) => showSheet(ctx, input.params.id) }),
  defineRoute({
    method: 'POST', path: '/fieldwork/orders/:id/steps', kind: 'action', access: may('update'), tag, summary: 'Set out, or be there; again has no second effect', params, answer: orderStateAnswer,
    body: z.strictObject({ step: z.enum(['leave', 'arrive']) }), handle: (ctx, input) => stepOrder(ctx, input.params.id, input.body.step, waitedOf(input.headers)),
  }),
  defineRoute({
    method: 'POST', path: '/fieldwork/orders/:id/report', kind: 'action', access: may('update'), tag, summary: 'Report an order done or not; the same key again has no second effect', params, answer: orderStateAnswer,
    body: z.strictObject({
      key: id, outcome: z.enum(['done', 'failed']), result: said(5_000), answers: z.array(reportedAnswer).max(60), parts: z.array(usedPart).max(60), signature: id.nullable(), unsignedFor: said(500).nullable(),
    }),
    handle: (ctx, input) => reportOrder(ctx, input.params.id, input.body, waitedOf(input.headers)),
  }),
];

const checklist = { name: said(80), nameEn: said(80), state: z.enum(['active', 'retired']), items: z.array(checklistItem).min(1).max(60) };

const lists: readonly Route[] = [
  defineRoute({
    method: 'GET', path: '/fieldwork/checklists/:id', kind: 'query', access: { object: 'orderChecklist', action: 'read' }, tag, summary: 'A checklist with its items', params, answer: checklistAnswer,
    query: z.strictObject({ revision: z.coerce.number().int().min(1).optional() }), handle: (ctx, input) => showChecklist(ctx, input.params.id, input.query.revision),
  }),
  defineRoute({
    method: 'POST', path: '/fieldwork/checklists', kind: 'action', access: { object: 'orderChecklist', action: 'update' }, tag, summary: 'Save a checklist; orders that were made keep theirs', answer: checklistMadeAnswer,
    body: z.strictObject({ id: id.optional(), revision: z.int().min(1).optional(), ...checklist }), handle: (ctx, { body }) => saveChecklist(ctx, body),
  }),
];

/** Service orders, from the desk and on site (SE-11). */
export const fieldworkRoutes: readonly Route[] = [...desk, ...onSite, ...lists, ...partsRoutes];
