import type { ServerModule } from '#platform/modules/server-module.ts';
import { caseMessageObject, caseObject, correctiveActionObject, remedyObject } from '../objects/case.object.ts';
import { cannedReplyObject, caseMacroObject, caseTypeObject, complaintCauseObject, serviceQueueObject } from '../objects/case-setup.objects.ts';
import { servicePoints } from '../points/service.points.ts';
import { serviceNotices } from '../service.notices.ts';
import { servicePacks } from '../service.packs.ts';
import { solutionApproval } from './process/solution-approval.ts';
import { serviceRoutes } from './service.routes.ts';

/** The service desk 客服: cases from every channel, their process, their clocks. */
export const serviceModule: ServerModule = {
  name: 'service',
  objects: [caseObject, caseMessageObject, remedyObject, correctiveActionObject, serviceQueueObject, caseTypeObject, complaintCauseObject, cannedReplyObject, caseMacroObject],
  decisionPoints: servicePoints,
  policyPacks: servicePacks,
  notificationKinds: Object.values(serviceNotices),
  approvalKinds: [solutionApproval],
  routes: () => serviceRoutes,
};
