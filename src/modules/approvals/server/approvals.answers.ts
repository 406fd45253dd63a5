import { z } from 'zod';
import { bilingual, isoMoment, named, rowsOf } from '#platform/http/answer.ts';
import { entryActions } from './approval-entries.ts';

export const approvalStates = ['open', 'returned', 'approved', 'rejected', 'withdrawn'] as const;
const state = z.enum(approvalStates);

const line = z.strictObject({
  id: z.uuid(), kind: z.string(), kindLabel: z.string(), title: z.string(), requester: named, amount: z.string().nullable(), state,
  step: z.int(), stepCount: z.int(), waitingFor: z.array(z.string()), createdAt: isoMoment, updatedAt: isoMoment, dueAt: isoMoment.nullable(), isLate: z.boolean(),
  canDecide: z.boolean(), isMine: z.boolean(),
});

export const approvalsAnswer = z.strictObject({ data: z.array(line), page: z.strictObject({ next: z.string().nullable() }) });
/** What waits for the caller, and own requests that came back; at most 100. */
export const approvalCountAnswer = z.strictObject({ waiting: z.int(), returned: z.int() });

const change = z.strictObject({ label: z.string(), from: z.string().nullable(), to: z.string().nullable(), isWithheld: z.boolean() });

const signer = z.strictObject({
  id: z.uuid(), name: z.string(), actedBy: z.string().nullable(), origin: z.string(),
  state: z.enum(['waiting', 'later', 'approved', 'rejected', 'returned', 'passed', 'skipped']), at: isoMoment.nullable(), dueAt: isoMoment.nullable(),
});

export const approvalActions = ['approve', 'reject', 'return', 'delegate', 'addSigner', 'resubmit', 'withdraw', 'remind', 'assign'] as const;

export const approvalAnswer = line.extend({
  version: z.int(), note: z.string().nullable(), unit: z.string().nullable(), flowName: z.string().nullable(), round: z.int(),
  clause: z.strictObject({ ref: z.string(), text: z.string() }).nullable(),
  changes: z.array(change), link: z.string().nullable(), isChanged: z.boolean(), isGone: z.boolean(), isStuck: z.boolean(),
  steps: z.array(z.strictObject({ number: z.int(), name: z.string().nullable(), by: z.string(), rule: z.string(), state: z.enum(['past', 'current', 'next']), signers: z.array(signer) })),
  entries: z.array(z.strictObject({
    id: z.uuid(), at: isoMoment, action: z.enum(entryActions), actor: z.string().nullable(), for: z.string().nullable(), to: z.string().nullable(),
    opinion: z.string().nullable(), round: z.int(),
  })),
  actions: z.array(z.enum(approvalActions)),
});

export const batchAnswer = z.strictObject({ results: z.array(z.strictObject({ id: z.uuid(), status: z.int(), problem: z.unknown().optional() })) });

const by = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('role'), role: z.string() }), z.strictObject({ kind: z.literal('manager'), levels: z.int() }),
  z.strictObject({ kind: z.literal('people'), users: z.array(z.uuid()) }), z.strictObject({ kind: z.literal('subject') }),
]);
const rule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('any') }), z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('vote'), quorum: z.int(), majority: z.enum(['simple', 'twoThirds', 'everyone']) }),
]);
const condition = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('amountAbove'), amount: z.string() }), z.strictObject({ kind: z.literal('unit'), unit: z.uuid() }),
  z.strictObject({ kind: z.literal('fact'), fact: z.string(), equals: z.string() }),
]);

export const flowAnswer = z.strictObject({
  id: z.uuid(), kind: z.string(), name: z.string(), position: z.int(), isActive: z.boolean(), allowsOwn: z.boolean(), conditions: z.array(condition),
  steps: z.array(z.strictObject({ name: z.string().nullable(), by, rule, timeoutHours: z.int().nullable() })), version: z.int(),
});

export const flowsAnswer = rowsOf(z.strictObject({
  key: z.string(), label: z.string(), hasSubjectSigners: z.boolean(), facts: z.array(z.strictObject({ key: z.string(), label: bilingual })),
  flows: z.array(flowAnswer),
  /** People named in the flows, for showing them. */
  people: z.array(named), units: z.array(named),
}));
