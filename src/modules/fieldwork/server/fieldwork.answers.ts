import { z } from 'zod';
import { bilingual, isoMoment, named, rowsOf } from '#platform/http/answer.ts';
import { orderKinds } from '../objects/fieldwork.objects.ts';
import { itemKinds } from '../rules/order-report.ts';
import { orderStates } from '../rules/order-states.ts';

const id = z.uuid();
const maybe = z.string().nullable();
const moment = isoMoment.nullable();
const state = z.enum(orderStates);

const order = {
  id, areaId: id.nullable(), number: z.string(), kind: z.enum(orderKinds), subject: z.string(), state, place: maybe, area: maybe, skills: z.array(z.string()), contactName: maybe, contactPhone: maybe, customer: maybe,
  from: moment, to: moment, doneAt: moment, version: z.int(), caseId: id, caseNumber: z.string(), worker: named.nullable(),
};
const orderRow = z.strictObject(order);
const worker = { id, name: z.string(), unit: maybe };

const key = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/);
const words = z.strictObject({ 'zh-CN': z.string().trim().min(1).max(200), en: z.string().trim().min(1).max(200) });
const bound = z.number().min(-1_000_000_000).max(1_000_000_000);
/** One item of a checklist, as it is stored and as an editor sends it. */
export const checklistItem = z.strictObject({
  key, kind: z.enum(itemKinds).default('tick'), label: words, isRequired: z.boolean(), needsPhoto: z.boolean(), unit: z.string().trim().min(1).max(20).optional(), min: bound.optional(), max: bound.optional(),
  choices: z.array(z.strictObject({ value: key, label: words, isBad: z.boolean() })).max(20).optional(),
});
export const reportedAnswer = z.strictObject({ key: z.string().max(40), value: z.string().trim().max(2_000), comment: z.string().trim().max(2_000), photos: z.array(id).max(12) });
/** Decimal text with at most three decimals, above nought. */
const amount = z.string().regex(/^\d{1,7}(\.\d{1,3})?$/).refine((text) => Number(text) > 0);
export const usedPart = z.strictObject({ part: id.nullable().default(null), name: z.string().trim().min(1).max(120), quantity: amount });
const shownPart = z.strictObject({ part: id.nullable(), name: z.string(), quantity: z.string(), measure: maybe, cost: maybe });
const vanPart = z.strictObject({ part: id, name: z.string(), measure: z.string(), quantity: z.string() });
const flag = z.strictObject({ order: id, kind: z.enum(['overlap', 'travel']), after: maybe, needed: z.int(), free: z.int() });

export const orderMadeAnswer = z.strictObject({ id, number: z.string() });
export const orderStateAnswer = z.strictObject({ state });
export const orderRowsAnswer = rowsOf(orderRow);
export const boardAnswer = z.strictObject({ workers: z.array(z.strictObject({ ...worker, orders: z.array(orderRow), minutes: z.int(), capacity: z.int(), flags: z.array(flag), route: z.array(id), start: maybe })), unassigned: z.array(orderRow) });
export const orderChoicesAnswer = z.strictObject({ workers: z.array(z.strictObject(worker)), checklists: z.array(z.strictObject({ id, name: bilingual })), areas: z.array(z.strictObject({ id, name: bilingual })) });
export const orderSheetAnswer = z.strictObject({
  ...order, items: z.array(checklistItem), answers: z.array(reportedAnswer), parts: z.array(shownPart), partsCost: maybe, van: z.array(vanPart), revision: z.int(), signature: id.nullable(), unsignedFor: maybe, result: maybe, failedFor: maybe, cancelledFor: maybe,
  leftAt: moment, arrivedAt: moment, isMine: z.boolean(),
});
export const checklistAnswer = z.strictObject({
  id, name: z.string(), nameEn: z.string(), state: z.enum(['active', 'retired']), revision: z.int(), items: z.array(checklistItem), revisions: z.array(z.strictObject({ revision: z.int(), at: isoMoment, by: maybe })), shown: z.int(),
});
export const checklistMadeAnswer = z.strictObject({ id, revision: z.int() });
export const fitAnswer = rowsOf(z.strictObject({
  ...worker, minutes: z.int(), capacity: z.int(), overlaps: z.array(z.string()), late: z.array(z.strictObject({ number: z.string(), needed: z.int(), free: z.int() })), reasons: z.array(bilingual),
}));
export const loadAnswer = rowsOf(z.strictObject({ ...worker, days: z.array(z.strictObject({ day: z.string(), minutes: z.int(), capacity: z.int(), count: z.int() })) }));
