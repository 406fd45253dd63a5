/** A window on a day's track: where it begins and how long it is, in per cent of the shown hours, and its lane. */
export interface PlacedWindow<T> {
  readonly order: T;
  readonly left: number;
  readonly width: number;
  readonly lane: number;
}

/** Shown from seven to twenty-one, longer where a window asks for it. Hours of the day. */
export function shownHours(windows: readonly { readonly from: number; readonly to: number }[]): { readonly first: number; readonly last: number } {
  return {
    first: Math.max(0, Math.floor(Math.min(7, ...windows.map(({ from }) => from)))), last: Math.min(24, Math.ceil(Math.max(21, ...windows.map(({ to }) => to)))),
  };
}

/** Lays the windows of one worker on the track; those that overlap lie below each other. Hours of the day, by their start. */
export function placeWindows<T extends { readonly from: number; readonly to: number }>(windows: readonly T[], first: number, last: number): readonly PlacedWindow<T>[] {
  const ends: number[] = [];
  return windows.map((order) => {
    const free = ends.findIndex((end) => end <= order.from);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = order.to;
    const from = Math.max(order.from, first);
    return { order, lane, left: ((from - first) / (last - first)) * 100, width: ((Math.min(order.to, last) - from) / (last - first)) * 100 };
  });
}

const HOUR = 3_600_000;

/** Windows as hours of the day; before midnight they are below nought. `start` in milliseconds. */
export const hoursOf = <T extends { readonly from: string | null; readonly to: string | null }>(orders: readonly T[], start: number) =>
  orders.flatMap((order) => (order.from === null || order.to === null ? [] : [{ shown: order, from: (Date.parse(order.from) - start) / HOUR, to: (Date.parse(order.to) - start) / HOUR }]));

export type LoadLevel = 'free' | 'fair' | 'full' | 'over' | 'off';

/** How full a day is: minutes of orders against minutes of work; `off` where nobody works and nothing is planned. */
export function loadLevel(minutes: number, capacity: number): LoadLevel {
  if (capacity === 0) return minutes === 0 ? 'off' : 'over';
  const share = minutes / capacity;
  if (share > 1) return 'over';
  return share > 0.85 ? 'full' : share > 0.4 ? 'fair' : 'free';
}
