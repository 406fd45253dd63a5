import type { ServerModule } from '../modules/server-module.ts';
import type { Services } from '../runtime/services.ts';
import { EXPORT_JOB, exportRoutes } from './export/export-routes.ts';
import { exportJob, giveUpExport } from './export/run-export.ts';
import { CHECK_JOB, IMPORT_JOB, UNDO_JOB } from './import/import-actions.ts';
import { importRoutes } from './import/import-routes.ts';
import { checkJob, failImport, importJob } from './import/run-import.ts';
import { undoJob } from './import/undo-import.ts';
import { tidyFiles } from './tidy-files.ts';
import { transferSettings } from './transfer-settings.ts';

const TIDY_JOB = 'transfer.tidy';

/** Imports and exports of every object (CU-12, UX-9). */
export const transferModule: ServerModule = {
  name: 'transfer',
  settings: transferSettings,
  routes: (services) => [...importRoutes(services), ...exportRoutes(services)],
  start: (services) => {
    defineJobs(services);
    return Promise.resolve();
  },
};

function defineJobs(services: Services): void {
  const { jobs } = services;
  for (const [name, handler] of [[CHECK_JOB, checkJob], [IMPORT_JOB, importJob], [UNDO_JOB, undoJob]] as const) {
    jobs.define({
      name, isLong: true, handler: (run) => handler(run, services),
      onGivenUp: (run, error) => failImport(services, String(run.data.import), error),
    });
  }
  jobs.define({
    name: EXPORT_JOB, isLong: true, handler: (run) => exportJob(run, services),
    onGivenUp: (run, error) => giveUpExport(services, String(run.data.export), error),
  });
  jobs.define({ name: TIDY_JOB, handler: () => tidyFiles(services) });
  jobs.every(TIDY_JOB, 3_600);
}
