import type { ServerModule } from '../modules/server-module.ts';
import type { Services } from '../runtime/services.ts';
import { fileSizeSetting } from './file-settings.ts';
import { folderStore } from './file-store.ts';
import { fileRoutes } from './files.routes.ts';
import { commandScan, noScan } from './malware-scan.ts';
import { draftsFolder } from './receive-upload.ts';
import { sweepFiles } from './sweep-files.ts';
import { filesFolder } from './take-upload.ts';

// Nobody writes to a file for so long without finishing it: what is older was left by a crash.
const ABANDONED_MS = 10 * 60_000;
const DAY_MS = 24 * 3_600_000;

const timers = new Set<NodeJS.Timeout>();

/** Files of records. `ZHIKE_SCAN_COMMAND` names a malware scanner (PL-51); a command, so never a setting of the web page. */
export const filesModule: ServerModule = {
  name: 'files',
  settings: [fileSizeSetting],
  routes: (services) => fileRoutes({
    services, store: folderStore(filesFolder(services)),
    scan: services.scanCommand === undefined ? noScan : commandScan(services.scanCommand),
  }),
  start: async (services) => {
    await sweep(services);
    timers.add(setTimeout(() => void sweep(services), ABANDONED_MS + 60_000).unref());
    timers.add(setInterval(() => void sweep(services), DAY_MS).unref());
  },
  stop: () => {
    for (const timer of timers) clearTimeout(timer);
    timers.clear();
    return Promise.resolve();
  },
};

async function sweep(services: Services): Promise<void> {
  try {
    const folder = filesFolder(services);
    // The disk's time, which a shifted clock of the services does not know.
    const before = new Date(Date.now() - ABANDONED_MS);
    const removed = await sweepFiles({ db: services.database, store: folderStore(folder), drafts: draftsFolder(folder), before });
    if (removed > 0) services.log.info({ removed }, 'left-over files removed');
  } catch (error) {
    services.log.warn({ err: error }, 'left-over files were not looked for');
  }
}
