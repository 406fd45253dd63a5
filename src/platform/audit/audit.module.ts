import type { ServerModule } from '../modules/server-module.ts';
import { auditRoutes } from './audit.routes.ts';
import { startSealing } from './seal-audit.ts';

const stops = new Set<() => Promise<void>>();

/** The audit trail: sealed while the server runs, read and verified by those with the right. */
export const auditModule: ServerModule = {
  name: 'audit',
  routes: auditRoutes,
  start: (services) => {
    stops.add(startSealing(services));
    return Promise.resolve();
  },
  stop: async () => {
    const all = [...stops];
    stops.clear();
    await Promise.all(all.map((stop) => stop()));
  },
};
