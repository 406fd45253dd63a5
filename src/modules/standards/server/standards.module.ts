import type { ServerModule } from '#platform/modules/server-module.ts';
import { auditActionObject, auditTemplateObject, blueprintObject, serviceAuditObject, standardObject } from '../objects/standards.objects.ts';
import { standardsNotices } from '../standards.notices.ts';
import { OVERDUE_JOB, remindOverdue } from './actions/improve.ts';
import { personalTarget, proceduralTarget } from './audit-settings.ts';
import { auditsRoutes } from './audits.routes.ts';
import { standardHooks } from './standard-hooks.ts';
import { standardsRoutes } from './standards.routes.ts';

/** Service standards, the audits that hold the service against them, improvements, and service circles. */
export const standardsModule: ServerModule = {
  name: 'standards',
  objects: [standardObject, auditTemplateObject, serviceAuditObject, auditActionObject, blueprintObject],
  hooks: { standard: standardHooks },
  settings: [proceduralTarget, personalTarget],
  notificationKinds: Object.values(standardsNotices),
  routes: () => [...standardsRoutes, ...auditsRoutes],
  start: (services) => {
    services.jobs.define({
      name: OVERDUE_JOB,
      handler: async () => {
        await remindOverdue(services);
        return 'done';
      },
    });
    services.jobs.every(OVERDUE_JOB, 3_600);
    return Promise.resolve();
  },
};
