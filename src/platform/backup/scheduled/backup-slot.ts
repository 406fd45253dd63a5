import { addDays, localDate, startOfDay } from '#kernel/period.ts';

const MINUTE_MS = 60_000;

const slotOn = (day: string, time: string, timeZone: string): Date => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(startOfDay(day, timeZone).getTime() + (hours * 60 + minutes) * MINUTE_MS);
};

/** The latest instant, not after `now`, at which the clock of the zone showed `time` (HH:MM); an hour off on the day of a clock change. */
export function latestSlot(now: Date, time: string, timeZone: string): Date {
  const today = localDate(now, timeZone);
  const slot = slotOn(today, time, timeZone);
  return slot <= now ? slot : slotOn(addDays(today, -1), time, timeZone);
}

/** The first one after `now`. */
export function nextSlot(now: Date, time: string, timeZone: string): Date {
  const today = localDate(now, timeZone);
  const slot = slotOn(today, time, timeZone);
  return slot > now ? slot : slotOn(addDays(today, 1), time, timeZone);
}
