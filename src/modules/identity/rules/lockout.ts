/**
 * Throttling of guesses (SEC-3). Three counters: `pair` (one account from one address), `account` (one account from
 * addresses it never signed in from), `address` (all accounts from one address). From an address where the account
 * signed in within the last 30 days only `pair` counts, so that strangers cannot lock a person out of their own desk.
 */
export const freeFailures = { pair: 5, account: 10, address: 30 } as const;

export type AttemptKind = keyof typeof freeFailures;

const FIRST_SECONDS = 30;
const LONGEST_SECONDS = 900;

/** How long the next try must wait after so many failures in a row: doubling from 30 s up to 15 minutes. */
export function waitSeconds(kind: AttemptKind, failures: number): number {
  const over = failures - freeFailures[kind];
  return over < 0 ? 0 : Math.min(LONGEST_SECONDS, FIRST_SECONDS * 2 ** Math.min(over, 10));
}

/** Failures older than this are forgotten. */
export const forgetAfterHours = 24;
