import type { WorkingCalendar } from '#kernel/working-time/working-calendar.ts';
import { type WorkingTrace, addWorkingDays, addWorkingTime, traceWorkingDays, traceWorkingTime, workingSecondsBetween } from '#kernel/working-time/working-time.ts';

export const measures = ['workingDays', 'workingHours', 'hours'] as const;
export type Measure = (typeof measures)[number];

/** What a policy says of a clock (SE-4); `half` and `near` in percent of the time. */
export interface ClockTerms {
  readonly measure: Measure;
  readonly amount: number;
  /** Working days granted on top by an extension. */
  readonly extendedDays: number;
  readonly half: number;
  readonly near: number;
}

/** Time that does not count, while the customer is waited for; half open, ISO. */
export interface Pause {
  readonly from: string;
  readonly to: string;
}

/** A deadline with everything that it was computed from; plain JSON. */
export interface Deadline {
  readonly due: string;
  readonly half: string;
  readonly near: string;
  readonly computation: Computation;
}

export interface Computation {
  readonly measure: Measure;
  readonly amount: number;
  readonly extendedDays: number;
  readonly start: string;
  /** Before pauses and extension. */
  readonly plain: string;
  readonly pauses: readonly (Pause & { readonly seconds: number })[];
  readonly due: string;
  /** The days that were counted and skipped; null for hours by the clock. */
  readonly trace: WorkingTrace | null;
}

const HOUR = 3_600;

/** The deadline of a clock that began at `start`. Pauses in the order in which they began. */
export function deadlineOf(calendar: WorkingCalendar, start: Date, terms: ClockTerms, pauses: readonly Pause[]): Deadline {
  const { measure, amount, extendedDays } = terms;
  const isClock = measure === 'hours';
  const add = (at: Date, seconds: number): Date => (isClock ? new Date(at.getTime() + seconds * 1_000) : addWorkingTime(calendar, at, seconds));
  const between = (from: Date, to: Date): number => (isClock ? Math.max(0, (to.getTime() - from.getTime()) / 1_000) : Math.max(0, workingSecondsBetween(calendar, from, to)));
  const trace = isClock ? null : measure === 'workingDays' ? traceWorkingDays(calendar, start, amount) : traceWorkingTime(calendar, start, amount * HOUR);
  const plain = trace === null ? add(start, amount * HOUR) : new Date(trace.end);
  const lengths = pauses.map((pause) => ({ ...pause, seconds: between(new Date(pause.from), new Date(pause.to)) }));
  /** A pause moves what lies after its begin. */
  const moved = (at: Date): Date => lengths.reduce((end, pause) => (new Date(pause.from) < end ? add(end, pause.seconds) : end), at);
  const extended = extendedDays > 0 ? addWorkingDays(calendar, plain, extendedDays) : plain;
  const due = moved(extended);
  const whole = between(start, extended);
  const share = (percent: number): string => moved(add(start, Math.floor((whole * percent) / 100))).toISOString();
  const end = due.toISOString();
  return {
    due: end, half: share(terms.half), near: share(terms.near),
    computation: { measure, amount, extendedDays, start: start.toISOString(), plain: plain.toISOString(), pauses: lengths, due: end, trace },
  };
}

export type Urgency = 'calm' | 'half' | 'near' | 'breached';

/** How far a clock has run. */
export function urgencyOf(clock: { readonly due: Date; readonly half: Date | null; readonly near: Date | null }, now: Date): Urgency {
  if (now >= clock.due) return 'breached';
  if (clock.near !== null && now >= clock.near) return 'near';
  return clock.half !== null && now >= clock.half ? 'half' : 'calm';
}
