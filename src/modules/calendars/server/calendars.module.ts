import { addSetUpListener } from '#modules/identity/server/identity.public.ts';
import type { ServerModule } from '#platform/modules/server-module.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import { workingCalendarObject } from '../working-calendar.object.ts';
import { ensureCompanyCalendar } from './actions/assign-calendar.ts';
import { calendarRoutes } from './calendars.routes.ts';
import { followUnits } from './follow-units.ts';

addSetUpListener({ onSetUp: (ctx, facts) => ensureCompanyCalendar(ctx, facts) });
followUnits();

/** Working calendars 工作日历: when people work, so that deadlines count working time (SE-4). */
export const calendarsModule: ServerModule = {
  name: 'calendars',
  objects: [workingCalendarObject],
  routes: () => calendarRoutes,
  // A company from before this module gets its calendar at the first start.
  start: (services) => runAction(services, { actor: systemActor(services) }, (ctx) =>
    ensureCompanyCalendar(ctx, { locale: services.defaultLocale, timeZone: services.timeZone })),
};
