import { z } from 'zod';
import { isoMoment, named, rowsOf } from '#platform/http/answer.ts';
import { caseKinds } from '../../objects/case.object.ts';

const rate = z.number().nullable();
const figures = {
  problems: z.int(), complaints: z.int(), recorded: z.int(), handled: z.int(), rechecked: z.int(), fedBack: z.int(), leaking: z.int(), rated: z.int(), dissatisfied: z.int(),
  complainingCustomers: z.int(), customers: z.int(), complaintRate: rate, omissionRate: rate, dissatisfactionRate: rate,
};
export const leaksAnswer = z.strictObject({ total: z.strictObject(figures), months: z.array(z.strictObject({ month: z.string(), ...figures })) });

export const offendersAnswer = rowsOf(z.strictObject({ id: z.uuid(), number: z.string(), kind: z.enum(caseKinds), subject: z.string(), receivedAt: isoMoment, owner: named.nullable() }));

/** `id` null: no cause was named. Cost in CNY, two decimals. */
export const causesAnswer = rowsOf(z.strictObject({ id: z.uuid().nullable(), name: z.string().nullable(), parent: z.string().nullable(), cases: z.int(), cost: z.string(), openActions: z.int() }));

export const complaintValueAnswer = rowsOf(z.strictObject({ outcome: z.enum(['onSpot', 'solved', 'unsolved']), complaints: z.int(), returned: z.int(), rate, benchmark: rate }));
