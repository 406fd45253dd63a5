import { z } from 'zod';
import { factValuesSchema, policyModelSchema } from '#meta/decisions/model-schema.ts';

const label = z.strictObject({ 'zh-CN': z.string(), en: z.string() });
const maybe = z.string().nullable();

const policyRow = z.strictObject({
  key: z.string(), point: z.string(), label, inForce: z.number().nullable(), inForceSince: maybe, openNumber: z.number().nullable(),
  openStatus: z.enum(['draft', 'submitted']).nullable(), next: maybe, rows: z.number(),
});
export const packsAnswer = z.strictObject({
  data: z.array(z.strictObject({ key: z.string(), label, about: label, origin: maybe, policies: z.array(policyRow) })),
  /** Packs that ship with the product, with how many of their policies are not in use yet. */
  /** Packs that ship; `policies`: how many of `total` are not in use yet. */
  offered: z.array(z.strictObject({ key: z.string(), label, about: label, policies: z.number(), total: z.number() })),
});

export const policyAnswer = z.strictObject({
  key: z.string(), point: z.string(), label, pack: z.strictObject({ key: z.string(), label }), inForce: z.number().nullable(),
  versions: z.array(z.strictObject({
    number: z.number(), status: z.enum(['draft', 'submitted', 'approved', 'withdrawn']), activeFrom: maybe, note: z.string(), basedOn: z.number().nullable(), version: z.number(),
    updatedAt: z.string(), createdBy: maybe, submittedBy: maybe, approvedBy: maybe, approvedAt: maybe, decisions: z.number(),
  })),
  /** What the product can tell this policy, and the results that it understands; null for a policy of the company's own. */
  offers: z.strictObject({ facts: z.array(z.unknown()), results: z.array(z.unknown()) }).nullable(),
});
export const modelAnswer = z.strictObject({ model: policyModelSchema });
export const numberAnswer = z.strictObject({ number: z.number() });
export const versionAnswer = z.strictObject({ version: z.number() });
export const okAnswer = z.strictObject({ ok: z.literal(true) });
export const packDocument = z.strictObject({ key: z.string(), label, about: label, policies: z.array(policyModelSchema) });

const step = z.strictObject({ table: z.string(), rows: z.array(z.strictObject({ id: z.string(), clause: z.string() })) });
/** A decision as the engine answers it, one shape for all outcomes. */
export const evaluationAnswer = z.strictObject({
  status: z.enum(['decided', 'undecided', 'needs-facts', 'refused', 'faulty']), number: z.number(), activeFrom: z.string(),
  clause: z.string().optional(), row: z.string().optional(), results: factValuesSchema.optional(), derived: factValuesSchema.optional(), trace: z.array(step).optional(),
  missing: z.array(z.string()).optional(), issues: z.array(z.strictObject({ fact: z.string(), code: z.string() })).optional(),
  table: z.string().optional(), place: z.record(z.string(), z.string()).optional(), rows: z.array(z.string()).optional(), message: z.string().optional(),
});

const explained = z.array(z.strictObject({ name: z.string(), label: z.string(), text: z.string(), isDeciding: z.boolean() }));
const clause = z.strictObject({ key: z.string(), text: z.string() });
export const decisionAnswer = z.strictObject({
  id: z.string(), policy: z.string(), policyLabel: label, packLabel: label, versionNumber: z.number(), activeFrom: z.string(), eventAt: z.string(), decidedAt: z.string(),
  subjectObject: z.string(), subjectId: z.string(), facts: factValuesSchema, status: z.enum(['decided', 'undecided']), clause: maybe, row: maybe, results: factValuesSchema.nullable(),
  derived: factValuesSchema, trace: z.array(step), names: z.record(z.string(), z.string()), actorName: maybe,
  explanation: z.strictObject({
    clause: z.strictObject({ key: z.string(), text: z.string(), isInterpretation: z.boolean() }).nullable(), facts: explained, results: explained,
    steps: z.array(z.strictObject({ table: z.string(), clauses: z.array(clause) })),
  }),
});
export const decisionsAnswer = z.strictObject({ data: z.array(decisionAnswer), next: maybe });

const outcome = z.strictObject({ clause: maybe, results: factValuesSchema.nullable() });
export const simulationAnswer = z.strictObject({
  from: z.string(), to: z.string(), decisions: z.number(),
  changes: z.array(z.strictObject({
    decisionId: z.string(), subject: z.strictObject({ object: z.string(), id: z.string() }), eventAt: z.string(), names: z.record(z.string(), z.string()),
    before: outcome, after: outcome.extend({ status: z.string() }),
  })),
});
