import type { ServerModule } from '#platform/modules/server-module.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import type { Services } from '#platform/runtime/services.ts';
import sql from 'sql-template-tag';
import { userObject } from '../user.object.ts';
import { identityTexts } from '../identity.texts.ts';
import { accountRoutes } from './account.routes.ts';
import { rolesPart } from './actions/roles-part.ts';
import { ensureReadyRoles } from './actions/ensure-ready-roles.ts';
import { MOVE_JOB, runMoveRecords } from './actions/move-records.ts';
import { isSetupNeeded } from './actions/set-up-company.ts';
import { dropActors } from './own-action.ts';
import { delegationRoutes } from './delegations.routes.ts';
import { prepareDecoy } from './credentials/passwords.ts';
import { roleRoutes } from './roles.routes.ts';
import { type DemoLoader, setupRoutes, setupSecret } from './setup.routes.ts';
import { signInRoutes } from './sign-in.routes.ts';
import { signInSetting } from './sign-in-settings.ts';
import { userRoutes } from './users.routes.ts';
import { endViewsThatAreOver } from './view-as/view-as.ts';
import { viewAsRoutes } from './view-as/view-as.routes.ts';

/** `loadDemo` fills an empty system with the demo company when the set-up asks for it. */
export const makeIdentityModule = (options: { readonly loadDemo?: DemoLoader } = {}): ServerModule => ({
  name: 'identity',
  objects: [userObject],
  routes: (services) => [
    ...setupRoutes(services, options.loadDemo), ...signInRoutes(services), ...accountRoutes(services), ...userRoutes(services),
    ...roleRoutes(services), ...delegationRoutes(services), ...viewAsRoutes(services),
  ],
  configuration: [rolesPart],
  settings: [signInSetting],
  start,
});

export const identityModule: ServerModule = makeIdentityModule();

const TIDY_JOB = 'identity.tidy';

async function start(services: Services): Promise<void> {
  await prepareDecoy();
  services.jobs.define({ name: TIDY_JOB, handler: () => forgetOld(services) });
  services.jobs.every(TIDY_JOB, 6 * 3_600);
  services.jobs.define({ name: MOVE_JOB, handler: (run) => runMoveRecords(run, services), isLong: true });
  const isNeeded = await isSetupNeeded({ db: services.database });
  await runAction(services, { actor: systemActor(services) }, async (ctx) => {
    if (!isNeeded && (await ensureReadyRoles(ctx))) dropActors(services, ctx);
    await endViewsThatAreOver(ctx);
  });
  // The one secret that is printed: it opens an empty system only, and ends with its first account (SEC-1).
  if (isNeeded) services.log.info(identityTexts.t(services.defaultLocale, 'setup.secret', { secret: setupSecret(services.secrets) }));
}

/** Runs on one of several servers (PL-4). */
async function forgetOld({ database: db, clock }: Services): Promise<'done'> {
  const now = clock();
  const ago = (days: number): string => new Date(now.getTime() - days * 86_400_000).toISOString();
  await db.run(sql`DELETE FROM attempt WHERE last_at < ${ago(2)}`);
  await db.run(sql`DELETE FROM session WHERE expires_at < ${ago(90)}`);
  return 'done';
}
