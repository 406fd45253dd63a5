import type { ServerModule } from '#platform/modules/server-module.ts';
import { meetingsNotices } from '../meetings.notices.ts';
import { meetingActionObject, meetingObject } from '../objects/meeting.object.ts';
import { remindOverdueActions } from './actions/meeting-actions.ts';
import { MEETINGS_JOB, SYMPOSIUM_JOB, remindSymposiums, runMinutesClock } from './actions/minutes-clock.ts';
import { meetingsRoutes } from './meetings.routes.ts';

/** Meetings: of managers about a serious complaint, symposiums, with key accounts. */
export const meetingsModule: ServerModule = {
  name: 'meetings',
  objects: [meetingObject, meetingActionObject],
  notificationKinds: Object.values(meetingsNotices),
  routes: ({ mail }) => meetingsRoutes(mail?.siteUrl?.replace(/\/$/, '') ?? ''),
  start: (services) => {
    services.jobs.define({
      name: MEETINGS_JOB,
      handler: async () => {
        await runMinutesClock(services);
        return 'done';
      },
    });
    services.jobs.every(MEETINGS_JOB, 60);
    services.jobs.define({
      name: SYMPOSIUM_JOB,
      handler: async () => {
        await remindSymposiums(services);
        await remindOverdueActions(services);
        return 'done';
      },
    });
    services.jobs.every(SYMPOSIUM_JOB, 3_600);
    return Promise.resolve();
  },
};
