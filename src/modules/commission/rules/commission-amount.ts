import { addMoney, compareMoney, type Money, multiplyMoney, splitByShares, subtractMoney, zeroMoney } from '#kernel/money.ts';
import type { PlanTerms, Rate, RateLine, Tier } from './plan-terms.ts';

/** What a deal's commission is worked out from. */
export interface PricedDeal {
  readonly price: Money | null;
  readonly received: Money;
  readonly product: string | null;
  readonly isSigned: boolean;
  readonly isRefunded: boolean;
}

/** One step of the working: a part of the price at a percent; `extra` for the team's target. */
export interface RateStep {
  readonly kind: 'rate' | 'extra';
  readonly base: string;
  readonly percent: string;
  readonly amount: string;
}

export interface CommissionAmount {
  /** The commission of the whole deal. */
  readonly full: Money;
  /** As much of it as is earned by now. */
  readonly earned: Money;
  readonly product: string | null;
  readonly steps: readonly RateStep[];
}

/**
 * A deal's commission under a plan's terms (RE-31), to the cent: each tier and the team's extra are rounded half-even.
 * Zero before the contract and after a refund.
 */
export function commissionOf(terms: PlanTerms, deal: PricedDeal, isTargetReached: boolean): CommissionAmount {
  const { currency } = deal.received;
  const nothing: CommissionAmount = { full: zeroMoney(currency), earned: zeroMoney(currency), product: null, steps: [] };
  const line = lineFor(terms, deal.product);
  const { price } = deal;
  if (!deal.isSigned || deal.isRefunded || price === null || line === undefined) return nothing;
  const steps = rateSteps(line.rate, price);
  if (isTargetReached && terms.target) steps.push(stepOf('extra', price, terms.target.extraPercent));
  const full = steps.reduce((sum, step) => addMoney(sum, { amount: step.amount, currency }), zeroMoney(currency));
  return { full, earned: terms.accrual === 'contract' ? full : inProportion(full, deal.received, price), product: line.product, steps };
}

const lineFor = (terms: PlanTerms, product: string | null): RateLine | undefined =>
  terms.rates.find((line) => line.product !== null && line.product === product) ?? terms.rates.find((line) => line.product === null);

function rateSteps(rate: Rate, price: Money): RateStep[] {
  if (rate.kind === 'percent') return [stepOf('rate', price, rate.percent)];
  const reached = rate.tiers.filter((tier) => compareMoney({ amount: tier.from, currency: price.currency }, price) <= 0);
  if (rate.kind === 'whole') return reached.slice(-1).map((tier) => stepOf('rate', price, tier.percent));
  return reached.map((tier, index) => stepOf('rate', partOf(price, tier, reached[index + 1]), tier.percent));
}

const partOf = (price: Money, tier: Tier, next: Tier | undefined): Money =>
  subtractMoney(next === undefined ? price : { amount: next.from, currency: price.currency }, { amount: tier.from, currency: price.currency });

function stepOf(kind: RateStep['kind'], base: Money, percent: string): RateStep {
  return { kind, base: base.amount, percent, amount: multiplyMoney(base, `${percent}e-2`).amount };
}

/** Whole once the price is paid; what was received beyond the price earns nothing more. */
function inProportion(full: Money, received: Money, price: Money): Money {
  const zero = zeroMoney(price.currency);
  if (compareMoney(received, zero) <= 0) return zero;
  if (compareMoney(received, price) >= 0) return full;
  const [earned = zero] = splitByShares(full, [received.amount, subtractMoney(price, received).amount]);
  return earned;
}
