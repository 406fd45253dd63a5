import { z } from 'zod';
import { isoMoment } from '../../http/answer.ts';
import { exportRequestSchema } from './export-request.ts';

/** `size` in bytes; the file is kept until `expiresAt`. */
export const exportAnswer = z.strictObject({
  id: z.uuid(), object: z.string(), format: z.enum(['csv', 'xlsx']), request: exportRequestSchema, state: z.enum(['running', 'done', 'failed', 'cancelled', 'expired']),
  rowCount: z.int(), rowsDone: z.int(), fileName: z.string(), size: z.int().nullable(), createdBy: z.uuid(),
  createdAt: isoMoment, finishedAt: isoMoment.nullable(), expiresAt: isoMoment.nullable(), hasFile: z.boolean(),
});

export const exportsAnswer = z.strictObject({ data: z.array(exportAnswer), page: z.strictObject({ next: z.null(), total: z.null() }) });
