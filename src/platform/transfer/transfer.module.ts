import type { ServerModule } from '../modules/server-module.ts';
import type { Services } from '../runtime/services.ts';
import { CHECK_JOB, IMPORT_JOB, UNDO_JOB } from './import/import-actions.ts';
import { importRoutes } from './import/import-routes.ts';
import { checkJob, failImport, importJob } from './import/run-import.ts';
import { undoJob } from './import/undo-import.ts';

/** Imports and exports of every object (CU-12, UX-9). */
export const transferModule: ServerModule = {
  name: 'transfer',
  routes: importRoutes,
  start: (services) => {
    defineJobs(services);
    return Promise.resolve();
  },
};

function defineJobs({ jobs }: Services): void {
  for (const [name, handler] of [[CHECK_JOB, checkJob], [IMPORT_JOB, importJob], [UNDO_JOB, undoJob]] as const) {
    jobs.define({
      name, handler, isLong: true,
      onGivenUp: (run, services, error) => failImport(services, String(run.data.import), error),
    });
  }
}
