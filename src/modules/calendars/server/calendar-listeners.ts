import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';

export interface CalendarChange {
  /** Why, as the administrator said it. */
  readonly reason: string;
  /** Its version now. */
  readonly version: number;
}

export interface CalendarListener {
  /**
   * What was computed with this calendar is to be computed anew: its hours or days were corrected, or a unit that had
   * it was given another one (so ask `calendarOfUnit` again). In the transaction of the change, which it can refuse.
   */
  onCalendarChange(ctx: Context, calendarId: Id, change: CalendarChange): Promise<void>;
}

const listeners: CalendarListener[] = [];

/** For the modules above; called while the module loads. */
export const addCalendarListener = (listener: CalendarListener): void => {
  listeners.push(listener);
};

export async function tellCalendarChange(ctx: Context, calendarId: Id, change: CalendarChange): Promise<void> {
  for (const listener of listeners) await listener.onCalendarChange(ctx, calendarId, change);
}
