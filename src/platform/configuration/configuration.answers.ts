import { z } from 'zod';
import { isoMoment, rowsOf } from '../http/answer.ts';
import { changeKinds } from './compare-configurations.ts';

const entry = z.record(z.string(), z.unknown());

/** The file; further keys are the parts of modules, as far as the caller may take them out. */
export const configurationAnswer = z.looseObject({
  format: z.string(), version: z.int(), exportedAt: isoMoment, objects: z.array(entry), fields: z.array(entry),
  layouts: z.record(z.string(), z.unknown()), settings: z.record(z.string(), z.unknown()),
});

const change = z.strictObject({
  kind: z.enum(changeKinds), key: z.string(), change: z.enum(['added', 'changed']),
  changes: z.array(z.strictObject({ field: z.string(), from: z.unknown(), to: z.unknown() })),
});
export const importedAnswer = z.strictObject({ data: z.array(change), dryRun: z.boolean() });

export const configurationHistoryAnswer = rowsOf(z.strictObject({
  seq: z.int(), at: isoMoment, actor: z.string(), action: z.string(), object: z.string(), changes: z.unknown(), detail: z.unknown(),
}));
