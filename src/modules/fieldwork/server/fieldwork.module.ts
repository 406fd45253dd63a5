import sql from 'sql-template-tag';
import { addCaseCost } from '#modules/service/server/service.public.ts';
import type { ServerModule } from '#platform/modules/server-module.ts';
import { fieldworkNotices } from '../fieldwork.notices.ts';
import { orderChecklistObject, serviceOrderObject } from '../objects/fieldwork.objects.ts';
import { partObject, partStoreObject, serviceAreaObject } from '../objects/part.objects.ts';
import { inspectionRoundObject, inspectionRouteObject } from '../objects/round.objects.ts';
import { fieldworkRoutes } from './fieldwork.routes.ts';
import { ROUNDS_JOB, runRounds } from './rounds/plan-rounds.ts';
import { roundRoutes } from './rounds/rounds.routes.ts';

// An order of a case that was merged costs the case that it went into.
addCaseCost((caseId) => sql`
  SELECT o.parts_cost AS cost FROM service_order o WHERE o.deleted_at IS NULL AND o.parts_cost IS NOT NULL AND (o.case_id = ${caseId} OR o.case_id IN (SELECT id FROM service_case WHERE merged_into_id = ${caseId}))`);

/** Service orders: people who go to the customer, what they keep to there, and what came of it. */
export const fieldworkModule: ServerModule = {
  name: 'fieldwork',
  objects: [serviceAreaObject, partObject, partStoreObject, serviceOrderObject, orderChecklistObject, inspectionRouteObject, inspectionRoundObject],
  notificationKinds: Object.values(fieldworkNotices),
  routes: (services) => [...fieldworkRoutes, ...roundRoutes(services)],
  start: (services) => {
    services.jobs.define({
      name: ROUNDS_JOB,
      handler: async () => {
        await runRounds(services);
        return 'done';
      },
    });
    services.jobs.every(ROUNDS_JOB, 300);
    return Promise.resolve();
  },
};
