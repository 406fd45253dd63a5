import { z } from 'zod';
import { kindOf } from '#platform/files/file-kinds.ts';
import { disposition } from '#platform/files/files.routes.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import type { PictureFiles } from '../pictures/take-picture.ts';
import { portalPapersAnswer } from '../portal.answers.ts';
import { requireAccount } from '../portal-account.ts';
import { listPapers, printContract, requireDocument } from './show-papers.ts';

const shared = { access: 'public', tag: 'portal', method: 'GET', kind: 'query' } as const;
const params = z.object({ id: z.uuid() });
const NOT_RUN = "default-src 'none'; sandbox; frame-ancestors 'none'";

/** Contracts and documents of a signed-in customer, to be read (SE-31). */
export const portalPaperRoutes = ({ services, store }: PictureFiles): readonly Route[] => [
  defineRoute({ ...shared, path: '/portal/papers', summary: 'Signed contracts and documents of the customer', answer: portalPapersAnswer, handle: async (ctx, { request }) => listPapers(ctx, await requireAccount(ctx, request)) }),
  defineRoute({
    ...shared, path: '/portal/contracts/:id/pdf', isHijacked: true, params, summary: 'The customer’s copy of a signed contract, PDF',
    handle: async (ctx, { params: { id }, request, reply }) => {
      const pdf = await printContract(services, ctx, await requireAccount(ctx, request), id);
      await reply.type('application/pdf').header('content-length', pdf.length).header('content-disposition', disposition(false, '认购书.pdf')).header('content-security-policy', NOT_RUN).header('cache-control', 'private, no-store').send(pdf);
      return undefined;
    },
  }),
  defineRoute({
    ...shared, path: '/portal/documents/:id', isHijacked: true, params, summary: 'A document that was marked for the customer',
    handle: async (ctx, { params: { id }, request, reply }) => {
      const file = await requireDocument(ctx, await requireAccount(ctx, request), id);
      const kind = kindOf(file.mime);
      await reply
        .type(kind === undefined || kind.family === 'text' ? 'application/octet-stream' : file.mime).header('content-length', file.size)
        .header('content-disposition', disposition(false, file.name)).header('content-security-policy', NOT_RUN).header('cache-control', 'private, no-store').send(await store.open(file.storeKey));
      return undefined;
    },
  }),
];
