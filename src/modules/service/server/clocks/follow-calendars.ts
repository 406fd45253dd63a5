import { addCalendarListener } from '#modules/calendars/server/calendars.public.ts';
import { authorOf } from '#platform/context/author.ts';
import { insertJob } from '#platform/jobs/job-store.ts';
import { CALENDAR_JOB } from './clock-job.ts';

/** A corrected calendar moves deadlines: a job computes them anew once the correction is committed (SE-4). */
export const recomputeAfterCalendars = (): void =>
  addCalendarListener({
    onCalendarChange: async (ctx, calendarId, { reason }) => {
      await insertJob({ db: ctx.db, now: ctx.now, newId: ctx.newId, actorId: authorOf(ctx) }, CALENDAR_JOB, { calendar: calendarId, reason }, {});
    },
  });
