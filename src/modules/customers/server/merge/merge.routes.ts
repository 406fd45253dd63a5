import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import type { ObjectDef } from '#meta/object.ts';
import type { Context } from '#platform/context/context.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import { getRecord } from '#platform/records/get-record.ts';
import { type MergeRules, mergeRecords } from '#platform/records/merge/merge-records.ts';
import { readMerge, undoMerge } from '#platform/records/merge/undo-merge.ts';
import { contactObject } from '../../objects/contact.object.ts';
import { customerObject } from '../../objects/customer.object.ts';
import { listMerges } from './list-merges.ts';
import { previewMerge } from './merge-preview.ts';
import { contactMergeRules, customerMergeRules } from './merge-rules.ts';
import { mergePreviewAnswer, mergedAnswer, mergesAnswer, undoneMergeAnswer } from './merge.answers.ts';

const onRecord = z.object({ id: z.uuid().toLowerCase() });
const mergeBody = z.strictObject({
  loser: z.uuid().toLowerCase(),
  choices: z.record(z.string().max(100), z.enum(['survivor', 'loser', 'union'])).default({}),
  reason: z.string().trim().max(1_000).optional(),
});

const rulesOf: Readonly<Record<string, { declared: ObjectDef; rules: MergeRules }>> = {
  customer: { declared: customerObject, rules: customerMergeRules },
  contact: { declared: contactObject, rules: contactMergeRules },
};

const defOf = (ctx: Context, declared: ObjectDef): ObjectDef => ctx.registry.object(declared.key) ?? declared;

const routesOf = (declared: ObjectDef, rules: MergeRules): readonly Route[] => [
  defineRoute({
    method: 'GET', path: `/${declared.plural}/:id/merge-preview`, kind: 'query', access: { object: declared.key, action: 'merge' }, tag: 'merge',
    summary: 'Two records side by side with a proposal for each field', answer: mergePreviewAnswer, params: onRecord, query: z.strictObject({ with: z.uuid().toLowerCase() }),
    handle: (ctx, { params, query }) => previewMerge(ctx, defOf(ctx, declared), params.id, query.with),
  }),
  defineRoute({
    method: 'POST', path: `/${declared.plural}/:id/merge`, kind: 'action', access: { object: declared.key, action: 'merge' }, tag: 'merge',
    summary: 'Make one record of two; the other becomes a redirect', answer: mergedAnswer, params: onRecord, body: mergeBody,
    handle: async (ctx, { params, body }) => {
      const def = defOf(ctx, declared);
      const merge = await mergeRecords(ctx, def, { survivor: params.id, ...body }, rules);
      return { merge, record: await getRecord(ctx, def, params.id, { include: ['*'] }) };
    },
  }),
];

export const mergeRoutes: readonly Route[] = [
  ...Object.values(rulesOf).flatMap(({ declared, rules }) => routesOf(declared, rules)),
  defineRoute({
    method: 'GET', path: '/merges', kind: 'query', access: { object: 'customer', action: 'read' }, tag: 'merge', summary: 'Merges, newest first', answer: mergesAnswer,
    query: z.strictObject({
      before: z.iso.datetime({ offset: true }).optional(), record: z.uuid().toLowerCase().optional(), limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    handle: async (ctx, { query }) => ({ data: await listMerges(ctx, { before: query.before, record: query.record, limit: query.limit }) }),
  }),
  defineRoute({
    method: 'POST', path: '/merges/:id/undo', kind: 'action', access: 'signed-in', tag: 'merge', summary: 'Take a merge back within 30 days', answer: undoneMergeAnswer, params: onRecord,
    handle: async (ctx, { params }) => {
      const merge = await readMerge(ctx, params.id);
      const known = merge && rulesOf[merge.object];
      if (!merge || !known) throw fail('record.not-found');
      return undoMerge(ctx, defOf(ctx, known.declared), merge, known.rules);
    },
  }),
];
