export { installPack } from './actions/install-pack.ts';
export { makePoliciesModule } from './policies.module.ts';
