import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import serveStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { fail } from '#kernel/failure.ts';

const ROOT = fileURLToPath(new URL('../../../dist/web/', import.meta.url));

export const hasWebFile = (name: string): boolean => existsSync(`${ROOT}${name}`);

/** The built web application; any other page address answers its shell, unknown API addresses a problem. */
export async function serveWeb(server: FastifyInstance): Promise<void> {
  if (existsSync(ROOT)) {
    await server.register(serveStatic, {
      root: ROOT, wildcard: false, index: ['index.html'], preCompressed: true,
      setHeaders: (reply, path) => {
        reply.header('cache-control', /\/assets\//.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  server.setNotFoundHandler((request, reply) => {
    const [path = ''] = request.url.split('?');
    // A page's address may hold a dot (a policy's key); scripts and pictures never ask for HTML.
    const isFile = /\.\w{1,8}$/.test(path) || path.startsWith('/assets/');
    const isNavigation = !path.startsWith('/assets/') && request.headers.accept?.includes('text/html') === true;
    const isPage = request.method === 'GET' && !path.startsWith('/api/') && (!isFile || isNavigation);
    if (!isPage || !existsSync(ROOT)) throw fail('record.not-found');
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
}
