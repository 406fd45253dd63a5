import { z } from 'zod';
import { isoMoment, named } from '../../http/answer.ts';
import { importOptionsSchema } from './import-options.ts';
import { newFieldTypes } from './mapping/new-field-type.ts';

const run = {
  id: z.uuid(), object: z.string(), fileName: z.string(), size: z.int(), format: z.string(), encoding: z.string().nullable(), sheet: z.string().nullable(),
  sheets: z.array(z.string()), headers: z.array(z.string()), rowCount: z.int().nullable(), options: importOptionsSchema,
  state: z.enum(['draft', 'checking', 'checked', 'running', 'paused', 'done', 'failed', 'cancelled', 'undoing', 'undone']), nextRow: z.int(), rowsDone: z.int(),
  created: z.int(), updated: z.int(), unchanged: z.int(), duplicates: z.int(), errors: z.int(), kept: z.int(), problem: z.string().nullable(),
  createdBy: z.uuid(), createdAt: isoMoment, startedAt: isoMoment.nullable(), finishedAt: isoMoment.nullable(),
};

/** What the samples say of a column is told of drafts only. */
const column = z.strictObject({
  column: z.int(), header: z.string(), field: z.string().nullable(), samples: z.array(z.string()).optional(), guess: z.string().nullable().optional(),
  confidence: z.number().optional(), newType: z.enum(newFieldTypes).optional(),
});

/** `matched`: doubles and rows that are alike, of a checked import. */
export const importAnswer = z.strictObject({
  ...run, columns: z.array(column), matched: z.int(), isRemembered: z.boolean(), ownerName: z.string().nullable(), problemText: z.string().nullable(),
  matchFields: z.array(z.string()), mayAddFields: z.boolean(),
});

export const importsAnswer = z.strictObject({
  data: z.array(z.strictObject({ ...run, author: z.string() })), page: z.strictObject({ next: z.uuid().nullable(), total: z.null() }),
});

export const newFieldAnswer = z.strictObject({ key: z.string() });

const issue = z.strictObject({
  path: z.string(), code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional(), column: z.int().nullable(), message: z.string(),
});

/** A record without `id` and `name` is one that the reader may not see; `row` is an earlier row of the file. */
const match = z.strictObject({
  id: z.uuid().optional(), name: z.string().optional(), row: z.int().optional(), score: z.number(), isExact: z.boolean(), isDouble: z.boolean(), reasons: z.array(z.string()),
  mayUpdate: z.boolean().optional(), cells: z.array(z.strictObject({ column: z.int(), text: z.string(), isSame: z.boolean() })).optional(),
});

export const importRowAnswer = z.strictObject({
  row: z.int(), state: z.string(), record: named.nullable(), issues: z.array(issue), matches: z.array(match),
  decision: z.strictObject({ do: z.enum(['skip', 'update', 'create']), record: z.uuid().optional() }).nullable(),
  cells: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])).nullable(),
});

export const importRowsAnswer = z.strictObject({ data: z.array(importRowAnswer), page: z.strictObject({ next: z.int().nullable(), total: z.null() }) });
