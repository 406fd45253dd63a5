import { z } from 'zod';
import { rowsOf } from '../http/answer.ts';

export const viewAnswer = z.strictObject({
  id: z.uuid(), version: z.int(), object: z.string(), name: z.string(), visibility: z.enum(['private', 'role', 'shared']), role: z.string().nullable(),
  isDefault: z.boolean(), capabilities: z.array(z.string()), mode: z.enum(['table', 'kanban', 'calendar', 'map']), columns: z.array(z.string()).nullable(),
  filter: z.unknown(), sort: z.string().nullable(), groupBy: z.string().nullable(), widths: z.record(z.string(), z.number()),
  dateField: z.string().nullable(), placeField: z.string().nullable(),
  /** What was left out because it vanished or is hidden from the reader. */
  notes: z.array(z.strictObject({ place: z.enum(['columns', 'filter', 'sort', 'groupBy', 'mode']), field: z.string() })).optional(),
});
export const viewsAnswer = rowsOf(viewAnswer);
