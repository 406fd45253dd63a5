import { Readable } from 'node:stream';
import sql from 'sql-template-tag';
import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '../../context/context.ts';
import type { Answered } from '../../http/answer.ts';
import { type Route, defineRoute } from '../../http/route.ts';
import type { Services } from '../../runtime/services.ts';
import { describeImport, runShown } from './describe-import.ts';
import { sendFailedRows } from './failed-rows.ts';
import {
  beginPass, cancelImport, changeImport, decideAll, pauseImport, resumeImport, undoImport, uploadFile,
} from './import-actions.ts';
import { importAnswer, importRowAnswer, importRowsAnswer, importsAnswer, newFieldAnswer } from './import.answers.ts';
import { importOptionsSchema } from './import-options.ts';
import { objectNamed } from './rows/import-plan.ts';
import { changeRow, listRows } from './import-rows.ts';
import { type ImportRun, findImport, listImports } from './import-store.ts';
import { sendTemplate } from './import-template.ts';
import { addField, newFieldSchema } from './mapping/new-field.ts';

const shared = { access: 'signed-in', tag: 'imports' } as const;
const onImport = z.object({ id: z.uuid() });
const onRow = onImport.extend({ row: z.coerce.number().int().min(1) });
const name = z.string().trim().min(1).max(255);
const changes = z.strictObject({
  mapping: z.array(z.string().max(100).nullable()).max(500).optional(),
  options: importOptionsSchema.optional(),
  sheet: z.string().max(100).optional(),
});
const rowsQuery = z.strictObject({
  state: z.enum(['ready', 'created', 'updated', 'unchanged', 'duplicate', 'error', 'removed', 'restored', 'kept', 'matched']).optional(),
  after: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const duplicateWord = z.enum(['skip', 'update', 'create']);
const rowChange = z.strictObject({
  cells: z.record(z.string().regex(/^\d{1,3}$/), z.string().max(20_000)).optional(),
  decision: z.strictObject({ do: duplicateWord, record: z.uuid().optional() }).optional(),
});

async function readImport(ctx: Context, id: Id): Promise<ImportRun> {
  const run = await findImport(ctx.db, id);
  if (!run || (run.createdBy !== ctx.actor.userId && !ctx.actor.rights.has('admin.jobs'))) throw fail('record.not-found');
  return run;
}

/** Import of any object (CU-12, UX-9): upload, mapping, trial run, import as a job, report, undo. */
export const importRoutes = (services: Services): readonly Route[] => {
  const answer = async (ctx: Context, id: Id) => describeImport(ctx, services, await readImport(ctx, id));
  return [...draftRoutes(services, answer), ...runRoutes(services, answer), ...rowRoutes(services)];
};

type Answer = (ctx: Context, id: Id) => Promise<Answered<typeof importAnswer>>;

const draftRoutes = (services: Services, answer: Answer): readonly Route[] => [
  defineRoute({
    ...shared, method: 'POST', path: '/imports', kind: 'action', status: 201, summary: 'Upload a CSV or .xlsx file to import',
    isUpload: true, bodyLimit: 10_000_000_000, answer: importAnswer,
    query: z.strictObject({ name, object: z.string().max(100), sheet: z.string().max(100).optional() }),
    handle: async (ctx, { query, body, reply }) => {
      if (!(body instanceof Readable)) throw fail('import.not-a-table');
      const id = await uploadFile(ctx, services, body, query);
      reply.header('location', `/api/v1/imports/${id}`);
      return answer(ctx, id);
    },
  }),
  defineRoute({
    ...shared, method: 'GET', path: '/imports', kind: 'query', summary: 'Imports, newest first; all of them for who looks after jobs',
    query: z.strictObject({ before: z.uuid().optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }), answer: importsAnswer,
    handle: async (ctx, { query }) => {
      const mine = ctx.actor.rights.has('admin.jobs') ? null : ctx.actor.userId;
      const data = await listImports(ctx.db, mine, query.before ?? null, query.limit);
      const names = await ctx.db.rows<{ id: Id; name: string }>(sql`SELECT id, name FROM app_user WHERE id = ANY(${data.map((run) => run.createdBy)}::uuid[])`);
      const nameOf = new Map(names.map((row) => [row.id, row.name]));
      return {
        data: data.map((run) => ({ ...runShown(run), author: nameOf.get(run.createdBy) ?? '' })),
        page: { next: data.length === query.limit ? (data.at(-1)?.id ?? null) : null, total: null },
      };
    },
  }),
  defineRoute({
    ...shared, method: 'GET', path: '/imports/template', kind: 'query', summary: 'An empty file with the columns of an object',
    isHijacked: true, query: z.strictObject({ object: z.string().max(100), format: z.enum(['csv', 'xlsx']).default('xlsx') }),
    handle: async (ctx, { query, reply }) => sendTemplate(ctx, objectNamed(ctx, query.object), query.format, reply),
  }),
  defineRoute({
    ...shared, method: 'GET', path: '/imports/:id', kind: 'query', summary: 'One import with its columns and counts', params: onImport, answer: importAnswer,
    handle: async (ctx, { params }) => answer(ctx, params.id),
  }),
  defineRoute({
    ...shared, method: 'PATCH', path: '/imports/:id', kind: 'action', summary: 'Change mapping, options or worksheet', params: onImport, body: changes, answer: importAnswer,
    handle: async (ctx, { params, body }) => {
      await changeImport(ctx, services, params.id, body);
      return answer(ctx, params.id);
    },
  }),
  defineRoute({
    ...shared, method: 'POST', path: '/imports/:id/fields', kind: 'action', status: 201, summary: 'Make a new field for a column',
    params: onImport, body: newFieldSchema, answer: newFieldAnswer,
    handle: async (ctx, { params, body }) => addField(ctx, services, await readImport(ctx, params.id), body),
  }),
];

const runRoutes = (services: Services, answer: Answer): readonly Route[] => {
  const step = (word: string, summary: string, act: (ctx: Context, id: Id) => Promise<void>): Route =>
    defineRoute({
      ...shared, method: 'POST', path: `/imports/:id/${word}`, kind: 'action', summary, params: onImport, answer: importAnswer,
      handle: async (ctx, { params }) => {
        await act(ctx, params.id);
        return answer(ctx, params.id);
      },
    });
  return [
    step('check', 'Trial run: every row’s errors and doubles, nothing is written', (ctx, id) => beginPass(ctx, services, id, 'check')),
    defineRoute({
      ...shared, method: 'POST', path: '/imports/:id/decisions', kind: 'action', summary: 'Decide about every double at once, and judge the rows again',
      params: onImport, body: z.strictObject({ do: duplicateWord }), answer: importAnswer,
      handle: async (ctx, { params, body }) => {
        await decideAll(ctx, services, params.id, body.do);
        return answer(ctx, params.id);
      },
    }),
    step('start', 'Import as a background job', (ctx, id) => beginPass(ctx, services, id, 'start')),
    step('pause', 'Pause after the running batch', pauseImport),
    step('resume', 'Go on after a pause or a failure', (ctx, id) => resumeImport(ctx, services, id)),
    step('cancel', 'End where it stands', cancelImport),
    step('undo', 'Take the whole import back', (ctx, id) => undoImport(ctx, services, id)),
  ];
};

const rowRoutes = (services: Services): readonly Route[] => [
  defineRoute({
    ...shared, method: 'GET', path: '/imports/:id/rows', kind: 'query', summary: 'Rows with what there is to say about them', params: onImport, query: rowsQuery, answer: importRowsAnswer,
    handle: async (ctx, { params, query }) => listRows(ctx, await readImport(ctx, params.id), query),
  }),
  defineRoute({
    ...shared, method: 'PATCH', path: '/imports/:id/rows/:row', kind: 'action', summary: 'Correct cells of a row after the trial run, or decide about its double', params: onRow,
    body: rowChange, answer: importRowAnswer,
    handle: async (ctx, { params, body }) => changeRow(ctx, services, await readImport(ctx, params.id), params.row, body),
  }),
  ...(['csv', 'xlsx'] as const).map((format) =>
    defineRoute({
      ...shared, method: 'GET', path: `/imports/:id/failed.${format}`, kind: 'query', summary: `Rows that were left out, with the reason, as ${format}`,
      isHijacked: true, params: onImport,
      handle: async (ctx, { params, reply }) => {
        const run = await readImport(ctx, params.id);
        await sendFailedRows(ctx, run, objectNamed(ctx, run.object), format, reply);
      },
    })),
];
