import { addTimelineSource } from '#modules/customers/server/customers.public.ts';
import type { ServerModule } from '#platform/modules/server-module.ts';
import { caseMessageObject, caseObject, correctiveActionObject, remedyObject } from '../objects/case.object.ts';
import { cannedReplyObject, caseMacroObject, caseTypeObject, complaintCauseObject, serviceQueueObject } from '../objects/case-setup.objects.ts';
import { servicePoints } from '../points/service.points.ts';
import { serviceNotices } from '../service.notices.ts';
import { servicePacks } from '../service.packs.ts';
import { boardRoutes } from './board/service-board.routes.ts';
import { takeMailsAsCases } from './channels/mail-cases.ts';
import { sendRepliesByMail } from './channels/mail-replies.ts';
import { articleRoutes } from './cases/article-of-case.ts';
import { caseDeskRoutes } from './cases/case-desk.routes.ts';
import { caseMailRoutes } from './channels/case-mail.routes.ts';
import { CALENDAR_JOB, CLOCK_JOB, recomputeCalendar, runClockStages } from './clocks/clock-job.ts';
import { extensionApproval } from './clocks/extend-clock.ts';
import { recomputeAfterCalendars } from './clocks/follow-calendars.ts';
import { tellLateSteps } from './clocks/step-due.ts';
import { deskRoutes } from './desk/desk.routes.ts';
import { endActionsWithCases, findingRoutes } from './process/case-of-meeting.ts';
import { followMeetings } from './process/meeting-of-case.ts';
import { solutionApproval } from './process/solution-approval.ts';
import { caseSource } from './queries/case-source.ts';
import { remedyApproval } from './remedies/grant-remedy.ts';
import { remedyRoutes } from './remedies/remedies.routes.ts';
import { serviceRoutes } from './service.routes.ts';
import { processRoutes } from './setup/process.routes.ts';

recomputeAfterCalendars();
takeMailsAsCases();
sendRepliesByMail();
followMeetings();
endActionsWithCases();
addTimelineSource(caseSource);

/** The service desk 客服: cases from every channel, their process, their clocks. */
export const serviceModule: ServerModule = {
  name: 'service',
  objects: [caseObject, caseMessageObject, remedyObject, correctiveActionObject, serviceQueueObject, caseTypeObject, complaintCauseObject, cannedReplyObject, caseMacroObject],
  decisionPoints: servicePoints,
  policyPacks: servicePacks,
  notificationKinds: Object.values(serviceNotices),
  approvalKinds: [solutionApproval, extensionApproval, remedyApproval],
  routes: () => [...serviceRoutes, ...deskRoutes, ...remedyRoutes, ...boardRoutes, ...articleRoutes, ...caseDeskRoutes, ...caseMailRoutes, ...processRoutes, ...findingRoutes],
  start: (services) => {
    services.jobs.define({
      name: CLOCK_JOB,
      handler: async () => {
        await runClockStages(services);
        await tellLateSteps(services);
        return 'done';
      },
    });
    services.jobs.every(CLOCK_JOB, 30);
    services.jobs.define({
      name: CALENDAR_JOB,
      handler: async ({ data }) => {
        if (typeof data['calendar'] === 'string') await recomputeCalendar(services, data['calendar'], typeof data['reason'] === 'string' ? data['reason'] : null);
        return 'done';
      },
    });
    return Promise.resolve();
  },
};
