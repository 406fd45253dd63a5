export { makeAuthenticate } from './authenticate.ts';
export { ensureFirstAdministrator } from './first-administrator.ts';
export { identityModule, makeIdentityModule } from './identity.module.ts';
export { loadActor } from './load-actor.ts';
export { hashPassword } from './credentials/passwords.ts';
export { isSetupNeeded, setUpCompany } from './actions/set-up-company.ts';
export { type SetUpListener, addSetUpListener } from './set-up-listeners.ts';
