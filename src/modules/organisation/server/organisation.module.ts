import type { ServerModule } from '#platform/modules/server-module.ts';
import { orgUnitObject } from '../org-unit.object.ts';
import { inspectorRoute } from './inspector.routes.ts';
import { orgUnitRoutes } from './org-units.routes.ts';

export const organisationModule: ServerModule = {
  name: 'organisation',
  objects: [orgUnitObject],
  routes: (services) => [...orgUnitRoutes(services), inspectorRoute],
};
