import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { ServerModule } from '#platform/modules/server-module.ts';
import type { Route } from '#platform/http/route.ts';
import { openApiRoute } from '#platform/openapi/docs-page.ts';
import { recordRoutes } from '#platform/records/record-routes.ts';
import { configurationRoutes } from '#platform/configuration/configuration-routes.ts';
import type { FieldIndexer } from '#platform/registry/field-index.ts';
import { fieldRoutes } from '#platform/registry/field-routes.ts';
import { metaRoute } from '#platform/registry/meta-route.ts';
import { objectRoutes } from '#platform/registry/object-routes.ts';
import type { Services } from '#platform/runtime/services.ts';
import { searchRoute } from '#platform/search/search-route.ts';
import { platformSettings } from '#platform/settings/platform-settings.ts';
import { settingsRoutes } from '#platform/settings/settings-routes.ts';
import { viewRoutes } from '#platform/views/view-routes.ts';
import { viewsPart } from '#platform/views/views-part.ts';

const VERSION = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))).version;

/** Every route of the server: the modules', the platform's own, and last those that each object has. */
export function allRoutes(services: Services, modules: readonly ServerModule[], indexer: FieldIndexer): readonly Route[] {
  const routes: Route[] = [];
  const declared = modules.flatMap((module) => module.objects ?? []);
  const settings = [...platformSettings, ...modules.flatMap((module) => module.settings ?? [])];
  const parts = [...modules.flatMap((module) => module.configuration ?? []), viewsPart];
  const options = { declared, settings, indexer, parts, routes: () => routes };
  routes.push(
    ...modules.flatMap((module) => module.routes?.(services) ?? []),
    metaRoute,
    openApiRoute(services, () => routes, VERSION),
    searchRoute,
    ...viewRoutes,
    ...fieldRoutes(services, indexer),
    ...objectRoutes(services, options),
    ...configurationRoutes(services, options),
    ...settingsRoutes(services, settings),
    ...recordRoutes,
  );
  return routes;
}
