import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import type { ObjectDef } from '#meta/object.ts';
import type { Context } from '../context/context.ts';
import { type Route, type RouteInput, defineRoute } from '../http/route.ts';
import { type Operation, bulkRecords, selectedIds } from './bulk-records.ts';
import { createAndRead } from './create-record.ts';
import { checkFilter, parseFilter } from './filter/filter-sql.ts';
import { getRecord } from './get-record.ts';
import { MAX_LIMIT, listRecords } from './list-records.ts';
import { recordHistory, restoreFromHistory } from './history/record-history.ts';
import { removeRecord, restoreRecord } from './remove-record.ts';
import { revealField } from './history/reveal-field.ts';
import { summariseRecords } from './summarise-records.ts';
import { updateRecord } from './update-record.ts';

const inCollection = z.object({ plural: z.string().max(80) });
const onRecord = z.object({ plural: z.string().max(80), id: z.uuid() });
const words = z.string().max(4_000).transform((text) => text.split(',').map((word) => word.trim()).filter(Boolean));
const values = z.record(z.string().max(100), z.unknown());

const selection = {
  filter: z.string().optional(),
  q: z.string().max(200).optional(),
  deleted: z.enum(['true']).optional(),
};
const listQuery = z.strictObject({
  ...selection,
  sort: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(MAX_LIMIT).default(50),
  cursor: z.string().max(4_000).optional(),
  fields: words.optional(),
  include: words.optional(),
  count: z.enum(['true', 'only']).optional(),
});
const readQuery = z.strictObject({ fields: words.optional(), include: words.optional(), deleted: z.enum(['true']).optional() });
const summaryQuery = z.strictObject({ ...selection, groupBy: z.string().max(120).optional(), measures: words.default(['count']) });

const operation = z.strictObject({
  op: z.enum(['create', 'update', 'delete', 'restore']),
  id: z.uuid().optional(),
  version: z.number().int().optional(),
  values: values.optional(),
  _reason: z.string().max(1_000).optional(),
  _acceptDuplicate: z.boolean().optional(),
});
const bulkBody = z.union([
  z.strictObject({ operations: z.array(operation).min(1).max(1_000) }),
  z.strictObject({ filter: z.unknown().optional(), q: z.string().max(200).optional(), op: z.enum(['update', 'delete']), values: values.optional() }),
]);

/** The object named in the path; an unknown one is simply not found. */
export function objectOf(ctx: Context, params: { plural: string }): ObjectDef {
  const def = ctx.registry.byPlural(params.plural);
  if (!def) throw fail('record.not-found');
  return def;
}

/** The version that the caller saw, from `If-Match: "7"`. */
export function versionOf(input: Pick<RouteInput<unknown, unknown, unknown>, 'headers'>): number | undefined {
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(input.headers['if-match'] ?? '');
  return match ? Number(match[1]) : undefined;
}

const META_KEYS = ['_reason', '_acceptDuplicate'] as const;

// Made once: building a schema costs more than asking it.
const reasonWord = z.string().max(1_000).optional();
const acceptWord = z.boolean().optional();

/** Words about a write travel beside the fields: `_reason`, `_acceptDuplicate`. */
function splitBody(body: Readonly<Record<string, unknown>>) {
  const input = Object.fromEntries(Object.entries(body).filter(([key]) => !META_KEYS.some((meta) => meta === key)));
  const reason = reasonWord.parse(body._reason);
  const isDuplicateAccepted = acceptWord.parse(body._acceptDuplicate);
  return { input, options: { ...(reason !== undefined && { reason }), ...(isDuplicateAccepted !== undefined && { isDuplicateAccepted }) } };
}

/** In bulk they stand beside `op`, or among the values as with a single write. */
function operationOf({ op, id, version, values: given, ...meta }: z.infer<typeof operation>): Operation {
  const { input, options } = splitBody({ ...given, ...meta });
  return { op, id, version, values: input, options };
}

async function answer(ctx: Context, def: ObjectDef, id: string, input: RouteInput<unknown, unknown, unknown>, isDeleted = false) {
  const record = await getRecord(ctx, def, id, { include: ['*'], isDeleted });
  input.reply.header('etag', `"${record.version}"`);
  return record;
}

const shared = { access: 'records', tag: 'records' } as const;

/** The routes that every object has, built-in or made by an administrator (PL-10, PL-20). */
export const recordRoutes: readonly Route[] = [
  defineRoute({
    ...shared, method: 'GET', path: '/:plural', kind: 'query', summary: 'List records', params: inCollection, query: listQuery,
    handle: async (ctx, { params, query }) =>
      listRecords(ctx, objectOf(ctx, params), {
        ...query, fields: query.fields ?? undefined, include: query.include ?? undefined,
        filter: parseFilter(query.filter), isDeleted: query.deleted === 'true',
      } as Parameters<typeof listRecords>[2]),
  }),
  defineRoute({
    ...shared, method: 'GET', path: '/:plural/summary', kind: 'query', summary: 'Counts and sums by group', params: inCollection, query: summaryQuery,
    handle: async (ctx, { params, query }) => ({
      data: await summariseRecords(ctx, objectOf(ctx, params), {
        filter: parseFilter(query.filter), q: query.q, isDeleted: query.deleted === 'true', groupBy: query.groupBy, measures: query.measures,
      }),
    }),
  }),
  defineRoute({
    ...shared, method: 'POST', path: '/:plural', kind: 'action', status: 201, summary: 'Create a record', params: inCollection, body: values,
    handle: async (ctx, input) => {
      const def = objectOf(ctx, input.params);
      const body = splitBody(input.body);
      // With a key the answer is stored behind it.
      const isLast = input.headers['idempotency-key'] === undefined;
      const { id, read } = await createAndRead(ctx, def, body.input, { ...body.options, isLast }, (made) => answer(ctx, def, made, input));
      input.reply.header('location', `/api/v1/${def.plural}/${id}`);
      return read;
    },
  }),
  defineRoute({
    ...shared, method: 'GET', path: '/:plural/:id', kind: 'query', summary: 'Read a record', params: onRecord, query: readQuery,
    handle: async (ctx, { params, query, reply }) => {
      const request = { ...(query.fields && { fields: query.fields }), include: query.include ?? [], isDeleted: query.deleted === 'true' };
      const record = await getRecord(ctx, objectOf(ctx, params), params.id, request);
      reply.header('etag', `"${record.version}"`);
      return record;
    },
  }),
  defineRoute({
    ...shared, method: 'PATCH', path: '/:plural/:id', kind: 'action', summary: 'Change fields of a record', params: onRecord, body: values,
    handle: async (ctx, input) => {
      const def = objectOf(ctx, input.params);
      const body = splitBody(input.body);
      const version = versionOf(input);
      await updateRecord(ctx, def, input.params.id, body.input, { ...body.options, ...(version !== undefined && { version }) });
      return answer(ctx, def, input.params.id, input);
    },
  }),
  defineRoute({
    ...shared, method: 'DELETE', path: '/:plural/:id', kind: 'action', summary: 'Remove a record', params: onRecord,
    handle: async (ctx, input) => removeRecord(ctx, objectOf(ctx, input.params), input.params.id, versionOf(input)),
  }),
  defineRoute({
    ...shared, method: 'POST', path: '/:plural/:id/restore', kind: 'action', summary: 'Restore a removed record', params: onRecord,
    handle: async (ctx, input) => {
      const def = objectOf(ctx, input.params);
      await restoreRecord(ctx, def, input.params.id);
      return answer(ctx, def, input.params.id, input);
    },
  }),
  defineRoute({
    ...shared, method: 'POST', path: '/:plural/bulk', kind: 'action', summary: 'Up to 1000 operations, each with its own result', params: inCollection, body: bulkBody,
    handle: async (ctx, { params, body }) => {
      const def = objectOf(ctx, params);
      if ('operations' in body) return { results: await bulkRecords(ctx, def, body.operations.map(operationOf)) };
      const filter = body.filter === undefined ? undefined : checkFilter(body.filter);
      const ids = await selectedIds(ctx, def, { filter, q: body.q }, body.op, MAX_SELECTED);
      if (ids.length > MAX_SELECTED) throw fail('record.too-many', { max: MAX_SELECTED });
      return { results: await bulkRecords(ctx, def, ids.map((id) => operationOf({ op: body.op, id, values: body.values }))) };
    },
  }),
  defineRoute({
    ...shared, method: 'POST', path: '/:plural/:id/reveal', kind: 'action', summary: 'Show a masked value in full, with a reason', params: onRecord,
    body: z.strictObject({ field: z.string().max(100), reason: z.string().trim().min(2).max(500) }),
    handle: async (ctx, { params, body }) => ({ value: await revealField(ctx, objectOf(ctx, params), params.id, body.field, body.reason) }),
  }),
  defineRoute({
    ...shared, method: 'GET', path: '/:plural/:id/history', kind: 'query', summary: 'Who changed what, newest first', params: onRecord,
    query: z.strictObject({ before: z.coerce.number().int().optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
    handle: async (ctx, { params, query }) => ({
      data: await recordHistory(ctx, objectOf(ctx, params), params.id, query.before, query.limit),
    }),
  }),
  defineRoute({
    ...shared, method: 'POST', path: '/:plural/:id/history/:seq/restore', kind: 'action', summary: 'Put the fields of an entry back', tag: 'records',
    params: onRecord.extend({ seq: z.coerce.number().int() }),
    handle: async (ctx, input) => {
      const def = objectOf(ctx, input.params);
      await restoreFromHistory(ctx, def, input.params.id, input.params.seq);
      return answer(ctx, def, input.params.id, input);
    },
  }),
];

/** "Select all results": more than this belongs into a background job. */
const MAX_SELECTED = 5_000;
