import type { RowOf } from '#kit/api/typed-client.ts';
import type { PlanTerms } from '../../rules/plan-terms.ts';

export type Plan = RowOf<'GET /commission/plans'>;
export type PlanVersion = Plan['versions'][number];

/** What a new plan begins with. */
export const firstTerms: PlanTerms = { accrual: 'contract', rates: [{ product: null, rate: { kind: 'percent', percent: '1' } }], target: null };

export const openVersionOf = (plan: Plan): PlanVersion | undefined => plan.versions.find((each) => each.status === 'draft' || each.status === 'submitted');
export const inForceOf = (plan: Plan, today: string): PlanVersion | undefined =>
  plan.versions.filter((each) => each.status === 'approved' && (each.activeFrom ?? '9999') <= today).toSorted((a, b) => (b.activeFrom ?? '').localeCompare(a.activeFrom ?? ''))[0];
