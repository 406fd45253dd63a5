import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { buildServer } from '#platform/http/server.ts';
import { servePages } from '#platform/http/web-pages.ts';
import type { ServerModule } from '#platform/modules/server-module.ts';
import { serveDocs } from '#platform/openapi/docs-page.ts';
import { FieldIndexer } from '#platform/registry/field-index.ts';
import type { Services } from '#platform/runtime/services.ts';
import { allRoutes } from './platform-routes.ts';

/** Requests under way have so long to finish when the server stops (PL-3). */
const STOP_MS = 10_000;

/** The server with the routes of the platform and of every module. */
export function buildApp(
  services: Services, modules: readonly ServerModule[], trustedProxies: readonly string[] = [], rateLimit = 0,
): FastifyInstance {
  const indexer = new FieldIndexer(services);
  const server = buildServer({ services, routes: allRoutes(services, modules, indexer), trustedProxies, rateLimit });
  const sockets = new Set<Socket>();
  server.server.on('connection', (socket) => sockets.add(socket.once('close', () => sockets.delete(socket))));
  // Open event streams end here: the server waits for every open request before it closes.
  server.addHook('preClose', async () => {
    for (const module of modules) await module.beforeClose?.();
    // Browsers open connections in advance and send nothing on them: they would be waited for until they time out.
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
    setTimeout(() => server.server.closeAllConnections(), STOP_MS).unref();
  });
  serveDocs(server, services);
  servePages(server, modules.flatMap((module) => module.pages?.(services) ?? []));
  server.addHook('onReady', async () => indexer.wake());
  server.addHook('onClose', () => indexer.stop());
  return server;
}
