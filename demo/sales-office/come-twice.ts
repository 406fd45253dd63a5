import type { FactValues } from '#meta/decisions/decision-model.ts';
import type { Office } from './office.ts';
import { type Visit, come, newVisitor } from './visit.ts';

export interface SecondVisit {
  /** Days after the first one, at least. */
  readonly gap: number;
  readonly isFirstAway: boolean;
  /** The visitor says who received them. */
  readonly names?: boolean;
  readonly answers?: FactValues;
  readonly askedFor?: string;
}

/** Comes first on one day and again on another, when the first salesperson is there or has the day off. */
export function comeTwice(office: Office, from: number, second: SecondVisit, then: (visit: Visit, first: Visit) => void): void {
  const visitor = newVisitor(office);
  come(office, { visitor, from }, (first) => {
    const earlier = first.receiver;
    if (earlier === null) return;
    const day = second.isFirstAway ? office.dayOffFrom(earlier, first.day + second.gap) : first.day + second.gap;
    const { gap: _, isFirstAway: __, names = false, ...said } = second;
    come(office, { visitor, from: day, ...said, ...(names && { named: [earlier] }) }, (visit) => then(visit, first));
  });
}

/** Does not remember whom; nobody recognises the visitor at the door, since the first salesperson has the day off. */
export const forgot = { gap: 6, isFirstAway: true, answers: { remembers: false } } as const;
