export interface OpeningHours {
  readonly timeZone: string;
  /** Wall clock, `HH:MM`; the same time twice: always open; a later one first: over midnight. */
  readonly opensAt: string;
  readonly closesAt: string;
}

/** Whether a site is open at an instant: from the opening time on, before the closing time. */
export function isOpenAt({ timeZone, opensAt, closesAt }: OpeningHours, at: Date): boolean {
  if (opensAt === closesAt) return true;
  const clock = at.toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  return opensAt < closesAt ? opensAt <= clock && clock < closesAt : opensAt <= clock || clock < closesAt;
}
