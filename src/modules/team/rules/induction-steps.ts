import { localDate, startOfDay } from '#kernel/period.ts';
import { addWorkingDays } from '#kernel/working-time/working-time.ts';
import type { WorkingCalendar } from '#kernel/working-time/working-calendar.ts';
import type { StepPhase } from './team-choices.ts';

/** A step of an induction plan, as data. */
export interface PlannedStep {
  readonly title: string;
  readonly about: string;
  readonly phase: StepPhase;
  /** Working days from the first one, which is 1. */
  readonly day: number;
  /** Signed off only after the newcomer passed it. */
  readonly exam: string | null;
}

/** The day on which a step is due: the n-th working day, the first being the day of the start or the next one that is worked. */
export const dueDayOf = (calendar: WorkingCalendar, startedOn: string, day: number): string =>
  localDate(addWorkingDays(calendar, startOfDay(startedOn, calendar.timeZone), day - 1), calendar.timeZone);
