export interface ParetoRow<T> {
  readonly row: T;
  /** Share of this row and all before it, 0 to 1. */
  readonly cumulative: number;
}

/** Rows from the most frequent on with their running share of the whole; nothing where there is nothing. */
export function pareto<T extends { readonly cases: number }>(rows: readonly T[]): readonly ParetoRow<T>[] {
  const whole = rows.reduce((sum, row) => sum + row.cases, 0);
  if (whole === 0) return [];
  let sum = 0;
  return rows.toSorted((a, b) => b.cases - a.cases).map((row) => {
    sum += row.cases;
    return { row, cumulative: sum / whole };
  });
}

/** The fewest first rows that make at least four fifths of the whole. */
export function vitalFew(rows: readonly ParetoRow<unknown>[]): number {
  const at = rows.findIndex((each) => each.cumulative >= 0.8);
  return at === -1 ? rows.length : at + 1;
}

/** Exact sum of amounts with two decimals. */
export function sumAmounts(amounts: readonly string[]): string {
  const cents = amounts.reduce((sum, amount) => {
    const [whole = '0', part = ''] = amount.split('.');
    return sum + BigInt(whole) * 100n + BigInt(part.padEnd(2, '0').slice(0, 2));
  }, 0n);
  return `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
}
