import { weekdayOf } from '#kernel/working-time/working-calendar.ts';

export interface PlannedShift {
  readonly person: string;
  /** ISO day on which it begins. */
  readonly day: string;
  readonly template: string;
  /** Milliseconds. */
  readonly from: number;
  readonly to: number;
}

export interface LeaveDays {
  readonly person: string;
  /** ISO days, both counting. */
  readonly from: string;
  readonly to: string;
}

/** How many people a shift needs on a weekday, 0 Monday to 6 Sunday. */
export interface CoverNeed {
  readonly template: string;
  readonly weekday: number;
  readonly heads: number;
}

export type PlanConflict =
  | { readonly kind: 'double' | 'leave'; readonly person: string; readonly day: string }
  /** Hours of rest before the shift of the day, rounded down to tenths. */
  | { readonly kind: 'rest'; readonly person: string; readonly day: string; readonly hours: number }
  | { readonly kind: 'cover'; readonly day: string; readonly template: string; readonly planned: number; readonly needed: number };

export interface WeekToCheck {
  readonly days: readonly string[];
  readonly shifts: readonly PlannedShift[];
  /** Shifts beside the week and of other plans: rest and doubles look at them too, nothing is said of them. */
  readonly around: readonly PlannedShift[];
  readonly leave: readonly LeaveDays[];
  readonly cover: readonly CoverNeed[];
  readonly restHours: number;
}

const HOUR = 3_600_000;

/** What speaks against a week (SE-40): two shifts at once or on one day, too little rest, leave, too few people. In the order of days. */
export function conflictsOf({ days, shifts, around, leave, cover, restHours }: WeekToCheck): readonly PlanConflict[] {
  const people = new Set(shifts.map(({ person }) => person));
  const found = [...people].flatMap((person) => personConflicts({ mine: shifts.filter((each) => each.person === person), others: around.filter((each) => each.person === person), restHours }));
  const away = shifts.filter(({ person, day }) => leave.some((days) => days.person === person && days.from <= day && day <= days.to)).map(({ person, day }): PlanConflict => ({ kind: 'leave', person, day }));
  return [...once([...found, ...away]), ...missingCover(days, shifts, cover)].toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function personConflicts({ mine, others, restHours }: { readonly mine: readonly PlannedShift[]; readonly others: readonly PlannedShift[]; readonly restHours: number }): readonly PlanConflict[] {
  const all = [...mine, ...others].toSorted((a, b) => a.from - b.from || a.to - b.to);
  const planned = new Set(mine);
  return all.flatMap((next, at): PlanConflict[] => {
    const before = all[at - 1];
    if (!before || !(planned.has(next) || planned.has(before))) return [];
    // The conflict is said on the day that can still be changed here.
    const { person, day } = planned.has(next) ? next : before;
    const latest = Math.max(...all.slice(0, at).map(({ to }) => to));
    if (next.from < latest || before.day === next.day) return [{ kind: 'double', person, day }];
    const hours = Math.floor(((next.from - latest) / HOUR) * 10) / 10;
    return next.from - latest < restHours * HOUR ? [{ kind: 'rest', person, day, hours }] : [];
  });
}

const once = (conflicts: readonly PlanConflict[]): readonly PlanConflict[] => [...new Map(conflicts.map((each) => [JSON.stringify(each), each])).values()];

function missingCover(days: readonly string[], shifts: readonly PlannedShift[], cover: readonly CoverNeed[]): readonly PlanConflict[] {
  return days.flatMap((day) => cover.filter(({ weekday, heads }) => heads > 0 && weekday === weekdayOf(day)).flatMap(({ template, heads }): PlanConflict[] => {
    const planned = new Set(shifts.filter((shift) => shift.day === day && shift.template === template).map(({ person }) => person)).size;
    return planned < heads ? [{ kind: 'cover', day, template, planned, needed: heads }] : [];
  }));
}
