import { Readable } from 'node:stream';
import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import { type Route, defineRoute } from '../http/route.ts';
import { objectOf } from '../records/record-routes.ts';
import { runAction } from '../runtime/make-context.ts';
import { kindOf } from './file-kinds.ts';
import { filesOf, noteDownload, removeFile, requireFile } from './file-records.ts';
import { type FileServices, uploadFile } from './take-upload.ts';
import { nothing } from '../http/answer.ts';
import { fileAnswer, filesAnswer } from './file.answers.ts';

const shared = { access: 'signed-in', tag: 'files' } as const;
const onFile = z.object({ id: z.uuid() });

/** Upload, download, list and removal of files, always by the rights on their record (PL-51, SEC-12). */
export const fileRoutes = (files: FileServices): readonly Route[] => [
  defineRoute({
    ...shared, method: 'POST', path: '/files', kind: 'query', status: 201, isUpload: true, summary: 'Add a file to a record; the body is its bytes', answer: fileAnswer,
    query: z.strictObject({ name: z.string().min(1).max(500), object: z.string().max(80), record: z.uuid().optional(), field: z.string().max(100).optional() }),
    handle: async (ctx, { query, body, headers, reply }) => {
      if (!(body instanceof Readable)) throw fail('request.invalid', {}, [{ path: 'body', code: 'required' }]);
      const length = headers['content-length'] === undefined ? undefined : Number(headers['content-length']);
      const key = headers['idempotency-key'];
      const request = { ...query, key: typeof key === 'string' && key !== '' ? key.slice(0, 200) : undefined };
      const file = await uploadFile(files, ctx, request, body, length).catch((error: unknown) => {
        // The rest of a refused body is not read: the line cannot be used again.
        if (!body.readableEnded) reply.header('connection', 'close');
        throw error;
      });
      reply.header('location', `/api/v1/files/${file.id}`);
      return file;
    },
  }),
  defineRoute({
    ...shared, method: 'GET', path: '/files/:id', kind: 'query', isHijacked: true, params: onFile, summary: 'The bytes of a file',
    query: z.strictObject({ inline: z.enum(['0', '1']).optional() }),
    handle: async (ctx, { params, query, reply }) => {
      const row = await requireFile(ctx, params.id, 'read');
      const kind = kindOf(row.mime);
      const isInline = query.inline === '1' && kind?.isInline === true;
      const bytes = await files.store.open(row.storeKey);
      if (!isInline) await runAction(files.services, { actor: ctx.actor, requestId: ctx.requestId, ip: ctx.ip }, (tx) => noteDownload(tx, row));
      await reply
        .type(kind === undefined || kind.family === 'text' ? 'application/octet-stream' : row.mime)
        .header('content-length', row.size)
        .header('content-disposition', disposition(isInline, row.name))
        // Whatever the bytes are, as a page of their own they may do nothing (SEC-21).
        .header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
        .header('cache-control', 'private, no-cache')
        .send(bytes);
      return undefined;
    },
  }),
  defineRoute({
    ...shared, method: 'DELETE', path: '/files/:id', kind: 'action', params: onFile, summary: 'Take a file from its record', answer: nothing,
    handle: async (ctx, { params }) => removeFile(ctx, params.id),
  }),
  defineRoute({
    access: 'records', tag: 'files', method: 'GET', path: '/:plural/:id/files', kind: 'query', summary: 'The files of a record, newest first', answer: filesAnswer,
    params: z.object({ plural: z.string().max(80), id: z.uuid() }),
    handle: async (ctx, { params }) => ({ data: await filesOf(ctx, objectOf(ctx, params), params.id) }),
  }),
];

/** RFC 6266: the name in UTF-8, and one in ASCII for old programs. */
export function disposition(isInline: boolean, name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const full = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${isInline ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${full}`;
}
