import { addDays } from '#kernel/period.ts';
import { weekdayOf } from '#kernel/working-time/working-calendar.ts';

export const frequencies = ['daily', 'weekly', 'monthly'] as const;
export type Frequency = (typeof frequencies)[number];

export interface RoundPlan {
  readonly frequency: Frequency;
  /** 1 (Monday) to 7 of a week, 1 to 31 of a month; null for daily. */
  readonly onDay: number | null;
}

const lastDayOfMonth = (isoDate: string): number => new Date(Date.UTC(Number(isoDate.slice(0, 4)), Number(isoDate.slice(5, 7)), 0)).getUTCDate();

/** Whether a round is due on an ISO date; the 31st is the last day of a shorter month (SE-11). */
export function isRoundDay({ frequency, onDay }: RoundPlan, isoDate: string): boolean {
  if (frequency === 'daily') return true;
  if (frequency === 'weekly') return weekdayOf(isoDate) + 1 === onDay;
  return Number(isoDate.slice(8, 10)) === Math.min(onDay ?? 1, lastDayOfMonth(isoDate));
}

/** The dates of rounds from an ISO date on, within so many days. */
export const roundDates = (plan: RoundPlan, from: string, days: number): readonly string[] => Array.from({ length: days }, (_, at) => addDays(from, at)).filter((date) => isRoundDay(plan, date));

export const visitWays = ['scan', 'code', 'list'] as const;
export const visitOutcomes = ['fine', 'finding', 'unreachable'] as const;

export interface PointVisit {
  readonly point: string;
  readonly outcome: (typeof visitOutcomes)[number];
  /** Why the point could not be reached. */
  readonly reason: string;
}

export interface RoundFinding {
  readonly point: string;
  readonly text: string;
  /** How many. */
  readonly photos: number;
}

export interface RoundGap {
  readonly point: string;
  readonly part: 'visit' | 'reason' | 'finding' | 'photos';
}

/** What a round still misses: every point is seen or its reason told; each finding has words and a photo (SE-11). */
export function roundGaps(points: readonly string[], visits: readonly PointVisit[], findings: readonly RoundFinding[]): readonly RoundGap[] {
  return points.flatMap((point): RoundGap[] => {
    const visit = visits.find((each) => each.point === point);
    if (!visit) return [{ point, part: 'visit' }];
    if (visit.outcome === 'unreachable') return visit.reason.trim() === '' ? [{ point, part: 'reason' }] : [];
    if (visit.outcome === 'fine') return [];
    const own = findings.filter((finding) => finding.point === point);
    if (own.length === 0 || own.some(({ text }) => text.trim() === '')) return [{ point, part: 'finding' }];
    return own.some(({ photos }) => photos === 0) ? [{ point, part: 'photos' }] : [];
  });
}

/** What a code on a sign stands for: scanned signs may hold an address around it. */
export const codeIn = (scanned: string): string => (scanned.trim().split(/[/=]/).at(-1) ?? '').trim().toUpperCase();

const two = (part: number): string => String(part).padStart(2, '0');

/** Minutes after midnight as `09:30`; the end of the day is shown as its last minute. */
export function clockOf(minute: number): string {
  const shown = Math.min(minute, 1_439);
  return `${two(Math.floor(shown / 60))}:${two(shown % 60)}`;
}

/** `09:30` as minutes after midnight; null where it is no time. */
export function minuteOf(clock: string): number | null {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})/.exec(clock) ?? [];
  return hours === undefined || Number(hours) > 23 || Number(minutes) > 59 ? null : Number(hours) * 60 + Number(minutes);
}
