import sql from 'sql-template-tag';
import { addCaseCost } from '#modules/service/server/service.public.ts';
import type { ServerModule } from '#platform/modules/server-module.ts';
import { fieldworkNotices } from '../fieldwork.notices.ts';
import { orderChecklistObject, serviceOrderObject } from '../objects/fieldwork.objects.ts';
import { partObject, partStoreObject, serviceAreaObject } from '../objects/part.objects.ts';
import { fieldworkRoutes } from './fieldwork.routes.ts';

// An order of a case that was merged costs the case that it went into.
addCaseCost((caseId) => sql`
  SELECT o.parts_cost AS cost FROM service_order o WHERE o.deleted_at IS NULL AND o.parts_cost IS NOT NULL AND (o.case_id = ${caseId} OR o.case_id IN (SELECT id FROM service_case WHERE merged_into_id = ${caseId}))`);

/** Service orders: people who go to the customer, what they keep to there, and what came of it. */
export const fieldworkModule: ServerModule = {
  name: 'fieldwork',
  objects: [serviceAreaObject, partObject, partStoreObject, serviceOrderObject, orderChecklistObject],
  notificationKinds: Object.values(fieldworkNotices),
  routes: () => fieldworkRoutes,
};
