import { z } from 'zod';
import { isoMoment } from '../http/answer.ts';

const auditEntry = z.strictObject({
  seq: z.int(), id: z.uuid(), at: isoMoment, actor: z.strictObject({ id: z.uuid().nullable(), name: z.string(), kind: z.string() }), ip: z.string().nullable(),
  requestId: z.string().nullable(), action: z.string(), object: z.string().nullable(), recordId: z.uuid().nullable(), customerId: z.uuid().nullable(),
  version: z.int().nullable(), ok: z.boolean(), changes: z.array(z.strictObject({ field: z.string(), from: z.unknown(), to: z.unknown() })), detail: z.unknown(),
});
export const auditAnswer = z.strictObject({ data: z.array(auditEntry), page: z.strictObject({ next: z.string().nullable(), total: z.null() }) });

const fault = z.strictObject({
  kind: z.enum(['entry-altered', 'entry-removed', 'entry-inserted', 'block-altered', 'block-removed', 'end-removed']), block: z.int().optional(),
  seq: z.int().optional(), id: z.uuid().optional(), at: isoMoment.optional(), action: z.string().optional(),
});
export const verdictAnswer = z.strictObject({
  isIntact: z.boolean(), entries: z.int(), blocks: z.int(), pending: z.int(),
  head: z.strictObject({ block: z.int(), seal: z.string(), sealedAt: isoMoment }).nullable(), faults: z.array(fault), faultCount: z.int(),
});
