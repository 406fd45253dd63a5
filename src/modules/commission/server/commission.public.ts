export { commissionModule } from './commission.module.ts';
export { impactOf, type PersonAmount, type ShareChange } from './entries/impact-of.ts';
export { approvePlan, createPlan, submitPlanDraft } from './plans/plan-draft.ts';
export { type DealEvent, type DealEventKind, type DealShares } from './posting/deal-event.ts';
export { freezeDeal, releaseDeal } from './posting/freeze-deal.ts';
export { postDealEvent, type PostedEvent } from './posting/post-deal-event.ts';
export { closeMonth, cutOffMonth } from './settlement/settle-month.ts';
