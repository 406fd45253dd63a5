import type { WorkingCalendar } from '#kernel/working-time/working-calendar.ts';
import { addWorkingTime, workingSecondsBetween } from '#kernel/working-time/working-time.ts';

/** live: somebody can answer now; away: it is open, but nobody can; closed: outside of hours. */
export type ChatMode = 'live' | 'away' | 'closed';

const SECOND_MS = 1_000;

/** When the calendar opens next; null while it is open. */
export function opensNext(calendar: WorkingCalendar, now: Date): Date | null {
  if (workingSecondsBetween(calendar, now, new Date(now.getTime() + SECOND_MS)) > 0) return null;
  return new Date(addWorkingTime(calendar, now, 1).getTime() - SECOND_MS);
}
