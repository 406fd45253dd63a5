export { type AssigneeFilter, addAssigneeFilter } from './cases/assign-case.ts';
export { type CaseEvent, type CaseListener, addCaseListener } from './case-listeners.ts';
export { type CaseMessageDraft, addMessage } from './cases/add-message.ts';
export { type CaseDraft, type OpenedCase, openCase } from './cases/open-case.ts';
export { type CaseRating, rateCase } from './cases/rate-case.ts';
export { completeStep } from './process/complete-step.ts';
export { serviceModule } from './service.module.ts';
export { setUpService } from './setup/set-up-service.ts';
