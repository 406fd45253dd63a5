import { Readable } from 'node:stream';
import { z } from 'zod';
import { fail } from '#kernel/failure.ts';
import { kindOf } from '#platform/files/file-kinds.ts';
import { disposition } from '#platform/files/files.routes.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import { PICTURE_BYTES, type PictureFiles, takePicture } from './pictures/take-picture.ts';
import { idAnswer } from './portal.answers.ts';
import { requireAccount } from './portal-account.ts';
import { requirePortalFile } from './queries/show-portal-cases.ts';

const shared = { access: 'public', tag: 'portal' } as const;
const onCase = z.object({ id: z.uuid() });
const key = z.uuid();

/** Pictures of a report, and the files of its conversation (SEC-12, SEC-21). */
export const portalPictureRoutes = (files: PictureFiles): readonly Route[] => [
  defineRoute({
    ...shared, method: 'POST', path: '/portal/cases/:id/pictures', kind: 'query', status: 201, isUpload: true, params: onCase, summary: 'Add a picture; the body is its bytes', answer: idAnswer,
    bodyLimit: PICTURE_BYTES + 1, query: z.strictObject({ name: z.string().min(1).max(300), key, message: z.uuid().optional() }),
    handle: async (ctx, { params, query, body, request, reply }) => {
      if (!(body instanceof Readable)) throw fail('request.invalid', {}, [{ path: 'body', code: 'required' }]);
      try {
        return await takePicture(files, ctx, await requireAccount(ctx, request), { ...query, caseId: params.id }, body);
      } catch (error) {
        // The rest of a refused body is not read: the line cannot be used again.
        if (!body.readableEnded) reply.header('connection', 'close');
        throw error;
      }
    },
  }),
  defineRoute({
    ...shared, method: 'GET', path: '/portal/files/:id', kind: 'query', isHijacked: true, params: onCase, summary: 'A file of the conversation',
    handle: async (ctx, { params, request, reply }) => {
      const file = await requirePortalFile(ctx, await requireAccount(ctx, request), params.id);
      const kind = kindOf(file.mime);
      const bytes = await files.store.open(file.storeKey);
      await reply
        .type(kind === undefined || kind.family === 'text' ? 'application/octet-stream' : file.mime)
        .header('content-length', file.size)
        .header('content-disposition', disposition(kind?.isInline === true, file.name))
        .header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
        .header('cache-control', 'private, no-cache')
        .send(bytes);
      return undefined;
    },
  }),
];
