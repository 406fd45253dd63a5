import type { ServerModule } from '#platform/modules/server-module.ts';
import { approvalNotices } from '../approvals.kinds.ts';
import { approvalRoutes } from './approvals.routes.ts';
import { DEADLINE_JOB, escalateOverdue } from './escalate-overdue.ts';
import type { ApprovalKinds } from './kind-registry.ts';

/** Requests that somebody must approve (PL-42). `kinds`: what all modules declare. */
export const makeApprovalsModule = ({ kinds }: { readonly kinds: ApprovalKinds }): ServerModule => ({
  name: 'approvals',
  notificationKinds: Object.values(approvalNotices),
  routes: () => approvalRoutes(kinds),
  start: (services) => {
    services.jobs.define({
      name: DEADLINE_JOB,
      handler: async () => {
        await escalateOverdue(services, kinds);
        return 'done';
      },
    });
    services.jobs.every(DEADLINE_JOB, 60);
    return Promise.resolve();
  },
});
