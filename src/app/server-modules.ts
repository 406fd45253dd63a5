import { loadDemo } from '../../demo/load-demo.ts';
import { platformModules } from './platform-modules.ts';
import { jobsModule } from '#platform/jobs/jobs.module.ts';
import type { ServerModule } from '#platform/modules/server-module.ts';
import { makeIdentityModule } from '#modules/identity/server/identity.public.ts';
import { organisationModule } from '#modules/organisation/server/organisation.public.ts';
import { calendarsModule } from '#modules/calendars/server/calendars.public.ts';
import { makeNotificationsModule } from '#modules/notifications/server/notifications.public.ts';
import { makeApprovalsModule } from '#modules/approvals/server/approvals.public.ts';
import { makePoliciesModule } from '#modules/policies/server/policies.public.ts';
import { customersModule } from '#modules/customers/server/customers.public.ts';
import { receptionModule } from '#modules/reception/server/reception.public.ts';
import { chatModule } from '#modules/chat/server/chat.public.ts';
import { commissionModule } from '#modules/commission/server/commission.public.ts';
import { fieldworkModule } from '#modules/fieldwork/server/fieldwork.public.ts';
import { knowledgeModule } from '#modules/knowledge/server/knowledge.public.ts';
import { mailModule } from '#modules/mail/server/mail.public.ts';
import { meetingsModule } from '#modules/meetings/server/meetings.public.ts';
import { portalModule } from '#modules/portal/server/portal.public.ts';
import { performanceModule } from '#modules/performance/server/performance.public.ts';
import { serviceModule } from '#modules/service/server/service.public.ts';
import { standardsModule } from '#modules/standards/server/standards.public.ts';
import { teamModule } from '#modules/team/server/team.public.ts';
import { stockModule } from '#modules/stock/server/stock.public.ts';

/** The modules that ask policies. */
const deciding: readonly ServerModule[] = [receptionModule, stockModule, serviceModule];

/** The one list of modules, in the order of their layers. */
export const serverModules: readonly ServerModule[] = [
  ...platformModules, makeIdentityModule({ loadDemo }), organisationModule, calendarsModule,
  makeNotificationsModule({ kinds: () => serverModules.flatMap((module) => module.notificationKinds ?? []) }),
  makeApprovalsModule({ kinds: () => serverModules.flatMap((module) => module.approvalKinds ?? []) }),
  makePoliciesModule([...deciding, performanceModule]), customersModule, knowledgeModule, meetingsModule, mailModule, ...deciding, fieldworkModule, portalModule, chatModule, standardsModule, teamModule, performanceModule, commissionModule, jobsModule,
];
