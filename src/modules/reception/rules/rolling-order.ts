import type { Id } from '#kernel/ids.ts';

/** Where somebody stood when the last day ended; `rank` is their place in the order, 0 first. */
export interface LastStanding {
  readonly userId: Id;
  readonly rank: number;
  readonly consumed: number;
  /** Not on site at the end: nothing is owed to them for turns that they were not there for. */
  readonly isOff: boolean;
}

export interface FirstStanding {
  readonly userId: Id;
  readonly position: number;
  /** What goes over to the new day: turns ahead of (or owed against) the common round. */
  readonly carried: number;
}

/**
 * The order with which the next day begins (RE-1): reception is cyclic over days, so whoever would have been next is
 * first. Turning the order by one place and counting one round less is the same sequence; of all such turns the one is
 * taken that leaves the fewest counts to carry.
 */
export function rollOn(last: readonly LastStanding[]): FirstStanding[] {
  const count = last.length;
  if (count === 0) return [];
  const places = last.toSorted((a, b) => a.rank - b.rank).map((each, place) => ({ ...each, place, at: each.consumed * count + place }));
  const origins = places.map((each) => each.at).toSorted((a, b) => a - b);
  const candidates = origins.map((origin) => places.map((each) => standFrom(each, origin, count)));
  const [best = []] = candidates.toSorted((a, b) => load(a) - load(b));
  return best.map(({ isOff, ...each }) => ({ ...each, carried: isOff ? Math.max(0, each.carried) : each.carried }))
    .toSorted((a, b) => a.position - b.position);
}

function standFrom(each: LastStanding & { readonly at: number }, origin: number, count: number): FirstStanding & { readonly isOff: boolean } {
  const carried = Math.floor((each.at - origin) / count);
  return { userId: each.userId, position: each.at - origin - carried * count, carried, isOff: each.isOff };
}

const load = (standing: readonly FirstStanding[]): number => standing.reduce((sum, each) => sum + Math.abs(each.carried), 0);
