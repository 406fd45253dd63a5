import type { FastifyInstance } from 'fastify';
import { buildServer } from '#platform/http/server.ts';
import type { ServerModule } from '#platform/modules/server-module.ts';
import { FieldIndexer } from '#platform/registry/field-index.ts';
import type { Services } from '#platform/runtime/services.ts';
import { allRoutes } from './platform-routes.ts';

/** The server with the routes of the platform and of every module. */
export function buildApp(services: Services, modules: readonly ServerModule[], trustedProxies: readonly string[] = []): FastifyInstance {
  const indexer = new FieldIndexer(services);
  const server = buildServer({ services, routes: allRoutes(services, modules, indexer), trustedProxies });
  server.addHook('onReady', async () => indexer.wake());
  server.addHook('onClose', () => indexer.stop());
  return server;
}
