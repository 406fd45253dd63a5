export { makeApprovalsModule } from './approvals.module.ts';
export {
  type ApprovalRequest, type RequestedApproval, closeApprovalElsewhere, openApprovalOf, requestApproval,
} from './actions/request-approval.ts';
export { addShippedFlow } from './actions/save-flow.ts';
export { managersOf } from './queries/find-signers.ts';
export { waitingApprovals } from './queries/waiting-subjects.ts';
export { type PendingApproval, pendingApprovals } from './queries/waiting-for.ts';
