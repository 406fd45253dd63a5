export { performanceModule } from './performance.module.ts';
export { draftRun } from './incentives/draft-run.ts';
export { settleRun } from './incentives/settle-run.ts';
export { submitRun } from './incentives/submit-run.ts';
