/** A place on the map of the areas: kilometres east and north of the depot. */
export interface AreaPoint {
  readonly id: string;
  readonly east: number;
  readonly north: number;
}

/** One order of a person's day. Instants in milliseconds. */
export interface DayStop {
  readonly id: string;
  readonly area: AreaPoint | null;
  readonly from: number;
  readonly to: number;
}

/** Through a town, parking included: minutes a kilometre, and for every change of area. */
const MINUTES_PER_KM = 3;
const MINUTES_PER_CHANGE = 10;

export const kilometresBetween = (a: AreaPoint, b: AreaPoint): number => Math.hypot(a.east - b.east, a.north - b.north);

/** Minutes from one area to another; nought within an area, and where one is unknown. */
export const travelMinutes = (a: AreaPoint | null, b: AreaPoint | null): number =>
  (a === null || b === null || a.id === b.id ? 0 : Math.round(MINUTES_PER_CHANGE + MINUTES_PER_KM * kilometresBetween(a, b)));

export interface TravelGap {
  /** The order that is reached too late, and the one before it. */
  readonly id: string;
  readonly after: string;
  /** Minutes. */
  readonly needed: number;
  readonly free: number;
}

const byTime = (stops: readonly DayStop[]): readonly DayStop[] => stops.toSorted((a, b) => a.from - b.from || a.to - b.to || (a.id < b.id ? -1 : 1));

/** Orders of one person that follow each other in different areas with less time between them than the way takes (SE-11). */
export function travelGaps(stops: readonly DayStop[]): readonly TravelGap[] {
  const day = byTime(stops);
  return day.flatMap((stop, at): TravelGap[] => {
    const before = day[at - 1];
    if (!before) return [];
    const needed = travelMinutes(before.area, stop.area);
    const free = Math.floor((stop.from - before.to) / 60_000);
    // What overlaps is said as an overlap.
    return needed > 0 && free >= 0 && free < needed ? [{ id: stop.id, after: before.id, needed, free }] : [];
  });
}

/** Orders of one person whose windows overlap another's; each once. */
export const overlapping = (stops: readonly DayStop[]): ReadonlySet<string> =>
  new Set(stops.filter((stop) => stops.some((other) => other.id !== stop.id && other.from < stop.to && other.to > stop.from)).map(({ id }) => id));

/**
 * In which order to go: of what may come next by its appointment, the nearest area first, within an area the earlier one.
 * An order may come next when no other one ends before it begins. `start` is where the day begins.
 */
export function routeOrder(stops: readonly DayStop[], start: AreaPoint | null): readonly DayStop[] {
  const left = [...byTime(stops)];
  const route: DayStop[] = [];
  let here = start;
  while (left.length > 0) {
    const firstEnd = Math.min(...left.map(({ to }) => to));
    const [next] = left.filter(({ from }) => from < firstEnd).map((stop) => ({ stop, far: distance(here, stop.area) })).toSorted((a, b) => a.far - b.far);
    if (!next) break;
    route.push(next.stop);
    left.splice(left.indexOf(next.stop), 1);
    here = next.stop.area ?? here;
  }
  return route;
}

/** An unknown area is neither near nor far: it comes after those that are near. */
const UNKNOWN_KM = 5;
const distance = (a: AreaPoint | null, b: AreaPoint | null): number => (b === null ? UNKNOWN_KM : a === null ? 0 : kilometresBetween(a, b));
