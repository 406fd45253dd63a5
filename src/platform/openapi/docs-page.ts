import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { fail } from '#kernel/failure.ts';
import type { Actor } from '../context/actor.ts';
import type { Context } from '../context/context.ts';
import { type Route, defineRoute } from '../http/route.ts';
import { systemActor } from '../runtime/make-context.ts';
import type { Services } from '../runtime/services.ts';
import { openApiDocument } from './openapi-document.ts';

const DOCS = '/api/docs';
const folder = path.dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

const page = `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>知客 API</title>
    <link rel="stylesheet" href="${DOCS}/swagger-ui.css" />
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="${DOCS}/swagger-ui-bundle.js"></script>
    <script src="${DOCS}/docs-init.js"></script>
  </body>
</html>
`;

const init = `SwaggerUIBundle({ url: '/api/v1/openapi.json', dom_id: '#swagger-ui', deepLinking: true, docExpansion: 'none', filter: true, defaultModelsExpandDepth: 0, validatorUrl: null });
`;

const isProduction = (): boolean => process.env['NODE_ENV'] === 'production';

/** Strangers see the documentation only on a developer's machine (SEC-35). */
function requireReader(actor: Actor | undefined): void {
  if (actor === undefined && isProduction()) throw fail('auth.required');
}

/** `GET /openapi.json`: what the caller may call, in their language; all of it for nobody in particular while developing. */
export function openApiRoute(services: Services, routes: () => readonly Route[], version: string): Route {
  return defineRoute({
    method: 'GET', path: '/openapi.json', access: 'public', kind: 'query', tag: 'meta', summary: 'This description',
    handle: async (ctx: Context, { request }) => {
      requireReader(request.actor);
      const reader = { actor: request.actor ?? systemActor(services), locale: ctx.locale };
      return openApiDocument(reader, { routes: routes(), registry: ctx.registry, version });
    },
  });
}

/** The browsable documentation: local files only, no inline script, under the same content policy as everything else. */
export function serveDocs(server: FastifyInstance, services: Pick<Services, 'authenticate'>): void {
  const files: Readonly<Record<string, readonly [type: string, read: () => Promise<Buffer | string>]>> = {
    '': ['text/html; charset=utf-8', async () => page],
    '/docs-init.js': ['text/javascript; charset=utf-8', async () => init],
    '/swagger-ui-bundle.js': ['text/javascript; charset=utf-8', () => readFile(path.join(folder, 'swagger-ui-bundle.js'))],
    '/swagger-ui.css': ['text/css; charset=utf-8', () => readFile(path.join(folder, 'swagger-ui.css'))],
  };
  for (const [name, [type, read]] of Object.entries(files)) {
    server.get(`${DOCS}${name}`, async (request: FastifyRequest, reply) => {
      requireReader(await services.authenticate(request));
      return reply.type(type).header('cache-control', name === '' ? 'no-cache' : 'private, max-age=86400').send(await read());
    });
  }
}
