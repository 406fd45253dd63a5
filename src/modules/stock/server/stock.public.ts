export { type DealEvent, type DealListener, addDealListener } from './deal-listeners.ts';
export { signedCopy } from './documents/signed-copy.ts';
export { expireHolds } from './expire-holds.ts';
export { type MadeProject, type ProjectPlan, makeProject } from './make-project.ts';
export { stockModule } from './stock.module.ts';
