import type { WorkingCalendar } from '#kernel/working-time/working-calendar.ts';
import { addWorkingDays } from '#kernel/working-time/working-time.ts';

/** A warning, or a level to which a missed deadline goes. */
export interface ClockStage {
  /** Unique for its clock; an extension begins them anew. */
  readonly key: string;
  readonly kind: 'half' | 'near' | 'breached';
  /** Of a breach: 1 is the nearest manager; one level more each working day (SE-4). */
  readonly level: number;
  readonly at: Date;
}

export const LEVELS = 4;

export interface StagedClock {
  readonly due: Date;
  readonly half: Date;
  readonly near: Date;
  readonly extendedDays: number;
}

/** All stages of a clock in the order of their instants. */
export function stagesOf(calendar: WorkingCalendar, clock: StagedClock): ClockStage[] {
  const suffix = clock.extendedDays > 0 ? `+${clock.extendedDays}` : '';
  const breaches = Array.from({ length: LEVELS }, (_, index): ClockStage => ({
    key: `breached-${index + 1}${suffix}`, kind: 'breached', level: index + 1, at: index === 0 ? clock.due : addWorkingDays(calendar, clock.due, index),
  }));
  return [{ key: `half${suffix}`, kind: 'half', level: 0, at: clock.half }, { key: `near${suffix}`, kind: 'near', level: 0, at: clock.near }, ...breaches];
}

/** What is to be done now, in order, and when to look again; null: never. However long nobody looked, none is skipped (REL-6). */
export function dueStages(stages: readonly ClockStage[], done: ReadonlySet<string>, now: Date): { readonly due: readonly ClockStage[]; readonly next: Date | null } {
  const open = stages.filter((stage) => !done.has(stage.key));
  const due = open.filter((stage) => stage.at <= now);
  return { due, next: open.find((stage) => stage.at > now)?.at ?? null };
}
