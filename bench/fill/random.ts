/** The same numbers in every run: mulberry32. */
export function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One of the list. */
export function pick<T>(random: () => number, list: readonly T[]): T {
  const item = list[Math.floor(random() * list.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

/** One of the pairs by its weight; the weights add up to 1. */
export function pickWeighted<T>(random: () => number, pairs: readonly (readonly [T, number])[]): T {
  let rest = random();
  for (const [item, weight] of pairs) {
    rest -= weight;
    if (rest < 0) return item;
  }
  const last = pairs.at(-1);
  if (last === undefined) throw new Error('nothing to pick from');
  return last[0];
}
