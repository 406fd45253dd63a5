import { loadDemo } from '../../demo/load-demo.ts';
import { platformModules } from './platform-modules.ts';
import { jobsModule } from '#platform/jobs/jobs.module.ts';
import type { ServerModule } from '#platform/modules/server-module.ts';
import { makeIdentityModule } from '#modules/identity/server/identity.public.ts';
import { organisationModule } from '#modules/organisation/server/organisation.public.ts';
import { customersModule } from '#modules/customers/server/customers.public.ts';

/** The one list of modules, in the order of their layers. */
export const serverModules: readonly ServerModule[] = [...platformModules, makeIdentityModule({ loadDemo }), organisationModule, customersModule, jobsModule];
