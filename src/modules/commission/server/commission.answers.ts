import { z } from 'zod';
import { parseMoney } from '#kernel/money.ts';
import { factValuesSchema } from '#meta/decisions/model-schema.ts';

const id = z.uuid().toLowerCase();
export const idSchema = id;
export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
export const daySchema = z.iso.date();

/** Decimal text of the database or of a form; never negative where people type it. */
export const amountSchema = z.string().max(20).refine((text) => /^\d+(\.\d{1,2})?$/.test(text) && parseMoney(text, 'CNY') !== null);
const percentSchema = z.string().max(8).regex(/^\d{1,3}(\.\d{1,4})?$/).refine((text) => Number(text) <= 100);

const tier = z.strictObject({ from: amountSchema, percent: percentSchema });
const rate = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('percent'), percent: percentSchema }),
  z.strictObject({ kind: z.enum(['marginal', 'whole']), tiers: z.array(tier).max(20) }),
]);
export const termsSchema = z.strictObject({
  accrual: z.enum(['contract', 'received']),
  rates: z.array(z.strictObject({ product: z.string().min(1).max(80).nullable(), rate })).min(1).max(50),
  target: z.strictObject({ monthly: amountSchema, extraPercent: percentSchema }).nullable(),
});

const account = z.enum(['person', 'publicFund', 'departmentFund', 'company']);
export const okAnswer = z.object({ ok: z.literal(true) });

const line = z.object({
  id, at: z.string(), subject: z.string(), dealId: id.nullable(), penaltyId: id.nullable(), siteName: z.string(), kind: z.string(), reason: z.string(), account, ownerId: id.nullable(),
  name: z.string().nullable(), state: z.enum(['accrued', 'frozen', 'settled']), amount: z.string(), currency: z.string(), percent: z.string().nullable(), month: z.string(),
  decisionId: id.nullable(), clause: z.string().nullable(),
});

export const accountAnswer = z.object({
  account: z.string(), ownerId: id.nullable(), name: z.string().nullable(), month: z.string(), months: z.array(z.string()),
  totals: z.array(z.object({ currency: z.string(), month: z.string(), accrued: z.string(), frozen: z.string(), settled: z.string(), penalties: z.string() })),
  lines: z.array(line),
  frozen: z.array(z.object({ dealId: id, entryId: id, label: z.string(), siteName: z.string(), reason: z.string(), amount: z.string(), currency: z.string(), clause: z.string().nullable() })),
});

export const figureAnswer = z.object({ figure: z.enum(['month', 'accrued', 'frozen', 'settled']), currency: z.string(), amount: z.string(), count: z.number(), lines: z.array(line) });

export const teamAnswer = z.object({ data: z.array(z.object({
  account: z.enum(['person', 'publicFund', 'departmentFund']), ownerId: id.nullable(), name: z.string().nullable(), siteId: id, siteName: z.string(), month: z.string(), frozen: z.string(),
  settled: z.string(), deals: z.number(), currency: z.string(),
})) });

export const dealAnswer = z.object({
  id, label: z.string(), siteName: z.string(), dealOn: z.string(), currency: z.string(), frozenReason: z.string().nullable(), isRefunded: z.boolean(), isSigned: z.boolean(),
  price: z.string().nullable(), received: z.string().nullable(), decisionId: id.nullable(), clause: z.string().nullable(), lines: z.array(line), hidden: z.number(),
});

const bilingual = z.object({ 'zh-CN': z.string(), en: z.string() });
const explained = z.object({ name: z.string(), label: z.string(), text: z.string(), isDeciding: z.boolean() });
export const whyAnswer = z.object({
  line,
  working: z.object({
    price: z.string().nullable(), received: z.string().nullable(), product: z.string().nullable(), dealOn: z.string().nullable(),
    plan: z.object({ id, name: z.string(), number: z.number(), activeFrom: z.string(), accrual: z.string(), isTargetReached: z.boolean() }).nullable(),
    full: z.string().nullable(), earned: z.string().nullable(), reason: z.string().nullable(),
    steps: z.array(z.object({ kind: z.enum(['rate', 'extra']), base: z.string(), percent: z.string(), amount: z.string() })),
  }),
  decision: z.object({
    policyLabel: bilingual, packLabel: bilingual, number: z.number(), activeFrom: z.string(), decidedAt: z.string(),
    explanation: z.object({
      clause: z.object({ key: z.string(), text: z.string(), isInterpretation: z.boolean() }).nullable(), facts: z.array(explained), results: z.array(explained),
      steps: z.array(z.object({ table: z.string(), clauses: z.array(z.object({ key: z.string(), text: z.string() })) })),
    }),
  }).nullable(),
  ruling: z.string().nullable(),
});

const statement = z.object({
  account: z.enum(['person', 'publicFund', 'departmentFund']), ownerId: id.nullable(), name: z.string().nullable(), amount: z.string(), currency: z.string(), lines: z.number(),
});
export const sitesAnswer = z.object({ data: z.array(z.object({ siteId: id, siteName: z.string(), pack: z.string().nullable(), openMonth: z.string(), closedThrough: z.string().nullable(), months: z.array(z.string()) })) });
export const settlementAnswer = z.object({
  siteId: id, siteName: z.string(), month: z.string(), isOpen: z.boolean(), id: id.nullable(), state: z.enum(['draft', 'confirmed', 'closed']), confirmedAt: z.string().nullable(),
  confirmedBy: z.string().nullable(), closedAt: z.string().nullable(), closedBy: z.string().nullable(), approvalId: id.nullable(),
  statements: z.array(statement.extend({ seenAt: z.string().nullable() })),
  frozen: z.array(z.object({ dealId: id, label: z.string(), reason: z.string(), amount: z.string(), currency: z.string() })),
});
export const ownStatementsAnswer = z.object({ data: z.array(z.object({ id, siteName: z.string(), amount: z.string(), currency: z.string(), closedAt: z.string(), seenAt: z.string().nullable() })) });
export const confirmedAnswer = z.object({ settlementId: id, approvalId: id });

export const plansAnswer = z.object({ data: z.array(z.object({
  id, name: z.string(), siteId: id.nullable(), siteName: z.string().nullable(),
  versions: z.array(z.object({
    number: z.number(), status: z.enum(['draft', 'submitted', 'approved', 'withdrawn']), terms: termsSchema, note: z.string(), activeFrom: z.string().nullable(), version: z.number(),
    submittedBy: z.string().nullable(), approvedBy: z.string().nullable(), deals: z.number(),
  })),
})) });
export const simulationAnswer = z.object({
  deals: z.number(), changed: z.number(),
  people: z.array(z.object({
    key: z.string(), ownerId: id.nullable(), account, name: z.string().nullable(), before: z.string(), after: z.string(), difference: z.string(), currency: z.string(),
  })),
});

const part = z.object({ base: z.enum(['dayPay', 'monthPay', 'monthBonus', 'dealBonus', 'byManager']), of: z.string(), percent: z.string(), amount: z.string() });
export const penaltiesAnswer = z.object({ data: z.array(z.object({
  id, ownerId: id, name: z.string(), siteName: z.string(), dealId: id.nullable(), deal: z.string().nullable(), happenedOn: z.string(), description: z.string(), parts: z.array(part), amount: z.string(), currency: z.string(),
  isDismissal: z.boolean(), decisionId: id, clause: z.string(), state: z.enum(['proposed', 'approved', 'rejected']), proposedBy: z.string().nullable(), endedBy: z.string().nullable(),
  entryId: id.nullable(),
})) });
export const penaltyDealsAnswer = z.object({ data: z.array(z.object({ id, label: z.string(), dealOn: z.string() })) });
export const previewAnswer = z.object({
  status: z.string(), clause: z.string().nullable(), results: factValuesSchema.nullable(), parts: z.array(part), missing: z.array(z.string()), amount: z.string().nullable(),
});
export const proposalSchema = z.strictObject({
  siteId: id, userId: id, happenedOn: daySchema, facts: factValuesSchema, dealId: id.optional(), dayPay: amountSchema.optional(), monthPay: amountSchema.optional(), amount: amountSchema.optional(),
});
export const proposedAnswer = z.object({ id, approvalId: id });
export const impactAnswer = z.object({ data: z.array(z.object({ person: z.string(), name: z.string(), amount: z.string() })) });
