import type { ServerModule } from '#platform/modules/server-module.ts';
import { followUpNotices } from '../follow-up/follow-up.notices.ts';
import { receptionNotices } from '../reception.kinds.ts';
import { receptionPacks } from '../reception.packs.ts';
import { receptionPoints } from '../reception.points.ts';
import { siteObject } from '../site.object.ts';
import { boardRoutes } from './board.routes.ts';
import { disputePart } from './disputes/dispute-part.ts';
import { defineFollowUpRound } from './follow-up/follow-up-round.ts';
import { followUpRoutes } from './follow-up/follow-up.routes.ts';
import { definePlanReminders, planNotice } from './plans/plan-reminders.ts';
import { planRoutes } from './plans/work-plans.routes.ts';
import { poolRoutes } from './pools/pools.routes.ts';
import { registrationPart } from './registration/registration-part.ts';
import { siteRoutes } from './sites.routes.ts';
import { statisticsRoutes } from './statistics/statistics.routes.ts';

export const receptionModule: ServerModule = {
  name: 'reception',
  decisionPoints: receptionPoints,
  policyPacks: receptionPacks,
  routes: (services) => [...siteRoutes(services), ...boardRoutes, ...followUpRoutes(services), ...poolRoutes(services), ...disputePart.routes, ...statisticsRoutes, ...planRoutes, ...registrationPart.routes],
  objects: [siteObject, ...registrationPart.objects, ...disputePart.objects],
  hooks: registrationPart.hooks,
  approvalKinds: [...registrationPart.approvalKinds, ...disputePart.approvalKinds],
  notificationKinds: [...Object.values(receptionNotices), ...Object.values(followUpNotices), ...disputePart.notices, planNotice],
  start: (services) => {
    defineFollowUpRound(services);
    disputePart.start(services);
    definePlanReminders(services);
    return registrationPart.start(services);
  },
};
