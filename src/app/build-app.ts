import type { FastifyInstance } from 'fastify';
import { buildServer } from '#platform/http/server.ts';
import type { ServerModule } from '#platform/modules/server-module.ts';
import { recordRoutes } from '#platform/records/record-routes.ts';
import { metaRoute } from '#platform/registry/meta-route.ts';
import type { Services } from '#platform/runtime/services.ts';

/** The server with the routes of the platform and of every module. */
export function buildApp(services: Services, modules: readonly ServerModule[], trustedProxies: readonly string[] = []): FastifyInstance {
  const routes = [...modules.flatMap((module) => module.routes?.(services) ?? []), metaRoute, ...recordRoutes];
  return buildServer({ services, routes, trustedProxies });
}
