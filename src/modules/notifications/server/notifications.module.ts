import type { ServerModule } from '#platform/modules/server-module.ts';
import type { KindList } from './kind-list.ts';
import { deliverMails } from './mail/deliver-mails.ts';
import { MAIL_JOB, SWEEP_JOB } from './mail/mail-job.ts';
import { sweepMails } from './mail/sweep-mails.ts';
import { mailRoutes, notificationRoutes } from './notifications.routes.ts';

/** Tells people what concerns them, in the product and by mail (PL-44). `kinds`: what all modules declare. */
export const makeNotificationsModule = ({ kinds }: { readonly kinds: KindList }): ServerModule => ({
  name: 'notifications',
  routes: (services) => [...notificationRoutes(services, kinds), ...mailRoutes(services)],
  start: (services) => {
    services.jobs.define({
      // A server that is away for a night is tried all night; the sweep begins anew after that.
      name: MAIL_JOB, attempts: 100,
      handler: async (run) => {
        await deliverMails(services, kinds, run.signal);
        return run.signal.aborted ? 'again' : 'done';
      },
    });
    services.jobs.define({
      name: SWEEP_JOB,
      handler: async () => {
        await sweepMails(services);
        return 'done';
      },
    });
    services.jobs.every(SWEEP_JOB, 60);
    return Promise.resolve();
  },
});
