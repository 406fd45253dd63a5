import type { Id } from '#kernel/ids.ts';
import type { FactValues } from '#meta/decisions/decision-model.ts';
import type { Parties } from './visit-facts-of.ts';

/** One line of a division; `percent` of the whole commission, at most ten decimals, all lines together 100. */
export type Share =
  | { readonly party: PersonParty; readonly userId: Id; readonly percent: number }
  | { readonly party: Fund; readonly fund: Fund; readonly percent: number };

export const personParties = ['earlier', 'receiver', 'designated', 'assistant', 'introducer', 'earlierAll'] as const;
export type PersonParty = (typeof personParties)[number];
export type Fund = 'publicFund' | 'departmentFund';

const UNITS = 10_000_000_000;

/** A percentage in equal parts whose sum is exact: what is left of the last decimal goes to the first ones (RE-30). */
export function equalParts(percent: number, count: number): number[] {
  const whole = Math.round(percent * UNITS);
  const part = Math.floor(whole / count);
  return Array.from({ length: count }, (_, index) => (part + (index < whole - part * count ? 1 : 0)) / UNITS);
}

/** The persons and funds behind a decision's shares; `missing` names parties who have a share and are not known. */
export function sharesOf(results: FactValues, parties: Parties): { readonly shares: readonly Share[]; readonly missing: readonly PersonParty[] } {
  const shares: Share[] = [];
  const missing: PersonParty[] = [];
  for (const party of personParties) {
    const percent = results[`${party}Share`];
    if (typeof percent !== 'number' || percent === 0) continue;
    const people = party === 'earlierAll' ? parties.earlierAll.filter((id) => id !== parties.receiver) : [parties[party]].filter((id) => id !== null);
    if (people.length === 0) missing.push(party);
    const parts = equalParts(percent, Math.max(1, people.length));
    shares.push(...people.map((userId, index) => ({ party, userId, percent: parts[index] ?? 0 })));
  }
  for (const [column, fund] of [['publicFundShare', 'publicFund'], ['departmentShare', 'departmentFund']] as const) {
    const percent = results[column];
    if (typeof percent === 'number' && percent > 0) shares.push({ party: fund, fund, percent });
  }
  return { shares, missing };
}

/** Whose customer a decision makes it; nobody where a fund, the lot or a ruling decides. */
export function ownersOf(owner: unknown, parties: Parties): Id[] {
  const ids: Readonly<Record<string, readonly (Id | null)[]>> = {
    earlier: [parties.earlier], firstNamed: [parties.earlier], receiver: [parties.receiver], designated: [parties.designated], both: [parties.earlier, parties.receiver],
  };
  const found = typeof owner === 'string' ? ids[owner] ?? [] : [];
  return [...new Set(found.filter((id) => id !== null))];
}
