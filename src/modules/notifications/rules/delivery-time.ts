import { addDays, localDate, startOfDay } from '#kernel/period.ts';

/** Hours of the person's own day, 0 to 23; quiet may go over midnight. */
export interface MailHours {
  readonly timeZone: string;
  readonly digestHour: number;
  readonly quiet: { readonly from: number; readonly until: number } | null;
}

const hourMs = 3_600_000;

/** The instant of an hour of a date; where the clock skips that hour, the first one after it. */
function atHour(date: string, hour: number, timeZone: string): Date {
  const start = startOfDay(date, timeZone).getTime();
  for (let step = hour - 1; step <= hour + 2; step += 1) {
    const at = new Date(start + step * hourMs);
    if (localDate(at, timeZone) === date && hourOf(at, timeZone) >= hour) return at;
  }
  return new Date(start + hour * hourMs);
}

const hourOf = (at: Date, timeZone: string): number =>
  Number(new Intl.DateTimeFormat('en', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(at));

/** The next time, after `now`, at which the person's clock shows this full hour. */
export function nextHour(now: Date, hour: number, timeZone: string): Date {
  const today = localDate(now, timeZone);
  const candidates = [today, addDays(today, 1), addDays(today, 2)].map((date) => atHour(date, hour, timeZone));
  return candidates.find((at) => at.getTime() > now.getTime()) ?? new Date(now.getTime() + 24 * hourMs);
}

export function isQuiet(now: Date, { quiet, timeZone }: MailHours): boolean {
  if (quiet === null || quiet.from === quiet.until) return false;
  const hour = hourOf(now, timeZone);
  return quiet.from < quiet.until ? hour >= quiet.from && hour < quiet.until : hour >= quiet.from || hour < quiet.until;
}

/** When a mail may leave (PL-44). An urgent one leaves at once, whatever the hour. */
export function mailDueAt(now: Date, mode: 'now' | 'digest', hours: MailHours, isUrgent: boolean): Date {
  if (isUrgent) return now;
  if (mode === 'digest') return nextHour(now, hours.digestHour, hours.timeZone);
  if (hours.quiet === null || !isQuiet(now, hours)) return now;
  return nextHour(now, hours.quiet.until, hours.timeZone);
}
