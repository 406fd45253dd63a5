import { z } from 'zod';
import { isoMoment } from '../http/answer.ts';

const job = z.strictObject({
  id: z.uuid(), name: z.string(), state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']), attempts: z.int(), done: z.int(), total: z.int().nullable(), error: z.string().nullable(),
  runAt: isoMoment, createdAt: isoMoment, startedAt: isoMoment.nullable(), finishedAt: isoMoment.nullable(), actor: z.string().nullable(),
});
export const jobsAnswer = z.strictObject({ data: z.array(job), page: z.strictObject({ next: z.uuid().nullable(), total: z.null() }) });
