import { offsetAt, zoneStretches } from './zone-stretches.ts';

export interface WallTime {
  readonly date: string;
  /** Seconds since midnight. */
  readonly seconds: number;
}

const WIDEST_MS = 14 * 3_600_000;

/** What the clock on the wall shows at an instant. */
export function wallTimeAt(timeZone: string, instant: Date): WallTime {
  const wall = new Date(instant.getTime() + offsetAt(timeZone, instant.getTime()));
  return { date: wall.toISOString().slice(0, 10), seconds: Math.floor(wall.getTime() / 1000) % 86_400 };
}

/** When the clock first shows a wall time; for a time that it skips, the moment of the skip. */
export function instantOfWall(timeZone: string, { date, seconds }: WallTime): Date {
  const wall = Date.parse(`${date}T00:00:00Z`) + seconds * 1000;
  for (const { from, to, offset } of zoneStretches(timeZone, wall - WIDEST_MS, wall + WIDEST_MS)) {
    if (wall - offset < to) return new Date(Math.max(from, wall - offset));
  }
  return new Date(wall);
}
