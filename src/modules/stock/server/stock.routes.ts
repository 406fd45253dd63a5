import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import { RawJson, type Route, defineRoute } from '#platform/http/route.ts';
import { nothing } from '#platform/http/answer.ts';
import { problemBody } from '#platform/http/problem.ts';
import { paymentMethods, receiptKinds } from '../objects/sale.objects.ts';
import { askForChange } from './actions/after-sale.ts';
import { bookReceipt, reverseReceipt } from './actions/book-receipt.ts';
import { changeSubscription, deliverUnit, fileSubscription, signContract, signSubscription } from './actions/file-subscription.ts';
import { extendHold, holdUnit, releaseHold } from './actions/hold-unit.ts';
import { savePriceList } from './actions/save-price-list.ts';
import { addUnits, correctUnit } from './actions/save-units.ts';
import { withdrawUnit } from './actions/withdraw-unit.ts';
import { listPayments } from './queries/list-payments.ts';
import { listProjects, showBoard } from './queries/show-board.ts';
import { showSale } from './queries/show-subscription.ts';
import { showUnit } from './queries/show-unit.ts';
import {
  boardAnswer, changeAnswer, countAnswer, extendedAnswer, holdAnswer, madeAnswer, paymentsAnswer, projectsAnswer, receiptAnswer, saleAnswer, unitAnswer,
} from './stock.answers.ts';

const tag = 'stock';
const id = z.uuid().toLowerCase();
const params = z.object({ id });
const day = z.iso.date();
const said = (max: number) => z.string().trim().min(1).max(max);
/** CNY, two decimals at most; answered and kept with two. */
const money = z.string().regex(/^\d{1,14}(\.\d{1,2})?$/).transform((text) => {
  const [whole = '0', cents = ''] = text.split('.');
  return `${BigInt(whole)}.${cents.padEnd(2, '0')}`;
});
const paid = money.refine((text) => Number(text) > 0);

const draft = z.strictObject({
  buyers: said(200), discount: money, deposit: paid, phone: z.string().regex(/^\+?[\d -]{7,20}$/).optional(), address: said(200), postcode: z.string().regex(/^\d{6}$/),
  instalments: z.array(z.strictObject({ dueOn: day, label: said(60), amount: paid })).min(1).max(60),
});

const holds: readonly Route[] = [
  defineRoute({
    method: 'POST', path: '/stock/holds', kind: 'action', status: 201, access: { object: 'unitHold', action: 'create' }, tag, summary: 'Hold a unit for a customer', answer: holdAnswer,
    body: z.strictObject({ saleUnit: id, customer: id, kind: z.enum(['holding', 'reservation']) }), handle: (ctx, { body }) => holdUnit(ctx, body),
  }),
  defineRoute({
    method: 'POST', path: '/stock/holds/:id/extend', kind: 'action', access: { object: 'unitHold', action: 'update' }, tag, summary: 'Keep a unit longer', params, answer: extendedAnswer,
    handle: (ctx, input) => extendHold(ctx, input.params.id),
  }),
  defineRoute({
    method: 'POST', path: '/stock/holds/:id/release', kind: 'action', access: { object: 'unitHold', action: 'update' }, tag, summary: 'Give a unit free', params, answer: nothing,
    handle: (ctx, input) => releaseHold(ctx, input.params.id),
  }),
];

const sales: readonly Route[] = [
  defineRoute({
    method: 'POST', path: '/stock/holds/:id/subscription', kind: 'action', status: 201, access: { object: 'subscription', action: 'create' }, tag, summary: 'File the subscription of a held unit',
    params, body: draft, answer: madeAnswer, handle: (ctx, { params: { id: hold }, body }) => fileSubscription(ctx, hold, body),
  }),
  defineRoute({
    method: 'PUT', path: '/stock/subscriptions/:id', kind: 'action', access: { object: 'subscription', action: 'update' }, tag, summary: 'Correct a subscription that is not signed', params, body: draft, answer: nothing,
    handle: (ctx, input) => changeSubscription(ctx, input.params.id, input.body),
  }),
  defineRoute({
    method: 'GET', path: '/stock/subscriptions/:id', kind: 'query', access: { object: 'subscription', action: 'read' }, tag, summary: 'Plan, receipts and changes of a subscription', params, answer: saleAnswer,
    handle: (ctx, input) => showSale(ctx, input.params.id),
  }),
  defineRoute({
    method: 'POST', path: '/stock/subscriptions/:id/sign', kind: 'action', access: { object: 'subscription', action: 'update' }, tag, summary: 'Mark a subscription as signed: its wording is fixed', params, answer: nothing,
    handle: (ctx, input) => signSubscription(ctx, input.params.id),
  }),
  defineRoute({
    method: 'POST', path: '/stock/subscriptions/:id/contract', kind: 'action', status: 201, access: { object: 'deal', action: 'create' }, tag, summary: 'The contract is signed: make the deal', params, answer: madeAnswer,
    body: z.strictObject({ contractNumber: said(60), dealOn: day }), handle: (ctx, input) => signContract(ctx, input.params.id, input.body),
  }),
  defineRoute({
    method: 'POST', path: '/stock/deals/:id/deliver', kind: 'action', access: { object: 'deal', action: 'update' }, tag, summary: 'The unit is handed over', params, answer: nothing,
    handle: (ctx, input) => deliverUnit(ctx, input.params.id),
  }),
  defineRoute({
    method: 'POST', path: '/stock/subscriptions/:id/changes', kind: 'action', status: 201, access: { object: 'afterSaleChange', action: 'create' }, tag,
    summary: 'Ask for an exchange, a rename, a default or a refund; 422 with the decision when a clause refuses it', params, answer: changeAnswer,
    body: z.strictObject({
      kind: z.enum(['exchange', 'rename', 'default', 'refund']), reason: said(2_000), newSaleUnit: id.optional(), newCustomer: id.optional(), buyers: said(200).optional(),
      retention: z.string().trim().max(2_000).optional(), isException: z.boolean().optional(),
    }),
    handle: async (ctx, { params: { id: subscription }, body }) => {
      const answer = await askForChange(ctx, subscription, body);
      if (answer.outcome !== 'refused') return answer;
      // Not thrown: the refusal and its decision stay on record, so the transaction is kept.
      return new RawJson(JSON.stringify(problemBody(fail('stock.refused', { clause: answer.clause ?? '' }, [], { decision: answer.decision, clause: answer.clause, id: answer.id }), ctx.locale, ctx.requestId)), 422);
    },
  }),
];

const payments: readonly Route[] = [
  defineRoute({
    method: 'GET', path: '/stock/payments', kind: 'query', access: { object: 'receipt', action: 'read' }, tag, summary: 'Money that is expected, or owed to customers', answer: paymentsAnswer, handle: (ctx) => listPayments(ctx),
  }),
  defineRoute({
    method: 'POST', path: '/stock/receipts', kind: 'action', status: 201, access: { object: 'receipt', action: 'create' }, tag, summary: 'Book a payment and issue its receipt', answer: receiptAnswer,
    body: z.strictObject({ hold: id, kind: z.enum(receiptKinds), amount: paid, method: z.enum(paymentMethods), receivedOn: day, payer: said(200), note: z.string().trim().max(1_000).optional() }),
    handle: (ctx, { body }) => bookReceipt(ctx, body),
  }),
  defineRoute({
    method: 'POST', path: '/stock/receipts/:id/reverse', kind: 'action', status: 201, access: { object: 'receipt', action: 'create' }, tag, summary: 'Reverse a receipt by another one', params, answer: receiptAnswer,
    body: z.strictObject({ reason: said(500) }), handle: (ctx, input) => reverseReceipt(ctx, input.params.id, input.body.reason),
  }),
];

const unitFacts = z.strictObject({
  code: said(40), floor: z.int().min(-9).max(200), position: z.int().min(1).max(99), layout: z.string().trim().max(40).transform((text) => (text === '' ? null : text)),
  area: z.number().min(1).max(99_999).multipleOf(0.01), grade: z.int().min(1).max(5),
});

const units: readonly Route[] = [
  defineRoute({
    method: 'GET', path: '/stock/projects', kind: 'query', access: { object: 'project', action: 'read' }, tag, summary: 'Projects of the board', answer: projectsAnswer,
    handle: async (ctx) => ({ data: await listProjects(ctx) }),
  }),
  defineRoute({
    method: 'GET', path: '/stock/board/:id', kind: 'query', access: { object: 'saleUnit', action: 'read' }, tag, summary: 'All units of a project with their status', params, answer: boardAnswer,
    handle: (ctx, input) => showBoard(ctx, input.params.id),
  }),
  defineRoute({
    method: 'GET', path: '/stock/units/:id', kind: 'query', access: { object: 'saleUnit', action: 'read' }, tag, summary: 'A unit, its sale and what the caller may do', params, answer: unitAnswer,
    handle: (ctx, input) => showUnit(ctx, input.params.id),
  }),
  defineRoute({
    method: 'POST', path: '/stock/units', kind: 'action', status: 201, access: { object: 'saleUnit', action: 'create' }, tag, summary: 'Add units to a building', answer: countAnswer, bodyLimit: 500_000,
    body: z.strictObject({ building: id, listName: said(80), units: z.array(unitFacts.extend({ price: paid.nullable() })).min(1).max(500) }),
    handle: (ctx, { body }) => addUnits(ctx, body.building, body.units, body.listName),
  }),
  defineRoute({
    method: 'PUT', path: '/stock/units/:id', kind: 'action', access: { object: 'saleUnit', action: 'update' }, tag, summary: 'Correct a unit that nobody has papers on', params, body: unitFacts, answer: nothing,
    handle: (ctx, input) => correctUnit(ctx, input.params.id, input.body),
  }),
  defineRoute({
    method: 'POST', path: '/stock/units/:id/withdraw', kind: 'action', access: { object: 'saleUnit', action: 'update' }, tag, summary: 'Take a unit off sale', params, answer: nothing,
    handle: (ctx, input) => withdrawUnit(ctx, input.params.id, false),
  }),
  defineRoute({
    method: 'POST', path: '/stock/units/:id/restore', kind: 'action', access: { object: 'saleUnit', action: 'update' }, tag, summary: 'Put a unit back on sale', params, answer: nothing,
    handle: (ctx, input) => withdrawUnit(ctx, input.params.id, true),
  }),
  defineRoute({
    method: 'POST', path: '/stock/price-lists', kind: 'action', status: 201, access: { object: 'priceList', action: 'create' }, tag, summary: 'A new version of a project’s prices', answer: madeAnswer, bodyLimit: 4_000_000,
    body: z.strictObject({ project: id, name: said(80), effectiveOn: day, lines: z.array(z.strictObject({ unit: id, price: paid })).min(1).max(20_000) }),
    handle: (ctx, { body }) => savePriceList(ctx, body),
  }),
];

/** Stock control (RE-40 to RE-42). */
export const stockRoutes: readonly Route[] = [...holds, ...sales, ...payments, ...units];
