export { performanceModule } from './performance.module.ts';
export { draftRun } from './incentives/draft-run.ts';
export { settleRun, submitRun } from './incentives/settle-run.ts';
