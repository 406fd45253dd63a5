import type { ServerModule } from '#platform/modules/server-module.ts';
import { fieldworkNotices } from '../fieldwork.notices.ts';
import { orderChecklistObject, serviceOrderObject } from '../objects/fieldwork.objects.ts';
import { fieldworkRoutes } from './fieldwork.routes.ts';

/** Service orders: people who go to the customer, what they keep to there, and what came of it. */
export const fieldworkModule: ServerModule = {
  name: 'fieldwork',
  objects: [serviceOrderObject, orderChecklistObject],
  notificationKinds: Object.values(fieldworkNotices),
  routes: () => fieldworkRoutes,
};
