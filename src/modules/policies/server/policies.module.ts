import type { ServerModule } from '#platform/modules/server-module.ts';
import { collectCatalogue } from './catalogue.ts';
import { decisionRoutes } from './decisions.routes.ts';
import { dmnRoutes } from './dmn.routes.ts';
import { packRoutes } from './packs.routes.ts';
import { policyApproval } from './policy-approval.ts';
import { policyRoutes } from './policies.routes.ts';

/** The policies room, with what the modules above bring: their decision points and packs. */
export function makePoliciesModule(modules: readonly ServerModule[]): ServerModule {
  const catalogue = collectCatalogue(modules);
  return {
    name: 'policies',
    approvalKinds: [policyApproval],
    routes: ({ timeZone }) => [...packRoutes(catalogue), ...policyRoutes(catalogue, timeZone), ...decisionRoutes, ...dmnRoutes],
  };
}
