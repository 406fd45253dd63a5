/** Part of the price from `from` on, in percent as decimal text. */
export interface Tier {
  readonly from: string;
  readonly percent: string;
}

/** `marginal`: each part of the price at its own tier; `whole`: the whole price at the tier that it reaches. */
export type Rate =
  | { readonly kind: 'percent'; readonly percent: string }
  | { readonly kind: 'marginal' | 'whole'; readonly tiers: readonly Tier[] };

export interface RateLine {
  /** Kind of product; null stands for every other one. */
  readonly product: string | null;
  readonly rate: Rate;
}

/** More percent on every deal of a month in which the team signs at least this much (RE-31). */
export interface TeamTarget {
  readonly monthly: string;
  readonly extraPercent: string;
}

/** What one version of a commission plan says. Amounts and percents are decimal text. */
export interface PlanTerms {
  /** `contract`: the whole commission when the contract is signed; `received`: in the proportion of the money received. */
  readonly accrual: 'contract' | 'received';
  readonly rates: readonly RateLine[];
  readonly target: TeamTarget | null;
}

export interface TermsFault {
  readonly path: string;
  readonly code: 'required' | 'invalid' | 'too-small' | 'too-big';
  readonly params?: Readonly<Record<string, string>>;
}

/** What keeps terms from being used: a product twice, no line for all others, tiers out of order or not from zero. */
export function faultsOf(terms: PlanTerms): TermsFault[] {
  const faults: TermsFault[] = [];
  if (!terms.rates.some((line) => line.product === null)) faults.push({ path: 'terms.rates', code: 'required' });
  terms.rates.forEach((line, index) => {
    if (terms.rates.findIndex((other) => other.product === line.product) < index) faults.push({ path: `terms.rates.${index}.product`, code: 'invalid' });
    if (line.rate.kind !== 'percent') faults.push(...tierFaults(line.rate.tiers, `terms.rates.${index}.rate.tiers`));
  });
  return faults;
}

function tierFaults(tiers: readonly Tier[], path: string): TermsFault[] {
  if (tiers.length === 0) return [{ path, code: 'required' }];
  const faults: TermsFault[] = Number(tiers[0]?.from) === 0 ? [] : [{ path: `${path}.0.from`, code: 'too-big', params: { max: '0' } }];
  tiers.forEach((tier, index) => {
    const before = tiers[index - 1];
    if (before && Number(tier.from) <= Number(before.from)) faults.push({ path: `${path}.${index}.from`, code: 'too-small', params: { min: before.from } });
  });
  return faults;
}
