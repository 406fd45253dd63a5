import { addDays } from '#kernel/period.ts';
import type { SummaryRow } from '#kit/records/record-types.ts';

export interface WeekCount {
  /** The Monday, `YYYY-MM-DD`. */
  readonly week: string;
  readonly count: number;
}

const mondayOf = (date: string): string => addDays(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7));

/** Every week up to today's, those without a record as 0: a gap in a row of bars would lie. */
export function weeklyCounts(rows: readonly SummaryRow[], today: string, weeks: number): readonly WeekCount[] {
  const counts = new Map(rows.map((row) => [row.key, row.count]));
  const last = mondayOf(today);
  return Array.from({ length: weeks }, (_, at) => {
    const week = addDays(last, (at - weeks + 1) * 7);
    return { week, count: counts.get(week) ?? 0 };
  });
}

export interface ScoreBand {
  /** Inclusive, 0 to 100. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

const bands = [[0, 39], [40, 59], [60, 79], [80, 100]] as const;

/** How many customers lie in each band of the completeness score; rows are grouped by the score itself (CU-13). */
export function scoreBands(rows: readonly SummaryRow[]): readonly ScoreBand[] {
  const scored = rows.map((row) => ({ score: row.key === null ? 0 : Number(row.key), count: row.count }));
  return bands.map(([from, to]) => ({ from, to, count: scored.filter((r) => r.score >= from && r.score <= to).reduce((sum, r) => sum + r.count, 0) }));
}

export interface OwnerScore {
  readonly id: string;
  readonly name: string;
  readonly count: number;
  /** 0 to 100, rounded. */
  readonly score: number;
}

/** Owners by average completeness, the lowest first; a handful of customers says nothing about anybody. */
export function lowestOwners(rows: readonly SummaryRow[], shown: number, least = 5): readonly OwnerScore[] {
  return rows.flatMap((row): OwnerScore[] => {
    const score = Number(row['avg:completeness']);
    const name = row['label'];
    return row.key !== null && typeof name === 'string' && row.count >= least && Number.isFinite(score) ? [{ id: String(row.key), name, count: row.count, score: Math.round(score) }] : [];
  }).toSorted((a, b) => a.score - b.score || b.count - a.count).slice(0, shown);
}

export type DayPart = 'overdue' | 'today' | 'week' | 'later';

/** Where a deadline stands, both days `YYYY-MM-DD`. */
export function partOfDay(due: string | undefined, today: string): DayPart {
  if (due === undefined) return 'later';
  if (due < today) return 'overdue';
  if (due === today) return 'today';
  return due <= addDays(today, 7) ? 'week' : 'later';
}
