import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import type { Context } from '../context/context.ts';
import { type Route, defineRoute } from '../http/route.ts';
import type { Services } from '../runtime/services.ts';
import { isIndexable } from './custom-index.ts';
import { type FieldIndexer, ensureSequence } from './field-index.ts';
import { type FieldRow, fieldChangeInput, newFieldInput } from './field-input.ts';
import { announceMeta } from './meta-change.ts';
import { addField, changeField, listFields, readField, setFieldRetired, shownField } from './save-field.ts';
import sql from 'sql-template-tag';
import { customFieldAnswer, customFieldsAnswer } from './registry.answers.ts';

const onField = z.object({ id: z.uuid().toLowerCase() });
const shared = { access: { right: 'admin.fields' }, tag: 'administration' } as const;

/** Custom fields (PL-12): every change is known here before the answer is sent, and in other processes a moment later. */
export function fieldRoutes(services: Services, indexer: FieldIndexer): readonly Route[] {
  const done = (ctx: Context, row: FieldRow) => {
    announceMeta(services, ctx);
    ctx.afterCommit(() => indexer.wake());
    return shownField(row);
  };
  return [
    defineRoute({
      ...shared, method: 'GET', path: '/admin/fields', kind: 'query', summary: 'Fields that administrators added', answer: customFieldsAnswer,
      query: z.strictObject({ object: z.string().max(40).optional() }),
      handle: async (ctx, { query }) => ({ data: (await listFields(ctx, query.object)).map(shownField) }),
    }),
    defineRoute({
      ...shared, method: 'POST', path: '/admin/fields', kind: 'action', status: 201, summary: 'Add a field to an object', answer: customFieldAnswer, body: newFieldInput,
      handle: async (ctx, { body }) => {
        const row = await addField(ctx, body);
        if (row.definition.type === 'autoNumber') await ensureSequence(services, row.object, row.key);
        return done(ctx, row);
      },
    }),
    defineRoute({
      ...shared, method: 'GET', path: '/admin/fields/:id', kind: 'query', summary: 'One field', answer: customFieldAnswer, params: onField,
      handle: async (ctx, { params }) => shownField(await readField(ctx, params.id)),
    }),
    defineRoute({
      ...shared, method: 'PATCH', path: '/admin/fields/:id', kind: 'action', summary: 'Change a field', answer: customFieldAnswer, params: onField, body: fieldChangeInput,
      handle: async (ctx, { params, body }) => done(ctx, await changeField(ctx, params.id, body)),
    }),
    defineRoute({
      ...shared, method: 'DELETE', path: '/admin/fields/:id', kind: 'action', status: 200, summary: 'Take a field out of use; its values are kept', answer: customFieldAnswer, params: onField,
      handle: async (ctx, { params }) => done(ctx, await setFieldRetired(ctx, params.id, true)),
    }),
    defineRoute({
      ...shared, method: 'POST', path: '/admin/fields/:id/restore', kind: 'action', summary: 'Bring a field back with its values', answer: customFieldAnswer, params: onField,
      handle: async (ctx, { params }) => done(ctx, await setFieldRetired(ctx, params.id, false)),
    }),
    defineRoute({
      ...shared, method: 'POST', path: '/admin/fields/:id/index', kind: 'action', status: 202, summary: 'Build the index of a field, or try it again', answer: customFieldAnswer, params: onField,
      handle: async (ctx, { params }) => done(ctx, await askForIndex(ctx, params.id)),
    }),
  ];
}

async function askForIndex(ctx: Context, id: string): Promise<FieldRow> {
  const row = await readField(ctx, id);
  if (row.retired_at !== null || !isIndexable({ ...row.definition, key: row.key })) {
    throw fail('record.invalid', { count: 1 }, [{ path: 'id', code: 'not-allowed' }]);
  }
  await ctx.db.run(sql`UPDATE custom_field SET is_indexed = true, index_state = 'building', index_error = NULL WHERE id = ${id}`);
  return readField(ctx, id);
}
