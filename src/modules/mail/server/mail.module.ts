import { addTimelineSource } from '#modules/customers/server/customers.public.ts';
import type { ServerModule } from '#platform/modules/server-module.ts';
import { mailNotices } from '../mail.notices.ts';
import { mailMessageObject } from '../objects/mail-message.object.ts';
import { mailRoutes } from './mail.routes.ts';
import { mailSource } from './queries/mail-source.ts';
import { MailWatch } from './reading/mail-watch.ts';
import { readMailbox } from './reading/read-mailbox.ts';
import { sweepMailboxes } from './reading/sweep-mailboxes.ts';
import { deliverOutbox } from './sending/deliver-outbox.ts';
import { READ_JOB, SEND_JOB, SWEEP_JOB } from './sending/mail-jobs.ts';

addTimelineSource(mailSource);

const watches = new Set<MailWatch>();

/** Mailboxes read and written from 邮箱 (SE-30): each mail taken in once, kept whatever it is, given to whom it concerns. */
export const mailModule: ServerModule = {
  name: 'mail',
  objects: [mailMessageObject],
  notificationKinds: Object.values(mailNotices),
  routes: (services) => mailRoutes(services),
  start: (services) => {
    services.jobs.define({
      name: READ_JOB,
      handler: async (run) => {
        const id = run.data['mailbox'];
        if (typeof id !== 'string') return 'done';
        const look = await readMailbox(services, id, run.signal);
        return look === 'more' || run.signal.aborted ? 'again' : 'done';
      },
    });
    services.jobs.define({
      name: SEND_JOB, attempts: 100,
      handler: async (run) => {
        await deliverOutbox(services, run.signal);
        return run.signal.aborted ? 'again' : 'done';
      },
    });
    services.jobs.define({
      name: SWEEP_JOB,
      handler: async () => {
        await sweepMailboxes(services);
        return 'done';
      },
    });
    services.jobs.every(SWEEP_JOB, 60);
    const watch = new MailWatch(services);
    watches.add(watch);
    watch.start();
    return Promise.resolve();
  },
  stop: async () => {
    await Promise.all([...watches].map((watch) => watch.stop()));
    watches.clear();
  },
};
