import { addMoney, subtractMoney, sumMoney } from '#kernel/money.ts';

export interface Instalment {
  /** `2026-03-01` */
  readonly dueOn: string;
  readonly label: string;
  /** CNY text with two decimals. */
  readonly amount: string;
}

const CNY = 'CNY';
const cny = (amount: string) => ({ amount, currency: CNY });

/** Sum of a plan, to the cent. */
export const planTotal = (plan: readonly Instalment[]): string => sumMoney(plan.map(({ amount }) => cny(amount)), CNY).amount;

export const minus = (a: string, b: string): string => subtractMoney(cny(a), cny(b)).amount;
export const plus = (a: string, b: string): string => addMoney(cny(a), cny(b)).amount;

/**
 * The day of the oldest instalment that what was paid does not cover in full; null when nothing is due. Payments pay
 * the earliest instalments first.
 */
export function oldestUnpaid(plan: readonly Instalment[], paid: string, asOf: string): string | null {
  let covered = Number(minus(paid, '0.00'));
  for (const { dueOn, amount } of plan.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))) {
    covered = Number(minus(covered.toFixed(2), amount));
    if (covered < 0) return dueOn < asOf ? dueOn : null;
  }
  return null;
}
