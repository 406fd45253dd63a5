import { localDate, startOfWeek } from '#kernel/period.ts';
import type { BackupKind } from './backup-catalogue.ts';

export interface Aged {
  readonly name: string;
  /** ISO. */
  readonly createdAt: string;
  /** Absent for files of unknown origin. */
  readonly kind?: BackupKind | undefined;
}

export interface KeepRule {
  readonly daily: number;
  readonly weekly: number;
  readonly timeZone: string;
}

/** Backups before upgrades: the last ways back. */
const UPGRADES_KEPT = 3;

/**
 * Names of those that may go (PL-5): scheduled ones beyond the newest of the last `daily` days and of the `weekly` weeks
 * before them, and old ones made before upgrades. What a person made, or of unknown origin, stays.
 */
export function expiredBackups(all: readonly Aged[], rule: KeepRule): string[] {
  const newestFirst = all.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  const scheduled = newestFirst.filter((one) => one.kind === 'scheduled');
  const dayOf = (one: Aged): string => localDate(new Date(one.createdAt), rule.timeZone);
  const kept = new Set<string>();
  const byDay = Map.groupBy(scheduled, dayOf);
  const daily = [...byDay].slice(0, rule.daily);
  for (const [, [first]] of daily) if (first) kept.add(first.name);
  const weeksDone = new Set(daily.map(([day]) => startOfWeek(day)));
  let weeks = 0;
  for (const [day, [first]] of [...byDay].slice(rule.daily)) {
    const week = startOfWeek(day);
    if (!first || weeks >= rule.weekly || weeksDone.has(week)) continue;
    weeksDone.add(week);
    weeks += 1;
    kept.add(first.name);
  }
  const upgrades = newestFirst.filter((one) => one.kind === 'upgrade').slice(UPGRADES_KEPT);
  return [...scheduled.filter((one) => !kept.has(one.name)), ...upgrades].map((one) => one.name);
}
