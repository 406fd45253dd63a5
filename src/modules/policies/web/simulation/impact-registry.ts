import type { FactValues } from '#meta/decisions/decision-model.ts';

/** One past decision that a draft would answer otherwise, as the simulation gives it. */
export interface SimulatedChange {
  readonly decisionId: string;
  readonly subject: { readonly object: string; readonly id: string };
  readonly eventAt: string;
  readonly names: Readonly<Record<string, string>>;
  readonly before: { readonly clause: string | null; readonly results: FactValues | null };
  readonly after: { readonly status: string; readonly clause: string | null; readonly results: FactValues | null };
}

/** What a change is worth to one person, in the company's currency; negative is less. */
export interface Impact {
  readonly person: string;
  readonly name: string;
  readonly amount: number;
}

/** Tells the amounts of simulated changes, all at once, so that a module asks its server once. */
export type ImpactOf = (changes: readonly SimulatedChange[]) => Promise<readonly Impact[]>;

const byPoint = new Map<string, ImpactOf>();

/** A module that knows money fills the place for its decision point; the bars are shown only then. */
export function registerImpact(point: string, impactOf: ImpactOf): void {
  byPoint.set(point, impactOf);
}

export const impactFor = (point: string): ImpactOf | undefined => byPoint.get(point);
