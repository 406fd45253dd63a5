export { installPack } from './actions/install-pack.ts';
export { makePoliciesModule } from './policies.module.ts';
export { clauseOfDecision } from './queries/clause-of-decision.ts';
