import type { ServerModule } from '#platform/modules/server-module.ts';
import { activityObject } from '../objects/activity.object.ts';
import { contactObject } from '../objects/contact.object.ts';
import { customerObject } from '../objects/customer.object.ts';
import { customerRelationObject } from '../objects/customer-relation.object.ts';
import { needObject } from '../objects/need.object.ts';
import { activityHooks } from './activity-hooks.ts';
import { contactHooks } from './contact-hooks.ts';
import { contactImport } from './contact-import.ts';
import { customerHooks } from './customer-hooks.ts';
import { customerImport } from './customer-import.ts';
import { accessApproval } from './duplicates/access-approval.ts';
import { duplicateRoutes } from './duplicates/duplicates.routes.ts';
import { mergeRoutes } from './merge/merge.routes.ts';
import { handoverRoutes } from './handover/handover.routes.ts';
import { needHooks } from './need-hooks.ts';
import { defineQualityJobs } from './quality/quality-jobs.ts';
import { qualityRoutes } from './quality/quality.routes.ts';
import { timelineRoutes } from './timeline/timeline.routes.ts';
import { visitCheckInRoutes } from './visits/visit-check-in.routes.ts';

/** The customer and everything that hangs on it. */
export const customersModule: ServerModule = {
  name: 'customers',
  objects: [customerObject, contactObject, activityObject, needObject, customerRelationObject],
  hooks: { customer: customerHooks, contact: contactHooks, activity: activityHooks, need: needHooks },
  approvalKinds: [accessApproval],
  imports: { customer: customerImport, contact: contactImport },
  routes: (services) => [...duplicateRoutes, ...mergeRoutes, ...qualityRoutes(services), ...handoverRoutes, ...timelineRoutes, ...visitCheckInRoutes],
  start: (services) => {
    defineQualityJobs(services);
    return Promise.resolve();
  },
};
