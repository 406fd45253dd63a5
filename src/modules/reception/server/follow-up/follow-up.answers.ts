import { z } from 'zod';
import { isoMoment, named } from '#platform/http/answer.ts';

export const prospectClasses = ['A', 'B', 'C', 'D'] as const;

export const sheetRow = z.strictObject({
  customer: named, owner: named, class: z.enum(prospectClasses), dueOn: z.iso.date(), withinDays: z.int(), state: z.enum(['later', 'due', 'overdue']),
  reachedAt: isoMoment.nullable(), attempts: z.int(), releaseOn: z.iso.date().nullable(), clause: z.string().nullable(), decision: z.uuid().nullable(),
});

export const followUpsAnswer = z.strictObject({ data: z.array(sheetRow), total: z.int(), overdue: z.int() });
export const customerSheetAnswer = z.strictObject({ sheet: sheetRow.nullable(), mayChange: z.boolean(), hasPool: z.boolean() });
