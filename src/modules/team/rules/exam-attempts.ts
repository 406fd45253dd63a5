import type { AttemptState } from './team-choices.ts';

export interface Sitting {
  readonly number: number;
  readonly state: AttemptState;
}

/** Attempts since the last pass: a renewal begins anew. */
const sinceLastPass = (sittings: readonly Sitting[]): readonly Sitting[] => {
  const passed = Math.max(0, ...sittings.filter(({ state }) => state === 'passed').map(({ number }) => number));
  return sittings.filter(({ number }) => number > passed);
};

/** How many attempts are left. `isRenewalDue`: it was passed, and what it granted has ended or soon will. */
export function attemptsLeft(maxAttempts: number, sittings: readonly Sitting[], isRenewalDue: boolean): number {
  const hasPassed = sittings.some(({ state }) => state === 'passed');
  if (hasPassed && !isRenewalDue) return 0;
  return Math.max(0, maxAttempts - sinceLastPass(sittings).length);
}
