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
