import { addDays, addMonths } from '#kernel/period.ts';

/** Days before the last day on which people are warned; 0: it is over. Farthest first. */
export const expiryStages = [30, 7, 0] as const;
export type ExpiryStage = (typeof expiryStages)[number];

export interface Validity {
  /** ISO days, both counting; no end: for good. */
  readonly validFrom: string;
  readonly validUntil: string | null;
}

/** Whether a skill counts on a day (SE-40): after its last day it no longer does. */
export const countsOn = ({ validFrom, validUntil }: Validity, day: string): boolean => validFrom <= day && (validUntil === null || day <= validUntil);

/** The last day of a skill granted on a day: the same day of a later month, or that month's last (31 August + 6 is the end of February). */
export const lastDayOf = (grantedOn: string, months: number | null): string | null => (months === null ? null : addMonths(grantedOn, months));

/** The stages that a day has reached for a last day, the nearest to the end at last; stage 0 from the day after it. */
export const stagesReached = (validUntil: string, day: string): readonly ExpiryStage[] =>
  expiryStages.filter((stage) => (stage === 0 ? day > validUntil : day >= addDays(validUntil, -stage)));
