import type { ServerModule } from '../modules/server-module.ts';
import { jobRoutes } from './job-routes.ts';

/** Listed last: every other module has said what its jobs mean before the first one is taken up. */
export const jobsModule: ServerModule = {
  name: 'jobs',
  routes: jobRoutes,
  start: (services) => services.jobs.start(services),
};
