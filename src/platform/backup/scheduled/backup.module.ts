import type { ServerModule } from '../../modules/server-module.ts';
import { BACKUP_JOB, addWhenDue, backupJob } from './backup-job.ts';
import { backupRoutes } from './backup-routes.ts';
import { backupSettings } from './backup-settings.ts';

// Looked at by every server; whoever comes first adds the job.
const LOOK_MS = 30_000;

const timers = new Set<NodeJS.Timeout>();

/** Scheduled backups with retention, and their page (PL-5, SEC-34). */
export const backupModule: ServerModule = {
  name: 'backup',
  settings: backupSettings,
  routes: backupRoutes,
  start: (services) => {
    services.jobs.define({ name: BACKUP_JOB, isLong: true, attempts: 3, handler: (run) => backupJob(run, services) });
    const look = () => {
      addWhenDue(services).catch((error: unknown) => services.log.warn({ err: error }, 'whether a backup is due could not be found out'));
    };
    look();
    timers.add(setInterval(look, LOOK_MS).unref());
    return Promise.resolve();
  },
  stop: () => {
    for (const timer of timers) clearInterval(timer);
    timers.clear();
    return Promise.resolve();
  },
};
