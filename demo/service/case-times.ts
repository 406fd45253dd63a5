import { addDays, localDate, startOfDay } from '#kernel/period.ts';
import type { WorkingCalendar } from '#kernel/working-time/working-calendar.ts';
import { addWorkingTime, workingSecondsBetween } from '#kernel/working-time/working-time.ts';
import type { CaseChannel, CaseKind } from '#modules/service/objects/case.object.ts';
import type { Dice } from '../seeded-random.ts';

/** January first: repairs rise with frost, rain and heat, complaints with open windows. */
const seasons: Readonly<Record<'repair' | 'complaint' | 'other', readonly number[]>> = {
  repair: [13, 10, 8, 8, 9, 13, 16, 15, 10, 8, 9, 13],
  complaint: [8, 9, 8, 9, 10, 13, 15, 13, 10, 9, 8, 9],
  other: [9, 7, 11, 10, 10, 10, 9, 9, 11, 10, 10, 9],
};
/** Sunday first. */
const weekdays = [7, 15, 13, 12, 12, 13, 10] as const;

/** Draws the days on which cases come in, among the `days` before today: seasons, weekdays, slow growth. */
export function makeDays(now: Date, timeZone: string, days: number): (dice: Dice, kind: CaseKind) => string {
  const today = localDate(now, timeZone);
  const dates = Array.from({ length: days }, (_, place) => addDays(today, place - days));
  const drawOf = (season: readonly number[]) => {
    let sum = 0;
    const sums = dates.map((date, place) => {
      const month = Number(date.slice(5, 7)) - 1;
      const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
      return (sum += (season[month] ?? 1) * (weekdays[weekday] ?? 1) * (0.8 + (0.4 * place) / days));
    });
    return (dice: Dice): string => {
      const wanted = dice.next() * sum;
      return dates[firstAbove(sums, wanted)] ?? today;
    };
  };
  const draws = { repair: drawOf(seasons.repair), complaint: drawOf(seasons.complaint), other: drawOf(seasons.other) };
  return (dice, kind) => draws[kind === 'repair' || kind === 'complaint' ? kind : 'other'](dice);
}

function firstAbove(sums: readonly number[], wanted: number): number {
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Forms and mails come at any hour, calls and visits while somebody is there. */
export function momentOf(dice: Dice, day: string, channel: CaseChannel, timeZone: string): Date {
  const isSpoken = channel === 'phone' || channel === 'inPerson' || channel === 'entrusted';
  const minute = isSpoken ? Math.round((dice.between(500, 1_150) + dice.between(500, 1_150)) / 2) : dice.between(420, 1_380);
  return new Date(startOfDay(day, timeZone).getTime() + minute * 60_000 + dice.between(0, 59) * 1_000);
}

/** The instant before `now` from which so many working seconds passed until then. */
export function workedBack(calendar: WorkingCalendar, now: Date, seconds: number): Date {
  let [low, high] = [now.getTime() - (seconds + 86_400) * 12_000, now.getTime() - 60_000];
  while (high - low > 1_000) {
    const middle = Math.floor((low + high) / 2);
    if (workingSecondsBetween(calendar, new Date(middle), now) >= seconds) low = middle;
    else high = middle;
  }
  return new Date(low);
}

/** Most are quick, a few take much longer: 1 is the limit; about one in thirteen is above it. */
export function paceOf(dice: Dice): number {
  const bell = Math.sqrt(-2 * Math.log(1 - dice.next())) * Math.cos(2 * Math.PI * dice.next());
  return Math.min(4, Math.max(0.03, 0.42 * Math.exp(0.6 * bell)));
}

export const worked = (calendar: WorkingCalendar, from: Date, seconds: number): Date => addWorkingTime(calendar, from, Math.max(1, Math.round(seconds)));
