import { z } from 'zod';
import { isoMoment, named, rowsOf } from '#platform/http/answer.ts';
import { unitStatuses } from '../rules/unit-status.ts';
import { templateKeys } from './documents/default-templates.ts';
import { unitActions } from './queries/show-unit.ts';

/** CNY text with two decimals. */
const amount = z.string();
const maybe = z.string().nullable();
const until = isoMoment.nullable();
const status = z.enum(unitStatuses);

export const projectsAnswer = rowsOf(z.strictObject({ id: z.uuid(), name: z.string(), code: z.string() }));

export const boardAnswer = z.strictObject({
  project: z.uuid(), buildings: z.array(named),
  units: z.array(z.strictObject({
    id: z.uuid(), building: z.uuid(), code: z.string(), floor: z.int(), position: z.int(), layout: maybe, area: z.number(), grade: z.int(), status,
    price: amount.nullable(), unitPrice: amount.nullable(), holdUntil: until, isMine: z.boolean(),
  })),
});

export const unitAnswer = z.strictObject({
  id: z.uuid(), code: z.string(), project: z.string(), projectId: z.uuid(), building: z.string(), floor: z.int(), position: z.int(), layout: maybe, area: z.number(), grade: z.int(), status,
  price: amount.nullable(), unitPrice: amount.nullable(), priceList: maybe, heldUntil: until,
  prices: z.array(z.strictObject({ name: z.string(), effectiveOn: z.string(), price: amount })),
  actions: z.array(z.enum(unitActions)),
  hold: z.strictObject({
    id: z.uuid(), kind: z.enum(['holding', 'reservation']), state: z.string(), deposit: amount, paid: amount, expiresAt: until, mayExtend: z.boolean(), hasPhone: z.boolean(), customer: named,
    owner: named.nullable(), decision: z.uuid().nullable(), due: amount.nullable(),
  }).nullable(),
  subscription: z.strictObject({ id: z.uuid(), number: z.string(), state: z.string() }).nullable(),
  deal: z.strictObject({ id: z.uuid(), number: z.string() }).nullable(),
  exchange: z.strictObject({ subscription: z.strictObject({ id: z.uuid(), number: z.string(), customer: named }).nullable() }).nullable(),
});

export const countAnswer = z.strictObject({ count: z.int() });
export const madeAnswer = z.strictObject({ id: z.uuid() });
export const holdAnswer = z.strictObject({ id: z.uuid(), expiresAt: isoMoment, decision: z.uuid(), deposit: amount });
export const extendedAnswer = z.strictObject({ expiresAt: isoMoment });
export const receiptAnswer = z.strictObject({ id: z.uuid(), number: z.string() });
export const changeAnswer = z.strictObject({ id: z.uuid(), state: z.string(), outcome: z.string(), clause: maybe, decision: z.uuid(), fee: amount.nullable() });

export const paymentsAnswer = rowsOf(z.strictObject({
  holdId: z.uuid(), unitId: z.uuid(), unit: z.string(), project: z.string(), customer: z.string(), owner: maybe, state: z.string(), kind: z.string(), expected: amount, paid: amount, due: amount,
  dueOn: maybe, expiresAt: until, fee: amount.nullable(), canBook: z.boolean(),
}));

const instalment = z.strictObject({ dueOn: z.string(), label: z.string(), amount });
export const saleAnswer = z.strictObject({
  unit: z.uuid(), plan: z.array(instalment),
  receipts: z.array(z.strictObject({ id: z.uuid(), number: z.string(), kind: z.string(), amount, receivedOn: z.string(), isReversed: z.boolean() })),
  changes: z.array(z.strictObject({ id: z.uuid(), kind: z.string(), state: z.string(), reason: z.string(), clause: maybe, fee: amount.nullable(), decision: z.uuid(), at: isoMoment })),
});

export const templateAnswer = z.strictObject({ key: z.enum(templateKeys), number: z.int(), content: z.string(), shipped: z.string(), placeholders: z.array(z.string()) });
