import { z } from 'zod';
import { bilingual, isoMoment, named, rowsOf } from '#platform/http/answer.ts';
import { orderKinds } from '../objects/fieldwork.objects.ts';
import { orderStates } from '../rules/order-states.ts';

const id = z.uuid();
const maybe = z.string().nullable();
const moment = isoMoment.nullable();
const state = z.enum(orderStates);

const order = {
  id, number: z.string(), kind: z.enum(orderKinds), subject: z.string(), state, place: maybe, area: maybe, skills: z.array(z.string()), contactName: maybe, contactPhone: maybe, customer: maybe,
  from: moment, to: moment, doneAt: moment, version: z.int(), caseId: id, caseNumber: z.string(), worker: named.nullable(),
};
const orderRow = z.strictObject(order);
const worker = { id, name: z.string(), unit: maybe };

/** One item of a checklist, as it is stored and as an editor sends it. */
export const checklistItem = z.strictObject({
  key: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/), label: z.strictObject({ 'zh-CN': z.string().trim().min(1).max(200), en: z.string().trim().min(1).max(200) }), isRequired: z.boolean(), needsPhoto: z.boolean(),
});
export const reportedAnswer = z.strictObject({ key: z.string().max(40), value: z.enum(['yes', 'no']), comment: z.string().trim().max(2_000), photos: z.array(id).max(12) });
export const usedPart = z.strictObject({ name: z.string().trim().min(1).max(120), quantity: z.number().positive().max(1_000_000) });

export const orderMadeAnswer = z.strictObject({ id, number: z.string() });
export const orderStateAnswer = z.strictObject({ state });
export const orderRowsAnswer = rowsOf(orderRow);
export const boardAnswer = z.strictObject({ workers: z.array(z.strictObject({ ...worker, orders: z.array(orderRow), minutes: z.int() })), unassigned: z.array(orderRow) });
export const orderChoicesAnswer = z.strictObject({ workers: z.array(z.strictObject(worker)), checklists: z.array(z.strictObject({ id, name: bilingual })) });
export const orderSheetAnswer = z.strictObject({
  ...order, items: z.array(checklistItem), answers: z.array(reportedAnswer), parts: z.array(usedPart), signature: id.nullable(), unsignedFor: maybe, result: maybe, failedFor: maybe, cancelledFor: maybe,
  leftAt: moment, arrivedAt: moment, isMine: z.boolean(),
});
export const checklistAnswer = z.strictObject({ id, name: z.string(), nameEn: z.string(), state: z.enum(['active', 'retired']), items: z.array(checklistItem) });
export const checklistMadeAnswer = z.strictObject({ id });
