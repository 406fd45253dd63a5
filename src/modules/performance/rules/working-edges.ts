import type { WorkingCalendar } from '#kernel/working-time/working-calendar.ts';
import { dayOfInstant, workingDay } from '#kernel/working-time/working-days.ts';

/** Where working time begins and ends by turns, in epoch seconds, with the working seconds that lie before each edge. */
export interface WorkingEdges {
  readonly edges: readonly number[];
  readonly before: readonly number[];
}

/**
 * A calendar between two instants as two sorted lists, so that the database finds the working time between any two
 * instants in them by two binary searches instead of walking days: it is `workedUntil` of one less that of the other.
 */
export function workingEdges(calendar: WorkingCalendar, from: Date, to: Date): WorkingEdges {
  const edges: number[] = [];
  const before: number[] = [];
  let sum = 0;
  const last = dayOfInstant(calendar.timeZone, to.getTime()) + 1;
  for (let day = dayOfInstant(calendar.timeZone, from.getTime()) - 1; day <= last; day += 1) {
    for (const piece of workingDay(calendar, day).pieces.toSorted((a, b) => a.from - b.from)) {
      const [start, end] = [piece.from / 1000, piece.to / 1000];
      if (edges.at(-1) === start) {
        edges.pop();
        before.pop();
      } else {
        edges.push(start);
        before.push(sum);
      }
      sum += end - start;
      edges.push(end);
      before.push(sum);
    }
  }
  return { edges, before };
}

/** Working seconds from the first edge until an instant; what the database computes, for tests. */
export function workedUntil({ edges, before }: WorkingEdges, at: Date): number {
  const seconds = at.getTime() / 1000;
  const place = edges.filter((edge) => edge <= seconds).length;
  if (place === 0) return 0;
  return (before[place - 1] ?? 0) + (place % 2 === 1 ? seconds - (edges[place - 1] ?? 0) : 0);
}
