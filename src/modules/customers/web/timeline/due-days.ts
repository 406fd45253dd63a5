import { addDays } from '#kernel/period.ts';

export interface DueDay {
  readonly key: 'today' | 'tomorrow' | 'nextMonday';
  /** `YYYY-MM-DD` */
  readonly date: string;
}

/** The days that most tasks are due on; Monday is left out when it is tomorrow anyway. */
export function nextWorkdays(today: string): readonly DueDay[] {
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  const toMonday = (8 - weekday) % 7 || 7;
  const days: DueDay[] = [{ key: 'today', date: today }, { key: 'tomorrow', date: addDays(today, 1) }];
  return toMonday > 1 ? [...days, { key: 'nextMonday', date: addDays(today, toMonday) }] : days;
}
